"""Months, quarters, halves, years, and parts of them: "cuối quý II", "tuần cuối tháng 9", "6 tháng đầu năm 2022"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rules.times.dates import day, named_month
from rules.times.numerals import number, quarter_number
from rules.times.school import term
from rules.times.spans import Span, Unit, month_span, quarter_span, year_span
from rules.times.tokens import Tokens, follows, skip
from rules.times.years import is_year_word, year_behind, year_number, year_said

Parsed = tuple[Span, int]
Production = Callable[[Tokens, int], Parsed | None]


def span(row: Tokens, at: int) -> Parsed | None:
    """Any stretch of the calendar that stands here; the longest where several begin alike."""
    token = row[at]
    if token.number >= 0:
        order: tuple[Production, ...] = (months, day, numeric_month)
    elif token.words:
        order = (term, part, day, month, quarter, months, year)
    elif token.text[:1] in "TtQq":
        order = (month, quarter)
    else:
        return None
    for production in order:
        found = production(row, at)
        if found:
            return found
    return None


def month(row: Tokens, at: int) -> Parsed | None:
    """As in "tháng 9/2022", "tháng Giêng", "T11/2025"."""
    token = row[at]
    if "tháng" in token.words:
        value = number(row, at + 1) or named_month(row, at + 1)
    elif token.text in ("T", "t") and _tight_number(row, at):
        value = number(row, at + (2 if row[at + 1].mark == "." else 1))
    else:
        return None
    if value is None or not 1 <= value[0] <= 12:
        return None
    if "tháng" in token.words and follows(row, value[1], "lần"):
        return None
    found, behind = year_behind(row, value[1])
    return month_span(value[0], found.number, found.later), behind


def numeric_month(row: Tokens, at: int) -> Parsed | None:
    """As in "11/2025"."""
    token = row[at]
    if not 1 <= token.number <= 12 or token.digits > 2 or row[at + 1].mark not in ("/", "-", "."):
        return None
    if row[at + 2].digits != 4 or (row[at + 1].mark != "/" and row[at + 1].spaced):
        return None
    found = year_number(row, at + 2)
    return (month_span(token.number, found[0]), found[1]) if found else None


def quarter(row: Tokens, at: int) -> Parsed | None:
    """As in "Quý II/2022", "quí 2 năm 2022", "Q.III", "QIV/2025"."""
    token = row[at]
    if "quý" in token.words:
        value = quarter_number(row, at + 1)
    elif token.text in ("Q", "q") and (row[at + 1].mark == "." or not row[at + 1].spaced):
        value = quarter_number(row, at + (2 if row[at + 1].mark == "." else 1))
    else:
        return None
    if value is None or (row[value[1] - 1].words and follows(row, value[1], "năm", "một")):
        return None
    found, behind = year_behind(row, value[1])
    return quarter_span(value[0], found.number, found.later), behind


def months(row: Tokens, at: int) -> Parsed | None:
    """As in "6 tháng đầu năm 2022", "9 tháng năm 2022", "3 tháng cuối năm", "nửa năm đầu"."""
    value = number(row, at)
    if not value or not 2 <= value[0] <= 11 or "tháng" not in row[value[1]].words:
        return None
    count, behind = value[0], value[1] + 1
    if "đầu" in row[behind].words:
        first, last, behind = 1, count, behind + 1
    elif "cuối" in row[behind].words:
        first, last, behind = 13 - count, 12, behind + 1
    elif (
        (is_year_word(row, behind) and year_number(row, behind + 1) and count in (6, 9))
        or (row[behind].mark == "/" and year_number(row, behind + 1) and count in (6, 9))
        or (count == 9 and "năm" not in row[behind].words and "một" not in row[behind].words and row[behind].number < 0)
    ):
        first, last = 1, count
    else:
        return None
    behind = skip(row, behind, ("của",)) if is_year_word(row, behind + 1) else behind
    if is_year_word(row, behind) and not year_number(row, behind + 1):
        said = year_said(row, behind)
        return Span("months", (first, 1), (last, 0), None, None, said[0].later if said else 0), said[
            1
        ] if said else behind + 1
    found, behind = year_behind(row, behind)
    return Span("months", (first, 1), (last, 0), found.number, None, found.later), behind


def year(row: Tokens, at: int) -> Parsed | None:
    """As in "năm 2022", "năm nay", "giai đoạn 2021-2025", "nhiệm kỳ 2021 - 2026", "năm học 2022-2023"."""
    behind = skip(row, at, ("giai", "đoạn"), ("nhiệm", "kỳ"), ("năm", "học"), ("thời", "kỳ"), ("các",), ("những",))
    several = behind > at
    school = follows(row, at, "năm", "học")
    if several:
        behind = skip(row, behind, ("từ",))
    if is_year_word(row, behind):
        said = year_said(row, behind)
        if not said or said[0].each or (said[0].later and row[at].words & {"các", "những"}):
            return None
        found, behind, later = said[0].number, said[1], said[0].later
    elif several and (numbered := year_number(row, behind)):
        found, behind, later = numbered[0], numbered[1], 0
    else:
        return None
    until = _until(row, behind)
    if until and found and found <= until[0] <= found + 60:
        return _years(found, until[0], school), until[1]
    if several and not school and until is None and "giai" in row[at].words and found is None:
        return None
    return year_span(found, None, later), behind


def _years(first: int, last: int, school: bool) -> Span:
    return Span("years", (9, 1), (5, 31), first, last, vague=True) if school else year_span(first, last)


def _until(row: Tokens, at: int) -> tuple[int, int] | None:
    token = row[at]
    if token.mark in ("-", "/") or (token.words & {"đến", "tới"}):
        behind = at + 1
        behind = skip(row, behind, ("hết",))
        if is_year_word(row, behind):
            behind += 1
        return year_number(row, behind) if row[behind].digits == 4 else None
    return None


def _tight_number(row: Tokens, at: int) -> bool:
    after = row[at + 1]
    if after.mark == ".":
        return not after.spaced and row[at + 2].number >= 0
    return after.number >= 0 and (not after.spaced or (row[at].text == "T" and row[at + 2].mark == "/"))


def part(row: Tokens, at: int) -> Parsed | None:
    """As in "đầu tháng 3", "nửa cuối tháng 9/2024", "tuần cuối của tháng 11", "giữa quý II", "cuối năm 2022"."""
    which = _which(row, at)
    if not which:
        return None
    name, behind = which
    if row[behind].mark == "," and name.startswith("week"):
        behind += 1
    while row[behind].words & {"của", "trong"} and row[behind + 1].words & {"tháng", "quý", "năm"}:
        behind += 1
    whole = month(row, behind) or quarter(row, behind)
    if not whole and is_year_word(row, behind):
        whole = year(row, behind) or (year_span(None), behind + 1)
        if follows(row, whole[1], "học"):
            return None
    if not whole:
        return None
    cut = _cut(whole[0], name)
    return (cut, whole[1]) if cut else None


def _which(row: Tokens, at: int) -> tuple[str, int] | None:
    words = row[at].words
    if "nửa" in words:
        behind = skip(row, at + 1, ("đầu",), ("cuối",), ("sau",))
        return (("half1" if "đầu" in row[at + 1].words else "half2"), behind) if behind > at + 1 else None
    if "tuần" in words:
        if row[at + 1].words & {"đầu", "cuối"}:
            name = "week1" if "đầu" in row[at + 1].words else "week-1"
            return name, skip(row, at + 2, ("tiên",), ("cùng",))
        behind = skip(row, at + 1, ("thứ",))
        count = quarter_number(row, behind)
        return (f"week{count[0]}", count[1]) if count else None
    if words & {"thượng", "trung", "hạ"} and "tuần" in row[at + 1].words:
        return ("first" if "thượng" in words else "middle" if "trung" in words else "last"), at + 2
    for word, name in (("đầu", "first"), ("giữa", "middle"), ("cuối", "last")):
        if word in words:
            return name, at + 1
    return None


#: Parts of a month: first and last day (0: the month's last), by the fixed choices of a reading.
_OF_MONTH = {"first": (1, 10), "middle": (11, 20), "last": (21, 0), "half1": (1, 15), "half2": (16, 0), "week1": (1, 7),
             "week2": (8, 14), "week3": (15, 21), "week4": (22, 28)}  # fmt: skip
#: Parts of a year: first and last month; "cuối năm" is its last quarter, "giữa năm" ends on 30/6 (Civil Code 146).
_OF_YEAR = {"first": (1, 3), "middle": (6, 6), "last": (10, 12), "half1": (1, 6), "half2": (7, 12)}
#: The day the Civil Code (Điều 146) gives for "đầu", "giữa", "cuối" of a month.
_EDGE = {"first": 1, "middle": 15, "last": 0}


def _cut(whole: Span, name: str) -> Span | None:
    first = whole.first[0]
    vague = name in ("first", "middle", "last")
    unit: Unit = "part"
    if whole.unit == "month":
        if name == "week-1":
            return replace(whole, unit=unit, first=(first, -6), last=(first, 0))
        begin, end = _OF_MONTH[name]
        edge = (first, _EDGE[name]) if vague else None
        return replace(whole, unit=unit, first=(first, begin), last=(first, end), vague=vague, edge=edge)
    if whole.unit == "quarter":
        if name in ("first", "middle", "last"):
            of = first + ("first", "middle", "last").index(name)
            return replace(whole, unit=unit, first=(of, 1), last=(of, 0), vague=True)
        if name == "half1":
            return replace(whole, unit=unit, last=(first + 1, 15))
        if name == "half2":
            return replace(whole, unit=unit, first=(first + 1, 16))
        return (
            replace(whole, unit=unit, first=(first, 1), last=(first, 7))
            if name == "week1"
            else (replace(whole, unit=unit, first=(first + 2, -6)) if name == "week-1" else None)
        )
    if name not in _OF_YEAR or whole.unit != "year":
        return None
    begin, end = _OF_YEAR[name]
    return replace(whole, unit=unit, first=(begin, 1), last=(end, 0), vague=vague)
