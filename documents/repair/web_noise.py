"""What a web page or a registry adds around a document: related articles, share buttons, the drafter's initials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.repair.raw_line import Repaired
from models.source_text import Paragraph

_TAIL = re.compile(
    r"(?:(?:các\s+)?(?:bài viết|tin|tin bài|bài|văn bản|tin tức)\s+(?:liên quan|khác|cùng chuyên mục"
    r"|mới(?: nhất)?|đã đưa)"
    r"|chia sẻ(?: bài viết)?|in trang|in bài viết|gửi email|tải về|tải file|file đính kèm|tệp đính kèm|bình luận"
    r"|lượt xem|"
    r"quay lại|về trang chủ|đăng nhập|tweet|facebook)\b[\s:.…»>]*(?:facebook|zalo|twitter|\d*)\s*$",
    re.IGNORECASE,
)
_END = re.compile(r"\.\s?/\s?\.?\s?([^\W\d_]{1,12}|[^\W_]{1,8}|)$")
_FOOT = re.compile(r"^(?:Nơi nhận|(?:KT|TM|TL|TUQ)\s?\.)", re.IGNORECASE)
#: A longer rest is a document, not the tail of a page: paragraphs.
_LONGEST_TAIL = 40


def drop_web_noise(blocks: Sequence[Repaired]) -> tuple[list[Repaired], list[str]]:
    """The blocks without a web page's tail and without initials glued to the closing "./."."""
    out: list[Repaired] = []
    notes: list[str] = []
    ended = False
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            out.append(block)
            continue
        ended = ended or bool(_FOOT.match(block.text)) or block.text.endswith("./.")
        if ended and _TAIL.match(block.text) and len(blocks) - index <= _LONGEST_TAIL:
            notes.append(f"Đã bỏ phần của trang mạng từ {block.place}: “{block.text}”.")
            break
        found = _END.search(block.text)
        if found is not None and found.start():
            if found[1]:
                notes.append(f"Đã bỏ “{found[1]}” sau “./.” ở {block.place_at(found.start())}.")
            block = replace(block, text=block.text[: found.start()] + "./.")
        out.append(block)
    return out, notes
