"""Whether an accepted submission was in time (R26)."""

from __future__ import annotations

from datetime import date, datetime, time

from config.timezone import at, end_of
from models.assignment import Timeliness
from rules.working_days import WorkingDays


def last_good_moment(last_day: date, hour: time | None) -> datetime:
    """End of the last day (Civil Code, article 148: its 24th hour), or the printed hour."""
    return at(last_day, hour) if hour is not None else end_of(last_day)


def timeliness(last_day: date, hour: time | None, received_at: datetime, received_on: date | None) -> Timeliness:
    """On time or late. `received_on` (paper) goes before the moment of entry: the day alone counts then."""
    if received_on is not None:
        return Timeliness.ON_TIME if received_on <= last_day else Timeliness.LATE
    good = last_good_moment(last_day, hour)
    in_time = received_at <= good if hour is not None else received_at < good
    return Timeliness.ON_TIME if in_time else Timeliness.LATE


def judge(
    original: date | None, current: date | None, hour: time | None, received_at: datetime, received_on: date | None
) -> tuple[Timeliness | None, Timeliness | None]:
    """(against the current day, against the original day). The printed hour belongs to the original day only."""
    if current is None or original is None:
        return None, None
    now = timeliness(current, hour if current == original else None, received_at, received_on)
    return now, timeliness(original, hour, received_at, received_on)


def days_late(
    calendar: WorkingDays, last_day: date | None, came: date | None, verdict: Timeliness | None
) -> tuple[int, int] | None:
    """(working days, calendar days) a result came after its last day; (0, 0) in time.

    None: there is nothing to say, or it came on the last day itself but after the printed hour.
    """
    if verdict is None or last_day is None or came is None:
        return None
    if verdict is Timeliness.ON_TIME:
        return 0, 0
    days = (came - last_day).days
    return (calendar.between(last_day, came), days) if days > 0 else None
