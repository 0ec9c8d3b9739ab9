"""Assignments and their minutes: load, select what is due, write back in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, case, func, insert, update
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from models.agency import Agency
from models.assignment import Assignment, AssignmentEvent
from models.moves import FINAL, UNFINISHED, State
from models.plan import Activity, Plan, PlanState
from store import plan_work
from store.errors import NotFound

_TABLE = Assignment.__table__  # type: ignore[attr-defined]
_SWEPT = (
    "state", "opened_at", "anchored_at", "original_due", "current_due", "closed_at", "next_action_at", "exhausts_at",
    "seq", "broken",
)  # fmt: skip


@cache
def _by_key() -> Select[tuple[Assignment]]:
    return sa_select(Assignment).where(col(Assignment.key) == bindparam("key")).with_for_update()


@cache
def _section_left() -> Select[tuple[int]]:
    mine = sa_select(Assignment.id).where(col(Assignment.section_id) == bindparam("section"))
    return mine.where(col(Assignment.state).in_(UNFINISHED)).limit(1)


def by_key(session: Session, key: str) -> Assignment:
    """One assignment, locked for the transaction (PostgreSQL); raises `NotFound`."""
    row = session.info.get("fetched", {}).get(key) or session.execute(_by_key(), {"key": key}).scalar_one_or_none()
    if row is None:
        raise NotFound(f"Không có nhiệm vụ “{key}”. Xem danh sách: dondoc status KẾ_HOẠCH --list")
    return row


def fetch(session: Session, keys: Sequence[str]) -> list[Assignment]:
    """Load many at once, for acts done together; `by_key` then asks no more."""
    rows = session.exec(select(Assignment).where(col(Assignment.key).in_(keys)).with_for_update()).all()
    session.info.setdefault("fetched", {}).update({row.key: row for row in rows})
    return list(rows)


def due(session: Session, section_id: int, now: datetime, limit: int) -> Sequence[Assignment]:
    """The rows of a section that something is due for, in stable order, locked for the transaction."""
    query = (
        select(Assignment)
        .where(Assignment.section_id == section_id, col(Assignment.next_action_at) <= now)
        .order_by(col(Assignment.id))
        .limit(limit)
        .with_for_update()
    )
    return session.exec(query).all()


def due_sections(session: Session, now: datetime, plan_id: str | None = None) -> list[int]:
    """Sections with something due, of their duties or of the plan as a whole, in the order of the plans."""
    query = select(Assignment.section_id).where(col(Assignment.next_action_at) <= now).distinct()
    if plan_id is not None:
        query = query.where(Assignment.plan_id == plan_id)
    return sorted({*session.exec(query).all(), *plan_work.due_sections(session, now, plan_id)})


def next_due(session: Session, plan_id: str | None = None) -> datetime | None:
    """When anything is due next."""
    query = select(func.min(Assignment.next_action_at))
    if plan_id is not None:
        query = query.where(Assignment.plan_id == plan_id)
    moments = [session.exec(query).one(), plan_work.next_due(session, plan_id)]
    return min((moment for moment in moments if moment is not None), default=None)


def write_back(session: Session, changes: Sequence[dict[str, Any]]) -> None:
    """Bulk update of swept rows; each change carries `id` and every swept column."""
    if not changes:
        return
    statement = (
        update(_TABLE).where(_TABLE.c.id == bindparam("b_id")).values({name: bindparam(f"b_{name}") for name in _SWEPT})
    )
    parameters = [{f"b_{name}": change[name] for name in ("id", *_SWEPT)} for change in changes]
    session.connection().execute(statement, parameters)


def write_events(session: Session, events: Sequence[dict[str, Any]]) -> None:
    """Append to the minutes."""
    if events:
        session.connection().execute(insert(AssignmentEvent.__table__), list(events))  # type: ignore[attr-defined]


def wake(session: Session, activity_ids: Iterable[int], agency_id: str | None, at: datetime) -> None:
    """Waiting rows of these activities (of one agency, or all) are to be looked at again at that moment."""
    ids = list(activity_ids)
    if not ids:
        return
    statement = update(_TABLE).where(_TABLE.c.activity_id.in_(ids), _TABLE.c.state == State.WAITING)
    if agency_id is not None:
        statement = statement.where(_TABLE.c.agency_id == agency_id)
    # Always written, also where it says so already: the lock makes a sweep that has just looked come again.
    later = _TABLE.c.next_action_at.is_(None) | (_TABLE.c.next_action_at > at)
    session.connection().execute(statement.values(next_action_at=case((later, at), else_=_TABLE.c.next_action_at)))


def closings(session: Session, activity_id: int) -> list[tuple[str, str, datetime | None]]:
    """(agency, period, closed_at or None while not final) of an activity's assignments."""
    rows = session.exec(
        select(Assignment.agency_id, Assignment.period, Assignment.state, Assignment.closed_at).where(
            Assignment.activity_id == activity_id
        )
    ).all()
    return [(agency, period, closed if state in FINAL else None) for agency, period, state, closed in rows]


def missing(session: Session, activity_ids: Sequence[int]) -> list[tuple[int, str]]:
    """(activity, agency name) of what is not final yet, in the order of the directory."""
    query = (
        select(Assignment.activity_id, Agency.name)
        .join(Agency, col(Agency.id) == col(Assignment.agency_id))
        .where(col(Assignment.activity_id).in_(activity_ids), col(Assignment.state).in_(UNFINISHED))
        .order_by(col(Assignment.activity_id), col(Agency.position), col(Assignment.id))
    )
    return [(activity, name) for activity, name in session.exec(query).all()]


def section_left(session: Session, section_id: int) -> bool:
    """Whether something in the section is not final yet."""
    return session.execute(_section_left(), {"section": section_id}).first() is not None


def section_closed_at(session: Session, section_id: int) -> datetime | None:
    """The latest closing in a section."""
    return session.exec(select(func.max(Assignment.closed_at)).where(Assignment.section_id == section_id)).one()


def left_waiting_at(session: Session, section_id: int) -> datetime | None:
    """The first moment at which an assignment of the section left `waiting`."""
    query = (
        select(func.min(AssignmentEvent.at))
        .join(Assignment, col(Assignment.id) == col(AssignmentEvent.assignment_id))
        .where(
            Assignment.section_id == section_id,
            AssignmentEvent.from_state == State.WAITING,
            AssignmentEvent.to_state != State.WAITING,
        )
    )
    return session.exec(query).one()


def any_submitted(session: Session, plan_id: str) -> bool:
    """Whether a result waits for its decision."""
    query = select(Assignment.id).where(Assignment.plan_id == plan_id, Assignment.state == State.SUBMITTED).limit(1)
    return session.exec(query).first() is not None


def plan_left(session: Session, plan_id: str) -> tuple[int, int, datetime | None, datetime | None]:
    """(not final, submitted, latest exhaustion of what is left, latest closing) of a plan."""
    still = col(Assignment.state).in_(UNFINISHED)
    return session.exec(
        select(  # type: ignore[call-overload]
            func.count().filter(still),
            func.count().filter(col(Assignment.state) == State.SUBMITTED),
            func.max(Assignment.exhausts_at).filter(still),
            func.max(Assignment.closed_at),
        ).where(Assignment.plan_id == plan_id)
    ).one()


def plans_to_settle(session: Session, now: datetime) -> list[str]:
    """Active plans with nothing left, or with nothing more to come and nothing submitted (R35, R36)."""
    mine = col(Assignment.plan_id) == col(Plan.id)
    to_come = col(Assignment.state).in_(UNFINISHED) & (col(Assignment.exhausts_at) > now)
    holding = select(Assignment.id).where(mine, (col(Assignment.state) == State.SUBMITTED) | to_come)
    query = select(Plan.id).where(Plan.state == PlanState.ACTIVE, ~holding.exists()).order_by(col(Plan.id))
    return list(session.exec(query).all())


def not_final(session: Session, plan_id: str) -> Sequence[Assignment]:
    """Everything of a plan that is not final."""
    query = select(Assignment).where(Assignment.plan_id == plan_id, col(Assignment.state).in_(UNFINISHED))
    return session.exec(query.order_by(col(Assignment.id)).with_for_update()).all()


def overview(session: Session, plan_id: str) -> Sequence[Row[Assignment, Activity, Agency]]:
    """All assignments of a plan with their activity and agency, in the order of the plan."""
    query = (
        select(Assignment, Activity, Agency)
        .join(Activity, col(Activity.id) == col(Assignment.activity_id))
        .join(Agency, col(Agency.id) == col(Assignment.agency_id))
        .where(Assignment.plan_id == plan_id)
        .order_by(col(Activity.position), col(Agency.position), col(Assignment.period))
    )
    return session.execute(query).all()


def events_of(session: Session, assignment_id: int) -> Sequence[AssignmentEvent]:
    """The minutes of one assignment, oldest first."""
    query = select(AssignmentEvent).where(AssignmentEvent.assignment_id == assignment_id)
    return session.exec(query.order_by(col(AssignmentEvent.seq))).all()


def next_link(session: Session, activity_ids: Sequence[int], period: str, old_day: date | None) -> date | None:
    """The last day of the next link of a chain: that of the same period, else the first on or after the old day."""
    query = select(Assignment.period, Assignment.current_due).where(
        col(Assignment.activity_id).in_(activity_ids), col(Assignment.state).in_(UNFINISHED)
    )
    rows = [(key, day) for key, day in session.exec(query).all() if day is not None]
    same = [day for key, day in rows if key == period]
    return min(same or [day for _, day in rows if old_day is None or day >= old_day], default=None)


def any_without_day(session: Session, activity_id: int) -> bool:
    """Whether an assignment of the activity that is not final still has no last day."""
    query = select(Assignment.id).where(
        Assignment.activity_id == activity_id,
        col(Assignment.current_due).is_(None),
        col(Assignment.state).in_(UNFINISHED),
    )
    return session.exec(query.limit(1)).first() is not None


def totals(session: Session, activity_ids: Sequence[int]) -> dict[int, int]:
    """activity → how many assignments it has."""
    query = (
        select(Assignment.activity_id, func.count())
        .where(col(Assignment.activity_id).in_(activity_ids))
        .group_by(col(Assignment.activity_id))
    )
    return dict(session.exec(query).all())
