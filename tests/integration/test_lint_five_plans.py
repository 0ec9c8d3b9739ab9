"""The lint over the five plans: exactly the findings a careful reader makes, and each rests on the date at fault."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.plan_yaml import read_plan
from documents.sources.source import read_source
from engine.blueprint import plan_calendar, read_successions
from models.plan_file import ActivityFile, PlanFile
from models.problem import Problem
from rules.lint.reading import lint_text
from rules.plan_check import check

PLANS = Path(__file__).parents[2] / "plans"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

#: plan → rule → activities (or the key of the plan) that have a finding.
EXPECTED: dict[str, dict[str, set[str]]] = {
    "soc-trang-2022": {
        "R3": {"inspect-support-policies", "inspect-water-corridors"},
        "R4": {"consolidate"},
        "R5": {"review-plan-67"},
        "R6": {"review-plan-67"},
    },
    "soc-trang-2020": {"R4": {"yearly-report", "report-to-chairman"}},
    "dak-nong-2022": {
        "R1": {"survey"},
        "R6": {
            "provincial-plan", "dissemination", "survey", "own-surveys", "agency-reports", "report-to-ministry",
        },
        "R7": {"national-plan"},
    },
    "bac-giang-2021": {
        "R1": {"staffing"},
        "R4": {"report-to-chairman"},
        "R6": {
            "disseminate-directive", "yearly-plan-province", "yearly-plan-agencies", "budget", "yearly-training",
            "yearly-report", "december-report",
        },
        "R8": {
            "issuer", "law-making", "disseminate-law", "inspectorate", "yearly-plan-province", "yearly-plan-agencies",
            "petitions", "discipline", "strengthen-staff", "budget", "yearly-training", "information-technology",
            "follow-up", "yearly-report", "report-to-chairman", "december-report", "final-review",
        },
        "R9": {"detailed-plan"},
    },
    "lai-chau-2025": {
        "R1": {"inter-branch-inspection"},
        "R2": {"agency-fields"},
        "R4": {"consolidate"},
        "R8": {"dissemination", "handle-information", "district-inspection", "report-districts"},
    },
}  # fmt: skip

#: document → (code, line); 75 and before of the first are in order, 179 skips “đ” as 91 does.
IN_THE_TEXT: dict[str, list[tuple[str, str]]] = {
    "000_7b3e78f949c6a8b4.txt": [("lettering", "dòng 91"), ("lettering", "dòng 113"), ("lettering", "dòng 179")],
    "001_dc77f163e7aaf686.txt": [],
    "002_2aaa0c9bda4fb7e6.txt": [("cross-reference", "dòng 134")],
    "003_9f8dbfd52da4a7ba.txt": [],
    "004_383a8b1e79b9e5bb.txt": [],
}


@pytest.fixture(scope="module")
def lint() -> Callable[[PlanFile], list[Problem]]:
    """The findings of the rules over a plan, as `dondoc plan check` makes them."""
    phrases = read_phrases(PLANS / "phrases.yaml")
    directories, moves = {}, {}

    def of(plan: PlanFile) -> list[Problem]:
        key = plan.plan.directory
        if key not in directories:
            directories[key] = read_directory(PLANS / "agencies" / f"{key}.tsv")
            moves[key] = {one.predecessor: one.single for one in read_successions(PLANS, key) if one.single}
        found = check(plan, directories[key], phrases, plan_calendar(plan, PLANS), None, moves[key])
        return [one for one in found if one.rule]

    return of


def table(found: list[Problem]) -> dict[str, set[str]]:
    """Rule → what it is about; every finding once."""
    rows: dict[str, set[str]] = {}
    for one in found:
        named = re.search(r"'([^']*)'", one.place)
        about = named[1] if named else one.place
        assert about not in rows.setdefault(one.rule, set()), f"{one.rule} told twice about {about}"
        rows[one.rule].add(about)
    return rows


@pytest.mark.parametrize("name", EXPECTED)
def test_what_the_rules_find_and_nothing_else(name, lint):
    found = lint(read_plan(PLANS / f"{name}.yaml"))
    assert table(found) == EXPECTED[name]
    assert all(one.severity == "warning" and one.why and one.hint for one in found)


def changed(plan: PlanFile, activity: str, **update) -> PlanFile:
    """The plan with one activity changed; keys of `applied` go there."""
    inner = {key: value for key, value in update.items() if key in {"last_day", "opens"}}

    def one(part: ActivityFile) -> ActivityFile:
        if part.id != activity:
            return part
        applied = part.applied.model_copy(update=inner) if inner and part.applied else part.applied
        rest = {key: value for key, value in update.items() if key not in inner}
        return part.model_copy(update={"applied": applied, **rest})

    sections = [
        section.model_copy(update={"activities": tuple(one(part) for part in section.activities)})
        for section in plan.sections
    ]
    return plan.model_copy(update={"sections": tuple(sections)})


@pytest.mark.parametrize(
    ("name", "rule", "about", "update"),
    [
        ("dak-nong-2022", "R1", "survey", {"last_day": date(2022, 11, 18)}),
        ("bac-giang-2021", "R1", "staffing", {"last_day": date(2021, 12, 1)}),
        ("lai-chau-2025", "R1", "inter-branch-inspection", {"last_day": date(2025, 12, 2)}),
        ("lai-chau-2025", "R2", "agency-fields", {"waits_for": None}),
        ("soc-trang-2022", "R5", "review-plan-67", {"lead_inferred": False}),
        ("soc-trang-2022", "R6", "review-plan-67", {"last_day": date(2022, 12, 30)}),
        ("bac-giang-2021", "R6", "disseminate-directive", {"last_day": date(2021, 7, 30)}),
        ("bac-giang-2021", "R9", "detailed-plan", {"last_day": date(2021, 6, 30)}),
        ("lai-chau-2025", "R8", "report-districts", {"last_day": date(2025, 6, 30)}),
    ],
)
def test_moving_the_date_at_fault_takes_the_finding_away(name, rule, about, update, lint):
    plan = changed(read_plan(PLANS / f"{name}.yaml"), about, **update)
    assert table(lint(plan)).get(rule, set()) == EXPECTED[name][rule] - {about}


def test_a_list_one_day_earlier_leaves_both_inspections_alone(lint):
    plan = changed(read_plan(PLANS / "soc-trang-2022.yaml"), "compile-list", last_day=date(2022, 6, 29))
    assert "R3" not in table(lint(plan))


@pytest.mark.parametrize(("happened", "found"), [(date(2022, 1, 18), True), (date(2022, 1, 19), False), (None, False)])
def test_the_prime_ministers_decision_before_or_after_the_plan(happened, found, lint):
    plan = read_plan(PLANS / "dak-nong-2022.yaml")
    trigger = plan.triggers["national-plan"].model_copy(update={"happened_on": happened})
    plan = plan.model_copy(update={"triggers": {**plan.triggers, "national-plan": trigger}})
    assert ("R7" in table(lint(plan))) is found


@pytest.mark.parametrize("name", [name for name in EXPECTED if name != "soc-trang-2020"])  # it has no day at all
def test_a_plan_issued_at_the_end_of_the_year_is_short_notice(name, lint):
    """Issued on 27 December: whatever is due by the year's end."""
    plan = read_plan(PLANS / f"{name}.yaml")
    late = plan.plan.model_copy(update={"issued_on": date(plan.plan.years[0], 12, 27)})
    found = table(lint(plan.model_copy(update={"plan": late})))
    due = {
        part.id
        for _, part in plan.activities()
        if part.tracked and part.applied and part.applied.last_day == date(plan.plan.years[0], 12, 31)
    }
    assert due
    assert due <= found.get("R9", set())


def test_what_the_documents_own_numbering_shows():
    if not SEEDS.is_dir() and not os.environ.get("CI"):
        pytest.skip("the source documents are not here")
    for name, expected in IN_THE_TEXT.items():
        found = lint_text(read_source(SEEDS / name))
        assert [(one.code, one.place) for one in found] == expected, name
