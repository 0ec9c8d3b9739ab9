"""A person gives a duty to another agency, mostly after its own has ended without one heir (R52)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from config.timezone import local_day
from engine.act import Case, case
from engine.ceased import settle_ceased
from engine.errors import NotAllowed
from engine.expansion import stored_membership
from engine.handover import Handover
from engine.office import Actor, Office
from engine.suspend import withdraw
from models.agency import Agency
from models.moves import STATE_LABELS
from models.plan import NeedMode
from models.terms import Terms
from rules.succession import OWED
from store import agencies, assignments, plans, successions
from store.errors import NotFound


@dataclass(frozen=True, slots=True)
class Reassigned:
    """What became of the duties of an agency."""

    moved: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]  #: khóa nhiệm vụ, lý do


def reassign(office: Office, key: str, to: str, reason: str, at: datetime, actor: Actor) -> None:
    """The duty is another agency's from now on, its days unchanged; the agency is told with its next digest.

    Refused: final or submitted duties, an agency that does not exist on the day, or one that owes the same already.
    """
    if not reason.strip():
        raise NotAllowed("Xin nêu căn cứ giao lại (số văn bản, ý kiến của người có thẩm quyền).")
    with case(office, key, at, actor) as desk:
        desk.session.flush()
        agency = _target(desk, to)
        before = desk.row.agency_id
        hand = Handover(office, desk.session, desk.plan, at, actor)
        hand.move(desk.row, agency.entry(), reason, at, what="reassign")
        who, terms = stored_membership(desk.session, desk.plan), Terms.load(desk.activity.terms)
        on = max(local_day(at), desk.row.opens)
        desk.row.desk_id = who.desk(terms, agency.entry(), on)
        desk.row.owed_to_id = who.owed_to(terms, agency.entry(), on)
        settle_ceased(desk.session, desk.plan, before, at)
        dependents = plans.dependents(desk.session, [desk.row.activity_id], NeedMode.AFTER)
        look_at = office.calendar.next_sweep(at)
        assignments.wake(desk.session, sorted({need.activity_id for need in dependents}), None, look_at)


def reassign_all(
    office: Office, plan_id: str, agency_id: str, to: str, reason: str, at: datetime, actor: Actor
) -> Reassigned:
    """All duties of an ended agency that wait for a decision in a plan; those refused stay, each with the reason."""
    keys = waiting_for_decision(office, plan_id, agency_id)
    moved: list[str] = []
    refused: list[tuple[str, str]] = []
    for key in keys:
        try:
            reassign(office, key, to, reason, at, actor)
        except NotAllowed as error:
            refused.append((key, str(error)))
        else:
            moved.append(key)
    return Reassigned(tuple(moved), tuple(refused))


def withdraw_all(
    office: Office, plan_id: str, agency_id: str, reason: str, at: datetime, actor: Actor
) -> tuple[str, ...]:
    """Withdraw all duties of an ended agency that wait for a decision in a plan; returns their keys."""
    keys = tuple(waiting_for_decision(office, plan_id, agency_id))
    for key in keys:
        withdraw(office, key, reason, at, actor)
    return keys


def waiting_for_decision(office: Office, plan_id: str, agency_id: str) -> Sequence[str]:
    """The duties of an ended agency that a person has to decide about, in the order of the plan."""
    with office.database.read() as session:
        return [row.key for row in successions.orphans(session, plan_id, agency_id) if row.state in OWED]


def _target(desk: Case, to: str) -> Agency:
    row, day = desk.row, local_day(desk.at)
    if row.state not in OWED:
        raise NotAllowed(f"Nhiệm vụ đang ở trạng thái “{STATE_LABELS[row.state]}” nên không giao lại được.")
    agency = agencies.agencies(desk.session, [to]).get(to)
    if agency is None:
        raise NotFound(f"Không có cơ quan “{to}”. Xem danh sách: dondoc agency list")
    if not agency.entry().valid_on(day):
        raise NotAllowed(f"{agency.name} không hoạt động vào ngày {day:%d/%m/%Y}; xin chọn cơ quan khác.")
    same = successions.of_agencies(desk.session, desk.plan.id, [to])
    twin = next((other for other in same if (other.activity_id, other.period) == (row.activity_id, row.period)), None)
    if twin is not None:
        raise NotAllowed(f"{agency.name} đã có nhiệm vụ này ({twin.key}); nếu gộp thì rút: dondoc withdraw {row.key}")
    return agency
