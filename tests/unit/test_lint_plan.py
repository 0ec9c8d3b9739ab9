"""Each rule of the lint over a plan: the finding stands on a date, and moving that date makes it vanish or appear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.working_calendar import read_calendar
from models.directory import Directory
from models.plan_file import PlanFile
from models.problem import Problem
from rules.lint.registry import PLAN_RULES
from rules.plan_check import check

PLANS = Path(__file__).parents[2] / "plans"
HEADER = {
    "id": "thu", "title": "Thử", "province": "Sóc Trăng", "directory": "soc-trang-2022", "issued_on": date(2022, 1, 28),
    "years": (2022, 2022), "issuer": "UBND tỉnh", "coordinator": "Sở Tư pháp",
}  # fmt: skip
LONG = {"years": (2024, 2026), "issued_on": date(2024, 5, 2)}


@pytest.fixture(scope="module")
def directory() -> Directory:
    return read_directory(PLANS / "agencies/soc-trang-2022.tsv")


@pytest.fixture(scope="module")
def linted(directory):
    phrases = read_phrases(PLANS / "phrases.yaml")
    calendar = read_calendar(PLANS / "calendar", 2019, 2028)

    def of(plan: PlanFile, rule: str, other: Directory | None = None, **more) -> list[Problem]:
        found = check(plan, other or directory, phrases, calendar, **more)
        assert [one for one in found if one.severity == "error"] == []
        assert all(one.why and one.hint and one.message and one.place for one in found if one.rule)
        return [one for one in found if one.rule == rule]

    return of


def by(day: date, **more) -> dict:
    return {"form": "dated", "last_day": day, **more}


def act(name: str, applied: dict | None = None, **changes) -> dict:
    whole = {"id": name, "title": name, "line": 7, "leads": ("Sở Tư pháp",), "applied": applied or {"form": "undated"}}
    return whole | changes


def plan_of(header: dict | None = None, triggers: dict | None = None, **kinds: dict | tuple) -> PlanFile:
    lists = {kind: acts if isinstance(acts, tuple) else (acts,) for kind, acts in kinds.items()}
    sections = [
        {"id": kind.replace("_", "-"), "kind": kind, "title": kind, "activities": acts} for kind, acts in lists.items()
    ]
    content = {"schema": "dondoc/plan/1", "plan": HEADER | (header or {}), "sections": sections}
    return PlanFile.model_validate(content | ({"triggers": triggers} if triggers else {}))


def survey_and_report(survey_day: date, report_day: date, **report) -> PlanFile:
    read = {"verbatim": "Quý IV/2022", "kind": "window", "start": date(2022, 10, 1), "end": date(2022, 12, 31)}
    survey = act("survey", by(survey_day, opens=date(2022, 10, 3)), read=read)
    return plan_of(survey=survey, report=act("bao-cao", by(report_day), needs={"draws_on": ("survey",)}, **report))


def test_r1_goes_when_the_survey_ends_in_time_or_the_report_waits(linted):
    (found,) = linted(survey_and_report(date(2022, 12, 30), date(2022, 11, 18)), "R1")
    assert "'survey'" in found.place
    assert "30/12/2022" in found.message
    assert "'bao-cao' (18/11/2022)" in found.message
    assert linted(survey_and_report(date(2022, 11, 18), date(2022, 11, 18)), "R1") == []
    assert linted(survey_and_report(date(2022, 12, 30), date(2022, 12, 30)), "R1") == []


def test_r1_is_said_once_for_all_reports_and_not_without_a_link(linted):
    first = act("a", by(date(2022, 11, 18)), needs={"draws_on": ("survey",)})
    second = act("b", by(date(2022, 11, 21)), needs={"draws_on": ("survey",)})
    late = act("khao-sat", by(date(2022, 12, 30)))
    (found,) = linted(plan_of(survey=late, report=(first, second)), "R1")
    assert "'a' (18/11/2022), 'b' (21/11/2022)" in found.message
    assert linted(plan_of(survey=late, report=act("a", by(date(2022, 11, 18)))), "R1") == []


def test_r1_compares_the_report_of_the_same_year(linted):
    yearly = act("bc", by(date(2024, 12, 2), every="yearly"), needs={"draws_on": ("staff",)})
    in_2025 = act("staff", by(date(2025, 12, 31), opens=date(2024, 7, 1)))
    (found,) = linted(plan_of(LONG, general=in_2025, report=yearly), "R1")
    assert "'bc' (02/12/2025)" in found.message
    in_time = act("staff", by(date(2025, 11, 28), opens=date(2024, 7, 1)))
    assert linted(plan_of(LONG, general=in_time, report=yearly), "R1") == []


def test_r1_does_not_hold_a_default_date_against_the_plan(linted):
    yearly = act("bc", by(date(2024, 12, 2), every="yearly"), needs={"draws_on": ("train",)})
    read = {"verbatim": "hàng năm", "kind": "recurring", "recurrence": "YEARLY"}
    default = act("tap-huan", by(date(2024, 12, 31), every="yearly"), read=read)
    assert linted(plan_of(LONG, train=default, report=yearly), "R1") == []
    stated = read | {"recurrence": "YEARLY;by=12-31"}
    (found,) = linted(plan_of(LONG, train=default | {"read": stated}, report=yearly), "R1")
    assert "31/12/2024, 31/12/2025, 31/12/2026" in found.message


@pytest.mark.parametrize(("happened", "count"), [(None, 1), (date(2022, 2, 15), 0)])
def test_r2_needs_a_trigger_without_a_date(linted, happened, count):
    trigger = {"ttg": {"title": "Quyết định của Thủ tướng", "happened_on": happened}}
    waits = act("linh-vuc", by(date(2022, 3, 31)), waits_for={"all": ("ttg",)})
    found = linted(plan_of(None, trigger, choose_fields=waits), "R2")
    assert len(found) == count
    assert all("31/03/2022" in one.message and "Quyết định của Thủ tướng" in one.message for one in found)


def test_r2_sees_through_what_it_comes_after_and_lets_any_pass(linted):
    triggers = {"a": {"title": "A"}, "b": {"title": "B", "happened_on": date(2022, 2, 1)}}
    province = act("tinh", {"form": "triggered"}, waits_for={"all": ("a",)})
    agencies = act("co-quan", by(date(2022, 3, 31)), needs={"after": ({"activity": "tinh"},)})
    other = act("khac", by(date(2022, 3, 31)), waits_for={"any": ("a", "b")})
    (found,) = linted(plan_of(None, triggers, choose_fields=(province, agencies, other)), "R2")
    assert "'co-quan'" in found.place


@pytest.mark.parametrize("link", [{"draws_on": ("ds",)}, {"after": ({"activity": "ds"},)}])
@pytest.mark.parametrize(("list_day", "count"), [(date(2022, 6, 30), 1), (date(2022, 6, 29), 0), (date(2022, 7, 1), 1)])
def test_r3_needs_a_last_day_before_its_own(linted, link, list_day, count):
    listed = act("ds", by(list_day))
    inspect = act("kiem-tra", by(date(2022, 6, 30)), needs=link)
    found = linted(plan_of(compile_documents=listed, inspect=inspect), "R3")
    assert ["'kiem-tra'" in one.place for one in found] == [True] * count


def test_r3_leaves_reports_to_r1(linted):
    listed = act("ds", by(date(2022, 6, 30)))
    report = act("bc", by(date(2022, 6, 30)), needs={"draws_on": ("ds",)})
    assert linted(plan_of(compile_documents=listed, report=report), "R3") == []


def test_r4_is_about_reports_without_a_day(linted):
    assert len(linted(plan_of(report=act("bc")), "R4")) == 1
    assert linted(plan_of(report=act("bc", by(date(2022, 11, 15)))), "R4") == []
    assert linted(plan_of(survey=act("ks")), "R4") == []
    assert linted(plan_of(report=act("bc", {"form": "ongoing"})), "R4") == []


@pytest.mark.parametrize(("days_after", "count"), [(None, 1), (10, 0)])
def test_r4_an_event_with_a_number_of_days_is_a_day(linted, days_after, count):
    report = act("bc", {"form": "triggered", "days_after": days_after}, waits_for={"all": ("ttg",)})
    assert len(linted(plan_of(None, {"ttg": {"title": "Q"}}, report=report), "R4")) == count


def test_r5_goes_when_the_lead_is_named(linted):
    (found,) = linted(plan_of(review=act("tk", lead_inferred=True)), "R5")
    assert "Sở Tư pháp" in found.message
    assert linted(plan_of(review=act("tk")), "R5") == []
    assert linted(plan_of(review=(act("tk", lead_inferred=True, track="none"), act("k"))), "R5") == []


@pytest.mark.parametrize(
    ("last", "working"),
    [(date(2022, 12, 31), "30/12/2022"), (date(2022, 1, 31), "28/01/2022"), (date(2022, 11, 19), "18/11/2022")],
)
def test_r6_a_weekend_or_tet(linted, last, working):
    (found,) = linted(plan_of({"issued_on": date(2022, 1, 4)}, survey=act("ks", by(last))), "R6")
    assert f"ngày làm việc cuối cùng là {working}" in found.message
    day = date.fromisoformat("-".join(reversed(working.split("/"))))
    assert linted(plan_of({"issued_on": date(2022, 1, 4)}, survey=act("ks", by(day))), "R6") == []


def test_r6_all_periods_in_one_finding(linted):
    (found,) = linted(plan_of(LONG, report=act("bc", by(date(2024, 12, 1), every="yearly"))), "R6")
    assert "01/12/2024" in found.message
    assert "2025" not in found.message
    (found,) = linted(plan_of(LONG, report=act("bc", by(date(2024, 8, 31), every="yearly"))), "R6")
    assert "hạn của 3 kỳ là ngày nghỉ: 31/08/2024, làm việc đến 30/08/2024" in found.message
    assert "31/08/2026 (chưa chắc chắn)" in found.message


@pytest.mark.parametrize(("happened", "count"), [(date(2022, 1, 14), 1), (date(2022, 1, 28), 0), (None, 0)])
def test_r7_a_trigger_of_the_past(linted, happened, count):
    triggers = {"ttg": {"title": "Kế hoạch của Chính phủ", "happened_on": happened, "number": "76/QĐ-TTg"}}
    waits = act("lv", {"form": "triggered"}, waits_for={"all": ("ttg",)})
    found = linted(plan_of(None, triggers, choose_fields=waits), "R7")
    assert len(found) == count
    assert all("14/01/2022" in one.message and "lv" in one.message for one in found)


def districts(last: date, **more) -> PlanFile:
    header = {"years": (2025, 2025), "issued_on": date(2025, 1, 15)}
    return plan_of(header, report=act("bc", by(last, opens=date(2025, 3, 3)), leads=("UBND cấp huyện",), **more))


def test_r8_a_last_day_after_the_districts_end(linted):
    house, found = linted(districts(date(2025, 12, 2)), "R8")
    assert house.place == "issuer"
    assert "11 cơ quan kết thúc ngày 30/06/2025" in found.message
    assert "trước khi việc này hết hạn" in found.message
    assert len(linted(districts(date(2025, 6, 30)), "R8")) == 1  # only that the province itself ends


def test_r8_periods_that_open_after_the_end(linted):
    header = {"years": (2025, 2025), "issued_on": date(2025, 1, 15)}
    ongoing = act("tt", {"form": "ongoing"}, leads=("UBND cấp huyện",))
    _, found = linted(plan_of(header, handle_information=ongoing), "R8")
    assert "trước khi kỳ quý III/2025, quý IV/2025 mở" in found.message
    short = act("tt", {"form": "ongoing", "until": date(2025, 6, 30)}, leads=("UBND cấp huyện",))
    assert len(linted(plan_of(header, handle_information=short), "R8")) == 1


def test_r8_an_agency_whose_successor_takes_over_is_no_finding(linted, directory):
    end = date(2025, 6, 30)
    longer = [replace(one, valid_to=None) if one.valid_to == end else one for one in directory.agencies]
    lives = Directory.of(directory.key, longer)
    header = {"years": (2025, 2025), "issued_on": date(2025, 1, 15)}
    merged = plan_of(
        header, report=act("bc", by(date(2025, 4, 1), opens=date(2025, 2, 3)), leads=("Sở Giao thông vận tải",))
    )
    assert linted(merged, "R8", lives) == []
    alone = Directory.of(lives.key, [replace(one, successor=None) for one in lives.agencies])
    (found,) = linted(merged, "R8", alone)
    assert "1 cơ quan kết thúc ngày 19/02/2025 (Sở Giao thông vận tải)" in found.message
    moves = {"soc-trang/so-giao-thong-van-tai": "soc-trang/so-xay-dung"}
    assert linted(merged, "R8", alone, moves_to=moves) == []


@pytest.mark.parametrize(("last", "count"), [(date(2022, 2, 18), 1), (date(2022, 2, 21), 0)])
def test_r9_ten_working_days_over_tet(linted, last, count):
    plan = plan_of(issue_plan=act("kh", by(last), leads=("Sở Y tế",)))
    assert len(linted(plan, "R9")) == count


def test_r9_the_issuing_itself_is_none(linted):
    near = by(date(2022, 2, 11))
    assert linted(plan_of(issue_plan=act("kh", near)), "R9") == []
    assert len(linted(plan_of(issue_plan=act("kh", near, leads=("Sở Tư pháp", "Sở Y tế"))), "R9")) == 1
    assert len(linted(plan_of(guide=act("hd", near)), "R9")) == 1


def test_the_registry_is_in_order():
    assert [rule.name for rule in PLAN_RULES] == [f"R{number}" for number in range(1, 10)]
    assert len({rule.code for rule in PLAN_RULES}) == 9


def test_what_is_to_be_decided_stops_the_plan(directory):
    phrases, calendar = read_phrases(PLANS / "phrases.yaml"), read_calendar(PLANS / "calendar", 2021, 2024)
    decided = plan_of(survey=act("ks", by(date(2022, 9, 30))))
    assert check(decided, directory, phrases, calendar) == []
    header = {"to_decide": ("ngày ban hành",)}
    open_ = plan_of(header, survey=act("ks", by(date(2022, 9, 30)), to_decide=("cơ quan nào", "ngày nào")))
    found = check(open_, directory, phrases, calendar)
    assert [(one.severity, one.code, one.place) for one in found] == [
        ("error", "to-decide", "to_decide"),
        ("error", "to-decide", "hoạt động 'ks', to_decide"),
        ("error", "to-decide", "hoạt động 'ks', to_decide"),
    ]
    assert found[0].message.endswith("ngày ban hành")
