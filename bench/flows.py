"""What a section's run costs on a real Prefect server (SQLite), against an empty async flow in the same run.

`python -m bench.flows`: one JSON line per figure. Seconds per run: median and mean wall time; CPU of this
process and of the server, the latter with what it still does after the last run.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

from prefect import flow

from config.timezone import at
from documents.contacts_sheet import read_contacts
from engine.activate import activate
from engine.blueprint import blueprint, plan_calendar
from engine.import_agencies import import_contacts
from engine.office import Office
from engine.simulation import activation_moment
from flows.carry_out_plan import carry_out_plan
from flows.deliver_mail import deliver_mail
from flows.issue_plans import issue_plans
from flows.report_results import report_results
from models.policy import DIGEST_AT, SWEEP_AT
from notifications.memory import MemoryChannel
from store.database import Database
from store.schema import ensure_schema
from tasks.prefect_clients import shared_clients
from tasks.prefect_server import LocalServer, use_server
from tasks.resources import use

PLANS = Path(__file__).resolve().parents[1] / "plans"
PLAN = "soc-trang-2022"
ROUNDS, SETTLE_SECONDS = 20, 4.0
NOW = at(date(2022, 11, 16), SWEEP_AT)


@flow
async def empty() -> int:
    return 1


def server_cpu(group: int) -> float:
    """CPU seconds so far of all processes of a group."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


async def measure(name: str, run: Callable[[], Awaitable[object]], server: LocalServer) -> None:
    await run()
    await asyncio.sleep(SETTLE_SECONDS)
    cpu, serving, walls = time.process_time(), server_cpu(server.process_id), []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        await run()
        walls.append(time.perf_counter() - start)
    await asyncio.sleep(SETTLE_SECONDS)
    figures = {
        "median": statistics.median(walls),
        "mean": statistics.fmean(walls),
        "max": max(walls),
        "cpu": (time.process_time() - cpu) / ROUNDS,
        "server_cpu": (server_cpu(server.process_id) - serving) / ROUNDS,
    }
    print(json.dumps({"figure": name} | {key: round(value, 3) for key, value in figures.items()}), flush=True)


async def run_all(server: LocalServer) -> None:
    digest = at(date(2022, 11, 16), DIGEST_AT)
    await measure("empty flow, own client", empty, server)
    async with shared_clients():
        await measure("empty flow", empty, server)
        await measure("section of 149, 138 late", lambda: issue_plans(PLAN, "issue-plan", NOW), server)
        await measure("section of 49", lambda: report_results(PLAN, "report", NOW), server)
        await measure("plan, nothing due", lambda: carry_out_plan(PLAN, NOW), server)
        await measure("delivery, nothing due", lambda: deliver_mail(digest), server)
        await measure("empty flow again", empty, server)


def main() -> None:
    logging.getLogger("prefect").setLevel(logging.WARNING)
    ready = blueprint(PLANS / f"{PLAN}.yaml", PLANS)
    database = Database("sqlite://")
    ensure_schema(database)
    office = Office(database, plan_calendar(ready.plan, PLANS))
    import_contacts(office, ready.directory, read_contacts(PLANS / "contacts" / f"{PLAN}.csv", ready.directory))
    activate(office, ready, activation_moment(ready.plan.plan.issued_on, office.calendar))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with LocalServer(home / "prefect") as server, use_server(server), use(office, MemoryChannel(), home / "drafts"):
            asyncio.run(run_all(server))


if __name__ == "__main__":
    main()
