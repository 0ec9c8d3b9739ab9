"""A section that cites itself, or a section the document does not have: "tại Mục 3.2, Mục 3.5 của Kế hoạch này"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.source_text import SourceText
from rules.lint.outline_walk import Standing, standings
from rules.lint.rule import Finding

_CITED = re.compile(
    r"\b(?i:tiểu mục|mục|phần)\s+(?:số\s+)?(?P<number>[IVXLC]{1,6}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})*)(?![\d/])\b",
)
#: After "mục 3, phần II": the part the number belongs to.
_PART = re.compile(r",?\s*(?:của\s+|thuộc\s+)?(?i:phần|mục)\s+(?P<part>[IVXLC]{1,6})\b")
_OTHER = re.compile(
    r"(?i:kế hoạch|quyết định|nghị định|nghị quyết|thông tư|chỉ thị|công văn|luật|bộ luật|quy chế|đề án|chương trình|"
    r"hướng dẫn|báo cáo|danh mục|thông báo|phụ lục|pháp lệnh|quy định|kết luận)\s+"
    r"(?:(?i:số|ban hành|của|kèm)\b|[A-ZĐ\d])|\b(?i:điều|khoản)\s+\d",
)
_OWN = re.compile(r"(?:kế hoạch|công văn|văn bản|chương trình|quyết định|phần|phụ lục) này\b|nêu trên|trên đây", re.I)
_SENTENCE = re.compile(r"(?:[^.;]|[.;](?=\S))+")


def cross_references(source: SourceText) -> Iterator[Finding]:
    """Every citation of a section of this document that leads to itself or to nothing; each once per paragraph."""
    found = list(standings(source))
    sections = _Sections(found)
    for standing in found:
        told: set[str] = set()
        for match in _cited_here(standing.paragraph.text):
            number = match["number"]
            message = "" if number in told else sections.wrong(standing, match)
            if message:
                told.add(number)
                yield Finding(
                    str(standing.paragraph.place_at(match.start())),
                    message,
                    "Người thực hiện không biết phải làm theo mục nào.",
                    "Sửa lại số mục được dẫn.",
                )


def _cited_here(text: str) -> Iterator[re.Match[str]]:
    """Citations of this document: where their sentence names another one, this one must be named behind them."""
    for sentence in _SENTENCE.finditer(text):
        other = _OTHER.search(sentence[0]) is not None
        own = max((found.start() for found in _OWN.finditer(text, *sentence.span())), default=-1)
        for match in _CITED.finditer(text, *sentence.span()):
            if not other or own >= match.end():
                yield match


class _Sections:
    """The numbers a document gives to its own sections."""

    def __init__(self, found: list[Standing]) -> None:
        self.known = {one.number for one in found if one.heading and one.number}
        self.known |= {one.part for one in found if one.part}
        self.known |= {one.path for one in found if one.heading}
        #: "3" of "II.3": known where the parts number their sections anew.
        self.tails = {one[at + 1 :] for one in self.known for at, char in enumerate(one) if char == "."}
        self.parents = {one.rpartition(".")[0] for one in self.known if "." in one}
        plain = [one for one in self.known if "." not in one]
        self.plain = {True: sum(one.isdigit() for one in plain), False: sum(not one.isdigit() for one in plain)}

    def wrong(self, standing: Standing, match: re.Match[str]) -> str:
        """What is wrong with a citation; "" when nothing."""
        number = match["number"]
        part = _PART.match(match.string, match.end())
        full = f"{part['part']}.{number}" if part else number
        own = standing.path if part or number[0].isalpha() else standing.number
        if full == own and "." in full and not standing.heading:
            return f"mục {standing.path} dẫn chiếu chính nó (“{match[0]}”)."
        if self._judged(number) and not {number, full} & self.known and full not in self.tails:
            return f"dẫn chiếu “{match[0]}”, văn bản không có mục này."
        return ""

    def _judged(self, number: str) -> bool:
        """Only a document that numbers in the same way can be said not to have the section."""
        if "." in number:
            return number.rpartition(".")[0] in self.parents
        return self.plain[number.isdigit()] > 1
