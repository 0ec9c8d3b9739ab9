"""Lai Châu 2025: a year in which departments merge, the decrees end and the districts go."""

from __future__ import annotations

from collections import Counter
from datetime import date

from harness.shipped_plan import misquoted, shipped
from models.kinds import SetBy

ISSUED = date(2025, 1, 15)
#: Departments: 18, from 01/3 on 13; districts: 8, none from the third quarter on; communes 106.
QUARTERS = 18 + 13 + 13 + 13
COUNTS = {
    "issue-plan": 18 + 8 + 106, "dissemination": QUARTERS + 2 * 8, "provincial-field": 1, "agency-fields": 18 + 8,
    "handle-information": QUARTERS + 2 * 8, "request-courts": 2, "request-front": 6, "request-lawyers": 2,
    "request-businesses": 1, "request-press": 2, "regular-inspection": QUARTERS, "inter-branch-inspection": 1,
    "district-inspection": 8, "survey": 1, "guide-agencies": 4, "report-departments": 13, "report-districts": 8,
    "consolidate": 1,
}  # fmt: skip
DAYS = {
    "issue-plan": (ISSUED, date(2025, 3, 31)),
    "agency-fields": (ISSUED, date(2025, 3, 31)),
    "inter-branch-inspection": (date(2025, 7, 1), date(2025, 12, 31)),
    "survey": (date(2025, 10, 1), date(2025, 10, 31)),
    "report-departments": (date(2025, 10, 1), date(2025, 12, 2)),
    "report-districts": (ISSUED, date(2025, 12, 2)),
}


def test_every_activity_has_its_number_of_assignments():
    found = shipped("lai-chau-2025").counts()
    assert found == COUNTS
    assert sum(found.values()) == 411


def test_what_makes_no_assignment():
    plan = shipped("lai-chau-2025")
    assert plan.repeated() == {"issue-plan-departments"}
    assert plan.untracked() == {
        "funding", "cooperation", "district-direction", "district-conditions", "focus-field-activities", "difficulties",
    }  # fmt: skip


def test_days():
    plan = shipped("lai-chau-2025")
    assert plan.days() == DAYS
    assert plan.activity("consolidate").set_by is SetBy.SUPERIOR


def test_the_words_stand_where_the_plan_says():
    assert misquoted(shipped("lai-chau-2025").plan) == []


def test_courts_front_associations_and_press_are_asked():
    plan = shipped("lai-chau-2025")
    asked = {one.id for _, one in plan.plan.activities() if one.requested}
    assert asked == {name for name in COUNTS if name.startswith("request-")}


def test_the_lint_finds_what_is_known():
    found = shipped("lai-chau-2025").findings()
    rules = [(one.rule, one.place.split("'")[1]) for one in found if one.rule]
    assert rules == [
        ("R1", "inter-branch-inspection"), ("R2", "agency-fields"), ("R4", "consolidate"),
        ("R8", "dissemination"), ("R8", "handle-information"), ("R8", "district-inspection"),
        ("R8", "report-districts"),
    ]  # fmt: skip


def test_the_directory_over_the_year():
    directory = shipped("lai-chau-2025").directory

    def on(day: date) -> dict[str, int]:
        found = Counter(entry.klass.value for entry in directory.agencies if entry.valid_on(day))
        departments = found["so"] + found["ban_nganh"] + found["vp_ubnd"]
        return {"departments": departments, "districts": found["ubnd_huyen"], "communes": found["ubnd_xa"]}

    assert on(ISSUED) == {"departments": 18, "districts": 8, "communes": 106}
    assert on(date(2025, 3, 1)) == {"departments": 13, "districts": 8, "communes": 106}
    assert on(date(2025, 7, 1)) == {"departments": 13, "districts": 0, "communes": 38}
    kinds = Counter(entry.name.split()[1] for entry in directory.agencies if entry.system == "2026")
    assert kinds == {"xã": 36, "phường": 2}
