"""Submissions and requests for an extension."""

from __future__ import annotations

from collections.abc import Sequence
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


def fetch(session: Session, assignment_ids: Sequence[int]) -> None:
    """Load what acts done together will ask for: newest submissions and open requests of these assignments."""
    sent: dict[int, Submission | None] = dict.fromkeys(assignment_ids)
    mine = select(Submission).where(col(Submission.assignment_id).in_(assignment_ids)).order_by(col(Submission.id))
    sent.update({row.assignment_id: row for row in session.exec(mine).all()})
    asked: dict[int, Extension | None] = dict.fromkeys(assignment_ids)
    requests = select(Extension).where(col(Extension.assignment_id).in_(assignment_ids))
    found = session.exec(requests.where(Extension.state == ExtensionState.ASKED)).all()
    asked.update({row.assignment_id: row for row in found})
    session.info["sent"], session.info["asked"] = sent, asked


def take_in(session: Session, submission: Submission) -> None:
    """Add a submission; it is now the newest of its assignment."""
    session.add(submission)
    session.info.setdefault("sent", {})[submission.assignment_id] = submission


def ask(session: Session, request: Extension) -> None:
    """Add a request for an extension; it now waits for its decision."""
    session.add(request)
    session.info.setdefault("asked", {})[request.assignment_id] = request


def latest(session: Session, assignment_id: int) -> Submission | None:
    """The newest submission of an assignment."""
    known: dict[int, Submission | None] = session.info.get("sent", {})
    if assignment_id in known:
        return known[assignment_id]
    return session.execute(_latest(), {"assignment": assignment_id}).scalar_one_or_none()


def open_extension(session: Session, assignment_id: int) -> Extension | None:
    """The request that waits for a decision, if any."""
    known: dict[int, Extension | None] = session.info.get("asked", {})
    if assignment_id in known:
        request = known[assignment_id]
        return request if request is not None and request.state is ExtensionState.ASKED else None
    query = select(Extension).where(Extension.assignment_id == assignment_id, Extension.state == ExtensionState.ASKED)
    return session.exec(query).first()


def supersede(session: Session, assignment_id: int, at: datetime) -> None:
    """Close the open request: what it asked for has become pointless."""
    request = open_extension(session, assignment_id)
    if request is not None:
        request.state = ExtensionState.SUPERSEDED
        request.decided_at = at
        session.add(request)
