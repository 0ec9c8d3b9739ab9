"""The year of a date, a month, a quarter: "/2022", "năm 2022", "năm sau", "của năm báo cáo"."""

from __future__ import annotations

from dataclasses import dataclass

from rules.times.spans import FIRST_YEAR, LAST_YEAR
from rules.times.tokens import Tokens, follows, skip

_NEXT = (("sau",), ("tới",), ("tiếp", "theo"), ("liền", "kề"), ("liền", "sau"), ("kế", "tiếp"), ("tiếp", "liền"))
#: Before "Nam" without diacritics: a name, not a year.
_PLACES = frozenset(["việt", "đông", "tây", "miền", "quảng", "hà", "phía", "an", "hội"])


@dataclass(frozen=True, slots=True)
class Year:
    """A year as printed; `number` None: said by its place ("năm sau", "năm báo cáo")."""

    number: int | None
    later: int = 0
    each: bool = False


NO_YEAR = Year(None)


def year_number(row: Tokens, at: int) -> tuple[int, int] | None:
    """Four digits, also when a scan has torn them ("20 22", "202 2")."""
    token = row[at]
    if token.number < 0:
        return None
    if token.digits == 4:
        return (token.number, at + 1) if FIRST_YEAR <= token.number <= LAST_YEAR else None
    after = row[at + 1]
    if token.digits in (2, 3) and after.number >= 0 and after.spaced and token.digits + after.digits == 4:
        joined = token.number * (100 if after.digits == 2 else 10) + after.number
        if 2000 <= joined <= LAST_YEAR:
            return joined, at + 2
    return None


def is_year_word(row: Tokens, at: int) -> bool:
    """As in "năm", and not the "Nam" of a name."""
    token = row[at]
    if "năm" not in token.words:
        return False
    bare = token.text.lower() == "nam"
    return not (bare and at and row[at - 1].text.lower() in _PLACES)


def year_said(row: Tokens, at: int) -> tuple[Year, int] | None:
    """As in "năm 2022", "năm nay", "năm sau", "năm báo cáo"."""
    if not is_year_word(row, at):
        return None
    behind = at + 1
    found = year_number(row, behind)
    if found:
        return Year(found[0]), found[1]
    if row[behind].mark == "(":  # "năm (2022)"
        found = year_number(row, behind + 1)
        if found and row[found[1]].mark == ")":
            return Year(found[0]), found[1] + 1
    for words in _NEXT:
        if follows(row, behind, *words):
            behind += len(words)
            if follows(row, behind, "năm", "báo", "cáo") or follows(row, behind, "của", "năm", "báo", "cáo"):
                return Year(None, each=True), skip(row, behind, ("của",)) + 3
            return Year(None, later=1), behind
    if follows(row, behind, "trước"):
        return (
            (Year(None, later=-1), behind + 1)
            if row[behind + 1].number < 0 and not follows(row, behind + 1, "ngày")
            else None
        )
    if follows(row, behind, "báo", "cáo"):
        return Year(None, each=True), behind + 2
    here = skip(row, behind, ("nay",), ("này",), ("kế", "hoạch"))
    return (NO_YEAR, here) if here > behind else None


def year_behind(row: Tokens, at: int, slash: bool = True) -> tuple[Year, int]:
    """The year that follows a date, a month or a quarter; NO_YEAR and the same place when none does."""
    token = row[at]
    if slash and token.mark and token.mark in "/-.":
        plain = row[at + 1].digits == 4 or token.mark == "/"
        found = year_number(row, at + 1) if plain else None
        if found and not _another_range(row, found[1], token.mark):
            return Year(found[0]), found[1]
        said = year_said(row, at + 1)
        if said and said[0].number:
            return said
    if token.digits == 4:
        found = year_number(row, at)
        return (Year(found[0]), found[1]) if found else (NO_YEAR, at)
    behind = at + 1 if token.mark == "," or "của" in token.words or "trong" in token.words else at
    if row[behind].mark == "(" and is_year_word(row, behind + 1):
        said = year_said(row, behind + 1)
        if said and row[said[1]].mark == ")":
            return said[0], said[1] + 1
        return NO_YEAR, at
    said = year_said(row, behind)
    if said and not (behind > at and token.mark == "," and not said[0].number):
        # "tháng 12 năm 2021 - 2022" would be two years; "tháng 5 năm 2022" is one
        return said
    return NO_YEAR, at


def _another_range(row: Tokens, at: int, mark: str) -> bool:
    """As in "quý 2-2022-2023" is nothing we know."""
    return mark == "-" and row[at].mark == "-" and row[at + 1].digits == 4
