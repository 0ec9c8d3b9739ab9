"""What the check of a whole plan warns about, and what it lets pass."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.working_calendar import read_calendar
from models.plan_file import PlanFile
from models.problem import Problem
from rules.plan_check import check
from rules.plan_links import circle, drawn_on, links

PLANS = Path(__file__).parents[2] / "plans"
HEADER = {
    "id": "thu", "title": "Thử", "province": "Sóc Trăng", "directory": "soc-trang-2022", "issued_on": date(2022, 1, 28),
    "years": (2022, 2022), "issuer": "UBND tỉnh", "coordinator": "Sở Tư pháp",
}  # fmt: skip
DATED = {"form": "dated", "last_day": date(2022, 6, 30)}


@pytest.fixture(scope="module")
def checked():
    directory = read_directory(PLANS / "agencies/soc-trang-2022.tsv")
    phrases = read_phrases(PLANS / "phrases.yaml")
    calendar = read_calendar(PLANS / "calendar", 2020, 2028)
    return lambda plan: check(plan, directory, phrases, calendar)


def activity(name: str, **changes) -> dict:
    return {"id": name, "title": name, "leads": ("Sở Tư pháp",), "applied": DATED} | changes


def plan_of(*activities: dict, kind: str = "guide", header: dict | None = None, **whole) -> PlanFile:
    section = {"id": "one", "kind": kind, "title": "Mục", "activities": activities}
    content = {"schema": "dondoc/plan/1", "plan": HEADER | (header or {}), "sections": (section,)} | whole
    return PlanFile.model_validate(content)


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(one.severity, one.code) for one in problems]


def test_a_plain_plan_has_no_findings(checked):
    assert checked(plan_of(activity("a"))) == []


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (plan_of(activity("a"), header={"issued_assumed": True}), "assumed-issue-date"),
        (plan_of(activity("a", applied={"form": "undated"}), kind="report"), "undated-report"),
        (plan_of(activity("a"), triggers={"ttg": {"title": "Quyết định"}}), "unused-trigger"),
        (plan_of(activity("a", applied=DATED | {"last_day": date(2022, 12, 31)})), "last-day-off"),
        (plan_of(activity("a", leads=("các cơ quan liên quan",))), "open-group"),
        (plan_of(activity("a", coordinating=("Hội Người cao tuổi",))), "unknown-phrase"),
        (plan_of(activity("a", track="none"), activity("b", needs={"after": ({"activity": "a"},)})), "untracked-need"),
    ],
)
def test_a_warning_does_not_stop_the_plan(plan, code, checked):
    assert told(checked(plan)) == [("warning", code)]


def test_an_undated_activity_is_only_warned_about_in_a_report(checked):
    assert checked(plan_of(activity("a", applied={"form": "undated"}))) == []


def test_the_effective_working_day_is_named(checked):
    (found,) = checked(plan_of(activity("a", applied=DATED | {"last_day": date(2022, 4, 10)})))
    assert "10/04/2022 là ngày nghỉ" in found.message
    assert "08/04/2022" in found.message


def test_own_needs_a_counterpart(checked):
    lead = activity("a", leads=("Sở Y tế",), applied=DATED | {"last_day": date(2022, 5, 31)})
    after = activity("b", leads=("Sở Y tế", "UBND huyện Kế Sách"), needs={"after": ({"activity": "a", "own": True},)})
    (found,) = checked(plan_of(lead, after))
    assert (found.severity, found.code) == ("warning", "own-without-counterpart")
    assert "1 cơ quan" in found.message
    assert "UBND huyện Kế Sách" in found.message


def test_a_group_that_empties_later_is_a_warning_with_its_day(checked):
    header = {"years": (2024, 2026), "issued_on": date(2024, 6, 1)}
    yearly = {"form": "dated", "last_day": date(2024, 12, 31), "opens": date(2024, 12, 1), "every": "yearly"}
    found = checked(plan_of(activity("a", leads=("UBND cấp huyện",), applied=yearly), header=header))
    empty = [one for one in found if one.code == "outlives-agencies" and one.rule == "R8" and "leads" in one.place]
    assert told(empty) == [("warning", "outlives-agencies")]
    assert "11 cơ quan kết thúc ngày 30/06/2025" in empty[0].message
    assert "trước khi kỳ 2025, 2026 mở" in empty[0].message


def test_a_group_empty_in_its_first_period_is_an_error(checked):
    header = {"years": (2025, 2025), "issued_on": date(2025, 6, 1)}
    late = {"form": "dated", "last_day": date(2025, 9, 30), "opens": date(2025, 7, 1)}
    error, lint = checked(plan_of(activity("a", leads=("UBND cấp huyện",), applied=late), header=header))
    assert (error.severity, error.code) == ("error", "empty-group")
    assert "2025-07-01" in error.message
    assert (lint.place, lint.rule) == ("issuer", "R8")  # the province ends that summer, too


def test_a_group_of_the_plan_with_an_unknown_member(checked):
    groups = {"các Sở lớn": {"members": ("Sở Y tế", "Sở Thủy sản")}}
    (found,) = checked(plan_of(activity("a", leads=("các Sở lớn",)), groups=groups))
    assert (found.severity, found.code, found.place) == ("error", "unknown-agency", "nhóm 'các Sở lớn'")
    assert "'Sở Thủy sản'" in found.message


@pytest.mark.parametrize("key", ["desk", "owed_to"])
def test_desk_and_owed_to_are_one_agency(key, checked):
    assert checked(plan_of(activity("a", **{key: "Sở Nội vụ"}))) == []
    assert told(checked(plan_of(activity("a", **{key: "UBND cấp huyện"})))) == [("error", "unknown-agency")]


def test_the_committee_of_the_same_level_may_be_owed(checked):
    assert checked(plan_of(activity("a", owed_to="Ủy ban nhân dân cùng cấp"))) == []


def test_a_repetition_of_a_repetition(checked):
    plan = plan_of(activity("a"), activity("b", same_as="a"), activity("c", same_as="b"))
    (found,) = checked(plan)
    assert (found.code, found.hint) == ("same-as-chain", "Viết thẳng: same_as: a")


def test_a_recurring_activity_may_begin_before_the_issue(checked):
    monthly = {"form": "dated", "last_day": date(2022, 1, 25), "every": "monthly"}
    codes = [one.code for one in checked(plan_of(activity("a", applied=monthly)))]
    assert "last-day-outside" not in codes
    assert "no-period" not in codes


def test_an_ongoing_activity_that_is_over_before_the_issue(checked):
    over = {"form": "ongoing", "until": date(2022, 1, 15)}
    assert told(checked(plan_of(activity("a", applied=over)))) == [("error", "no-period")]


def test_a_section_stands_for_its_activities_but_an_activity_comes_first():
    plan = plan_of(activity("a"), activity("b", needs={"draws_on": ("one",)}), activity("c", same_as="a"))
    second = plan.sections[0].activities[1]
    assert drawn_on(plan, second, "one") == ("a",)
    assert links(plan, second) == ("a",)
    assert drawn_on(plan, second, "nothing") == ()
    named_alike = plan_of(activity("one"), activity("b", needs={"draws_on": ("one",)}))
    assert links(named_alike, named_alike.sections[0].activities[1]) == ("one",)


def test_a_circle_goes_through_hard_and_soft_needs():
    plan = plan_of(
        activity("a", needs={"draws_on": ("c",)}),
        activity("b", needs={"after": ({"activity": "a"},)}),
        activity("c", needs={"after": ({"activity": "b"},)}),
        activity("d", needs={"draws_on": ("a",)}),
    )
    assert circle(plan) == ("a", "c", "b", "a")
    assert circle(plan_of(activity("a", needs={"after": ({"activity": "a"},)}))) == ("a", "a")
    assert circle(plan_of(activity("a"), activity("b", needs={"draws_on": ("a",)}))) == ()


def test_a_long_chain_is_no_circle():
    chain = [activity("a0"), *(activity(f"a{n}", needs={"draws_on": (f"a{n - 1}",)}) for n in range(1, 1200))]
    assert circle(plan_of(*reversed(chain))) == ()
