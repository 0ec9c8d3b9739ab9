"""What all acts on one assignment share: load it, move it, write the minutes, settle what hangs on it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from sqlmodel import Session

from config.timezone import local_day
from engine.answer import Answer, post_answer
from engine.ceased import settle_ceased
from engine.due import refresh, tracked
from engine.errors import NotAllowed
from engine.minutes import Entry, event_row
from engine.office import Actor, Office
from engine.section_state import settle_section
from models.assignment import Assignment
from models.moves import FINAL, OUTSTANDING, Move, move
from models.plan import Activity, NeedMode, Plan, PlanState
from models.policy import Policy
from rules.policies import from_stored
from store import assignments, dispatches, plans, submissions

#: Days around a given day in which its reminders and rungs may fall.
ROOM = timedelta(days=120)


@dataclass
class Case:
    """One assignment on the desk, within one transaction."""

    office: Office
    session: Session
    row: Assignment
    activity: Activity
    plan: Plan
    policy: Policy
    at: datetime
    actor: Actor

    def move(self, what: Move, why: str = "", **payload: Any) -> None:
        """Change the state by the table of moves and write it down; raises `MoveNotAllowed`."""
        before = self.row.state
        self.row.state = move(before, what)
        if self.row.state in FINAL:
            self.row.closed_at = self.at
        self._write(Entry(what.value, before, self.row.state, self.at, self.at, self.actor, why, payload))

    def note(self, what: str, why: str = "", **payload: Any) -> None:
        """Write down something that is not a move."""
        state = self.row.state
        self._write(Entry(what, state, state, self.at, self.at, self.actor, why, payload))

    def answer(self, answer: Answer) -> None:
        """Queue the answer mail of this act (R32)."""
        post_answer(self.office, self.session, self.plan, self.activity, self.row, answer, self.at)

    def _write(self, entry: Entry) -> None:
        self.row.seq += 1
        assert self.row.id is not None
        rows = self.session.info.setdefault("events", [])
        rows.append(event_row(self.row.id, self.row.key, self.row.seq, entry))
        self.office.database.last(self.session, "events", partial(write_events, self.session))


def check_day(office: Office, day: date) -> None:
    """A day a person gives must lie within the calendar, with room for what follows it."""
    calendar = office.calendar
    if not calendar.first + ROOM <= day <= calendar.last - ROOM:
        raise NotAllowed(
            f"Ngày {day:%d/%m/%Y} ngoài khoảng lịch làm việc ({calendar.first.year}–{calendar.last.year})."
        )


def write_events(session: Session) -> None:
    """Write what the acts of this transaction noted."""
    assignments.write_events(session, session.info.pop("events"))


@contextmanager
def case(office: Office, key: str, at: datetime, actor: Actor) -> Generator[Case]:
    """One act on one assignment: loads it locked, and after the act settles drafts, successors and the section."""
    with office.database.begin(looks=False) as session, session.no_autoflush:  # written once, at the end
        row = assignments.by_key(session, key)
        activity = plans.activity(session, row.activity_id)
        plan = plans.plan(session, row.plan_id)
        if plan.state is PlanState.CLOSED:
            raise NotAllowed(f"Kế hoạch “{plan.title}” đã kết thúc ngày {plan.closed_on:%d/%m/%Y}.")
        desk = Case(office, session, row, activity, plan, from_stored(activity.policy), at, actor)
        yield desk
        settle(desk)


def settle(desk: Case) -> None:
    """After an act: next action, drafts (R24), successors, section."""
    row = desk.row
    refresh(desk.office, row, desk.policy, desk.plan.last_year, desk.at)
    desk.session.add(row)
    assert row.id is not None
    late_from = tracked(row).late_from
    if row.state not in OUTSTANDING and late_from is not None and late_from < local_day(desk.at):  # else in no draft
        dispatches.strike(desk.session, row.id, desk.at)
    if row.state in FINAL:
        if row.current_due is not None:
            submissions.supersede(desk.session, row.id, desk.at)
        if row.orphaned_at is not None:
            settle_ceased(desk.session, desk.plan, row.agency_id, desk.at)
        wake_successors(desk.office, desk.session, row, desk.at)
    desk.office.database.last(
        desk.session, ("section", row.section_id), partial(settle_section, desk.session, row.section_id)
    )


def wake_successors(office: Office, session: Session, row: Assignment, closed_at: datetime) -> None:
    """R12, R13: those that come after this one are to be looked at on the next sweep."""
    at = office.calendar.next_sweep(closed_at)
    for need in plans.dependents(session, [row.activity_id], NeedMode.AFTER):
        own = row.agency_id if need.own else None
        office.database.last(
            session,
            ("wake", need.activity_id, own, at),
            partial(assignments.wake, session, [need.activity_id], own, at),
        )
