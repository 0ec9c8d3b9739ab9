"""The kind of work a title names (models.kinds.SectionKind), by the words it begins with."""

from __future__ import annotations

import re

from models.kinds import SectionKind

_K = SectionKind

#: Searched in the first words of the title first, then in all of it; first match wins.
_WORDS: tuple[tuple[str, SectionKind], ...] = (
    (r"sơ kết|tổng kết", _K.REVIEW),
    (r"(xây dựng|ban hành|lập)\b.{0,40}\bkế hoạch", _K.ISSUE_PLAN),
    (r"báo cáo (kết quả|công tác|tình hình|việc|về|năm|định kỳ|chung|sơ bộ|tổng hợp)|(xây dựng|thực hiện|gửi|"
     r"tổng hợp,?) báo cáo"
     r"|^báo cáo|gửi [^.]{0,30}(kế hoạch|báo cáo|kết quả)|chế độ (thông tin,? )?báo cáo|^tổng hợp", _K.REPORT),
    (r"danh mục|hệ thống hóa|hệ thống hoá|tập hợp văn bản", _K.COMPILE_DOCUMENTS),
    (r"(xác định|lựa chọn|chọn|đăng ký)\b.{0,30}\blĩnh vực|^lĩnh vực", _K.CHOOSE_FIELDS),
    (r"điều tra|khảo sát|đo lường|lấy ý kiến", _K.SURVEY),
    (r"tập huấn|bồi dưỡng|phổ biến|tuyên truyền|quán triệt|truyền thông|đào tạo|hội nghị|hội thảo|tọa đàm|toạ đàm|"
     r"cuộc thi", _K.TRAIN),
    (r"hướng dẫn|đôn đốc", _K.GUIDE),
    (r"kiểm tra|thanh tra|giám sát|hậu kiểm", _K.INSPECT),
    (r"(thu thập|tiếp nhận|xử lý|cung cấp)\b.{0,40}\b(thông tin|kiến nghị|phản ánh|kết quả)"
     r"|phản ánh, kiến nghị", _K.HANDLE_INFORMATION),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), kind) for pattern, kind in _WORDS)


def kind_of(title: str) -> str:
    """The value of a SectionKind; `general` when no word tells."""
    words = title.casefold().split()
    for part in (" ".join(words[:9]), " ".join(words)):
        for pattern, kind in _COMPILED:
            if pattern.search(part):
                return kind.value
    return _K.GENERAL.value
