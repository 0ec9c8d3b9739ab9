"""A stretch of the calendar, whose year may be missing (then it is the plan's)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "month", "quarter", "months", "part", "year", "years"]
FIRST_YEAR, LAST_YEAR = 1945, 2100


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day, both included. A day of 0 is the last of its month, -6 the seventh from its end."""

    unit: Unit
    first: tuple[int, int] = (1, 1)  #: tháng, ngày
    last: tuple[int, int] = (12, 31)
    year: int | None = None
    until: int | None = None  #: năm cuối, khi khác năm đầu
    later: int = 0  #: "năm sau": số năm sau năm của kế hoạch
    doubtful: bool = False  #: ngày in ra không có trong lịch (31/11)
    vague: bool = False  #: "đầu tháng", "cuối năm": khoảng do quy ước
    each: bool = False  #: "của năm báo cáo": lặp lại hằng năm
    edge: tuple[int, int] | None = None  #: ngày của Bộ luật Dân sự cho "đầu", "giữa", "cuối"

    def bounds(self, year: int) -> tuple[date, date]:
        """Both days, in the span's own year or the given one."""
        start = self.year if self.year is not None else year + self.later
        end = self.until if self.until is not None else start
        return _day(start, *self.first), _day(end, *self.last)

    def in_year(self, year: int | None) -> Span:
        """The same with this year, unless it has one."""
        return self if self.year is not None or self.later or year is None else replace(self, year=year)


def day_span(day: int, month: int, year: int | None = None, later: int = 0, each: bool = False) -> Span:
    """One day; a day its month does not have is doubtful and becomes the month's last."""
    longest = monthrange(year if year is not None else 2024, month)[1]
    return Span("day", (month, day), (month, day), year, None, later, day > longest, False, each)


def month_span(month: int, year: int | None = None, later: int = 0) -> Span:
    """One month."""
    return Span("month", (month, 1), (month, 0), year, None, later)


def quarter_span(quarter: int, year: int | None = None, later: int = 0) -> Span:
    """One quarter."""
    return Span("quarter", (3 * quarter - 2, 1), (3 * quarter, 0), year, None, later)


def year_span(year: int | None, until: int | None = None, later: int = 0) -> Span:
    """A year, or from one to another."""
    return Span("years" if until is not None else "year", (1, 1), (12, 31), year, until, later)


def _day(year: int, month: int, day: int) -> date:
    longest = monthrange(year, month)[1]
    return date(year, month, longest + day if day <= 0 else min(day, longest))


def day_before(month: int, day: int) -> tuple[int, int]:
    """The day before a day of any year; 01/3 counts from 28/02."""
    before = date(2023, month, min(day, monthrange(2023, month)[1])) - timedelta(days=1)
    return before.month, before.day
