"""Notices: what is to be told, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, func, update
from sqlmodel import Session, col, select

from models.agency import Agency
from models.assignment import Assignment
from models.notice import MailLine, Notice, Told
from models.plan import Activity, Plan

Pending = Row[Notice, Assignment, Activity, Agency, Plan]


def pending(session: Session, until: datetime) -> Sequence[Pending]:
    """Notices not told yet, with all a digest needs to say about them."""
    query = (
        select(Notice, Assignment, Activity, Agency, Plan)  # type: ignore[call-overload]
        .join(Assignment, col(Assignment.id) == col(Notice.assignment_id))
        .join(Activity, col(Activity.id) == col(Assignment.activity_id))
        .join(Agency, col(Agency.id) == col(Assignment.agency_id))
        .join(Plan, col(Plan.id) == col(Assignment.plan_id))
        .where(Notice.told == Told.PENDING, col(Notice.moment) <= until)
        .order_by(col(Plan.id), col(Activity.position), col(Assignment.id), col(Notice.moment), col(Notice.id))
    )
    return session.execute(query).all()


def next_pending(session: Session) -> datetime | None:
    """The moment of the earliest notice not told yet."""
    return session.exec(select(func.min(Notice.moment)).where(Notice.told == Told.PENDING)).one()


def mark(session: Session, ids: Sequence[int], told: Told) -> None:
    """Say what became of notices."""
    for start in range(0, len(ids), 500):
        chunk = ids[start : start + 500]
        session.connection().execute(
            update(Notice.__table__).where(col(Notice.id).in_(chunk)).values(told=told)  # type: ignore[attr-defined]
        )


def told_lines(session: Session, ids: Sequence[int]) -> set[tuple[int, int]]:
    """(notice, mail) pairs that exist."""
    found: set[tuple[int, int]] = set()
    for start in range(0, len(ids), 500):
        query = select(MailLine.notice_id, MailLine.mail_id).where(
            col(MailLine.notice_id).in_(ids[start : start + 500])
        )
        found |= {(notice, mail) for notice, mail in session.exec(query).all()}
    return found
