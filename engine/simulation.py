"""What a plan and a policy will do, in seconds: the whole life of a plan without Prefect and without mail."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from config.timezone import at
from engine.activate import Blueprint, activate
from engine.import_agencies import import_contacts
from engine.office import Office
from engine.outcome import gather
from engine.simulated_deeds import Deeds
from engine.timelapse import Directly, run_timelapse
from models.contact_row import ContactRow
from models.notice import MailClass
from models.outcome import PlanOutcome
from rules.simulated_answers import Cast
from rules.working_days import WorkingDays
from store import mails
from store.database import Database
from store.throwaway import create_tables


@dataclass(frozen=True, slots=True)
class Traffic:
    """The mail load of a simulated plan."""

    digests: int
    answers: int
    addresses: int  #: địa chỉ nhận ít nhất một thư
    busiest_days: tuple[tuple[date, int], ...]  #: ngày nhiều thư tổng hợp nhất
    busiest_addresses: tuple[tuple[str, int], ...]  #: địa chỉ nhận nhiều thư tổng hợp nhất
    median_per_address: float
    most_per_address_and_day: int


@dataclass(frozen=True, slots=True)
class Simulated:
    """What came of it."""

    outcome: PlanOutcome
    traffic: Traffic


def simulate(
    blueprint: Blueprint,
    calendar: WorkingDays,
    contacts: Iterable[ContactRow],
    seed: int,
    on_day: Callable[[date], None] | None = None,
) -> Simulated:
    """Run the plan from its issue to its end with seeded agencies, in a database of its own that is thrown away."""
    database = Database("sqlite://", "OFF")
    create_tables(database)
    office = Office(database, calendar, dry=True)
    header = blueprint.plan.plan
    import_contacts(office, blueprint.directory, contacts)
    activate(office, blueprint, activation_moment(header.issued_on, calendar))
    last = last_day(blueprint)
    deeds = Deeds(office, Cast(seed, calendar))
    lapsed = asyncio.run(run_timelapse(office, deeds, Directly(office), last, on_day))
    simulated = Simulated(gather(office, header.id, lapsed.last_day, seed), _traffic(office))
    database.dispose()
    return simulated


def activation_moment(issued_on: date, calendar: WorkingDays) -> datetime:
    """Simulated plans are activated on their issue date, before the day's sweep."""
    return at(calendar.on_or_after(issued_on), time(7, 0))


def last_day(blueprint: Blueprint) -> date:
    """A simulation ends half a year after the plan's last year at the latest."""
    return date(blueprint.plan.plan.years[1] + 1, 6, 30)


def _traffic(office: Office) -> Traffic:
    with office.database.read() as session:
        posted = mails.headers(session)
    digests = [(address, day) for klass, address, day in posted if klass is MailClass.DIGEST]
    per_day, per_address, both = Counter(day for _, day in digests), Counter(a for a, _ in digests), Counter(digests)
    counts = sorted(per_address.values())
    return Traffic(
        digests=len(digests),
        answers=len(posted) - len(digests),
        addresses=len({address for _, address, _ in posted}),
        busiest_days=tuple(per_day.most_common(5)),
        busiest_addresses=tuple(per_address.most_common(5)),
        median_per_address=counts[len(counts) // 2] if counts else 0,
        most_per_address_and_day=max(both.values(), default=0),
    )
