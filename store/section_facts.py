"""What the pages of sections and plans show beside assignments: documents received, windows, the mails of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.agency import Agency
from models.assignment import Assignment
from models.kinds import TimeForm
from models.moves import State
from models.notice import Mail, MailState
from models.plan import Activity
from models.submission import Submission


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """One assignment with the names that are shown."""

    id: int
    activity: str
    agency: str
    period: str
    form: TimeForm
    state: State
    current_due: date | None
    requested: bool


def duties(session: Session, section_id: int) -> list[DutyFacts]:
    """The assignments of a section in the order of the plan; columns only, for a section may have thousands."""
    query = (
        select(  # type: ignore[call-overload]
            Assignment.id, Activity.title, Agency.name, Assignment.period, Assignment.form, Assignment.state,
            Assignment.current_due, Assignment.requested,
        )
        .join(Activity, col(Activity.id) == col(Assignment.activity_id))
        .join(Agency, col(Agency.id) == col(Assignment.agency_id))
        .where(Assignment.section_id == section_id)
        .order_by(col(Activity.position), col(Assignment.period), col(Agency.position), col(Assignment.id))
    )  # fmt: skip
    return [DutyFacts(*row) for row in session.exec(query).all()]


def titles(session: Session, activity_ids: Sequence[int]) -> dict[int, str]:
    """activity → its title."""
    query = select(Activity.id, Activity.title).where(col(Activity.id).in_(activity_ids))
    return {number: title for number, title in session.exec(query).all() if number is not None}


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
