"""A year in a minute: the clock steps through the days on which something is due, in the code that runs it in a year.

The rows are the only memory: a time-lapse that was killed goes on where it was when it is started again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from config.timezone import at, local_day, start_of
from engine.close_plan import next_settling
from engine.compose import compose_digests
from engine.office import Office
from engine.round import sweep_all
from engine.simulated_deeds import Deeds, perform_all
from models.policy import DIGEST_AT, SWEEP_AT
from store import assignments, mails, notices, plans


class Hands(Protocol):
    """Who does the work of a day: the engine itself, or Prefect flows over it."""

    sends: bool  #: có thật sự gửi thư hay không

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

    sends = False

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


@dataclass(frozen=True, slots=True)
class Lapsed:
    """How far a time-lapse came."""

    last_day: date
    deeds: int


class Ahead:
    """What is due next; each question is asked of the rows once, until they may have changed."""

    def __init__(self, office: Office, *, sends: bool) -> None:
        self._office = office
        self._sends = sends
        self._plans: list[str] = []
        self._sweep: datetime | None = None
        self._settling: datetime | None = None
        self._mail: datetime | None = None
        self._known: set[str] = set()

    def forget(self) -> None:
        """The rows may have changed."""
        self._known.clear()

    def anything_left(self) -> bool:
        """Whether a plan still runs."""
        return bool(self._running())

    def to_sweep(self, moment: datetime) -> bool:
        """Whether a sweep at that moment has anything to do: a row that is due, or a plan to settle."""
        if self._asked("sweep"):
            with self._office.database.read() as session:
                self._sweep = assignments.next_due(session)
        if self._sweep is not None and self._sweep <= moment:
            return True
        if self._asked("settling"):
            since, running = start_of(local_day(moment)), self._running()
            with self._office.database.read() as session:
                ends = [next_settling(self._office, session, plan, since) for plan in running]
            self._settling = earliest(*ends)
        return self._settling is not None and self._settling <= moment

    def to_mail(self, moment: datetime) -> bool:
        """Whether there is anything to compose or to send."""
        if self._asked("mail"):
            with self._office.database.read() as session:
                self._mail = earliest(notices.next_pending(session), mails.next_try(session) if self._sends else None)
        return self._mail is not None and self._mail <= moment

    def _running(self) -> list[str]:
        if self._asked("plans"):
            with self._office.database.read() as session:
                self._plans = plans.active_ids(session)
        return self._plans

    def _asked(self, question: str) -> bool:
        """Whether the question has to be asked now; it counts as answered then."""
        new = question not in self._known
        self._known.add(question)
        return new


def earliest(*moments: datetime | None) -> datetime | None:
    """The first of those that are set."""
    return min((moment for moment in moments if moment is not None), default=None)


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
    ahead, done = Ahead(office, sends=hands.sends), 0
    while day <= last:
        if on_day is not None:
            on_day(day)
        done += await _one_day(office, deeds, hands, ahead, day)
        if not ahead.anything_left():
            break
        day += timedelta(days=1)
    return Lapsed(min(day, last), done)


async def _one_day(office: Office, deeds: Deeds, hands: Hands, ahead: Ahead, day: date) -> int:
    if office.calendar.is_working(day):
        sweep, digest = at(day, SWEEP_AT), at(day, DIGEST_AT)
        if ahead.to_sweep(sweep):
            await hands.sweep(sweep)
            ahead.forget()
            deeds.stale = True
        if ahead.to_mail(digest):
            await hands.mail(digest)
            ahead.forget()
            deeds.stale = True
    planned = deeds.of_day(day)
    if planned:
        perform_all(office, planned)
        await hands.answer(planned[-1].moment)
        ahead.forget()
        deeds.stale = True
    return len(planned)
