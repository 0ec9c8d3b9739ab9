"""The year of schools: "học kỳ I năm học 2025 - 2026", "đầu năm học", "năm học 2023 - 2024"."""

from __future__ import annotations

from rules.times.numerals import quarter_number
from rules.times.spans import Span
from rules.times.tokens import Tokens, follows, skip
from rules.times.years import year_number

_FIRST, _LAST = 9, 5  #: a school year goes from September to the end of May


def term(row: Tokens, at: int) -> tuple[Span, int] | None:
    """A term, or the beginning or end of a school year; the year may be missing."""
    if follows(row, at, "học", "kỳ"):
        which = quarter_number(row, at + 2)
        if which is None or which[0] > 2:
            return None
        year, behind = _school_year(row, skip(row, which[1], ("của",)))
        return _of_term(which[0], year), behind
    if row[at].words & {"đầu", "cuối"} and follows(row, at + 1, "năm", "học"):
        year, behind = _school_year(row, at + 1)
        begins = "đầu" in row[at].words
        month = _FIRST if begins else _LAST
        shown = year if begins or year is None else year + 1
        return Span("part", (month, 1), (month, 0), shown, vague=True), behind
    return None


def _of_term(which: int, year: int | None) -> Span:
    if which == 2:
        return Span("months", (1, 1), (_LAST, 31), None if year is None else year + 1, vague=True)
    if year is None:
        return Span("months", (_FIRST, 1), (12, 31), vague=True)
    return Span("months", (_FIRST, 1), (1, 31), year, year + 1, vague=True)


def _school_year(row: Tokens, at: int) -> tuple[int | None, int]:
    """The first year of "năm học 2025 - 2026" and the place behind it."""
    behind = at + 2 if follows(row, at, "năm", "học") else at
    found = year_number(row, behind) if row[behind].digits == 4 else None
    if found is None:
        return None, behind
    if row[found[1]].mark in ("-", "/") and (until := year_number(row, found[1] + 1)):
        return found[0], until[1]
    return found
