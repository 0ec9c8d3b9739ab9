"""The dispatch of 2020: eight standing requests, none with a day, reported in the yearly report."""

from __future__ import annotations

from collections import Counter
from datetime import date

from harness.shipped_plan import misquoted, shipped

#: 18 departments and 11 districts; from 18/5 on three quarters are left.
COUNTS = {
    "fix-shortcomings": 29, "handle-petitions": 29 * 3, "staff-departments": 18, "staff-districts": 11,
    "monitor": 29 * 3, "disseminate-decree-32": 29, "follow-up": 3, "yearly-report": 29, "report-to-chairman": 1,
}  # fmt: skip


def test_eight_requests():
    plan = shipped("soc-trang-2020")
    assert plan.counts() == COUNTS
    assert sum(COUNTS.values()) == 294
    assert {one.source for _, one in plan.plan.activities()} == set("12345678")
    assert plan.untracked() == {"funding"}
    assert plan.plan.plan.number == "768/UBND-NC"


def test_nothing_has_a_day():
    plan = shipped("soc-trang-2020")
    assert plan.days() == {}
    assert [period.key for period in plan.periods("handle-petitions")] == ["2020-Q2", "2020-Q3", "2020-Q4"]
    assert plan.periods("handle-petitions")[0].opens == date(2020, 5, 18)


def test_all_requests_lead_to_the_yearly_report():
    plan = shipped("soc-trang-2020")
    drawn = set(plan.activity("yearly-report").needs.draws_on)
    assert drawn == set(COUNTS) - {"yearly-report", "report-to-chairman", "follow-up"}
    assert plan.activity("report-to-chairman").needs.draws_on == ("yearly-report",)


def test_the_words_stand_where_the_plan_says():
    assert misquoted(shipped("soc-trang-2020").plan) == []


def test_the_lint_finds_the_two_undated_reports():
    found = shipped("soc-trang-2020").findings()
    assert Counter(one.rule for one in found) == {"R4": 2}
    assert ["'yearly-report'" in found[0].place, "'report-to-chairman'" in found[1].place] == [True, True]
