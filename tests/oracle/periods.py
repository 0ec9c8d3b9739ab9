"""Which periods an activity has, and what opens and ends each: R8, R9."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from oracle.days import Days

STEP = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}


@dataclass(frozen=True)
class Span:
    """One period of an activity."""

    period: str
    opens: date
    last_day: date | None = None
    ends: date | None = None


def as_day(value: Any) -> date | None:
    """A date out of YAML or TSV (a date, its ISO text, or nothing)."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value).strip())


def as_time(value: Any) -> time | None:
    """A printed hour out of YAML 1.2, which leaves `16:30` a text."""
    if value is None or value == "":
        return None
    return value if isinstance(value, time) else time.fromisoformat(str(value))


def periods(header: dict[str, Any], activity: dict[str, Any], days: Days) -> list[Span]:
    """R8, R9: the periods of an activity with what opens and ends each."""
    applied = activity["applied"]
    issued = as_day(header["issued_on"])
    first, last = header["years"]
    assert issued is not None
    opens = stated(activity)
    match applied["form"]:
        case "dated" if applied.get("every"):
            return recurring(applied, opens, issued, last, days)
        case "dated":
            due = as_day(applied["last_day"])
            assert due is not None
            return [Span("once", max(issued, opens or quarter_start(due, days)), due)]
        case "undated":
            return [Span(str(y), max(issued, date(y, 1, 1), opens or issued)) for y in range(first, last + 1)]
        case "triggered":
            return [Span("once", max(issued, opens or date(first, 1, 1)))]
        case _:
            return quarters(applied, opens, issued, first, last)


def quarters(applied: dict[str, Any], start: date | None, issued: date, first: int, last: int) -> list[Span]:
    """Ongoing: the quarters of the plan's years from the issue date's on, cut to `opens`…`until`."""
    until = as_day(applied.get("until"))
    spans: list[Span] = []
    for year in range(first, last + 1):
        for n in (1, 2, 3, 4):
            begin = max(date(year, 3 * n - 2, 1), issued, start or issued)
            end = month_end(year, 3 * n)
            end = min(end, until) if until else end
            if begin <= end:
                spans.append(Span(f"{year}-Q{n}", begin, ends=end))
    return spans


def recurring(applied: dict[str, Any], opens0: date | None, issued: date, last: int, days: Days) -> list[Span]:
    """Dated and recurring: the first period's days moved on step by step to the end of the plan's last year."""
    due0, step = as_day(applied["last_day"]), STEP[applied["every"]]
    assert due0 is not None
    spans: list[Span] = []
    turn = 0
    while (due := moved(due0, turn * step)).year <= last:
        if due >= issued:
            opens = moved(opens0, turn * step) if opens0 else quarter_start(due, days)
            spans.append(Span(period_of(due, applied["every"]), max(issued, opens), due))
        turn += 1
    return spans


def stated(activity: dict[str, Any]) -> date | None:
    """R9: the opening stated, else the start of the window the document gives."""
    return as_day(activity["applied"].get("opens")) or as_day((activity.get("read") or {}).get("start"))


def period_of(day: date, every: str) -> str:
    """The key of the year, half year, quarter or month a day lies in."""
    match every:
        case "yearly":
            return str(day.year)
        case "half_yearly":
            return f"{day.year}-H{(day.month + 5) // 6}"
        case "quarterly":
            return f"{day.year}-Q{(day.month + 2) // 3}"
        case _:
            return f"{day.year}-{day.month:02}"


def moved(day: date, months: int) -> date:
    """The same day some months later; the last day of a month stays the last day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    end = month_end(year, month + 1)
    return end if day == month_end(day.year, day.month) else date(year, month + 1, min(day.day, end.day))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def quarter_start(day: date, days: Days) -> date:
    """The first working day of the quarter a day lies in (R9)."""
    return days.first_from(date(day.year, (day.month - 1) // 3 * 3 + 1, 1))
