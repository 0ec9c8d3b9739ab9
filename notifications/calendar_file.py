"""A calendar file (.ics, RFC 5545) that puts last days into the agency's own calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Don Doc//Nhac viec//VI"


@dataclass(frozen=True, slots=True)
class LastDay:
    """One all-day entry. The same `uid` in a later mail replaces the entry, so an extension moves it."""

    uid: str
    summary: str
    last_day: date
    description: str


def calendar_file(last_days: Iterable[LastDay], stamp: datetime) -> bytes:
    """Bytes of an .ics file, one all-day VEVENT each. `stamp` (aware): when the mail was composed."""
    from icalendar import Calendar  # a tenth of a second, which commands that send nothing need not wait for

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in last_days:
        calendar.add_component(_event(entry, stamp))
    return calendar.to_ical()


def _event(entry: LastDay, stamp: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    # A later stamp must win over an earlier file of the same uid; programs compare the sequence number.
    event.add("sequence", int(stamp.timestamp()) // 60)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("dtstart", entry.last_day)
    # RFC 5545, 3.6.1: the end of an all-day event is the first day that is no longer part of it.
    event.add("dtend", entry.last_day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event
