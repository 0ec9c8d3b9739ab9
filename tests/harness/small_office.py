"""A small plan in a database in memory, at a moment of its year: for tests of single acts of the engine."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from config.timezone import LOCAL
from documents.contacts_sheet import read_contacts
from documents.working_calendar import read_calendar
from engine.activate import activate
from engine.blueprint import check_plan
from engine.import_agencies import import_contacts
from engine.office import Actor, Office
from engine.round import sweep_all
from harness.cli_home import ROOT, SMALL_PLAN
from models.kinds import ActorKind
from store.database import Database
from store.throwaway import create_tables

BY = Actor(ActorKind.COORDINATOR, "thử nghiệm")
MAKE_PLAN = "thu-nghiem/make-plan/soc-trang/{}/once"


def at(text: str) -> datetime:
    """A plan-local moment from ISO text."""
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL)


def small_office(folder: Path, now: str, plan: str = SMALL_PLAN) -> Office:
    """The small plan (its file is written into `folder`), activated on its issue date and swept once at `now`."""
    database = Database("sqlite://")
    create_tables(database)
    office = activate_small(database, folder, plan)
    sweep_all(office, at("2022-02-07T07:30"))
    sweep_all(office, at(now))
    return office


def activate_small(database: Database, folder: Path, plan: str = SMALL_PLAN) -> Office:
    """The small plan activated in a database that has its tables; nothing is swept yet."""
    plans = ROOT / "plans"
    path = folder / "thu-nghiem.yaml"
    path.write_text(plan, encoding="utf-8")
    checked = check_plan(path, plans)
    office = Office(database, read_calendar(plans / "calendar", 2021, 2026))
    sheet = plans / "contacts" / "soc-trang-2022.csv"
    import_contacts(office, checked.blueprint.directory, read_contacts(sheet, checked.blueprint.directory))
    activate(office, checked.blueprint, at("2022-01-28T10:00"))
    return office
