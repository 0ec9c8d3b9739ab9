"""A draft urging letter is signed or voided by a person. Re-checked at signing: what was delivered is struck out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from config.timezone import local_day
from engine.due import tracked
from engine.errors import NotAllowed
from engine.minutes import Entry, event_row
from engine.office import Actor, Office
from models.assignment import Assignment, AssignmentEvent
from models.dispatch import Dispatch, DispatchLine, DispatchState
from models.moves import OUTSTANDING
from store import dispatches


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signing did."""

    dispatch_id: int
    lines: int  #: số việc còn nêu trong công văn
    struck: tuple[str, ...]  #: "cơ quan (nhiệm vụ)" vừa được gạch vì không còn nợ


def sign_dispatch(office: Office, dispatch_id: int, number: str, signed_on: date, at: datetime, actor: Actor) -> Signed:
    """Record number and day of a signed draft. What is no longer owed is struck out first.

    Refused: signed or voided before, nothing left to urge, no number, a day before the drafting or ahead of today.
    """
    if not number.strip():
        raise NotAllowed("Xin ghi số, ký hiệu của công văn (ví dụ 12/STP-XDKT).")
    with office.database.begin() as session:
        draft = _draft(session, dispatch_id)
        if not draft.day <= signed_on <= local_day(at):
            raise NotAllowed(f"Ngày ký {signed_on:%d/%m/%Y} phải từ ngày dự thảo ({draft.day:%d/%m/%Y}) đến hôm nay.")
        kept, struck = _recheck(session, dispatch_id, at)
        if not kept:
            raise NotAllowed(
                f"Dự thảo số {dispatch_id} không còn việc nào để đôn đốc; bỏ bằng: dondoc dispatch void {dispatch_id}"
            )
        draft.state, draft.number, draft.signed_on = DispatchState.SIGNED, number.strip(), signed_on
        session.add(draft)
        for row in kept:
            _write_down(session, row, "sign_dispatch", "", draft, at, actor)
        return Signed(dispatch_id, len(kept), struck)


def void_dispatch(office: Office, dispatch_id: int, reason: str, at: datetime, actor: Actor) -> None:
    """Drop a draft by a person's decision; the reason goes into the minutes of what it named."""
    if not reason.strip():
        raise NotAllowed("Bỏ dự thảo cần nêu lý do.")
    with office.database.begin() as session:
        draft = _draft(session, dispatch_id)
        draft.state = DispatchState.VOIDED
        session.add(draft)
        for line, row in dispatches.lines(session, dispatch_id):
            if line.struck_at is None:
                _write_down(session, row, "void_dispatch", reason, draft, at, actor)


def _draft(session: Session, dispatch_id: int) -> Dispatch:
    draft = dispatches.dispatch(session, dispatch_id)
    if draft.state is DispatchState.SIGNED:
        raise NotAllowed(f"Công văn đã ký: {draft.number} ngày {draft.signed_on:%d/%m/%Y}.")
    if draft.state is DispatchState.VOIDED:
        raise NotAllowed(f"Dự thảo số {dispatch_id} đã bỏ.")
    return draft


def _recheck(session: Session, dispatch_id: int, at: datetime) -> tuple[list[Assignment], tuple[str, ...]]:
    """What is still owed by the day the draft says; the rest is struck out and named."""
    kept: list[Assignment] = []
    struck: list[str] = []
    for line, row in dispatches.lines(session, dispatch_id):
        if line.struck_at is not None:
            continue
        if _still_owed(line, row):
            kept.append(row)
        else:
            line.struck_at = at
            session.add(line)
            struck.append(f"{line.agency_name} ({row.key})")
    return kept, tuple(struck)


def _still_owed(line: DispatchLine, row: Assignment) -> bool:
    return row.state in OUTSTANDING and tracked(row).late_from == line.anchor


def _write_down(
    session: Session, row: Assignment, what: str, why: str, draft: Dispatch, at: datetime, actor: Actor
) -> None:
    row.seq += 1
    session.add(row)
    assert row.id is not None
    said = {"dispatch": draft.id, "rung": draft.rung, "number": draft.number}
    if draft.signed_on is not None:
        said["signed_on"] = draft.signed_on.isoformat()
    entry = Entry(what, row.state, row.state, at, at, actor, why, said)
    session.add(AssignmentEvent(**event_row(row.id, row.key, row.seq, entry)))
