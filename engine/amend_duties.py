"""Amendment, the duties: what was decided for each is done to its row (A4-A9), with minutes, extensions and mails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from config.timezone import local_day, start_of
from engine.act import Case, settle
from engine.answer import Answer
from engine.office import Actor, Office
from models.assignment import Assignment
from models.dispatch import ItemKind
from models.moves import FINAL, OUTSTANDING, Move, State
from models.plan import Activity, Plan
from models.submission import Extension, ExtensionState
from notifications.contexts import AnswerKind, Decision
from rules.amendment import Duty, Fate, Verdict
from rules.policies import from_stored
from store import dispatches, submissions, versions


@dataclass(frozen=True, slots=True)
class AmendingDocument:
    """The document that changes the plan (văn bản sửa đổi)."""

    number: str
    dated: date
    signer: str

    @property
    def text(self) -> str:
        """As it is named in reasons: "Văn bản sửa đổi số 45/KH-UBND ngày 10/06/2022"."""
        return f"Kế hoạch được sửa đổi theo văn bản số {self.number} ngày {self.dated:%d/%m/%Y}"

    @property
    def decision(self) -> Decision:
        """As a mail names it."""
        return Decision(self.number, self.dated, self.signer)


class DutyWriter:
    """Writes verdicts about rows that are there; one per amendment."""

    def __init__(
        self, office: Office, session: Session, plan: Plan, activities: Mapping[int, Activity],
        document: AmendingDocument, at: datetime, actor: Actor,
    ) -> None:  # fmt: skip
        self.office = office
        self.session = session
        self.plan = plan
        self.activities = activities
        self.document = document
        self.at = at
        self.actor = actor
        self.today = local_day(at)

    def write(self, verdict: Verdict, row: Assignment) -> None:
        """Do to the row what was decided."""
        desk = self.case(row)
        match verdict.fate:
            case Fate.WITHDRAWN:
                self._withdraw(desk)
            case Fate.TO_DECIDE:
                self._leave_to_a_person(desk)
            case Fate.REINSTATED:
                assert verdict.after is not None
                self._reinstate(desk, verdict.after)
            case Fate.MOVED:
                assert verdict.after is not None
                self._move(desk, verdict.before, verdict.after)
            case Fate.KEPT if row.state not in FINAL and verdict.after is not None:
                self._keep(desk, verdict, verdict.after)
            case _:
                return
        if verdict.after is not None and verdict.before is None:
            dispatches.settle_item(self.session, item_key(row), self.at)

    def case(self, row: Assignment) -> Case:
        """The row on the desk, with its activity as the new version has it."""
        activity = self.activities[row.activity_id]
        policy = from_stored(activity.policy)
        return Case(self.office, self.session, row, activity, self.plan, policy, self.at, self.actor)

    def _withdraw(self, desk: Case) -> None:
        told = desk.row.opened_at is not None
        desk.move(Move.WITHDRAW, self.document.text, **self._named())
        if told:
            desk.answer(Answer(AnswerKind.WITHDRAWN, reason=self.document.text, decision=self.document.decision))
        settle(desk)

    def _leave_to_a_person(self, desk: Case) -> None:
        row = desk.row
        key = item_key(row)
        dispatches.raise_items(
            self.session,
            [
                {
                    "key": key, "plan_id": row.plan_id, "kind": ItemKind.AMENDMENT,
                    "title": f"Văn bản {self.document.number} bỏ một nhiệm vụ đã có kết quả gửi",
                    "detail": f"Nhiệm vụ {row.key}: xin chấp nhận, trả lại hoặc rút.", "raised_at": self.at,
                }
            ],
        )  # fmt: skip
        versions.reopen_item(self.session, key)
        desk.note("amend", self.document.text, removed=True, **self._named())
        settle(desk)

    def _reinstate(self, desk: Case, duty: Duty) -> None:
        row = desk.row
        desk.move(Move.REINSTATE, self.document.text, **self._named(), last_day=_iso(duty.last_day))
        self._follow(row, None, duty)
        row.closed_at = row.opened_at = row.anchored_at = row.submitted_at = row.redo_by = None
        row.timeliness = row.timeliness_original = row.orphaned_at = None
        row.current_due = duty.last_day
        row.original_due = (row.original_due or duty.last_day) if duty.last_day is not None else None
        row.hour = duty.hour
        self._opens(row, max(duty.opens, self.today))
        settle(desk)
        self.look_again(row)

    def _move(self, desk: Case, before: Duty | None, after: Duty) -> None:
        row = desk.row
        changes = self._follow(row, before, after) | {"current_due": [_iso(row.current_due), _iso(after.last_day)]}
        if before is None or before.opens != after.opens:
            changes |= self._open_later(row, after)
        if after.last_day is None:
            submissions.supersede(self.session, _number(row), self.at)
            row.original_due = row.current_due = row.redo_by = row.hour = None
            dispatches.strike(self.session, _number(row), self.at)
        else:
            self._set_day(desk, after.last_day)
            if row.original_due == row.current_due:
                row.hour = after.hour
        self._finish(desk, changes, tell=True)

    def _set_day(self, desk: Case, day: date) -> None:
        """A5, as `grant_extension` does it; a duty without a day gets its first one."""
        row = desk.row
        number = _number(row)
        submissions.supersede(self.session, number, self.at)
        if row.current_due is None:
            row.original_due = row.current_due = day
        else:
            self.session.add(
                Extension(
                    assignment_id=number, asked_at=self.at, new_date=day, reason=self.document.text,
                    after_due=self.today > row.current_due, state=ExtensionState.GRANTED, decided_at=self.at,
                    decided_by=self.actor.name, document_number=self.document.number,
                    document_date=self.document.dated, document_signer=self.document.signer,
                )
            )  # fmt: skip
            row.current_due = day
        row.redo_by = None
        if row.state in OUTSTANDING:
            row.anchored_at = self.at
        dispatches.strike(self.session, number, self.at)

    def _keep(self, desk: Case, verdict: Verdict, after: Duty) -> None:
        row = desk.row
        changes = self._follow(row, verdict.before, after)
        if changes.keys() & {"requested", "form"} and row.state in OUTSTANDING and row.anchored_at is not None:
            row.anchored_at = max(row.anchored_at, start_of(self.today))  # what never fell due is not made up for
        if verdict.opening_changed:
            changes |= self._open_later(row, after)
        if verdict.hour_changed:
            changes["hour"] = [_iso(row.hour), _iso(after.hour)]
            row.hour = after.hour
        if changes:
            self._finish(desk, changes, tell=verdict.hour_changed)

    def _follow(self, row: Assignment, before: Duty | None, after: Duty) -> dict[str, Any]:
        """A7: the plain facts in which the two versions differ (all, if only one has it); returns what changed."""
        changed: dict[str, Any] = {}
        former = _facts(before) if before is not None else {}
        for name, value in _facts(after).items():
            held = getattr(row, name)
            if held != value and (not former or former[name] != value):
                changed[name] = [_iso(held), _iso(value)]
                setattr(row, name, value)
        return changed

    def _open_later(self, row: Assignment, duty: Duty) -> dict[str, Any]:
        """A7: only for what never opened."""
        if row.opened_at is not None or row.opens == duty.opens:
            return {}
        before = row.opens
        self._opens(row, duty.opens)
        return {"opens": [before.isoformat(), duty.opens.isoformat()]}

    def _opens(self, row: Assignment, opens: date) -> None:
        row.opens = opens
        row.ready_at = max(self.at, start_of(opens))

    def _finish(self, desk: Case, changes: dict[str, Any], *, tell: bool) -> None:
        row = desk.row
        desk.note("amend", self.document.text, **self._named(), changes=changes)
        if tell and row.opened_at is not None:
            desk.answer(Answer(AnswerKind.AMENDED, decision=self.document.decision))
        settle(desk)
        self.look_again(row)

    def look_again(self, row: Assignment) -> None:
        """What waits is looked at on the next sweep, which finds out by itself when to look after that."""
        if row.state is State.WAITING:
            row.next_action_at = self.office.calendar.next_sweep(self.at)
            self.session.add(row)

    def _named(self) -> dict[str, Any]:
        return {"version": self.plan.version, "document": self.document.number}


def item_key(row: Assignment) -> str:
    """The key of the item about a removed duty that somebody had sent a result for (A8)."""
    return f"{ItemKind.AMENDMENT.value}:{row.key}"


def _facts(duty: Duty) -> dict[str, Any]:
    """By the names of the row's columns."""
    return {
        "period": duty.period, "form": duty.form, "requested": duty.requested, "ends": duty.ends,
        "owed_to_id": duty.owed_to, "desk_id": duty.desk,
    }  # fmt: skip


def _number(row: Assignment) -> int:
    assert row.id is not None
    return row.id


def _iso(value: Any) -> Any:
    """As it stands in the minutes: days as ISO text, closed lists by value."""
    if value is None or isinstance(value, bool):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
