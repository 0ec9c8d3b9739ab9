"""The simulated year of Sóc Trăng in processes that are killed (SIGKILL) at chosen points and resumed.

Each leg is a fork: it goes on where the rows say, arms one fatal point, and dies there.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import event

from documents.contacts_sheet import read_contacts
from engine.activate import Blueprint, activate
from engine.blueprint import blueprint, plan_calendar
from engine.import_agencies import import_contacts
from engine.office import Office
from engine.simulated_deeds import Deeds
from engine.simulation import activation_moment
from engine.timelapse import run_timelapse
from engine.timelapse_mail import WithMail
from harness.soc_trang import CONTACTS, PLAN, PLANS
from models.plan import Plan
from notifications.smtp import SmtpChannel
from notifications.smtp_address import Security, SmtpAddress
from rules.simulated_answers import Cast
from rules.working_days import WorkingDays
from store.database import Database
from store.throwaway import create_tables

SEED = 2022


@dataclass(frozen=True)
class Fatal:
    """Die at the n-th time of something since the start of the leg.

    `where`: "statement" (before a statement with `text` runs), "commit" (before a commit), "250" (the server has
    taken a mail, the row does not know it yet).
    """

    where: str
    count: int
    text: str = ""


@dataclass
class Leg:
    """A process under way to its fatal point."""

    fatal: Fatal | None
    seen: int = 0
    unwritten: bool = False  #: the server has taken a mail that no commit has marked yet
    marking: bool = False

    def statement(self, _c: object, _k: object, text: str, *_rest: object) -> None:
        """Before a statement runs."""
        self.marking |= "UPDATE mail SET state" in text
        if self.fatal is not None and self.fatal.where == "statement" and self.fatal.text in text:
            self._count()

    def commit(self, _connection: object) -> None:
        """Before a commit."""
        if self.fatal is not None and self.fatal.where == "commit":
            self._count()
        if self.marking:
            self.unwritten = self.marking = False

    def taken(self) -> None:
        """After the server's 250."""
        self.unwritten = True
        if self.fatal is not None and self.fatal.where == "250":
            self._count()

    def _count(self) -> None:
        """Die at the chosen time, as the kernel would do it: no cleanup, no flush."""
        self.seen += 1
        if self.fatal is not None and self.seen == self.fatal.count:
            os.write(1, b"between\n" if self.unwritten else b"elsewhere\n")
            os.kill(os.getpid(), signal.SIGKILL)


class Mortal(SmtpChannel):
    """Sends for real, and tells the leg of each 250."""

    leg: Leg

    async def send(self, sender: str, recipient: str, raw: bytes) -> None:
        """Send; maybe die before anybody can write it down."""
        await super().send(sender, recipient, raw)
        self.leg.taken()


def run_leg(url: str, port: int, folder: Path, ready: Blueprint, calendar: WorkingDays, fatal: Fatal | None) -> None:
    """One leg, from wherever the rows are to the end of the year or to death."""
    database = Database(url, "NORMAL")
    leg = Leg(fatal)
    event.listen(database.engine, "before_cursor_execute", leg.statement)
    event.listen(database.engine, "commit", leg.commit)
    office = Office(database, calendar)
    with database.read() as session:
        started = session.get(Plan, ready.plan.plan.id) is not None
    if not started:
        import_contacts(office, ready.directory, read_contacts(CONTACTS, ready.directory))
        activate(office, ready, activation_moment(ready.plan.plan.issued_on, calendar))
    channel = Mortal(SmtpAddress("127.0.0.1", port, Security.NONE), connections=1)
    channel.leg = leg
    hands = WithMail(office, channel, folder, connections=1)

    async def year() -> None:
        await run_timelapse(office, Deeds(office, Cast(SEED, office.calendar)), hands, date(2023, 6, 30))
        await channel.close()

    asyncio.run(year())
    database.dispose()


def run_legs(url: str, port: int, folder: Path, fatals: Sequence[Fatal]) -> list[Fatal]:
    """All legs one after the other, then one to the end; returns the points at which a leg really died."""
    died: list[Fatal] = []
    ready = blueprint(PLAN, PLANS)
    calendar = plan_calendar(ready.plan, PLANS)
    database = Database(url, "NORMAL")
    create_tables(database)
    database.dispose()  # no connection may cross a fork
    for fatal in [*fatals, None]:
        child = os.fork()
        if child == 0:
            try:
                run_leg(url, port, folder, ready, calendar, fatal)
            except BaseException as error:
                print(f"leg {fatal}: {error!r}", file=sys.stderr, flush=True)
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL and fatal is not None:
            died.append(fatal)
        elif os.waitstatus_to_exitcode(status) != 0:
            raise AssertionError(f"leg {fatal} failed: {status}")
        elif fatal is None:
            break
    return died


if __name__ == "__main__":
    points = [Fatal(where, int(count), text) for where, count, text in (arg.split("|") for arg in sys.argv[4:])]
    for point in run_legs(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), points):
        print(f"died at {point.where}|{point.count}|{point.text}")
