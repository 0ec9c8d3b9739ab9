"""What a plan as a whole has to do besides its duties: periods to expand, ended agencies to look at (R43, R48)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.assignment import Assignment
from models.plan import ActivityPeriod, Plan, PlanState, Section


def due_periods(session: Session, plan_id: str, now: datetime) -> Sequence[ActivityPeriod]:
    """The periods of a plan whose opening day has come and whose members have not been expanded since."""
    query = select(ActivityPeriod).where(
        col(ActivityPeriod.expanded_at).is_(None),
        col(ActivityPeriod.expands_at) <= now,
        ActivityPeriod.plan_id == plan_id,
    )
    return session.exec(query.order_by(col(ActivityPeriod.id))).all()


def pending(session: Session, plan_id: str) -> bool:
    """Whether a period is still to be expanded."""
    query = select(ActivityPeriod.id).where(
        ActivityPeriod.plan_id == plan_id, col(ActivityPeriod.expanded_at).is_(None)
    )
    return session.exec(query.limit(1)).first() is not None


def due_sections(session: Session, now: datetime, plan_id: str | None = None) -> set[int]:
    """Sections with a period to expand; the first section of a plan that has to look at ended agencies."""
    periods = (
        select(ActivityPeriod.section_id)
        .join(Plan, col(Plan.id) == col(ActivityPeriod.plan_id))
        .where(
            col(ActivityPeriod.expanded_at).is_(None),
            col(ActivityPeriod.expands_at) <= now,
            Plan.state == PlanState.ACTIVE,
        )
        .distinct()
    )
    looks = (
        select(func.min(Section.id))
        .join(Plan, col(Plan.id) == col(Section.plan_id))
        .where(Plan.state == PlanState.ACTIVE, col(Plan.succession_at) <= now)
        .group_by(col(Section.plan_id))
    )
    if plan_id is not None:
        periods, looks = periods.where(Plan.id == plan_id), looks.where(Plan.id == plan_id)
    return {number for number in [*session.exec(periods).all(), *session.exec(looks).all()] if number is not None}


def next_due(session: Session, plan_id: str | None = None) -> datetime | None:
    """When a running plan has such work next."""
    periods = (
        select(func.min(ActivityPeriod.expands_at))
        .join(Plan, col(Plan.id) == col(ActivityPeriod.plan_id))
        .where(col(ActivityPeriod.expanded_at).is_(None), Plan.state == PlanState.ACTIVE)
    )
    looks = select(func.min(Plan.succession_at)).where(Plan.state == PlanState.ACTIVE)
    if plan_id is not None:
        periods, looks = periods.where(Plan.id == plan_id), looks.where(Plan.id == plan_id)
    moments = [session.exec(periods).one(), session.exec(looks).one()]
    return min((moment for moment in moments if moment is not None), default=None)


def of_period(session: Session, activity_id: int, period: str) -> Sequence[Assignment]:
    """All duties of an activity in a period, locked, in stable order."""
    query = select(Assignment).where(Assignment.activity_id == activity_id, Assignment.period == period)
    return session.exec(query.order_by(col(Assignment.id)).with_for_update()).all()


def lock(session: Session, plan: Plan) -> None:
    """Read the plan's row again and keep others from expanding or handing over at the same time."""
    session.refresh(plan, with_for_update=True)
