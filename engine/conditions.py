"""What the waiting assignments of a section wait for, read once per batch (R11-R13)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlmodel import Session

from models.plan import Activity, Need, NeedMode, Trigger
from store import assignments, plans


@dataclass(frozen=True, slots=True)
class _Closing:
    agency: str
    period: str
    closed_at: datetime | None


class Conditions:
    """Answers, for one assignment, when each of its conditions came true (None: not yet)."""

    def __init__(self, session: Session, activities: Sequence[Activity]) -> None:
        self._ids = [activity.id for activity in activities if activity.id is not None]
        self._session = session
        self._closings: dict[int, list[_Closing]] = {}

    def triggers(self, activity_id: int) -> list[datetime | None]:
        """When each trigger was recorded."""
        return [trigger.recorded_at for trigger in self._triggers.get(activity_id, ())]

    def event_day(self, activity_id: int, until: datetime) -> date | None:
        """R15: the latest date among the triggers recorded until a moment."""
        return max(
            (
                trigger.dated
                for trigger in self._triggers.get(activity_id, ())
                if trigger.dated is not None and trigger.recorded_at is not None and trigger.recorded_at <= until
            ),
            default=None,
        )

    def needs(self, activity_id: int, agency_id: str, period: str) -> list[datetime | None]:
        """R12: when each needed assignment became final."""
        found: list[datetime | None] = []
        for need in self._needs.get(activity_id, ()):
            rows = self._of(need.needed_id)
            if need.own:
                rows = _own(rows, agency_id, period)
            found.extend(row.closed_at for row in rows)
        return found

    # Most sweeps touch nothing that waits, so all this is read only when asked for.

    @cached_property
    def _triggers(self) -> dict[int, list[Trigger]]:
        found: dict[int, list[Trigger]] = defaultdict(list)
        for activity_id, trigger in plans.waits(self._session, self._ids):
            found[activity_id].append(trigger)
        return found

    @cached_property
    def _needs(self) -> dict[int, list[Need]]:
        found: dict[int, list[Need]] = defaultdict(list)
        for need in plans.needs(self._session, self._ids, NeedMode.AFTER):
            found[need.activity_id].append(need)
        return found

    def _of(self, activity_id: int) -> list[_Closing]:
        if activity_id not in self._closings:
            rows = assignments.closings(self._session, activity_id)
            self._closings[activity_id] = [_Closing(*row) for row in rows]
        return self._closings[activity_id]


def _own(rows: list[_Closing], agency_id: str, period: str) -> list[_Closing]:
    """The same agency and period; the needed activity's only period, if it has but one."""
    mine = [row for row in rows if row.agency == agency_id]
    if len({row.period for row in rows}) == 1:
        return mine
    return [row for row in mine if row.period == period]
