"""Amendment, the periods and the new duties: what sweeps expand on later opening days, and what is given out now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlmodel import Session

from config.timezone import start_of
from engine.amend_wanted import Version
from engine.expansion import Frame, duty_row, period_row
from models.assignment import Assignment
from models.plan import Activity, ActivityPeriod, Plan
from models.terms import Terms
from rules.amendment import Duty, over
from rules.periods import Period
from store import versions
from store.insertion import insert_new


def follow_periods(
    session: Session, plan: Plan, new: Version, activities: Mapping[str, Activity], frame: Frame
) -> None:
    """Each activity's periods as the new version has them; one that lies behind is not begun any more."""
    had: dict[int, dict[str, ActivityPeriod]] = {}
    for row in versions.periods(session, plan.id):
        had.setdefault(row.activity_id, {})[row.key] = row
    for key, activity in activities.items():
        assert activity.id is not None
        mine = had.get(activity.id, {})
        wanted = {period.key: period for period in new.cut(new.tracked[key])} if key in new.tracked else {}
        for name in mine.keys() - wanted.keys():
            session.delete(mine[name])
        session.flush()
        for name, period in wanted.items():
            if name in mine:
                _follow(session, mine[name], activity, period, frame, new.today)
            elif not over(period, new.today):
                insert_new(session, ActivityPeriod, [period_row(frame, activity, begun(period, new.today))])


def _follow(
    session: Session, row: ActivityPeriod, activity: Activity, period: Period, frame: Frame, today: date
) -> None:
    row.section_id = activity.section_id
    row.last_day, row.ends = period.last_day, period.ends
    if row.opens != period.opens:
        row.opens = period.opens
        row.expands_at = frame.calendar.next_sweep(start_of(period.opens))
        if period.opens > today:  # its day is yet to come (again), and its members with it
            row.expanded_at = None
    session.add(row)


def make_duties(frame: Frame, duties: Iterable[Duty], activities: Mapping[str, Activity], today: date) -> int:
    """A9: new duties, waiting, opened and expanded not before today."""
    rows: list[dict[str, Any]] = []
    for duty in duties:
        activity = activities[duty.activity]
        period = begun(Period(duty.period, duty.opens, duty.last_day, duty.ends), today)
        entry = frame.who.heirs.agencies[duty.agency]
        terms = Terms.load(activity.terms)
        rows.append(duty_row(frame, frame.who.plan, activity, terms, period, entry, waits=False))
    return insert_new(frame.session, Assignment, rows)


def begun(period: Period, today: date) -> Period:
    """A period as it runs from today on."""
    return replace(period, opens=max(period.opens, today))
