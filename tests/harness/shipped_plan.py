"""A shipped plan with everything it needs, counted; and the lines of the document it was made from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.plan_yaml import read_plan
from documents.working_calendar import read_calendar
from models.directory import Directory
from models.plan_file import ActivityFile, PlanFile
from models.problem import Problem
from rules.group_phrases import Phrases, expand
from rules.periods import Period, periods
from rules.plan_check import check
from rules.working_days import WorkingDays

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "plans"
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Shipped:
    """One plan of the folder."""

    plan: PlanFile
    directory: Directory
    phrases: Phrases
    calendar: WorkingDays

    def activity(self, activity_id: str) -> ActivityFile:
        return next(one for _, one in self.plan.activities() if one.id == activity_id)

    def periods(self, activity_id: str) -> tuple[Period, ...]:
        return periods(self.activity(activity_id), self.plan.plan, self.calendar)

    def members(self, activity_id: str, period: Period) -> list[str]:
        return [
            entry.id
            for phrase in self.activity(activity_id).leads
            for entry in expand(phrase, self.directory, self.phrases, self.plan.groups, period.opens).members
        ]

    def counts(self) -> dict[str, int]:
        """Assignments of every activity that makes any."""
        found = {
            activity.id: sum(len(self.members(activity.id, period)) for period in self.periods(activity.id))
            for _, activity in self.plan.activities()
        }
        return {name: count for name, count in found.items() if count}

    def untracked(self) -> set[str]:
        return {activity.id for _, activity in self.plan.activities() if activity.track == "none"}

    def repeated(self) -> set[str]:
        return {activity.id for _, activity in self.plan.activities() if activity.same_as is not None}

    def days(self) -> dict[str, tuple[date, date]]:
        """First opening and first last day of the dated ones."""
        cut = {activity.id: self.periods(activity.id) for _, activity in self.plan.activities()}
        return {name: (one[0].opens, one[0].last_day) for name, one in cut.items() if one and one[0].last_day}

    def findings(self) -> list[Problem]:
        return check(self.plan, self.directory, self.phrases, self.calendar)


@cache
def shipped(name: str) -> Shipped:
    """The plan of that name with its directory."""
    plan = read_plan(PLANS / f"{name}.yaml")
    directory = read_directory(PLANS / "agencies" / f"{plan.plan.directory}.tsv")
    return Shipped(plan, directory, read_phrases(PLANS / "phrases.yaml"), read_calendar(PLANS / "calendar", 2020, 2028))


def shared_file(*parts: str) -> Path:
    """A file of the material beside the project; it may be absent at home, never in CI."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        if os.environ.get("CI"):
            pytest.fail(f"missing {path.name}")
        pytest.skip(f"{path.name} is not here")
    return path


def misquoted(plan: PlanFile) -> list[str]:
    """Activities and sentences of time whose words do not stand on the line they give (or run on to the next)."""
    assert plan.plan.source is not None
    lines = shared_file("seeds", plan.plan.source).read_text("utf-8").splitlines()
    wrong: list[str] = []
    for _, activity in plan.activities():
        if activity.line is None or not lines[activity.line - 1].strip():
            wrong.append(f"{activity.id}: line {activity.line}")
        read = activity.read
        if read is not None:
            assert read.line is not None
            text = " ".join(lines[read.line - 1 : read.line + 1]).replace("*", "")
            if read.verbatim not in " ".join(text.split()):
                wrong.append(f"{activity.id}: {read.verbatim!r} at {read.line}")
    return wrong + [key for key, one in plan.triggers.items() if one.line is None or not lines[one.line - 1].strip()]
