"""The end of a plan: when all is final, or by a person; what is left is then listed as missing (R35-R37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from config.timezone import local_day
from engine.errors import NotAllowed
from engine.minutes import Entry, event_row
from engine.office import Actor, Office
from engine.section_state import settle_section
from models.assignment import AssignmentEvent, Timeliness
from models.dispatch import ItemKind
from models.moves import Move, State, move
from models.plan import Plan, PlanState
from store import assignments, dispatches, plan_work, plans, submissions


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """Where a plan stands after a look at it."""

    closed: bool = False
    proposed: bool = False  #: đề nghị kết thúc vừa được nêu


def settle_plan(office: Office, plan_id: str, now: datetime) -> PlanStanding:
    """Close the plan if all is final; propose closing it if nothing more is to come. Run with every sweep."""
    with office.database.begin() as session:
        plan = plans.plan(session, plan_id)
        if plan.state is PlanState.CLOSED:
            return PlanStanding(closed=True)
        left, submitted, exhausted, last = assignments.plan_left(session, plan_id)
        if left == 0:
            if plan_work.pending(session, plan_id):  # R35: a period to come may bring new duties
                return PlanStanding()
            _close(session, plan, last or now)
            return PlanStanding(closed=True)
        if submitted == 0 and exhausted is not None and exhausted <= now:
            return PlanStanding(proposed=_propose(session, plan, left, now))
        return PlanStanding()


def next_settling(office: Office, session: Session, plan_id: str, since: datetime) -> datetime | None:
    """The sweep at which `settle_plan` will have something to say, as things stand."""
    if assignments.any_submitted(session, plan_id):
        return None
    left, _, exhausted, _ = assignments.plan_left(session, plan_id)
    if left == 0:
        return None if plan_work.pending(session, plan_id) else office.calendar.next_sweep(since)
    if exhausted is None or dispatches.raised(session, proposal_key(plan_id)):
        return None
    return office.calendar.next_sweep(max(exhausted, since))


def close_plan(office: Office, plan_id: str, at: datetime, actor: Actor, why: str) -> int:
    """End the plan by a person's decision; returns how many assignments were left without a result."""
    with office.database.begin() as session:
        plan = plans.plan(session, plan_id)
        if plan.state is PlanState.CLOSED:
            raise NotAllowed(f"Kế hoạch đã kết thúc ngày {plan.closed_on:%d/%m/%Y}.")
        rows = assignments.not_final(session, plan_id)
        undecided = [row.key for row in rows if row.state is State.SUBMITTED]
        if undecided:
            raise NotAllowed(f"Còn {len(undecided)} kết quả chờ xác nhận, ví dụ {undecided[0]}; xin quyết định trước.")
        for row in rows:
            before = row.state
            row.state = move(before, Move.LAPSE)
            row.closed_at, row.next_action_at = at, None
            row.seq += 1
            if row.current_due is not None and not row.requested:
                row.timeliness = row.timeliness_original = Timeliness.MISSING
            assert row.id is not None
            entry = Entry(Move.LAPSE.value, before, row.state, at, at, actor, why)
            session.add(AssignmentEvent(**event_row(row.id, row.key, row.seq, entry)))
            session.add(row)
            dispatches.strike(session, row.id, at)
            submissions.supersede(session, row.id, at)
        session.flush()
        dispatches.settle_item(session, proposal_key(plan_id), at)
        _close(session, plan, at)
        return len(rows)


def _close(session: Session, plan: Plan, at: datetime) -> None:
    for section in plans.sections(session, plan.id):
        assert section.id is not None
        settle_section(session, section.id)
    dispatches.settle_kind(session, plan.id, ItemKind.CEASED_AGENCY, at)
    plan.state = PlanState.CLOSED
    plan.closed_on = local_day(at)
    session.add(plan)


def _propose(session: Session, plan: Plan, left: int, now: datetime) -> bool:
    item: dict[str, object] = {
        "key": proposal_key(plan.id),
        "plan_id": plan.id,
        "kind": ItemKind.PROPOSE_CLOSING,
        "title": f"Đề nghị kết thúc kế hoạch: còn {left} nhiệm vụ chưa có kết quả",
        "detail": "Đã qua nấc đôn đốc cuối cùng. Kết thúc bằng: dondoc plan close",
        "raised_at": now,
    }
    return dispatches.raise_items(session, [item]) > 0


def proposal_key(plan_id: str) -> str:
    """The key of the item that proposes closing a plan."""
    return f"{ItemKind.PROPOSE_CLOSING.value}:{plan_id}"
