"""The shipped calendars of 2020 to 2028, and calendar files that are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents.working_calendar import read_calendar
from models.problem import Problems
from rules.working_days import Certainty

FOLDER = Path(__file__).parents[2] / "plans/calendar"
CALENDAR = read_calendar(FOLDER, 2020, 2028)


@pytest.mark.parametrize(
    ("day", "works", "certainty"),
    [
        (date(2022, 1, 3), False, Certainty.COMPUTED), (date(2022, 2, 4), False, Certainty.COMPUTED),
        (date(2022, 4, 11), False, Certainty.COMPUTED), (date(2022, 5, 3), False, Certainty.COMPUTED),
        (date(2022, 9, 1), False, Certainty.OFFICIAL), (date(2024, 4, 29), False, Certainty.OFFICIAL),
        (date(2024, 5, 4), True, Certainty.OFFICIAL), (date(2025, 4, 26), True, Certainty.OFFICIAL),
        (date(2025, 5, 2), False, Certainty.OFFICIAL), (date(2026, 1, 2), False, Certainty.OFFICIAL),
        (date(2026, 1, 10), True, Certainty.OFFICIAL), (date(2026, 8, 22), True, Certainty.UNCONFIRMED),
        (date(2026, 8, 31), False, Certainty.UNCONFIRMED), (date(2026, 11, 24), False, Certainty.UNCONFIRMED),
        (date(2027, 11, 24), False, Certainty.UNCONFIRMED), (date(2028, 1, 3), False, Certainty.COMPUTED),
        (date(2021, 2, 15), False, Certainty.OFFICIAL), (date(2020, 1, 23), False, Certainty.COMPUTED),
    ],
)  # fmt: skip
def test_a_special_day(day, works, certainty):
    assert CALENDAR.is_working(day) is works
    assert CALENDAR.special[day].certainty is certainty


@pytest.mark.parametrize("day", [date(2020, 9, 3), date(2022, 2, 7), date(2025, 11, 24), date(2023, 9, 5)])
def test_a_plain_working_day(day):
    assert CALENDAR.is_working(day)
    assert day not in CALENDAR.special


def test_every_shipped_year_has_its_file_and_every_day_a_source():
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == [str(year) for year in range(2020, 2029)]
    assert all(entry.source for entry in CALENDAR.special.values())


def test_a_year_without_a_file_is_computed(tmp_path):
    calendar = read_calendar(tmp_path, 2026, 2026)
    assert calendar.is_working(date(2026, 1, 2))
    assert {entry.certainty for entry in calendar.special.values()} == {Certainty.COMPUTED}


def test_all_problems_of_all_years_come_at_once(tmp_path):
    head = "schema: dondoc/calendar/1\nyear: "
    day = "\n  - {day: 2023-01-02, reason: a, certainty: official}"
    (tmp_path / "2022.yaml").write_text(f"{head}2021\noff:{day}\n", "utf-8")
    (tmp_path / "2023.yaml").write_text(f"{head}2023\noff:{day}\nworked:{day}\n", "utf-8")
    (tmp_path / "2024.yaml").write_text(f"{head}2024\noff:\n  - {{day: 2/5/2024, certainty: sure}}\n", "utf-8")
    with pytest.raises(Problems) as error:
        read_calendar(tmp_path, 2022, 2024)
    assert [(one.file, one.place, one.code) for one in error.value.problems] == [
        ("2022.yaml", "dòng 2", "wrong-year"), ("2022.yaml", "dòng 4", "wrong-year"),
        ("2023.yaml", "dòng 6", "duplicate-day"),
        ("2024.yaml", "dòng 4", "bad-date"), ("2024.yaml", "dòng 4", "missing-key"),
        ("2024.yaml", "dòng 4", "unknown-value"),
    ]  # fmt: skip
