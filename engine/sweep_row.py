"""What one sweep does to one assignment: wait → open → notices and rungs → lapse. Decides, writes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from config.timezone import local_day
from engine.conditions import Conditions
from engine.due import next_action, tracked
from engine.minutes import Entry, event_row
from engine.office import SYSTEM, Office
from models.assignment import Assignment
from models.kinds import ContactRole
from models.moves import Move, State, move
from models.notice import NoticeKind, Told
from models.policy import Policy
from rules.exhausted import exhausts_at
from rules.ladder import Step
from rules.opening import due_after_event, lapse_moment, ready_moment, stuck_moment
from rules.tracked import Tracked

_FOCAL = (ContactRole.FOCAL_POINT,)


@dataclass(slots=True)
class Swept:
    """The outcome for one row."""

    change: dict[str, Any]
    events: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    notices: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    rungs: list[Step] = field(default_factory=list[Step])  #: steps of kind dispatch
    opened: bool = False
    lapsed_at: datetime | None = None
    stuck: bool = False  #: hết hạn mà vẫn chờ điều kiện


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same for all rows of an activity."""

    office: Office
    conditions: Conditions
    policy: Policy
    days_after: int | None
    working_days: bool
    waits_for_any: bool
    last_day_of_plan: date
    now: datetime


def sweep_row(frame: Frame, row: Assignment) -> Swept:
    """Decide everything that is due for this row at `frame.now`."""
    what = tracked(row)
    kept = {"id": row.id, "seq": row.seq, "closed_at": row.closed_at, "original_due": row.original_due}
    swept = Swept(kept | {"broken": None})
    look_again: datetime | None = None
    if what.state is State.WAITING:
        look_again = _open(frame, row, what, swept)
    if what.outstanding:
        for step in frame.office.ladders.due(what, frame.policy, frame.now):
            swept.notices.append(_notice(row, step))
            if step.kind is NoticeKind.DISPATCH:
                swept.rungs.append(step)
        lapse = lapse_moment(what, frame.office.calendar)
        if lapse is not None and lapse <= frame.now:
            _lapse(frame, row, what, swept, lapse)
    swept.change |= {
        "state": what.state,
        "opened_at": what.opened_at,
        "anchored_at": what.anchored_at,
        "current_due": what.current_due,
        "next_action_at": look_again or next_action(frame.office, what, frame.policy, frame.now),
        "exhausts_at": exhausts_at(what, frame.policy, frame.office.ladders, frame.last_day_of_plan),
    }
    return swept


def _open(frame: Frame, row: Assignment, what: Tracked, swept: Swept) -> datetime | None:
    """Open it if its moment has come; else return when to look again."""
    ready = ready_moment(
        what.ready_at,
        frame.conditions.triggers(row.activity_id),
        frame.waits_for_any,
        frame.conditions.needs(row.activity_id, row.agency_id, row.period),
    )
    opens = frame.office.calendar.next_sweep(ready) if ready is not None and not what.orphaned else None
    lapse = lapse_moment(what, frame.office.calendar)
    if lapse is not None and (opens is None or lapse <= opens):
        if lapse <= frame.now:
            _lapse(frame, row, what, swept, lapse)
            return None
        return lapse
    if opens is None or opens > frame.now:
        stuck = stuck_moment(what, frame.office.calendar)
        if stuck is None:
            return opens
        swept.stuck = stuck <= frame.now
        return opens if swept.stuck else min(stuck, opens or stuck)
    _record(row, what, swept, Move.OPEN, opens, frame.now)
    what.opened_at = what.anchored_at = opens
    swept.opened = True
    event = frame.conditions.event_day(row.activity_id, opens)
    if frame.days_after is not None and event is not None and what.current_due is None:
        due = due_after_event(event, frame.days_after, frame.working_days, frame.office.calendar)
        what.current_due = swept.change["original_due"] = due
    day = local_day(opens)
    swept.notices.append(_notice(row, Step(NoticeKind.OPENED, 0, day, day, opens, _FOCAL)))
    return None


def _lapse(frame: Frame, row: Assignment, what: Tracked, swept: Swept, at: datetime) -> None:
    _record(row, what, swept, Move.LAPSE, at, frame.now)
    swept.change["closed_at"] = swept.lapsed_at = at


def _record(row: Assignment, what: Tracked, swept: Swept, how: Move, at: datetime, now: datetime) -> None:
    before = what.state
    what.state = move(before, how)
    swept.change["seq"] += 1
    assert row.id is not None
    entry = Entry(how.value, before, what.state, at, now, SYSTEM)
    swept.events.append(event_row(row.id, row.key, swept.change["seq"], entry))


def _notice(row: Assignment, step: Step) -> dict[str, Any]:
    return {
        "assignment_id": row.id,
        "kind": step.kind,
        "offset": step.offset,
        "anchor": step.anchor,
        "moment": step.moment,
        "audience": ",".join(role.value for role in step.audience),
        "told": Told.PENDING if step.audience else Told.NONE,
    }
