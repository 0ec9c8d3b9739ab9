"""Bắc Giang 2021-2026: six years, through mergers of communes, districts, departments and of the province."""

from __future__ import annotations

from datetime import date

from harness.shipped_plan import misquoted, shipped
from models.kinds import Recurrence

ISSUED = date(2021, 6, 15)
#: 23 quarters: 16 with 19 bodies (18 departments and the board of industrial zones), one with 14, six of Bắc Ninh's 14.
BODIES = 16 * 19 + 14 + 6 * 14
#: Ten districts until the second quarter of 2025, before and after the changes of 2025.
DISTRICTS = 17 * 10
#: 209 communes until 2024, 206 of them after the named mergers, then the 58 on the same ground.
COMMUNES = 15 * 209 + 2 * 206 + 6 * 58
#: Yearly: four years with 19 bodies at the opening, then 14; districts for four years.
YEARLY = 4 * 19 + 2 * 14 + 4 * 10
COUNTS = {
    "conference": 1, "disseminate-directive": 19 + 10 + 209, "law-making": BODIES + DISTRICTS,
    "disseminate-law": BODIES + DISTRICTS + 23, "draft-directive": 1, "inspectorate": BODIES + DISTRICTS,
    "yearly-plan-province": 5, "yearly-plan-agencies": 4 * 19 + 14 + 4 * 10, "petitions": BODIES + DISTRICTS,
    "discipline": BODIES + DISTRICTS + COMMUNES, "staffing": 18, "strengthen-staff": 13 * 18 + 13 + 6 * 13,
    "budget": 6, "yearly-training": 6, "information-technology": BODIES + DISTRICTS, "detailed-plan": 29,
    "follow-up": 23, "yearly-report": YEARLY, "report-to-chairman": 6, "december-report": 6, "interim-review": 1,
    "final-review": 1,
}  # fmt: skip
DAYS = {
    "disseminate-directive": (ISSUED, date(2021, 7, 31)),
    "draft-directive": (date(2021, 9, 1), date(2021, 9, 30)),
    "yearly-plan-province": (date(2022, 1, 4), date(2022, 3, 31)),
    "yearly-plan-agencies": (date(2022, 1, 4), date(2022, 3, 31)),
    "staffing": (ISSUED, date(2021, 12, 31)),
    "budget": (ISSUED, date(2021, 12, 31)),
    "yearly-training": (ISSUED, date(2021, 12, 31)),
    "detailed-plan": (ISSUED, date(2021, 6, 29)),
    "yearly-report": (date(2021, 10, 1), date(2021, 12, 1)),
    "december-report": (date(2021, 12, 1), date(2021, 12, 31)),
    "interim-review": (date(2024, 1, 1), date(2024, 12, 31)),
    "final-review": (date(2026, 1, 1), date(2026, 12, 31)),
}


def test_every_activity_has_its_number_of_assignments():
    found = shipped("bac-giang-2021").counts()
    assert found == COUNTS
    assert sum(found.values()) == 8290


def test_what_makes_no_assignment():
    plan = shipped("bac-giang-2021")
    assert plan.repeated() == {"guide-monitoring"}
    assert plan.untracked() == {
        "direct-work", "prosecution", "self-study", "own-training", "funding", "other-reports", "request-front",
        "request-central", "cooperation", "answerable",
    }  # fmt: skip


def test_days():
    assert shipped("bac-giang-2021").days() == DAYS


def test_yearly_duties_go_on_until_2026():
    plan = shipped("bac-giang-2021")
    yearly = {one.id for _, one in plan.plan.activities() if one.applied and one.applied.every is Recurrence.YEARLY}
    assert yearly == {
        "yearly-plan-province", "yearly-plan-agencies", "budget", "yearly-training", "yearly-report", "december-report",
    }  # fmt: skip
    last_days = [period.last_day for period in plan.periods("yearly-report")]
    assert last_days == [date(year, 12, 1) for year in range(2021, 2027)]
    assert [period.key for period in plan.periods("yearly-plan-agencies")] == ["2022", "2023", "2024", "2025", "2026"]


def test_the_words_stand_where_the_plan_says():
    assert misquoted(shipped("bac-giang-2021").plan) == []


def test_both_events_are_waited_for():
    waits = shipped("bac-giang-2021").activity("conference").waits_for
    assert waits is not None
    assert waits.all == ("covid-controlled", "meetings-allowed")


def test_the_lint_finds_what_is_known():
    found = shipped("bac-giang-2021").findings()
    rules = [(one.rule, one.place.split("'")[1]) for one in found if one.rule in ("R1", "R2", "R3", "R4", "R5", "R9")]
    assert rules == [("R1", "staffing"), ("R4", "report-to-chairman"), ("R9", "detailed-plan")]
    off = " ".join(one.message for one in found if one.rule == "R6")
    assert all(day in off for day in ("31/07/2021", "31/03/2024", "01/12/2024", "31/12/2022", "31/12/2023"))
    outlived = {one.place.split("'")[1] for one in found if one.rule == "R8" and "'" in one.place}
    assert {"yearly-report", "discipline", "final-review", "yearly-training"} <= outlived
    assert not outlived & {"staffing", "interim-review", "detailed-plan", "draft-directive"}


def test_a_duty_of_the_last_year_belongs_to_bac_ninh():
    plan = shipped("bac-giang-2021")
    final = plan.periods("final-review")[0]
    assert plan.members("final-review", final) == ["bac-ninh/so-tu-phap"]
    last = plan.periods("discipline")[-1]
    assert {name.split("/")[0] for name in plan.members("discipline", last)} == {"bac-ninh"}
