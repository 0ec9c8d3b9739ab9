"""The oracle's own calendar: which days are worked (R2), counting in working days (R4), sweep moments (R3, R5)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import holidays
from ruamel.yaml import YAML

LOCAL = timezone(timedelta(hours=7))  # R1
SWEEP = time(7, 30)
DIGEST = time(8, 0)


def at(day: date, clock: time) -> datetime:
    """The aware moment of a plan-local day and clock time."""
    return datetime.combine(day, clock, LOCAL)


def midnight(day: date) -> datetime:
    """00:00 plan-local of the day."""
    return at(day, time(0))


def day_of(moment: datetime) -> date:
    """The plan-local calendar day of a moment (R1)."""
    return moment.astimezone(LOCAL).date()


def stamp(moment: datetime | None) -> str | None:
    """How every moment is written in a prediction: ISO, plan-local, whole seconds."""
    return None if moment is None else moment.astimezone(LOCAL).isoformat(timespec="seconds")


class Days:
    """All working days between two years, as one sorted list."""

    def __init__(self, first: int, last: int, off: Iterable[date], worked: Iterable[date]) -> None:
        free, extra = set(off), set(worked)
        day, end = date(first, 1, 1), date(last, 12, 31)
        self.days: list[date] = []
        while day <= end:
            if day in extra or (day.weekday() < 5 and day not in free):
                self.days.append(day)
            day += timedelta(days=1)

    def is_working(self, day: date) -> bool:
        """Whether the day is worked."""
        spot = bisect_left(self.days, day)
        return spot < len(self.days) and self.days[spot] == day

    def t(self, day: date) -> date:
        """T(d): the last working day ≤ d."""
        return self.back(day, 0)

    def back(self, day: date, n: int) -> date:
        """back(d, n): n working days before T(d)."""
        spot = bisect_right(self.days, day) - 1 - n
        if spot < 0:
            raise ValueError(f"the calendar begins after {day} - {n} working days")
        return self.days[spot]

    def after(self, day: date, n: int) -> date:
        """after(d, n): the n-th working day after d, n ≥ 1."""
        return self.days[bisect_right(self.days, day) + n - 1]

    def first_from(self, day: date) -> date:
        """The first working day ≥ d."""
        return self.days[bisect_left(self.days, day)]

    def next_sweep(self, moment: datetime) -> datetime:
        """next_sweep(m): the first 07:30 of a working day that is ≥ m (R5)."""
        day = self.first_from(day_of(moment))
        swept = at(day, SWEEP)
        return swept if swept >= moment else at(self.after(day, 1), SWEEP)


def vietnam(first: int, last: int, overrides: Path | None = None) -> Days:
    """The calendar of the years: the `holidays` package, and per year the override file, which wins (R2)."""
    known = holidays.country_holidays("VN", years=range(first, last + 1))
    off = set(known.keys())
    worked = {day for day in known.weekend_workdays if first <= day.year <= last}
    for year in range(first, last + 1):
        path = None if overrides is None else overrides / f"{year}.yaml"
        if path is not None and path.is_file():
            override(YAML(typ="safe").load(path.read_text(encoding="utf-8")) or {}, off, worked)
    return Days(first, last, off, worked)


def override(text: dict[str, Any], off: set[date], worked: set[date]) -> None:
    """Apply one year's file: each day it names gets what it says, whatever the package thought."""
    for day in named_days(text.get("off")):
        off.add(day)
        worked.discard(day)
    for day in named_days(text.get("worked")):
        worked.add(day)
        off.discard(day)


def named_days(entries: Any) -> list[date]:
    """The days of a list of `{day: …}`."""
    return [date.fromisoformat(str(entry["day"])) for entry in entries or ()]
