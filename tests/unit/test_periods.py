"""Cutting activities into periods: rules R8 to R10."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents.working_calendar import read_calendar
from models.plan_file import ActivityFile, PlanHeader
from rules.periods import periods, quarter_of, shifted

CALENDAR = read_calendar(Path(__file__).parents[2] / "plans/calendar", 2020, 2028)


def header(first: int, last: int, issued: date) -> PlanHeader:
    return PlanHeader(
        id="thu", title="Thử", province="Sóc Trăng", directory="thu", issued_on=issued, years=(first, last),
        issuer="UBND tỉnh", coordinator="Sở Tư pháp",
    )  # fmt: skip


def activity(applied: dict | None, **more) -> ActivityFile:
    return ActivityFile.model_validate({"id": "a", "title": "a", "leads": ("Sở Tư pháp",), "applied": applied} | more)


def cut(applied: dict | None, plan: PlanHeader, **more) -> list[tuple]:
    return [(one.key, one.opens, one.last_day, one.ends) for one in periods(activity(applied, **more), plan, CALENDAR)]


YEAR = header(2022, 2022, date(2022, 1, 28))
LONG = header(2021, 2026, date(2021, 6, 15))


def test_untracked_and_unapplied_ones_have_no_periods():
    assert cut(None, YEAR) == []
    assert cut({"form": "undated"}, YEAR, track="none") == []
    assert cut({"form": "undated"}, YEAR, same_as="b") == []


def test_stated_opening_wins_but_never_before_the_issue():
    stated = {"form": "dated", "opens": date(2022, 1, 10), "last_day": date(2022, 2, 28)}
    assert cut(stated, YEAR) == [("once", date(2022, 1, 28), date(2022, 2, 28), None)]


def test_the_window_of_the_document_is_used_when_nothing_is_stated():
    read = {"verbatim": "tháng 9/2022", "kind": "month", "start": date(2022, 9, 1), "end": date(2022, 9, 30)}
    dated = {"form": "dated", "last_day": date(2022, 9, 30)}
    assert cut(dated, YEAR, read=read)[0][1] == date(2022, 9, 1)


def test_only_a_last_day_opens_on_the_first_working_day_of_its_quarter():
    assert cut({"form": "dated", "last_day": date(2022, 11, 15)}, YEAR)[0][1] == date(2022, 10, 3)
    assert cut({"form": "dated", "last_day": date(2022, 3, 31)}, YEAR)[0][1] == date(2022, 1, 28)
    january = header(2026, 2026, date(2025, 12, 1))
    assert cut({"form": "dated", "last_day": date(2026, 3, 31)}, january)[0][1] == date(2026, 1, 5)


def test_undated_has_one_period_per_plan_year():
    assert cut({"form": "undated"}, YEAR) == [("2022", date(2022, 1, 28), None, None)]
    found = cut({"form": "undated"}, LONG)
    assert [one[0] for one in found] == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert [one[1] for one in found[:2]] == [date(2021, 6, 15), date(2022, 1, 1)]


def test_triggered_opens_with_its_plan_year():
    assert cut({"form": "triggered"}, YEAR, waits_for={"all": ("e",)}) == [("once", date(2022, 1, 28), None, None)]
    early = header(2022, 2022, date(2021, 12, 20))
    assert cut({"form": "triggered"}, early, waits_for={"all": ("e",)})[0][1] == date(2022, 1, 1)


def test_ongoing_is_cut_into_the_quarters_left():
    found = cut({"form": "ongoing", "until": date(2022, 2, 15)}, LONG)
    assert [one[0] for one in found] == ["2021-Q2", "2021-Q3", "2021-Q4", "2022-Q1"]
    assert found[0] == ("2021-Q2", date(2021, 6, 15), None, date(2021, 6, 30))
    assert found[-1] == ("2022-Q1", date(2022, 1, 1), None, date(2022, 2, 15))


def test_ongoing_before_its_year_begins_with_the_year():
    early = header(2022, 2022, date(2021, 12, 20))
    assert [one[0] for one in cut({"form": "ongoing"}, early)] == ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"]
    assert cut({"form": "ongoing", "opens": date(2022, 8, 1)}, early)[0] == (
        "2022-Q3", date(2022, 8, 1), None, date(2022, 9, 30),
    )  # fmt: skip


def test_yearly_reports_of_several_years():
    found = cut({"form": "dated", "last_day": date(2021, 12, 1), "every": "yearly"}, LONG)
    assert [(one[0], one[2]) for one in found] == [(str(y), date(y, 12, 1)) for y in range(2021, 2027)]
    assert found[0][1] == date(2021, 10, 1)
    assert found[1][1] == date(2022, 10, 3)


def test_periods_over_before_the_issue_are_left_out():
    quarterly = {"form": "dated", "last_day": date(2021, 3, 31), "every": "quarterly"}
    found = cut(quarterly, header(2021, 2021, date(2021, 6, 15)))
    assert [one[:3] for one in found] == [
        ("2021-Q2", date(2021, 6, 15), date(2021, 6, 30)),
        ("2021-Q3", date(2021, 7, 1), date(2021, 9, 30)),
        ("2021-Q4", date(2021, 10, 1), date(2021, 12, 31)),
    ]


def test_half_years_and_months():
    half = {"form": "dated", "opens": date(2022, 6, 1), "last_day": date(2022, 6, 30), "every": "half_yearly"}
    assert [one[:3] for one in cut(half, YEAR)] == [
        ("2022-H1", date(2022, 6, 1), date(2022, 6, 30)),
        ("2022-H2", date(2022, 12, 1), date(2022, 12, 31)),
    ]
    monthly = {"form": "dated", "opens": date(2022, 1, 1), "last_day": date(2022, 1, 31), "every": "monthly"}
    found = cut(monthly, YEAR)
    assert [one[0] for one in found[:3]] == ["2022-01", "2022-02", "2022-03"]
    assert [one[2] for one in found[:4]] == [date(2022, 1, 31), date(2022, 2, 28), date(2022, 3, 31), date(2022, 4, 30)]
    assert len(found) == 12


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2022, 6, 30), 3, date(2022, 9, 30)),
        (date(2022, 9, 30), 3, date(2022, 12, 31)),
        (date(2022, 12, 31), 3, date(2023, 3, 31)),
        (date(2022, 2, 28), 24, date(2024, 2, 29)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 1, 30), 1, date(2024, 2, 29)),
        (date(2022, 11, 15), 3, date(2023, 2, 15)),
    ],
)
def test_shifting_by_months_keeps_a_months_end(day, months, later):
    assert shifted(day, months) == later


def test_quarters_of_the_year():
    assert [quarter_of(date(2022, month, 1)) for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
