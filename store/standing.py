"""Where plans stand: counts per section, lists of duties, what is queued. Only looks, never writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, col, select

from models.agency import Agency, Contact
from models.assignment import Assignment
from models.dispatch import Dispatch, DispatchLine, DispatchState, Item
from models.moves import FINAL, OUTSTANDING, State
from models.notice import Mail, MailState
from models.plan import Activity, Plan, PlanState, Section


@dataclass(frozen=True, slots=True)
class LocalNow:
    """The present plan-local day and time of day: what lateness is measured against."""

    day: date
    clock: time


@dataclass(frozen=True, slots=True)
class DutyFilter:
    """Which duties of a plan; None and False leave out nothing."""

    section: str | None = None  #: khóa của mục
    agency: str | None = None  #: mã cơ quan
    late: bool = False
    state: State | None = None


DutyRow: TypeAlias = tuple[Assignment, Activity, Agency, Section]


def is_late(now: LocalNow) -> ColumnElement[bool]:
    """Owed by somebody, not merely requested, and past its last good moment (`rules.timeliness.last_good_moment`)."""
    due, hour = col(Assignment.current_due), col(Assignment.hour)
    hour_gone = and_(due == now.day, due == col(Assignment.original_due), hour.is_not(None), hour < now.clock)
    owed = and_(col(Assignment.state).in_(OUTSTANDING), col(Assignment.requested).is_(False))
    return and_(owed, or_(due < now.day, hour_gone))


def counts(session: Session, plan_id: str) -> dict[int, dict[State, int]]:
    """section → state → how many assignments."""
    query = (
        select(Assignment.section_id, Assignment.state, func.count())
        .where(Assignment.plan_id == plan_id)
        .group_by(col(Assignment.section_id), col(Assignment.state))
    )
    found: dict[int, dict[State, int]] = {}
    for section_id, state, number in session.exec(query).all():
        found.setdefault(section_id, {})[State(state)] = number
    return found


def late_counts(session: Session, plan_id: str, now: LocalNow) -> dict[int, int]:
    """section → how many are late now."""
    query = select(Assignment.section_id, func.count()).where(Assignment.plan_id == plan_id, is_late(now))
    return dict(session.exec(query.group_by(col(Assignment.section_id))).all())


def next_moments(session: Session, plan_id: str) -> dict[int, datetime | None]:
    """section → when anything is due there next."""
    query = select(Assignment.section_id, func.min(Assignment.next_action_at)).where(Assignment.plan_id == plan_id)
    return dict(session.exec(query.group_by(col(Assignment.section_id))).all())


def duties(session: Session, plan_id: str, now: LocalNow, wanted: DutyFilter) -> list[DutyRow]:
    """The assignments of a plan, in the order of the plan."""
    query = (
        select(Assignment, Activity, Agency, Section)
        .join(Activity, col(Activity.id) == col(Assignment.activity_id))
        .join(Agency, col(Agency.id) == col(Assignment.agency_id))
        .join(Section, col(Section.id) == col(Assignment.section_id))
        .where(Assignment.plan_id == plan_id)
        .order_by(col(Activity.position), col(Assignment.period), col(Agency.position), col(Assignment.id))
    )
    if wanted.section is not None:
        query = query.where(Section.key == wanted.section)
    if wanted.agency is not None:
        query = query.where(Assignment.agency_id == wanted.agency)
    if wanted.state is not None:
        query = query.where(Assignment.state == wanted.state)
    if wanted.late:
        query = query.where(is_late(now))
    return [(row, activity, agency, section) for row, activity, agency, section in session.execute(query).all()]


def keys_like(session: Session, words: Sequence[str]) -> list[tuple[str, str, PlanState]]:
    """(key, agency that owes it now, state of its plan) of those whose key or agency contain all these words."""
    columns = select(Assignment.key, Assignment.agency_id, Plan.state)
    query = columns.join(Plan, col(Plan.id) == col(Assignment.plan_id))
    for word in words:
        in_key = col(Assignment.key).contains(word, autoescape=True)
        query = query.where(in_key | col(Assignment.agency_id).contains(word, autoescape=True))
    found = session.exec(query.order_by(col(Assignment.id))).all()
    return [(key, agency, PlanState(state)) for key, agency, state in found]


def known_words(session: Session) -> set[str]:
    """What an assignment's key is made of: plans, activities, agencies, periods."""
    words: set[str] = set(session.exec(select(Plan.id)).all())
    words |= set(session.exec(select(Activity.key)).all())
    words |= set(session.exec(select(Assignment.period).distinct()).all())
    for agency in session.exec(select(Assignment.agency_id).distinct()).all():
        words |= {agency, *agency.split("/")}
    return words


def queued(session: Session) -> int:
    """How many mails wait to be sent."""
    return session.exec(select(func.count()).where(col(Mail.state) == MailState.QUEUED)).one()


def drafts(session: Session, plan_id: str) -> int:
    """How many drafts wait for a signature."""
    query = select(func.count()).where(col(Dispatch.plan_id) == plan_id, col(Dispatch.state) == DispatchState.DRAFT)
    return session.exec(query).one()


def dispatches(session: Session, plan_id: str | None) -> list[tuple[Dispatch, int, int]]:
    """(dispatch, its lines, those struck out), oldest first."""
    query = (
        select(Dispatch, func.count(col(DispatchLine.assignment_id)), func.count(col(DispatchLine.struck_at)))
        .join(DispatchLine, col(DispatchLine.dispatch_id) == col(Dispatch.id), isouter=True)
        .group_by(col(Dispatch.id))
        .order_by(col(Dispatch.day), col(Dispatch.rung), col(Dispatch.id))
    )
    if plan_id is not None:
        query = query.where(Dispatch.plan_id == plan_id)
    return [(row, lines, struck) for row, lines, struck in session.execute(query).all()]


def item(session: Session, item_id: int) -> Item | None:
    """One item."""
    return session.get(Item, item_id)


def silent_agencies(session: Session, on: date) -> list[Agency]:
    """Agencies with something not final in an active plan, and no address valid on the day."""
    reached = (
        select(Contact.agency_id)
        .where(or_(col(Contact.valid_from).is_(None), col(Contact.valid_from) <= on))
        .where(or_(col(Contact.valid_to).is_(None), col(Contact.valid_to) >= on))
    )
    busy = (
        select(Assignment.agency_id)
        .join(Plan, col(Plan.id) == col(Assignment.plan_id))
        .where(Plan.state == PlanState.ACTIVE, col(Assignment.state).not_in(FINAL))
    )
    query = select(Agency).where(col(Agency.id).in_(busy), col(Agency.id).not_in(reached))
    return list(session.exec(query.order_by(col(Agency.directory), col(Agency.position))).all())
