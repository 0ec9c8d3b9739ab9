"""What the rules need to know of an assignment: a plain value, cheap to make by the thousand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.kinds import TimeForm
from models.moves import OUTSTANDING, State


@dataclass(slots=True)
class Tracked:
    """An assignment as the rules see it; dates plan-local, moments aware."""

    form: TimeForm
    requested: bool
    state: State
    ends: date | None
    current_due: date | None
    redo_by: date | None
    ready_at: datetime
    opened_at: datetime | None
    anchored_at: datetime | None
    orphaned: bool = False  #: its agency has ended and a person has to decide (R50)

    @property
    def outstanding(self) -> bool:
        """Open or returned: somebody still owes something."""
        return self.state in OUTSTANDING

    @property
    def remind_by(self) -> date | None:
        """R16's R: the day the reminders count back from."""
        return self.redo_by or self.current_due

    @property
    def late_from(self) -> date | None:
        """R16's L: the day the rungs count on from."""
        if self.current_due is None or self.redo_by is None:
            return self.current_due
        return max(self.current_due, self.redo_by)
