"""Activation is all or nothing, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import func, select

from documents.contacts_sheet import read_contacts
from engine.activate import activate
from engine.blueprint import blueprint, plan_calendar
from engine.errors import AlreadyActive
from engine.import_agencies import import_contacts
from engine.office import Office
from engine.simulation import activation_moment
from harness.soc_trang import CONTACTS, PLAN, PLANS
from models.assignment import Assignment
from models.directory import Directory
from models.dispatch import Item
from models.kinds import AgencyClass
from models.plan import Activity, Plan, Section
from models.problem import Problems
from store.database import Database

TABLES = (Plan, Section, Activity, Assignment, Item)


def counts(database: Database) -> list[int]:
    with database.read() as session:
        return [session.exec(select(func.count()).select_from(table)).one() for table in TABLES]


def make_office(database: Database) -> Office:
    return Office(database, plan_calendar(blueprint(PLAN, PLANS).plan, PLANS))


def test_soc_trang_makes_839(database: Database) -> None:
    office, ready = make_office(database), blueprint(PLAN, PLANS)
    import_contacts(office, ready.directory, read_contacts(CONTACTS, ready.directory))
    made = activate(office, ready, activation_moment(ready.plan.plan.issued_on, office.calendar))
    assert made.assignments == 839
    assert made.per_activity["issue-plan"] == 138
    assert counts(database)[3] == 839


def test_one_commune_less_makes_137(database: Database) -> None:
    office, ready = make_office(database), blueprint(PLAN, PLANS)
    communes = [entry for entry in ready.directory.agencies if entry.klass is AgencyClass.UBND_XA]
    kept = [entry for entry in ready.directory.agencies if entry.id != communes[5].id]
    fewer = replace(ready, directory=Directory.of(ready.directory.key, kept))
    contacts = [row for row in read_contacts(CONTACTS, ready.directory) if row.agency_id != communes[5].id]
    import_contacts(office, fewer.directory, contacts)
    made = activate(office, fewer, activation_moment(ready.plan.plan.issued_on, office.calendar))
    assert made.per_activity["issue-plan"] == 137


def test_an_agency_without_address_stops_everything(database: Database) -> None:
    office, ready = make_office(database), blueprint(PLAN, PLANS)
    contacts = read_contacts(CONTACTS, ready.directory)
    silent = {"soc-trang/so-y-te", "soc-trang/so-tai-chinh"}
    import_contacts(office, ready.directory, [row for row in contacts if row.agency_id not in silent])
    with pytest.raises(Problems) as caught:
        activate(office, ready, activation_moment(ready.plan.plan.issued_on, office.calendar))
    assert sorted(problem.code for problem in caught.value.problems) == ["no-address", "no-address"]
    assert "Sở Y tế" in str(caught.value)
    assert counts(database) == [0, 0, 0, 0, 0]


def test_twice_is_refused_and_changes_nothing(database: Database) -> None:
    office, ready = make_office(database), blueprint(PLAN, PLANS)
    import_contacts(office, ready.directory, read_contacts(CONTACTS, ready.directory))
    moment = activation_moment(ready.plan.plan.issued_on, office.calendar)
    activate(office, ready, moment)
    before = counts(database)
    with pytest.raises(AlreadyActive, match="đã được kích hoạt"):
        activate(office, ready, moment)
    assert counts(database) == before
