"""When a waiting assignment opens and an ongoing one lapses (R13-R15, R33)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from config.timezone import start_of
from models.kinds import TimeForm
from models.moves import State
from rules.tracked import Tracked
from rules.working_days import WorkingDays


def ready_moment(
    ready_at: datetime, triggers: Sequence[datetime | None], any_trigger: bool, needs: Sequence[datetime | None]
) -> datetime | None:
    """R13: when the last condition came true; None while one is missing.

    `triggers`: when each was recorded; `needs`: when each needed assignment became final.
    """
    moments: list[datetime] = [ready_at]
    if triggers:
        recorded = [moment for moment in triggers if moment is not None]
        if any_trigger:
            if not recorded:
                return None
            moments.append(min(recorded))
        elif len(recorded) < len(triggers):
            return None
        else:
            moments.append(max(recorded))
    for moment in needs:
        if moment is None:
            return None
        moments.append(moment)
    return max(moments)


def lapse_moment(tracked: Tracked, calendar: WorkingDays) -> datetime | None:
    """R33: the sweep at which an ongoing assignment lapses if nothing happens; None for other forms."""
    if tracked.form is not TimeForm.ONGOING or tracked.ends is None:
        return None
    over = start_of(tracked.ends + timedelta(days=1))
    return calendar.next_sweep(max(over, tracked.anchored_at or tracked.ready_at))


def stuck_moment(tracked: Tracked, calendar: WorkingDays) -> datetime | None:
    """The sweep after the last day of a duty that still waits: a person should know then. None without a day."""
    if tracked.state is not State.WAITING or tracked.current_due is None or tracked.requested or tracked.orphaned:
        return None
    return calendar.sweep_on(calendar.after(tracked.current_due, 1))


def due_after_event(event: date, days: int, working: bool, calendar: WorkingDays) -> date:
    """R15: N (working) days after the day of an event; that day itself is not counted (Civil Code, article 147)."""
    return calendar.after(event, days) if working else event + timedelta(days=days)
