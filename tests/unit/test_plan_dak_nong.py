"""Đắk Nông 2022: every activity of the document, its assignments, its days, and the plan's own mistakes."""

from __future__ import annotations

from collections import Counter
from datetime import date

from harness.shipped_plan import misquoted, shipped
from models.kinds import SetBy, TimeForm

ISSUED = date(2022, 1, 19)
#: 18 departments, 8 districts, 71 communes; four quarters.
COUNTS = {
    "provincial-plan": 1, "department-plans": 18, "district-plans": 8, "commune-plans": 71,
    "dissemination": 18 + 8, "guide-agencies": 4, "guide-fields": 1,
    "follow-national-plan": 1, "district-fields": 8, "compile-list": 1,
    "handle-information": (18 + 8) * 4, "propose-changes": 4, "publish-results": 8,
    "inspect-work": 1, "inter-branch-inspection": 1, "own-inspections": 18 + 8,
    "survey": 1, "own-surveys": 18 + 8,
    "agency-reports": 18 + 8, "provincial-report": 1, "report-to-ministry": 1,
}  # fmt: skip
DAYS = {
    "provincial-plan": (ISSUED, date(2022, 1, 31)),
    "department-plans": (date(2022, 2, 1), date(2022, 2, 28)),
    "district-plans": (date(2022, 2, 1), date(2022, 2, 28)),
    "dissemination": (ISSUED, date(2022, 12, 31)),
    "compile-list": (date(2022, 4, 1), date(2022, 6, 30)),
    "inspect-work": (date(2022, 4, 1), date(2022, 9, 30)),
    "inter-branch-inspection": (date(2022, 4, 1), date(2022, 9, 30)),
    "own-inspections": (date(2022, 4, 1), date(2022, 9, 30)),
    "survey": (date(2022, 10, 1), date(2022, 12, 31)),
    "own-surveys": (date(2022, 10, 1), date(2022, 12, 31)),
    "agency-reports": (date(2022, 10, 3), date(2022, 11, 19)),
    "provincial-report": (date(2022, 10, 3), date(2022, 11, 30)),
    "report-to-ministry": (date(2022, 10, 3), date(2022, 12, 10)),
}


def test_every_activity_has_its_number_of_assignments():
    found = shipped("dak-nong-2022").counts()
    assert found == COUNTS
    assert sum(found.values()) == 338


def test_what_makes_no_assignment():
    plan = shipped("dak-nong-2022")
    assert plan.repeated() == {
        "department-plans-again", "guide-agencies-again", "monitor", "inter-branch-inspection-again", "survey-again",
        "agency-reports-departments", "agency-reports-districts",
    }  # fmt: skip
    assert plan.untracked() == {
        "ad-hoc-inspections", "cooperation", "conditions", "district-conditions", "central-agencies", "funding",
        "difficulties",
    }  # fmt: skip
    assert plan.activity("central-agencies").requested


def test_days():
    assert shipped("dak-nong-2022").days() == DAYS


def test_the_words_stand_where_the_plan_says():
    assert misquoted(shipped("dak-nong-2022").plan) == []


def test_the_event_had_happened_before_the_plan():
    plan = shipped("dak-nong-2022")
    trigger = plan.plan.triggers["national-plan"]
    assert (trigger.happened_on, trigger.number) == (date(2022, 1, 14), "76/QĐ-TTg")
    waiting = [one for _, one in plan.plan.activities() if one.waits_for is not None]
    assert {one.id for one in waiting} == {"guide-fields", "follow-national-plan"}
    assert {(one.applied.form, one.applied.days_after, one.applied.working_days) for one in waiting if one.applied} == {
        (TimeForm.TRIGGERED, 10, True)
    }


def test_the_chain_of_reports():
    plan = shipped("dak-nong-2022")
    assert plan.activity("provincial-report").needs.draws_on == ("agency-reports",)
    last = plan.activity("report-to-ministry")
    assert (last.needs.draws_on, last.owed_to, last.set_by) == (("provincial-report",), "Bộ Tư pháp", SetBy.SUPERIOR)
    assert plan.activity("commune-plans").commune_desk == "Phòng Tư pháp cấp huyện"


def test_the_lint_finds_what_is_known():
    found = shipped("dak-nong-2022").findings()
    assert Counter(one.rule for one in found) == {"R1": 1, "R6": 6, "R7": 1}
    assert "'survey'" in found[0].place
    days = " ".join(one.message for one in found if one.rule == "R6")
    assert all(day in days for day in ("31/01/2022", "19/11/2022", "10/12/2022", "31/12/2022"))


def test_the_directory():
    directory = shipped("dak-nong-2022").directory
    found = Counter(entry.klass.value for entry in directory.agencies if entry.valid_on(ISSUED))
    assert found == {
        "ubnd_tinh": 1, "vp_ubnd": 1, "so": 15, "ban_nganh": 2, "ubnd_huyen": 8, "phong_tu_phap": 8, "ubnd_xa": 71,
        "bo_tu_phap": 1,
    }  # fmt: skip
    communes = [entry.name.split()[1] for entry in directory.agencies if entry.klass.value == "ubnd_xa"]
    assert Counter(communes) == {"xã": 60, "phường": 6, "thị": 5}
