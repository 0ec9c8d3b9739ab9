"""What the pages of sections and plans show beside assignments: documents received, windows, the mails of a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.assignment import Assignment
from models.notice import Mail, MailState
from models.submission import Submission


def documents(session: Session, section_id: int) -> dict[int, tuple[str | None, date | None]]:
    """assignment → (number, date) of the newest document it sent."""
    query = (
        select(Submission.assignment_id, Submission.number, Submission.dated)
        .join(Assignment, col(Assignment.id) == col(Submission.assignment_id))
        .where(Assignment.section_id == section_id)
        .order_by(col(Submission.id))
    )
    return {assignment: (number, dated) for assignment, number, dated in session.exec(query).all()}


def windows(session: Session, plan_id: str) -> list[tuple[int, date, date | None, date | None]]:
    """(section, opens, last day, end of an ongoing period), each once."""
    columns = (Assignment.section_id, Assignment.opens, Assignment.current_due, Assignment.ends)
    rows = session.exec(select(*columns).where(Assignment.plan_id == plan_id).distinct()).all()
    return [(section, opens, due, ends) for section, opens, due, ends in rows]


def mails_of_day(session: Session, day: date) -> list[tuple[str, MailState, int]]:
    """(kind, state, how many) of the mails of a plan-local day."""
    query = (
        select(Mail.kind, Mail.state, func.count())
        .where(Mail.day == day)
        .group_by(col(Mail.kind), col(Mail.state))
        .order_by(col(Mail.kind), col(Mail.state))
    )
    return [(kind, MailState(state), number) for kind, state, number in session.exec(query).all()]
