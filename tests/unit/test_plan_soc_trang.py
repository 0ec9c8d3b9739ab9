"""The first plan in full: Sóc Trăng 2022, its 839 assignments and its days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.plan_yaml import read_plan
from documents.working_calendar import read_calendar
from models.directory import Directory
from models.kinds import AgencyClass, SetBy
from models.plan_file import ActivityFile
from rules.group_phrases import expand
from rules.periods import Period, periods
from rules.plan_check import check

PLANS = Path(__file__).parents[2] / "plans"
ISSUED = date(2022, 1, 28)

COUNTS = {
    "issue-plan": 138, "issue-plan-departments": 0, "issue-plan-districts": 0, "justice-plan": 11,
    "choose-justice-field": 1, "compile-list": 1, "guidance-letter": 1, "guide-agencies": 4,
    "inspect-support-policies": 1, "inspect-water-corridors": 1,
    "own-inspection-departments": 18, "own-inspection-districts": 11, "survey": 1,
    "handle-information": 552, "handle-defects": 48, "training": 1, "review-plan-67": 1,
    "report-water-corridors": 1, "report-focus-departments": 18, "report-general-departments": 18,
    "report-districts": 11, "consolidate": 1, "funding": 0, "cooperation": 0, "staff": 0,
}  # fmt: skip

#: activity → opens, last day, as in the table of the plan
DAYS = {
    "issue-plan": (date(2022, 2, 1), date(2022, 2, 28)),
    "compile-list": (date(2022, 4, 1), date(2022, 6, 30)),
    "guidance-letter": (date(2022, 4, 1), date(2022, 6, 30)),
    "inspect-support-policies": (date(2022, 4, 1), date(2022, 6, 30)),
    "inspect-water-corridors": (date(2022, 4, 1), date(2022, 6, 30)),
    "survey": (date(2022, 7, 1), date(2022, 9, 30)),
    "training": (date(2022, 7, 1), date(2022, 9, 30)),
    "review-plan-67": (date(2022, 10, 1), date(2022, 12, 31)),
    "report-water-corridors": (date(2022, 10, 3), date(2022, 11, 15)),
    "report-focus-departments": (date(2022, 10, 3), date(2022, 11, 15)),
    "report-general-departments": (date(2022, 10, 3), date(2022, 11, 15)),
    "report-districts": (date(2022, 10, 3), date(2022, 11, 15)),
}


@pytest.fixture(scope="module")
def plan():
    return read_plan(PLANS / "soc-trang-2022.yaml")


@pytest.fixture(scope="module")
def directory():
    return read_directory(PLANS / "agencies/soc-trang-2022.tsv")


@pytest.fixture(scope="module")
def phrases():
    return read_phrases(PLANS / "phrases.yaml")


@pytest.fixture(scope="module")
def calendar():
    return read_calendar(PLANS / "calendar", 2020, 2028)


def assignments(plan, directory, phrases, cut: tuple[Period, ...], activity: ActivityFile) -> int:
    return sum(
        len(expand(phrase, directory, phrases, plan.groups, period.opens).members)
        for period in cut
        for phrase in activity.leads
    )


def counted(plan, directory, phrases, calendar) -> dict[str, int]:
    return {
        activity.id: assignments(plan, directory, phrases, periods(activity, plan.plan, calendar), activity)
        for _, activity in plan.activities()
    }


def test_every_activity_has_its_number_of_assignments(plan, directory, phrases, calendar):
    found = counted(plan, directory, phrases, calendar)
    assert found == COUNTS
    assert sum(found.values()) == 839


def test_one_commune_less_makes_one_plan_less(plan, directory, phrases, calendar):
    fewer = Directory.of(directory.key, [entry for entry in directory.agencies if entry.id != "soc-trang/xa-31528"])
    found = counted(plan, fewer, phrases, calendar)
    assert found["issue-plan"] == 137
    assert sum(found.values()) == 839 - 1 - 4


def test_days_are_those_of_the_table(plan, calendar):
    found = {activity.id: periods(activity, plan.plan, calendar) for _, activity in plan.activities()}
    dated = {name: (cut[0].opens, cut[0].last_day) for name, cut in found.items() if cut and cut[0].last_day}
    assert dated == DAYS
    assert calendar.on_or_before(found["review-plan-67"][0].last_day) == date(2022, 12, 30)


def test_quarters_begin_at_the_issue_date(plan, calendar):
    activity = next(one for _, one in plan.activities() if one.id == "handle-information")
    cut = periods(activity, plan.plan, calendar)
    assert [(one.key, one.opens, one.ends) for one in cut] == [
        ("2022-Q1", ISSUED, date(2022, 3, 31)),
        ("2022-Q2", date(2022, 4, 1), date(2022, 6, 30)),
        ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30)),
        ("2022-Q4", date(2022, 10, 1), date(2022, 12, 31)),
    ]


def test_undated_ones_open_with_the_plan(plan, calendar):
    activity = next(one for _, one in plan.activities() if one.id == "consolidate")
    assert periods(activity, plan.plan, calendar) == (Period("2022", ISSUED, None, None),)
    assert activity.set_by is SetBy.SUPERIOR


def test_the_directory_of_2022_and_after_the_mergers(directory):
    on_issue = Counter(entry.klass for entry in directory.agencies if entry.valid_on(ISSUED))
    departments = (AgencyClass.SO, AgencyClass.BAN_NGANH, AgencyClass.VP_UBND)
    assert sum(on_issue[klass] for klass in departments) == 18
    assert on_issue[AgencyClass.UBND_HUYEN] == on_issue[AgencyClass.PHONG_TU_PHAP] == 11
    communes = [entry.name.split()[1] for entry in directory.of_class(AgencyClass.UBND_XA, ISSUED)]
    assert Counter(communes) == {"xã": 80, "phường": 17, "thị": 12}
    merged = [len(list(directory.of_class(klass, date(2025, 3, 1)))) for klass in departments]
    assert sum(merged) == 13
    assert not [entry for entry in directory.agencies if entry.valid_on(date(2025, 7, 1))]


def test_nothing_stops_the_plan_and_the_warnings_are_known(plan, directory, phrases, calendar):
    found = check(plan, directory, phrases, calendar)
    assert {one.severity for one in found} == {"warning"}
    assert [(one.rule, one.code) for one in found] == [
        ("", "assumed-issue-date"),
        ("R3", "no-time-to-build"),
        ("R3", "no-time-to-build"),
        ("R4", "undated-report"),
        ("R5", "lead-not-named"),
        ("R6", "last-day-off"),
    ]
    assert "30/12/2022" in found[-1].message


def test_group_leads_of_a_plan_are_never_repeated(plan, directory, phrases):
    for _, activity in plan.activities():
        members = [
            entry.id
            for phrase in activity.leads
            for entry in expand(phrase, directory, phrases, plan.groups, ISSUED).members
        ]
        assert len(members) == len(set(members)), activity.id
