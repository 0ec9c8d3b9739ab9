"""Why the system refuses a file, in Vietnamese: its own words are English."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "không có tệp này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "đường dẫn không đúng",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.EFBIG: "tệp quá lớn",
    errno.EROFS: "đĩa chỉ đọc",
    errno.EIO: "lỗi đĩa",
}


def why(error: OSError) -> str:
    """The reason of a failure, without the path."""
    return _REASONS.get(error.errno or 0, f"mã lỗi {error.errno}")
