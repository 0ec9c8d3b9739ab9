"""The first plan as the tests use it: as the product reads it, and as a world of the oracle."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

from documents.contacts_sheet import read_contacts
from engine.activate import activate
from engine.blueprint import blueprint, plan_calendar
from engine.import_agencies import import_contacts
from engine.office import Office
from engine.simulation import activation_moment
from oracle.data import read_contacts as oracle_contacts
from oracle.data import read_directory as oracle_directory
from oracle.data import read_yaml
from oracle.days import LOCAL, vietnam
from oracle.world import PlanRun, World
from store.database import Database

PLANS = Path(__file__).parents[2] / "plans"
PLAN = PLANS / "soc-trang-2022.yaml"
CONTACTS = PLANS / "contacts" / "soc-trang-2022.csv"
DIRECTORY = PLANS / "agencies" / "soc-trang-2022.tsv"


def activated(database: Database, *, dry: bool = True) -> Office:
    """An office with Sóc Trăng 2022 activated on its issue date."""
    ready = blueprint(PLAN, PLANS)
    office = Office(database, plan_calendar(ready.plan, PLANS), dry=dry)
    import_contacts(office, ready.directory, read_contacts(CONTACTS, ready.directory))
    activate(office, ready, activation_moment(ready.plan.plan.issued_on, office.calendar))
    return office


def world() -> World:
    """The same as the oracle reads it."""
    run = PlanRun(read_yaml(PLAN), datetime.combine(date(2022, 1, 28), time(7, 0), LOCAL))
    days = vietnam(2020, 2028, PLANS / "calendar")
    return World(
        (run,), oracle_directory(DIRECTORY), oracle_contacts(CONTACTS), read_yaml(PLANS / "phrases.yaml"), days
    )
