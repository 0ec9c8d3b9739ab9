"""The engine against the independent oracle: every assignment, notice, digest, answer, rung, section, plan and item."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from random import Random

import pytest
from sqlalchemy import delete
from sqlmodel import SQLModel

from documents.working_calendar import read_calendar
from engine.office import Office
from engine.round import sweep_all
from engine.timelapse import Directly, run_timelapse
from harness.engine_rows import read_rows
from harness.engine_run import EngineRun
from harness.simulated_script import RecordedDeeds
from harness.soc_trang import PLANS, activated, world
from oracle.days import Days, vietnam
from oracle.random_plans import random_case
from oracle.random_scripts import random_script
from oracle.walk import predict
from rules.simulated_answers import Cast
from rules.working_days import WorkingDays
from store.database import Database
from store.throwaway import create_tables

RANDOM_PLANS = 200
CHUNK = 10


class Counting(Directly):
    """Counts the runs that the same year takes by flows: a run per plan and section swept, one per composing."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._swept = office
        self.runs = 0

    async def sweep(self, now: datetime) -> None:
        """Advance, and count."""
        self.runs += 1 + len(sweep_all(self._swept, now).sections)

    async def mail(self, now: datetime) -> None:
        """Compose, and count."""
        self.runs += 1
        await super().mail(now)


@cache
def calendars() -> tuple[Days, WorkingDays]:
    """The oracle's calendar and the product's."""
    return vietnam(2020, 2028, PLANS / "calendar"), read_calendar(PLANS / "calendar", 2020, 2028)


def test_calendars_are_equal() -> None:
    """2020 to 2028, day by day."""
    oracle, ours = calendars()
    days = [date.fromordinal(number) for number in range(date(2020, 1, 1).toordinal(), date(2028, 12, 31).toordinal())]
    assert [day for day in days if oracle.is_working(day) != ours.is_working(day)] == []


def disagreements(seed: int, database: Database, *, twice: bool) -> list[str]:
    """What the engine wrote otherwise than predicted, for one random case."""
    oracle, ours = calendars()
    case = random_case(seed, oracle)
    predicted = predict(case.world, case.script, case.until)
    office = Office(database, ours, dry=seed % 4 != 0)
    written = EngineRun(office, case.world, twice).run(case.script, case.until)
    return [f"seed {seed}: {line}" for line in predicted.differences(written)]


@pytest.fixture(scope="module")
def one_database() -> Iterator[Database]:
    """One database for many cases: a new one would compile every statement anew."""
    database = Database("sqlite://", "OFF")
    create_tables(database)
    yield database
    database.dispose()


def emptied(database: Database) -> Database:
    """The same database without a row."""
    with database.begin() as session:
        for table in reversed(SQLModel.metadata.sorted_tables):
            session.execute(delete(table))
    return database


@pytest.mark.parametrize("first", range(0, RANDOM_PLANS, CHUNK))
def test_random_plans(first: int, one_database: Database) -> None:
    """200 random plans with random answers; every eighth with each instant run twice."""
    found: list[str] = []
    for seed in range(first, first + CHUNK):
        found += disagreements(seed, emptied(one_database), twice=seed % 8 == 0)
    assert found == []


def test_random_plans_on_postgresql(postgres_url: str) -> None:
    """The same on PostgreSQL, each instant twice."""
    database = Database(postgres_url)
    found = [line for seed in range(1000, 1005) for line in disagreements(seed, emptied(database), twice=True)]
    database.dispose()
    assert found == []


def test_soc_trang_as_simulated() -> None:
    """The first plan through its whole year, with all the answers of the demo."""
    database = Database("sqlite://", "OFF")
    create_tables(database)
    office = activated(database)
    deeds = RecordedDeeds(office, Cast(2022, office.calendar), signs=False)
    hands = Counting(office)
    lapsed = asyncio.run(run_timelapse(office, deeds, hands, date(2023, 6, 30)))
    assert 150 < hands.runs <= 250  # what the demo does by Prefect runs
    predicted = predict(world(), deeds.script, lapsed.last_day)
    assert len(predicted.assignments) == 839
    assert len(deeds.script) > 700
    assert predicted.differences(read_rows(database, world(), [])) == []
    database.dispose()


def test_soc_trang_with_random_acts() -> None:
    """The first plan with 30 to 80 stray acts, among them forbidden ones, each instant twice."""
    until = date(2022, 11, 30)
    script = random_script(Random(94), world(), until)
    predicted = predict(world(), script, until)
    database = Database("sqlite://", "OFF")
    create_tables(database)
    office = Office(database, calendars()[1], dry=True)
    written = EngineRun(office, world(), twice=True).run(script, until)
    assert len(predicted.refused) > 0
    assert predicted.differences(written) == []
    database.dispose()
