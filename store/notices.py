"""Notices: what is to be told, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, update
from sqlmodel import Session, col, select

from models.agency import Agency
from models.assignment import Assignment
from models.notice import Mail, MailLine, Notice, Told
from models.plan import Activity, Plan
from store.insertion import insert_new
from store.plans import lean

Pending = Row[Notice, Assignment, Activity, Agency, Plan]


def pending(session: Session, until: datetime) -> Sequence[Pending]:
    """Notices not told yet, with all a digest needs to say about them."""
    query = (
        select(Notice, Assignment, Activity, Agency, Plan)  # type: ignore[call-overload]
        .join(Assignment, col(Assignment.id) == col(Notice.assignment_id))
        .join(Activity, col(Activity.id) == col(Assignment.activity_id))
        .join(Agency, col(Agency.id) == col(Assignment.agency_id))
        .join(Plan, col(Plan.id) == col(Assignment.plan_id))
        .options(*lean())
        .where(Notice.told == Told.PENDING, col(Notice.moment) <= until)
        .order_by(col(Plan.id), col(Activity.position), col(Assignment.id), col(Notice.moment), col(Notice.id))
    )
    return session.execute(query).all()


def next_pending(session: Session) -> datetime | None:
    """The moment of the earliest notice not told yet."""
    return session.exec(select(func.min(Notice.moment)).where(Notice.told == Told.PENDING)).one()


def tell_again(session: Session, row: dict[str, Any]) -> None:
    """Write a notice; one with the same key is to be told once more, to whoever owes the duty now."""
    if insert_new(session, Notice, [row]):
        return
    same = [Notice.__table__.c[name] == row[name] for name in ("assignment_id", "kind", "offset", "anchor")]  # type: ignore[attr-defined]
    statement = update(Notice.__table__).where(*same)  # type: ignore[attr-defined]
    session.connection().execute(statement.values(moment=row["moment"], told=row["told"]))


def mark(session: Session, ids: Sequence[int], told: Told) -> None:
    """Say what became of notices."""
    for start in range(0, len(ids), 500):
        chunk = ids[start : start + 500]
        session.connection().execute(
            update(Notice.__table__).where(col(Notice.id).in_(chunk)).values(told=told)  # type: ignore[attr-defined]
        )


def told_addresses(session: Session, ids: Sequence[int]) -> dict[int, set[str]]:
    """notice → the addresses that were told already (a notice waits until all of its addresses are)."""
    found: dict[int, set[str]] = defaultdict(set)
    for start in range(0, len(ids), 500):
        query = (
            select(MailLine.notice_id, Mail.address)
            .join(Mail, col(Mail.id) == col(MailLine.mail_id))
            .where(col(MailLine.notice_id).in_(ids[start : start + 500]))
        )
        for notice, address in session.exec(query).all():
            found[notice].add(address)
    return found
