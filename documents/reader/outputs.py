"""Outputs of a task: the entries of a product label or cell."""

from __future__ import annotations

import re

from documents.repair.letters import UPPER

_EDGES = " \t\n.;:,-–+*•"
_DOCUMENT = re.compile(
    r"(?:(?:các|dự thảo|bản)\s+)?(?:quyết định|thông báo|báo cáo|kế hoạch|văn bản|công văn|danh mục|phương án|phiếu|"
    r"biên bản|tờ trình|"
    r"hội nghị|nghị quyết|chỉ thị|kết luận|đề cương|chương trình|đề án|tài liệu|hướng dẫn|danh sách|bảng|hồ sơ|"
    r"giấy mời|tin|bài|quy chế|"
    r"quy định|lớp|cuộc|hợp đồng|biểu|sổ|phần mềm|ý kiến|giấy)(?!\w)",
    re.IGNORECASE,
)


def split_outputs(value: str) -> tuple[str, ...]:
    """Split at ";" and new lines; at "," only when every piece is a document of its own."""
    pieces = [piece.strip(_EDGES) for piece in re.split(r"[;\n]|\.\s+(?=[-+" + UPPER + r"])", value)]
    pieces = [piece for piece in pieces if piece and any(char.isalnum() for char in piece)]
    if len(pieces) == 1:
        listed = [piece.strip(_EDGES) for piece in pieces[0].split(",")]
        if len(listed) > 1 and all(_DOCUMENT.match(piece) for piece in listed):
            pieces = listed
    return tuple(pieces)
