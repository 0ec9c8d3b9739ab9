"""The reminder policy of one activity, and the moments it asks for: R16-R19, R21, R36."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from oracle.days import SWEEP, Days, at, day_of

DEFAULT: dict[str, Any] = {
    "before": [15, 7, 3, 1, 0],
    "after": [
        {"day": 1, "act": "notice", "to": ["focal_point", "head"]},
        {"day": 3, "act": "dispatch", "sender": "department"},
        {"day": 7, "act": "dispatch", "sender": "province"},
        {"day": 15, "act": "named"},
    ],
    "overview": "monthly",
    "requested_repeat": 1,
}
KIND = {"notice": "late", "dispatch": "dispatch", "named": "named"}
FOCAL = ("focal_point",)


@dataclass(frozen=True)
class Step:
    """One thing to be noted about an assignment at a moment."""

    kind: str
    offset: int
    anchor: date
    moment: datetime
    roles: tuple[str, ...] = FOCAL
    sender: str | None = None


@dataclass(frozen=True)
class Ladder:
    """What runs for one activity."""

    before: tuple[int, ...]
    after: tuple[tuple[int, str, tuple[str, ...], str | None], ...]
    monthly: bool
    repeat: int

    def steps(self, anchor: date, late_from: date, now: datetime, days: Days) -> Iterator[Step]:
        """All steps of a body that is bound, with a moment ≤ now; R is `anchor`, L is `late_from`."""
        for n in self.before:
            yield Step("before", -n, anchor, at(days.back(anchor, n), SWEEP))
        for n, act, roles, sender in self.after:
            yield Step(KIND[act], n, late_from, at(days.after(late_from, n), SWEEP), roles, sender)
        if self.monthly and self.after:
            yield from self.overviews(day_of(self.exhausted(late_from, days)), now, days)

    def overviews(self, last_rung: date, now: datetime, days: Days) -> Iterator[Step]:
        """R19: the first working day of every later month, up to now."""
        year, month = last_rung.year, last_rung.month
        while (day := days.first_from(date(year, month, 1))) <= day_of(now):
            if day > last_rung:
                yield Step("overview", 0, day, at(day, SWEEP))
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)

    def polite(self, late_from: date, days: Days) -> Step:
        """R21: the one repeat of a requested body."""
        return Step("repeat", self.repeat, late_from, at(days.after(late_from, self.repeat), SWEEP))

    def exhausted(self, late_from: date, days: Days, requested: bool = False) -> datetime:
        """R36: the moment of the last rung, or of the repeat."""
        last = self.repeat if requested else max((rung[0] for rung in self.after), default=1)
        return at(days.after(late_from, last), SWEEP)


def ladder_of(*overrides: Mapping[str, Any] | None) -> Ladder:
    """The default, overridden key by key: plan, then section, then activity."""
    merged = dict(DEFAULT)
    for override in overrides:
        merged.update({key: value for key, value in (override or {}).items() if value is not None})
    rungs = tuple((r["day"], r["act"], tuple(r.get("to") or ()), r.get("sender")) for r in merged["after"])
    return Ladder(tuple(merged["before"]), rungs, merged["overview"] == "monthly", merged["requested_repeat"])
