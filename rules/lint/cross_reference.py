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
_PART = re.compile(r"^,?\s*(?:của\s+|thuộc\s+)?(?i:phần|mục)\s+(?P<part>[IVXLC]{1,6})\b")
_OTHER = re.compile(
    r"(?i:kế hoạch|quyết định|nghị định|nghị quyết|thông tư|chỉ thị|công văn|luật|bộ luật|quy chế|đề án|chương trình|"
    r"hướng dẫn|báo cáo|danh mục|thông báo|phụ lục|pháp lệnh|quy định|kết luận)\s+"
    r"(?:(?i:số|ban hành|của|kèm)\b|[A-ZĐ\d])|\b(?i:điều|khoản)\s+\d",
)
_OWN = re.compile(r"(?:kế hoạch|công văn|văn bản|chương trình|quyết định|phần|phụ lục) này\b|nêu trên|trên đây", re.I)
_SENTENCE = re.compile(r"[.;](?=\s|$)")


def cross_references(source: SourceText) -> Iterator[Finding]:
    """Every citation of a section of this document that leads to itself or to nothing; each once per paragraph."""
    found = list(standings(source))
    known = {standing.number for standing in found if standing.heading and standing.number}
    known |= {standing.part for standing in found if standing.part}
    known |= {standing.path for standing in found if standing.heading}
    for standing in found:
        told: set[str] = set()
        for match in _CITED.finditer(standing.paragraph.text):
            number = match["number"]
            if number in told or _elsewhere(standing.paragraph.text, match):
                continue
            message = _wrong(standing, number, match, known)
            if message:
                told.add(number)
                yield Finding(
                    str(standing.paragraph.place_at(match.start())),
                    message,
                    "Người thực hiện không biết phải làm theo mục nào.",
                    "Sửa lại số mục được dẫn.",
                )


def _wrong(standing: Standing, number: str, match: re.Match[str], known: set[str]) -> str:
    part = _PART.match(standing.paragraph.text[match.end() :])
    full = f"{part['part']}.{number}" if part else number
    own = standing.path if part or number[0].isalpha() else standing.number
    if full == own and "." in full and not standing.heading:
        return f"mục {standing.path} dẫn chiếu chính nó (“{match[0]}”)."
    if _judged(number, known) and number not in known and full not in known and not _ends_in(full, known):
        return f"dẫn chiếu “{match[0]}”, văn bản không có mục này."
    return ""


def _judged(number: str, known: set[str]) -> bool:
    """Only a document that numbers in the same way can be said not to have the section."""
    if "." in number:
        return any(one.startswith(f"{number.rpartition('.')[0]}.") for one in known)
    return sum(one.isdigit() == number.isdigit() and "." not in one for one in known) > 1


def _ends_in(full: str, known: set[str]) -> bool:
    """ "II.3" is known where the document numbers its parts I, II and their sections 1, 2, 3 anew."""
    return any(one.endswith(f".{full}") for one in known)


def _elsewhere(text: str, match: re.Match[str]) -> bool:
    """Whether the citation is of another document: one is named in its sentence, and this one is not."""
    ends = [cut.end() for cut in _SENTENCE.finditer(text)]
    start = max((end for end in ends if end <= match.start()), default=0)
    end = min((end for end in ends if end >= match.end()), default=len(text))
    sentence = text[start:end]
    if _OWN.search(text[match.end() : end]):
        return False
    return _OTHER.search(sentence) is not None or "mục tiêu" in sentence[: match.start() - start][-12:].lower()
