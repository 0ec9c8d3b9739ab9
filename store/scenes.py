"""What a simulation looks at: who owes something now, and what was sent and asked so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.assignment import Assignment, AssignmentEvent
from models.moves import OUTSTANDING, State
from models.plan import Activity, Need, NeedMode
from models.submission import Extension, ExtensionState, Submission

_ACTING = [*OUTSTANDING, State.SUBMITTED]


def changed_since(session: Session, event: int) -> tuple[int, list[int]]:
    """(the last event there is, the assignments changed after the given one); for one process at a time."""
    query = select(AssignmentEvent.assignment_id, func.max(AssignmentEvent.id)).where(col(AssignmentEvent.id) > event)
    found = session.exec(query.group_by(col(AssignmentEvent.assignment_id))).all()
    return max((last or 0 for _, last in found), default=event), [assignment for assignment, _ in found]


def acting(session: Session, ids: Sequence[int]) -> list[Assignment]:
    """Those of these assignments that somebody may act on now."""
    found: list[Assignment] = []
    for start in range(0, len(ids), 500):
        query = select(Assignment).where(col(Assignment.id).in_(ids[start : start + 500]))
        found.extend(session.exec(query.where(col(Assignment.state).in_(_ACTING)).order_by(col(Assignment.id))).all())
    return found


def submission_counts(session: Session, ids: Sequence[int]) -> dict[int, int]:
    """assignment → submissions so far."""
    found: dict[int, int] = {}
    for start in range(0, len(ids), 500):
        query = (
            select(Submission.assignment_id, func.count())
            .where(col(Submission.assignment_id).in_(ids[start : start + 500]))
            .group_by(col(Submission.assignment_id))
        )
        found |= dict(session.exec(query).all())
    return found


def extension_history(session: Session, ids: Sequence[int]) -> dict[int, list[Extension]]:
    """assignment → requests so far, oldest first."""
    found: dict[int, list[Extension]] = {}
    for start in range(0, len(ids), 500):
        query = select(Extension).where(col(Extension.assignment_id).in_(ids[start : start + 500]))
        for request in session.exec(query.order_by(col(Extension.id))).all():
            found.setdefault(request.assignment_id, []).append(request)
    return found


def open_request(history: Sequence[Extension]) -> Extension | None:
    """The request that waits for a decision."""
    return next((request for request in history if request.state is ExtensionState.ASKED), None)


def rests_until(session: Session, plan_id: str) -> dict[int, date]:
    """activity → the latest last day among what it draws on."""
    query = (
        select(Need.activity_id, func.max(Assignment.original_due))
        .join(Assignment, col(Assignment.activity_id) == col(Need.needed_id))
        .where(Need.mode == NeedMode.DRAWS_ON, Assignment.plan_id == plan_id)
        .group_by(col(Need.activity_id))
    )
    return {activity: day for activity, day in session.exec(query).all() if day is not None}


def undated_by_superior(session: Session, plan_id: str) -> list[Assignment]:
    """What still waits for a date a superior will set."""
    query = (
        select(Assignment)
        .join(Activity, col(Activity.id) == col(Assignment.activity_id))
        .where(
            Assignment.plan_id == plan_id,
            Activity.set_by == "superior",
            col(Assignment.current_due).is_(None),
            col(Assignment.state).in_([*OUTSTANDING, State.WAITING]),
        )
        .order_by(col(Assignment.id))
    )
    return list(session.exec(query).all())
