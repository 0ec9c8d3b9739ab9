"""A year in a minute: the clock steps through the days on which something is due, in the code that runs it in a year.

The rows are the only memory: a time-lapse that was killed goes on where it was when it is started again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from config.timezone import at, local_day
from engine.compose import compose_digests
from engine.deliver import deliver
from engine.draft_letter import write_drafts
from engine.office import Office
from engine.round import sweep_all
from engine.simulated_deeds import Deeds, perform
from models.policy import DIGEST_AT, SWEEP_AT
from notifications.channel import Channel
from store import assignments, mails, notices, plans


class Hands(Protocol):
    """Who does the work of a day: the engine itself, or Prefect flows over it."""

    async def sweep(self, now: datetime) -> None:
        """Advance what is due at 07:30."""
        ...

    async def mail(self, now: datetime) -> None:
        """Compose the digests of 08:00 and send."""
        ...

    async def answer(self, now: datetime) -> None:
        """Send the answers of the day."""
        ...


class Directly:
    """Without Prefect and without mail: rows only."""

    def __init__(self, office: Office) -> None:
        self._office = office

    async def sweep(self, now: datetime) -> None:
        """Advance what is due."""
        sweep_all(self._office, now)

    async def mail(self, now: datetime) -> None:
        """Compose the digests; nothing is sent."""
        compose_digests(self._office, now)

    async def answer(self, now: datetime) -> None:
        """Nothing is sent."""


class WithMail(Directly):
    """Without Prefect, with real mail and drafts of urging letters."""

    def __init__(self, office: Office, channel: Channel, folder: Path, connections: int) -> None:
        super().__init__(office)
        self._channel = channel
        self._folder = folder
        self._connections = connections

    async def mail(self, now: datetime) -> None:
        """Compose, draft, send."""
        compose_digests(self._office, now)
        write_drafts(self._office, None, self._folder, local_day(now))
        await self.answer(now)

    async def answer(self, now: datetime) -> None:
        """Send what is queued."""
        await deliver(self._office, self._channel, now, self._connections)


@dataclass(frozen=True, slots=True)
class Lapsed:
    """How far a time-lapse came."""

    last_day: date
    deeds: int


async def run_timelapse(
    office: Office, deeds: Deeds, hands: Hands, last: date, on_day: Callable[[date], None] | None = None
) -> Lapsed:
    """Step through the days from the first activation until every plan is closed (at the latest until `last`)."""
    with office.database.begin() as session:
        mails.release_all(session)
        running = plans.active(session)
    if not running:
        return Lapsed(last, 0)
    day = min(local_day(plan.activated_at) for plan in running)
    done = 0
    while day <= last:
        if on_day is not None:
            on_day(day)
        done += await _one_day(office, deeds, hands, day)
        with office.database.read() as session:
            if not plans.active(session):
                break
        day += timedelta(days=1)
    return Lapsed(min(day, last), done)


async def _one_day(office: Office, deeds: Deeds, hands: Hands, day: date) -> int:
    if office.calendar.is_working(day):
        sweep, digest = at(day, SWEEP_AT), at(day, DIGEST_AT)
        if _due(office, sweep):
            await hands.sweep(sweep)
        if _to_mail(office, digest):
            await hands.mail(digest)
    planned = deeds.of_day(day)
    if planned:
        with office.database.together():
            for deed in planned:
                perform(office, deed)
        await hands.answer(planned[-1].moment)
    return len(planned)


def _due(office: Office, moment: datetime) -> bool:
    with office.database.read() as session:
        return bool(assignments.due_sections(session, moment) or assignments.plans_to_settle(session, moment))


def _to_mail(office: Office, moment: datetime) -> bool:
    with office.database.read() as session:
        first, queued = notices.next_pending(session), mails.next_try(session)
    return any(one is not None and one <= moment for one in (first, queued))
