"""From when on nothing more is to come for an assignment that is left (R36)."""

from __future__ import annotations

from datetime import date, datetime

from config.timezone import end_of
from models.moves import State
from models.policy import Policy
from rules.ladder import Ladders
from rules.tracked import Tracked


def exhausts_at(tracked: Tracked, policy: Policy, ladders: Ladders, last_day_of_plan: date) -> datetime:
    """Dated and under way: the moment of its last rung. Otherwise: the end of the plan's last year."""
    ladder = ladders.of(tracked, policy)
    if ladder is None or tracked.state in {State.WAITING, State.SUSPENDED}:
        return end_of(last_day_of_plan)
    if ladder.last_rung is None:
        late_from = tracked.late_from
        return end_of(late_from if late_from is not None else last_day_of_plan)
    return ladder.last_rung.moment
