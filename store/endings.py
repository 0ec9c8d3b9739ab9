"""What the closing documents need besides the rows: the rung each assignment reached, how often it came back."""

from __future__ import annotations

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.assignment import Assignment
from models.notice import Notice, NoticeKind
from models.submission import Decision, Submission

_RUNGS = [NoticeKind.LATE, NoticeKind.DISPATCH, NoticeKind.NAMED]


def highest_rungs(session: Session, plan_id: str) -> dict[int, int]:
    """assignment → the highest rung it reached, in working days after its last day."""
    query = (
        select(Notice.assignment_id, func.max(Notice.offset))
        .join(Assignment, col(Assignment.id) == col(Notice.assignment_id))
        .where(Assignment.plan_id == plan_id, col(Notice.kind).in_(_RUNGS))
        .group_by(col(Notice.assignment_id))
    )
    return dict(session.exec(query).all())


def returns_of(session: Session, plan_id: str) -> dict[int, int]:
    """assignment → how often its result was returned."""
    query = (
        select(Submission.assignment_id, func.count())
        .join(Assignment, col(Assignment.id) == col(Submission.assignment_id))
        .where(Assignment.plan_id == plan_id, Submission.decision == Decision.RETURNED)
        .group_by(col(Submission.assignment_id))
    )
    return dict(session.exec(query).all())
