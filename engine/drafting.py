"""The rungs that draft urging letters (R23). Software drafts, people sign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from models.agency import Agency
from models.assignment import Assignment
from models.dispatch import DispatchLine, ItemKind
from models.kinds import AgencyClass
from models.plan import Plan
from rules.ladder import Step
from store import agencies, dispatches
from store.insertion import insert_new


@dataclass(frozen=True, slots=True)
class Climbed:
    """A rung that an assignment has reached, with its last days as this sweep has left them."""

    row: Assignment
    step: Step
    original_due: date | None
    current_due: date | None


def add_lines(session: Session, plan: Plan, rungs: Sequence[Climbed], now: datetime) -> int:
    """Put each late assignment into its draft; what a sender may not urge becomes an item for its leader."""
    if not rungs:
        return 0
    known = _with_parents(session, [rung.row.agency_id for rung in rungs] + [plan.coordinator_id])
    drafts: dict[tuple[int, date, str], list[Climbed]] = defaultdict(list)
    items: list[dict[str, object]] = []
    told = dispatches.raised_keys(session, [_leader_key(rung.row, rung.step) for rung in rungs])
    for rung in rungs:
        row, step = rung.row, rung.step
        if _leader_key(row, step) in told:  # a rung is climbed once, whoever owes it since
            continue
        kind = step.sender or "department"
        sender = plan.coordinator_id if kind == "department" else plan.owner_id
        if row.agency_id == plan.owner_id or row.agency_id in _above(known, sender):
            if dispatches.not_lined(session, plan.id, step.offset, step.day, [row]):  # or another was urged for it
                items.append(_own_leader(plan, row, known[row.agency_id], step, now))
        else:
            drafts[step.offset, step.day, kind].append(rung)
    made = dispatches.raise_items(session, items)
    for (offset, day, kind), lines in drafts.items():
        fresh = dispatches.not_lined(session, plan.id, offset, day, [line.row for line in lines])
        if fresh:
            draft = dispatches.ensure(session, plan.id, offset, day, kind)
            assert draft.id is not None
            wanted = [_line(draft.id, known, line) for line in lines if line.row.id in fresh]
            made += insert_new(session, DispatchLine, wanted)
    return made


def _line(dispatch_id: int, known: dict[str, Agency], rung: Climbed) -> dict[str, object]:
    row, step = rung.row, rung.step
    agency = known[row.agency_id]
    addressee = _addressee(known, agency, step.day)
    return {
        "dispatch_id": dispatch_id,
        "assignment_id": row.id,
        "addressee_id": addressee.id,
        "addressee_name": addressee.name,
        "agency_name": agency.name,
        "last_day": rung.current_due,
        "anchor": step.anchor,
        "extended": rung.current_due != rung.original_due,
        "struck_at": None,
    }


def _addressee(known: dict[str, Agency], agency: Agency, on: date) -> Agency:
    """The agency itself; for a commune its district while districts exist (until 30/6/2025)."""
    parent = known.get(agency.parent_id or "")
    if (
        agency.klass is AgencyClass.UBND_XA
        and parent is not None
        and parent.klass is AgencyClass.UBND_HUYEN
        and parent.entry().valid_on(on)
    ):
        return parent
    return agency


def _with_parents(session: Session, ids: Sequence[str]) -> dict[str, Agency]:
    known: dict[str, Agency] = {}
    wanted = set(ids)
    while wanted:
        found = agencies.agencies(session, wanted)
        known |= found
        wanted = {agency.parent_id for agency in found.values() if agency.parent_id is not None} - known.keys()
    return known


def _above(known: dict[str, Agency], sender: str) -> set[str]:
    """The sender itself and all that stand above it."""
    found: set[str] = set()
    current: str | None = sender
    while current is not None and current not in found:
        found.add(current)
        agency = known.get(current)
        current = agency.parent_id if agency is not None else None
    return found


def _leader_key(row: Assignment, step: Step) -> str:
    return f"{ItemKind.OWN_LEADER.value}:{row.key}:{step.offset}:{step.anchor.isoformat()}"


def _own_leader(plan: Plan, row: Assignment, agency: Agency, step: Step, now: datetime) -> dict[str, object]:
    return {
        "key": _leader_key(row, step),
        "plan_id": plan.id,
        "kind": ItemKind.OWN_LEADER,
        "title": f"{agency.name} trễ hạn {step.anchor:%d/%m/%Y}: báo cáo lãnh đạo",
        "detail": f"Cơ quan gửi công văn không tự đôn đốc mình hoặc cấp trên. Nhiệm vụ: {row.key}.",
        "raised_at": now,
    }
