"""Plan-local time: Việt Nam has one zone and no summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

#: Asia/Ho_Chi_Minh as a fixed offset: no lookup, and the same on a machine without a zone database.
LOCAL = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def local_day(moment: datetime) -> date:
    """The plan-local calendar day of a moment."""
    return moment.astimezone(LOCAL).date()


def at(day: date, clock: time) -> datetime:
    """The moment (UTC) at which it is `clock` on the plan-local `day`."""
    return datetime.combine(day, clock, LOCAL).astimezone(UTC)


def start_of(day: date) -> datetime:
    """00:00 plan-local of the day, as UTC."""
    return at(day, time(0))


def end_of(day: date) -> datetime:
    """24:00 plan-local of the day (Civil Code, article 148: the last day ends at its 24th hour), as UTC."""
    return at(day + timedelta(days=1), time(0))
