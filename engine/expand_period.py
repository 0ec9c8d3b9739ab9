"""The opening day of a period: its members are expanded once more, with the directory as it is then (R43, R44)."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Session

from engine.act import wake_successors
from engine.expansion import Frame, Membership, duty_row, stored_membership
from engine.minutes import Entry, event_row
from engine.office import SYSTEM, Office
from engine.section_state import settle_section
from models.assignment import Assignment, AssignmentEvent
from models.dispatch import ItemKind
from models.moves import Move, State, move
from models.plan import Activity, ActivityPeriod, Plan, SectionState
from models.terms import Terms
from rules.periods import Period
from store import dispatches, plan_work, plans
from store.insertion import insert_new


def expand_due(office: Office, session: Session, plan: Plan, now: datetime) -> datetime | None:
    """Expand every period of the plan whose day has come; a second call finds nothing. The first nominal moment."""
    due = plan_work.due_periods(session, plan.id, now)
    if not due:
        return None
    who = stored_membership(session, plan)
    for row in due:
        _expand(office, session, who, row, now)
        row.expanded_at = now
        session.add(row)
    session.flush()
    for section in sorted({row.section_id for row in due}):
        settle_section(session, section)
    return min(row.expands_at for row in due)


def _expand(office: Office, session: Session, who: Membership, row: ActivityPeriod, now: datetime) -> None:
    activity = plans.activity(session, row.activity_id)
    terms = Terms.load(activity.terms)
    members = who.members(terms.leads, row.opens)
    belongs = {entry.id for entry in members.found}
    there: set[str] = set()
    for duty in plan_work.of_period(session, row.activity_id, row.key):
        first = first_agency(duty)
        there |= {first, duty.agency_id}
        if duty.state is State.WAITING and first == duty.agency_id and first not in belongs:
            _leave_out(office, session, duty, row, now)
    period = Period(row.key, row.opens, row.last_day, row.ends)
    frame = Frame(session, who, office.calendar, who.plan.activated_at)
    fresh = [
        duty_row(frame, who.plan, activity, terms, period, entry, waits=False)
        for entry in members.found
        if entry.id not in there
    ]
    if insert_new(session, Assignment, fresh):
        _reopen(session, row.section_id)
    for phrase in members.empty:
        dispatches.raise_items(session, [empty_group(who.plan.id, activity, phrase, row.opens, now)])


def first_agency(duty: Assignment) -> str:
    """The agency a duty was made for: its key keeps it when the duty moves on."""
    return "/".join(duty.key.split("/")[2:-1])


def _leave_out(office: Office, session: Session, duty: Assignment, row: ActivityPeriod, now: datetime) -> None:
    """R43: who does not belong to the group on the opening day is not asked."""
    assert duty.id is not None
    before = duty.state
    duty.state = move(before, Move.WITHDRAW)
    duty.closed_at, duty.next_action_at = row.expands_at, None
    duty.seq += 1
    why = f"không thuộc nhóm được giao vào ngày mở kỳ {row.opens:%d/%m/%Y}"
    entry = Entry(Move.WITHDRAW.value, before, duty.state, row.expands_at, now, SYSTEM, why)
    session.add(AssignmentEvent(**event_row(duty.id, duty.key, duty.seq, entry)))
    session.add(duty)
    session.flush()
    wake_successors(office, session, duty, row.expands_at)


def _reopen(session: Session, section_id: int) -> None:
    """A section that was through has work again."""
    section = plans.locked_section(session, section_id)
    if section.state is SectionState.CLOSED:
        section.state, section.closed_on = SectionState.OPEN, None
        session.add(section)


def empty_group(plan_id: str, activity: Activity, phrase: str, on: date, now: datetime) -> dict[str, object]:
    """R44: the item of a lead phrase that means nobody on an opening day."""
    return {
        "key": f"{ItemKind.EMPTY_GROUP.value}:{plan_id}:{activity.key}:{on.isoformat()}:{phrase}"[:400],
        "plan_id": plan_id,
        "kind": ItemKind.EMPTY_GROUP,
        "title": f"“{phrase}” không còn cơ quan nào vào ngày {on:%d/%m/%Y}",
        "detail": f"Hoạt động: {activity.title}. Giao cho cơ quan khác bằng văn bản sửa đổi, hoặc bỏ qua.",
        "raised_at": now,
    }
