"""What an amendment changes, by activity id; and how many assignments a plan makes, without making them."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.blueprint import check_plan, plan_calendar
from engine.count import count_assignments
from engine.outline import outline
from harness.cli_home import ROOT, SMALL_PLAN
from rules.plan_diff import Change, differences

PLANS = ROOT / "plans"


def read(folder: Path, text: str):
    path = folder / "thu-nghiem.yaml"
    path.write_text(text, encoding="utf-8")
    return check_plan(path, PLANS).blueprint.plan


CHANGES = {
    "last day": ("last_day: 2022-02-28", "last_day: 2022-03-31", "make-plan", Change.DATE),
    "opening": ("opens: 2022-02-07", "opens: 2022-02-08", "make-plan", Change.DATE),
    "form": ("{form: ongoing}", "{form: undated}", "collect", Change.DATE),
    "another event": ("quyet-dinh", "nghi-quyet", "set-up-team", Change.DATE),
    "leads": ("[Sở Y tế, Sở Xây dựng]", "[Sở Y tế]", "make-plan", Change.LEADS),
    "title": ("Thu thập thông tin", "Thu thập, xử lý thông tin", "collect", Change.TITLE),
    "no longer tracked": ("{form: ongoing}", "{form: ongoing}\n        track: none", "collect", Change.REMOVED),
}


@pytest.mark.parametrize("case", CHANGES)
def test_each_change_is_found_and_nothing_else(tmp_path, case):
    old, new, activity, change = CHANGES[case]
    found = differences(read(tmp_path, SMALL_PLAN), read(tmp_path, SMALL_PLAN.replace(old, new)))
    assert [(one.activity, one.change) for one in found if one.change is not Change.SAME] == [(activity, change)]
    assert len(found) == 3


def test_backwards_what_was_removed_is_added(tmp_path):
    small, large = read(tmp_path, SMALL_PLAN.partition("  - id: information")[0]), read(tmp_path, SMALL_PLAN)
    assert [one.change for one in differences(small, large)] == [Change.SAME, Change.SAME, Change.ADDED]
    assert [one.change for one in differences(large, small)] == [Change.SAME, Change.SAME, Change.REMOVED]


def test_a_plan_does_not_differ_from_itself(tmp_path):
    plan = read(tmp_path, SMALL_PLAN)
    assert {one.change for one in differences(plan, plan)} == {Change.SAME}


def test_the_first_plan_makes_839(tmp_path):
    blueprint = check_plan(PLANS / "soc-trang-2022.yaml", PLANS).blueprint
    calendar = plan_calendar(blueprint.plan, PLANS)
    counts = count_assignments(blueprint, calendar)
    assert sum(counts.values()) == 839
    assert (counts["issue-plan"], counts["handle-information"], counts["funding"]) == (138, 552, 0)
    sections = outline(blueprint, calendar)
    shown = next(one for section in sections for one in section.activities if one.id == "issue-plan")
    assert [len(lead.members) for lead in shown.leads] == [18, 11, 109]
    assert shown.phrase == "trong tháng 02 năm 2022"
