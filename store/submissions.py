"""Submissions and requests for an extension."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import Select, bindparam
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from models.submission import Extension, ExtensionState, Submission


@cache
def _latest() -> Select[tuple[Submission]]:
    mine = sa_select(Submission).where(col(Submission.assignment_id) == bindparam("assignment"))
    return mine.order_by(col(Submission.id).desc()).limit(1)


def latest(session: Session, assignment_id: int) -> Submission | None:
    """The newest submission of an assignment."""
    return session.execute(_latest(), {"assignment": assignment_id}).scalar_one_or_none()


def open_extension(session: Session, assignment_id: int) -> Extension | None:
    """The request that waits for a decision, if any."""
    query = select(Extension).where(Extension.assignment_id == assignment_id, Extension.state == ExtensionState.ASKED)
    return session.exec(query).first()


def supersede(session: Session, assignment_id: int, at: datetime) -> None:
    """Close the open request: what it asked for has become pointless."""
    request = open_extension(session, assignment_id)
    if request is not None:
        request.state = ExtensionState.SUPERSEDED
        request.decided_at = at
        session.add(request)
