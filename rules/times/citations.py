"""Numbers and dates of documents: "Kế hoạch số 67/KH-UBND ngày 15/6/2018" says no time."""

from __future__ import annotations

from rules.times.dates import day
from rules.times.tokens import Token, Tokens, follows

_BETWEEN = 14  #: tokens between a document's number and its date ("của Ủy ban nhân dân tỉnh")
_DOCUMENTS = frozenset(
    [
        "định",
        "luật",
        "thông",
        "tư",
        "công",
        "văn",
        "thị",
        "quyết",
        "hoạch",
        "chương",
        "trình",
        "số",
        "lệnh",
        "điện",
        "tờ",
        "luận",
        "hiến",
        "đạo",
        "bản",
        "hợp",
    ]
)


def cited(row: Tokens, at: int) -> int:
    """Behind a document's number, its date included; behind a date that follows a document's name; 0: no citation."""
    token = row[at]
    if token.number >= 0 and at and _law_day(row, at):
        found = day(row, at)
        return found[1] if found else 0
    if token.number >= 0 and row[at + 1].mark == "/":
        behind = _symbol(row, at)
        return _dated(row, behind) if behind else 0
    if "ngày" in token.words and at and _after_document(row, at):
        found = day(row, at)
        return found[1] if found else 0
    return 0


def _law_day(row: Tokens, at: int) -> bool:
    """The name "Ngày Pháp luật (09/11)" holds a date."""
    before = at - 2 if row[at - 1].mark == "(" else at - 1
    return before >= 1 and row[before].text.lower() == "luật" and row[before - 1].text.lower() == "pháp"


def _symbol(row: Tokens, at: int) -> int:
    """Behind "67/KH-UBND", "59/2012/NĐ-CP", "67 /KH - UBND"; 0 when it is none."""
    behind = at + 1
    letters = False
    for _ in range(6):
        mark = row[behind].mark
        if mark not in ("/", "-", "."):
            break
        part = row[behind + 1]
        if mark == "." and part.spaced:
            break
        if (part.number >= 0 and mark == "/") or (part.number >= 0 and letters and not part.spaced):
            behind += 2
            continue
        if (
            part.number < 0
            and not part.mark
            and part.text[:1].isupper()
            and not part.words & {"năm", "tháng", "quý", "lần"}
        ):
            letters = True
            behind += 2
            continue
        break
    return behind if letters else 0


def _dated(row: Tokens, at: int) -> int:
    """The date behind a document's number, some words of its issuer between."""
    for index in range(at, at + _BETWEEN):
        token = row[index]
        if not token.text or token.mark in (";", ".", ":"):
            return at
        if "ngày" in token.words:
            if follows(row, index - 1, "trước") or follows(row, index - 2, "chậm", "nhất"):
                return at
            found = day(row, index)
            return found[1] if found else at
        if token.words & {"trước", "chậm", "quý", "tháng", "hằng", "hết"}:
            return at
    return at


def _after_document(row: Tokens, at: int) -> bool:
    """As in "Luật … ngày 22/6/2015", "Quyết định ngày 01/3/2022": a date right behind the name of a document."""
    before: Token = row[at - 1]
    if before.mark == "(":
        return False
    folded = before.text.lower()
    named = at >= 2 and row[at - 2].text.lower() in (
        "nghị",
        "quyết",
        "chỉ",
        "thông",
        "công",
        "kế",
        "văn",
        "tờ",
        "sắc",
        "hướng",
        "kết",
        "hiệp",
    )
    return named and folded in _DOCUMENTS
