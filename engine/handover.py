"""One duty whose agency has ended: it moves, is merged, waits for a person, or is freed again (R49-R52)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session

from config.timezone import local_day
from engine.due import refresh, tracked
from engine.minutes import Entry, event_row
from engine.office import SYSTEM, Actor, Office
from models.assignment import Assignment, AssignmentEvent
from models.directory import AgencyEntry
from models.kinds import ContactRole
from models.moves import OUTSTANDING, Move, State, move
from models.notice import NoticeKind, Told
from models.plan import NeedMode, Plan
from models.policy import Policy
from rules.opening import lapse_moment
from rules.policies import from_stored
from store import dispatches, notices, plans, submissions, successions


class Handover:
    """Changes duties of one plan within one transaction; `now` is when it is written down."""

    def __init__(self, office: Office, session: Session, plan: Plan, now: datetime, actor: Actor = SYSTEM) -> None:
        self._office = office
        self._session = session
        self._plan = plan
        self._now = now
        self._actor = actor
        self._policies: dict[int, Policy] = {}

    def move(self, row: Assignment, heir: AgencyEntry, why: str, at: datetime, *, what: str = "hand_over") -> None:
        """To another agency, its days unchanged; that agency is told like of a new duty."""
        before = row.agency_id
        row.agency_id = heir.id
        self._note(row, what, why, at, {"from": before, "to": heir.id, "name": heir.name})
        self._strike(row, at)
        if row.orphaned_at is not None:
            self._free(row, at)
        elif row.state is State.WAITING:
            self._hold(row, at)
        if row.state in OUTSTANDING:
            self._tell(row, at)
        self._session.add(row)
        needs = plans.dependents(self._session, [row.activity_id], NeedMode.AFTER)
        for waiting in successions.waiting(self._session, [need.activity_id for need in needs if need.own], before):
            self._hold(waiting, at)

    def merge(self, row: Assignment, into: Assignment, heir: AgencyEntry, source: str, at: datetime) -> None:
        """The heir owes the same already: this one is closed and points to it."""
        before = row.state
        row.state = move(before, Move.WITHDRAW)
        row.closed_at, row.next_action_at, row.orphaned_at = at, None, None
        why = f"gộp vào nhiệm vụ của {heir.name} ({source})"
        self._write(row, Entry(Move.WITHDRAW.value, before, row.state, at, self._now, self._actor, why, {
            "merged_into": into.key, "heir": heir.id,
        }))  # fmt: skip
        self._strike(row, at)
        assert row.id is not None
        submissions.supersede(self._session, row.id, at)
        self._refresh(row, at)

    def orphan(self, row: Assignment, at: datetime) -> None:
        """Nobody is reminded of it until a person has decided."""
        row.orphaned_at = at
        self._note(row, "orphan", "cơ quan đã kết thúc, chưa xác định được nơi kế thừa", at, {"agency": row.agency_id})
        self._strike(row, at)
        self._refresh(row, at)
        if row.state is State.WAITING:
            row.next_action_at = lapse_moment(tracked(row), self._office.calendar)

    def release(self, row: Assignment, at: datetime) -> None:
        """Its agency has not ended after all: it goes on."""
        self._note(row, "release", "danh mục cơ quan đã được sửa", at, {"agency": row.agency_id})
        self._free(row, at)
        self._session.add(row)

    def note_desk(self, row: Assignment, before: tuple[str, str], at: datetime) -> None:
        """Write down that desk or addressee are others than before, if they are."""
        if before != (row.desk_id, row.owed_to_id):
            payload = {"desk": [before[0], row.desk_id], "owed_to": [before[1], row.owed_to_id]}
            self._note(row, "change_desk", "nơi thu hoặc nơi nhận đã kết thúc hoạt động", at, payload)
            self._session.add(row)

    def _free(self, row: Assignment, at: datetime) -> None:
        """Reminders count from now on, as after a suspension (R29)."""
        row.orphaned_at = None
        if row.state is State.WAITING:
            row.ready_at, row.next_action_at = at, self._office.calendar.next_sweep(at)
        elif row.state in OUTSTANDING:
            row.anchored_at = at
        self._refresh(row, at)

    def _hold(self, row: Assignment, at: datetime) -> None:
        """What it waits for is another from now on: it cannot have been ready before."""
        row.ready_at = max(row.ready_at, at)
        row.next_action_at = at if row.next_action_at is None else min(row.next_action_at, at)
        self._session.add(row)

    def _tell(self, row: Assignment, at: datetime) -> None:
        notice = {
            "assignment_id": row.id, "kind": NoticeKind.OPENED, "offset": 0, "anchor": local_day(at), "moment": at,
            "audience": ContactRole.FOCAL_POINT.value, "told": Told.PENDING,
        }  # fmt: skip
        notices.tell_again(self._session, notice)

    def _strike(self, row: Assignment, at: datetime) -> None:
        assert row.id is not None
        dispatches.strike(self._session, row.id, at)

    def _refresh(self, row: Assignment, at: datetime) -> None:
        if row.activity_id not in self._policies:
            self._policies[row.activity_id] = from_stored(plans.activity(self._session, row.activity_id).policy)
        refresh(self._office, row, self._policies[row.activity_id], self._plan.last_year, at)
        self._session.add(row)

    def _note(self, row: Assignment, what: str, why: str, at: datetime, payload: dict[str, Any]) -> None:
        self._write(row, Entry(what, row.state, row.state, at, self._now, self._actor, why, payload))

    def _write(self, row: Assignment, entry: Entry) -> None:
        row.seq += 1
        assert row.id is not None
        self._session.add(AssignmentEvent(**event_row(row.id, row.key, row.seq, entry)))
