"""From an assignment row to the value the rules decide on, and when it is next to be looked at."""

from __future__ import annotations

from datetime import date, datetime

from engine.office import Office
from models.assignment import Assignment
from models.moves import State
from models.policy import Policy
from rules.exhausted import exhausts_at
from rules.opening import lapse_moment
from rules.tracked import Tracked


def tracked(row: Assignment) -> Tracked:
    """The row as the rules see it."""
    return Tracked(
        row.form, row.requested, row.state, row.ends, row.current_due, row.redo_by, row.ready_at, row.opened_at,
        row.anchored_at, row.orphaned_at is not None,
    )  # fmt: skip


def next_action(office: Office, what: Tracked, policy: Policy, now: datetime) -> datetime | None:
    """When something is due next for an assignment that is under way; None when nothing is."""
    if not what.outstanding:
        return None
    step = office.ladders.next_after(what, policy, now)
    lapse = lapse_moment(what, office.calendar)
    return min((moment for moment in (step, lapse) if moment is not None), default=None)


def refresh(office: Office, row: Assignment, policy: Policy, last_year: int, now: datetime) -> None:
    """Recompute what depends on the anchors after an act; a waiting row keeps the moment it is looked at."""
    what = tracked(row)
    if row.state is not State.WAITING:
        row.next_action_at = next_action(office, what, policy, now)
    row.exhausts_at = exhausts_at(what, policy, office.ladders, date(last_year, 12, 31))
