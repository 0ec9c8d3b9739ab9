"""The working-day calendar of Việt Nam, and counting in it (Civil Code, article 147: the first day is not counted)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from config.timezone import at, local_day
from models.policy import DIGEST_AT, SWEEP_AT


class Certainty(StrEnum):
    """How sure a day off (or a make-up Saturday) is."""

    OFFICIAL = "official"  #: đã có thông báo chính thức
    COMPUTED = "computed"  #: tính theo luật, chưa có thông báo
    UNCONFIRMED = "unconfirmed"  #: chưa chắc chắn, cần người xác nhận


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A weekday that is off, or a Saturday that is worked."""

    day: date
    off: bool
    reason: str
    certainty: Certainty
    source: str = ""


class WorkingDays:
    """Working days of a span of years; asking outside the span raises `ValueError`."""

    def __init__(self, first_year: int, last_year: int, special: Iterable[SpecialDay]) -> None:
        self.special: Mapping[date, SpecialDay] = {entry.day: entry for entry in special}
        self.first = date(first_year, 1, 1)
        self.last = date(last_year, 12, 31)
        count = (self.last - self.first).days + 1
        days = (self.first + timedelta(days=index) for index in range(count))
        self._days: list[date] = [day for day in days if self._is_working(day)]
        self._set = frozenset(self._days)

    def _is_working(self, day: date) -> bool:
        entry = self.special.get(day)
        return not entry.off if entry else day.weekday() < 5

    def _check(self, day: date) -> None:
        if not self.first <= day <= self.last:
            raise ValueError(f"no calendar for {day}: it covers {self.first.year}-{self.last.year}")

    def is_working(self, day: date) -> bool:
        """Whether offices work on the day."""
        self._check(day)
        return day in self._set

    def on_or_after(self, day: date) -> date:
        """The first working day ≥ day."""
        self._check(day)
        return self._days[bisect_left(self._days, day)]

    def on_or_before(self, day: date) -> date:
        """T: the last working day ≤ day."""
        self._check(day)
        return self._days[bisect_right(self._days, day) - 1]

    def after(self, day: date, count: int) -> date:
        """The count-th working day after day (count ≥ 1)."""
        self._check(day)
        return self._days[bisect_right(self._days, day) - 1 + count]

    def back(self, day: date, count: int) -> date:
        """`count` working days before T(day); `back(day, 0)` is T itself."""
        self._check(day)
        index = bisect_right(self._days, day) - 1 - count
        if index < 0:
            raise ValueError(f"no calendar {count} working days before {day}")
        return self._days[index]

    def between(self, start: date, end: date) -> int:
        """Number of working days d with start < d ≤ end (0 when end ≤ start)."""
        self._check(start)
        self._check(end)
        return max(0, bisect_right(self._days, end) - bisect_right(self._days, start))

    def sweep_on(self, day: date) -> datetime:
        """07:30 of the day, as UTC (the day is taken as given)."""
        return at(day, SWEEP_AT)

    def next_sweep(self, moment: datetime) -> datetime:
        """The first sweep moment ≥ moment: 07:30 of a working day."""
        day = local_day(moment)
        candidate = at(self.on_or_after(day), SWEEP_AT)
        if candidate < moment:
            candidate = at(self.after(day, 1), SWEEP_AT)
        return candidate

    def digest_moment(self, moment: datetime) -> datetime | None:
        """08:00 of the moment's day if it is a working day and that hour has come, else None."""
        day = local_day(moment)
        if not self.is_working(day):
            return None
        eight = at(day, DIGEST_AT)
        return eight if eight <= moment else None

    def first_of_quarter(self, day: date) -> date:
        """The first working day of the calendar quarter the day lies in."""
        return self.on_or_after(date(day.year, 3 * ((day.month - 1) // 3) + 1, 1))
