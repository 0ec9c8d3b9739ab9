"""The part of a document that holds tasks: from "như sau:" to "Nơi nhận", and the appendices after the signature."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from documents.reader.markers import is_capitals, marker_of
from models.source_text import Block, Paragraph, TableRow

_I = re.IGNORECASE
_OPENED = re.compile(r"(?:như sau|sau đây|nội dung sau|nhiệm vụ sau|việc sau|cụ thể)\s*(?:đây)?\s*[:.;]?\s*$", _I)
_FOOT = re.compile(r"\W*(?:nơi nhận|nơi gửi)\b|\W*(?:TM|KT|TL|TUQ|Q)\s*\.\s*[A-ZĐỦỨ]{2}")
_FOOT_LOWER = re.compile(r"\W*(?:nơi nhận|nơi gửi)\b", _I)
_APPENDED = re.compile(
    r"(?:phụ lục|kế hoạch|chương trình|đề án|danh mục|bảng phân công|biểu phân công|bảng|biểu|lịch)(?!\w)", _I
)
_ARTICLE = re.compile(r"điều\s+\d+\s*[.:]", _I)


@dataclass(slots=True)
class Body:
    """The blocks before the body (title, preamble), and those of the body."""

    head: list[Paragraph] = field(default_factory=list[Paragraph])
    blocks: list[Block] = field(default_factory=list[Block])


def body_of(blocks: tuple[Block, ...]) -> Body:
    """Cut a document; when nothing looks like a body, everything is one."""
    body = Body()
    state = "head"
    for block in blocks:
        if isinstance(block, TableRow):
            body.blocks.append(block)
            continue
        state = _next_state(state, block)
        if state == "body":
            body.blocks.append(block)
        elif state in ("head", "opened"):
            body.head.append(block)
            state = "body" if state == "opened" else state
    if not any(isinstance(block, Paragraph) for block in body.blocks):
        body.blocks = [*body.head, *body.blocks]
    return body


def _next_state(state: str, paragraph: Paragraph) -> str:
    text = paragraph.text.strip()
    if _FOOT.match(text) or _FOOT_LOWER.match(text):
        return "foot" if state != "head" else "head"
    if state == "body":
        return "body"
    marker = marker_of(paragraph)
    if state == "foot":
        appended = (marker.kind == "part" or _APPENDED.match(text)) and (
            is_capitals(text[:40]) or marker.kind == "part"
        )
        opens = marker.kind in ("roman", "alpha") and is_capitals(marker.rest[:60])
        return "body" if appended or opens else "foot"
    if marker.kind in ("roman", "alpha", "part") or (marker.kind == "number" and not _ARTICLE.match(text)):
        return "body"
    return "opened" if _OPENED.search(text) else "head"
