"""The paragraphs of a document with the numbered heading each stands under; table cells one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.source_text import Paragraph, SourceText

#: "3.5. …", "3.5 …" as a heading, "I. …", "PHẦN II"; a date or a decimal is neither.
_NUMBERED = re.compile(
    r"^(?:(?:phần|chương|mục)\s+)?(?P<number>(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}(?:\.\d{1,2}){0,3}))"
    r"(?:[.)/:]+\s*|\s+)(?=[^\W\d_]|[“\"(*])",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"^[IVXLC]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Standing:
    """One paragraph and where it stands: "III" and "3.5"; `list_of` tells lists of different cells apart."""

    paragraph: Paragraph
    part: str  #: phần bằng số La Mã đang đứng trong
    number: str  #: mục bằng số đang đứng trong
    heading: bool  #: chính nó là đề mục
    list_of: tuple[int, int]  #: (khối, ô); văn bản thường: (0, 0)

    @property
    def path(self) -> str:
        """ "III.3.5"."""
        return ".".join(part for part in (self.part, self.number) if part)


def standings(source: SourceText) -> Iterator[Standing]:
    """Every paragraph in reading order."""
    part, number = "", ""
    for index, block in enumerate(source.blocks):
        if isinstance(block, Paragraph):
            found = heading_number(block.text)
            if found and _ROMAN.match(found):
                part, number = found.upper(), ""
            elif found:
                number = found
            yield Standing(block, part, number, bool(found), (0, 0))
            continue
        for column, cell in enumerate(block.cells):
            for paragraph in cell:
                yield Standing(paragraph, part, number, False, (index + 1, column))


def heading_number(text: str) -> str:
    """The number a heading begins with, "" for any other paragraph. Roman numerals count in capitals only."""
    match = _NUMBERED.match(text)
    if match is None:
        return ""
    number = match["number"]
    if number[0].isalpha() and not number.isupper():
        return ""
    plain = number.isdigit() or _ROMAN.match(number) is not None
    return number if "." in number or not plain or text[match.end("number")] in ".)/:" else ""
