"""A plan's year on real parts, stepped through every day on which something is due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker

from cli.local_mailbox import local_mailbox
from cli.printing import say
from cli.year_table import year_tables
from documents.closing_folder import write_closing_folder
from engine.activate import Blueprint, activate
from engine.import_agencies import import_contacts
from engine.office import Office
from engine.outcome import gather
from engine.simulated_deeds import Deeds
from engine.simulation import activation_moment, last_day
from engine.timelapse import run_timelapse
from flows.daily_round import ByFlows
from models.contact_row import ContactRow
from notifications.local_mailbox import RECEIVED
from notifications.smtp import SmtpChannel
from notifications.smtp_address import Security, SmtpAddress
from rules.simulated_answers import Cast
from rules.working_days import WorkingDays
from store.database import Database
from store.schema import ensure_schema
from tasks.prefect_clients import shared_clients
from tasks.prefect_server import LocalServer, use_server
from tasks.resources import use

#: Mails on the way at the same time; the mailbox is on this machine.
CONNECTIONS = 4
#: How long the last log lines and events may take to reach the server.
DRAIN_SECONDS = 30
OnDay = Callable[[date], None]


@dataclass(frozen=True)
class Demo:
    """One demo run into a folder of its own."""

    ready: Blueprint
    calendar: WorkingDays
    contacts: tuple[ContactRow, ...]
    folder: Path
    seed: int

    def run(self) -> None:
        """Servers up, the year, the closing documents, the table; ends by itself."""
        with ThreadPoolExecutor(1) as pool, local_mailbox(self.folder / "mails") as port:
            starting = pool.submit(self._start_server)  # takes ten seconds; meanwhile the plan is activated
            office = self._activate()
            with _stopping(starting) as server:
                say(
                    f"Bảng theo dõi Prefect: {server.url}/runs · máy chủ thư: 127.0.0.1:{port} · kết quả: {self.folder}"
                )
                with progress(office.calendar, self.ready) as on_day:
                    last = asyncio.run(self._year(office, server, port, on_day))
                for worker in (APILogWorker, EventsWorker):  # both send behind our back
                    worker.drain_all(timeout=DRAIN_SECONDS)
        self._close(office, last)
        office.database.dispose()

    def _start_server(self) -> LocalServer:
        server = LocalServer((self.folder / "prefect").resolve())
        server.start()
        return server

    def _activate(self) -> Office:
        # A demo may lose its last second to a power cut; it is started again then.
        database = Database(f"sqlite:///{self.folder / 'dondoc.db'}", "NORMAL")
        ensure_schema(database)
        office = Office(database, self.calendar)
        import_contacts(office, self.ready.directory, self.contacts)
        activate(office, self.ready, activation_moment(self.ready.plan.plan.issued_on, self.calendar))
        return office

    async def _year(self, office: Office, server: LocalServer, port: int, on_day: OnDay) -> date:
        channel = SmtpChannel(SmtpAddress("127.0.0.1", port, Security.NONE), CONNECTIONS)
        deeds = Deeds(office, Cast(self.seed, office.calendar))
        with use_server(server), use(office, channel, self.folder / "dispatches", CONNECTIONS):
            async with shared_clients():
                lapsed = await run_timelapse(office, deeds, ByFlows(), last_day(self.ready), on_day)
        await channel.close()
        return lapsed.last_day

    def _close(self, office: Office, last: date) -> None:
        outcome = gather(office, self.ready.plan.plan.id, last, self.seed)
        (self.folder / "mails" / RECEIVED).unlink(missing_ok=True)
        command = f"dondoc dashboard {self.folder}"
        page = write_closing_folder(outcome, self.folder, dashboard_command=command)
        year_tables(outcome)
        say(f"Trang tổng hợp: {page}")
        say(f"Xem lại các lần chạy trên Prefect: .venv/bin/{command}")


@contextmanager
def _stopping(starting: Future[LocalServer]) -> Iterator[LocalServer]:
    server = starting.result()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def progress(calendar: WorkingDays, ready: Blueprint) -> Iterator[OnDay]:
    """A bar with the plan's date; on a console that cannot redraw, a line per month."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console()
    header = ready.plan.plan
    first, end = calendar.on_or_after(header.issued_on), date(header.years[1], 12, 31)
    if not console.is_terminal:
        seen: set[tuple[int, int]] = set()

        def month(day: date) -> None:
            if (day.year, day.month) not in seen:
                seen.add((day.year, day.month))
                say(f"… {day:%m/%Y}")

        yield month
        return
    columns = (
        TextColumn("{task.fields[day]}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("year", total=(end - first).days + 1, day=f"{first:%d/%m/%Y}")
        yield lambda day: bar.update(task, completed=(day - first).days + 1, day=f"{day:%d/%m/%Y}")
