"""A recurrence of a reading ("YEARLY;by=12-01") as the plan file's recurrence and the first last day of it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.kinds import Recurrence

_EVERY = {
    "YEARLY": Recurrence.YEARLY,
    "HALFYEARLY": Recurrence.HALF_YEARLY,
    "QUARTERLY": Recurrence.QUARTERLY,
    "MONTHLY": Recurrence.MONTHLY,
}
_MONTHS = {Recurrence.YEARLY: 12, Recurrence.HALF_YEARLY: 6, Recurrence.QUARTERLY: 3, Recurrence.MONTHLY: 1}


@dataclass(frozen=True, slots=True)
class Cycle:
    """How often, and the last day of the first period; `opens` only where the text names a span of its own."""

    every: Recurrence
    last_day: date
    opens: date | None = None
    printed: bool = True  #: ngày do văn bản ghi, không phải ngày mặc định


def parts(recurrence: str) -> list[tuple[str, dict[str, str]]]:
    """The frequencies of a recurrence with their settings."""
    found: list[tuple[str, dict[str, str]]] = []
    for single in recurrence.split("+"):
        freq, *settings = single.strip().split(";")
        pairs = (setting.partition("=") for setting in settings)
        found.append((freq.strip().upper(), {name.strip().lower(): value.strip() for name, _, value in pairs}))
    return found


def cycle(
    freq: str, settings: dict[str, str], issued: date, years: tuple[int, int], default: tuple[int, int]
) -> Cycle | None:
    """The first period not over on the issue date; None for frequencies a plan does not run by (daily, weekly)."""
    every = _EVERY.get(freq)
    if every is None:
        return None
    days = [found for found in _candidates(every, settings, years, default) if found.last_day >= issued]
    return days[0] if days else None


def _candidates(
    every: Recurrence, settings: dict[str, str], years: tuple[int, int], default: tuple[int, int]
) -> Iterator[Cycle]:
    length = _MONTHS[every]
    for year in range(years[0], years[1] + 1):
        for last in range(length, 13, length):
            yield _period(every, year, last, settings, default)


def _period(every: Recurrence, year: int, last: int, settings: dict[str, str], default: tuple[int, int]) -> Cycle:
    """The period ending with month `last` of a year."""
    named = settings.get("by") or settings.get("day") or ""
    month, day = _month_day(named, every, last)
    if day is not None:
        return Cycle(every, _day(year, month, day))
    if every is Recurrence.YEARLY and (span := _span(settings)):
        return Cycle(every, _day(year, span[1], 31), _day(year, span[0], 1))
    month, day = default if every is Recurrence.YEARLY else (last, 31)
    return Cycle(every, _day(year, month, day), printed=False)


def _month_day(text: str, every: Recurrence, last: int) -> tuple[int, int | None]:
    """ "12-01" a month and day; "M3-19" the 19th of the period's third month; "24" the 24th of its last month."""
    head, dash, tail = text.upper().lstrip("M").partition("-")
    if not (head.isdecimal() and (tail.isdecimal() or not dash)):
        return last, None
    if not dash:
        return last, max(1, int(head[:2]))
    month = int(head[:2]) if every is Recurrence.YEARLY else last - _MONTHS[every] + int(head[:2])
    return min(12, max(1, month)), max(1, int(tail[:2]))


def _span(settings: dict[str, str]) -> tuple[int, int] | None:
    month, quarter = settings.get("month", ""), settings.get("quarter", "")
    if month.isdecimal() and 1 <= int(month[:3]) <= 12:
        return int(month), int(month)
    if quarter.isdecimal() and 1 <= int(quarter[:3]) <= 4:
        return 3 * int(quarter) - 2, 3 * int(quarter)
    return None


def _day(year: int, month: int, day: int) -> date:
    """A day cut to the length of its month."""
    return date(year, month, min(day, monthrange(year, month)[1]))
