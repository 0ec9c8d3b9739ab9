"""Quarter-based schedules: kick-offs, mornings after, sweeps, the table of the year."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from config.timezone import LOCAL
from documents.working_calendar import read_calendar
from rules.schedule import SectionSchedule, Window, schedule_table, section_schedule
from rules.working_days import WorkingDays

CALENDAR = Path(__file__).parents[2] / "plans" / "calendar"
ISSUED = date(2022, 1, 28)


@pytest.fixture(scope="module")
def calendar() -> WorkingDays:
    return read_calendar(CALENDAR, 2021, 2026)


def made(calendar: WorkingDays, *windows: tuple[date, date, bool], issued: date = ISSUED) -> SectionSchedule:
    found = section_schedule([Window(*window) for window in windows], issued, calendar)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("opens", "closes", "kickoffs"),
    [
        # Quý I: not before the issue date; Quý II: 01/04; Quý III: 01/07; Quý IV: 03/10 (01/10 is a Saturday)
        (date(2022, 2, 1), date(2022, 2, 28), [date(2022, 1, 28)]),
        (date(2022, 4, 1), date(2022, 6, 30), [date(2022, 4, 1)]),
        (date(2022, 10, 3), date(2022, 11, 15), [date(2022, 10, 3)]),
        (date(2022, 6, 15), date(2022, 10, 1), [date(2022, 4, 1), date(2022, 7, 1), date(2022, 10, 3)]),
        # a quarter that was over before the plan was issued is left out
        (date(2021, 10, 1), date(2022, 3, 1), [date(2022, 1, 28)]),
        # New Year's Day on a Sunday: compensated on Monday 02/01/2023
        (date(2023, 1, 1), date(2023, 1, 31), [date(2023, 1, 3)]),
    ],
)
def test_kickoff_on_the_first_working_day_of_each_quarter_touched(
    calendar: WorkingDays, opens: date, closes: date, kickoffs: list[date]
) -> None:
    assert list(made(calendar, (opens, closes, True)).kickoffs) == kickoffs


def test_the_morning_after_a_last_day_is_a_working_morning(calendar: WorkingDays) -> None:
    # 31/12/2022 is a Saturday and 02/01/2023 a day off; 15/11/2022 a Tuesday
    schedule = made(
        calendar, (date(2022, 10, 3), date(2022, 12, 31), True), (date(2022, 10, 3), date(2022, 11, 15), True)
    )
    assert schedule.last_days == (date(2022, 11, 15), date(2022, 12, 31))
    assert schedule.mornings_after == (date(2022, 11, 16), date(2023, 1, 3))
    assert schedule.sweep_to == date(2023, 1, 3)


def test_sweeps_are_all_working_mornings_and_cover_kickoffs_and_mornings_after(calendar: WorkingDays) -> None:
    schedule = made(calendar, (date(2022, 2, 1), date(2022, 2, 28), True), (date(2022, 4, 1), date(2022, 5, 4), True))
    sweeps = [moment.astimezone(LOCAL) for moment in schedule.sweeps(calendar)]
    days = {moment.date() for moment in sweeps}
    assert {moment.strftime("%H:%M") for moment in sweeps} == {"07:30"}
    assert all(calendar.is_working(day) for day in days)
    assert days >= {*schedule.kickoffs, *schedule.mornings_after}
    span = (schedule.sweep_to - schedule.sweep_from).days + 1
    every_day = [schedule.sweep_from + timedelta(days=n) for n in range(span)]
    assert days == {day for day in every_day if calendar.is_working(day)}


def test_what_has_no_last_day_has_kickoffs_but_no_morning_after(calendar: WorkingDays) -> None:
    schedule = made(calendar, (date(2022, 1, 28), date(2022, 12, 31), False))
    assert [day.month for day in schedule.kickoffs] == [1, 4, 7, 10]
    assert schedule.last_days == schedule.mornings_after == ()


def test_no_window_no_schedule(calendar: WorkingDays) -> None:
    assert section_schedule([], ISSUED, calendar) is None


def test_the_year_as_a_table(calendar: WorkingDays) -> None:
    plans = made(calendar, (date(2022, 2, 1), date(2022, 2, 28), True))
    reports = made(calendar, (date(2022, 10, 3), date(2022, 11, 15), True))
    assert schedule_table([("Kế hoạch | mẫu", plans), ("Báo cáo", reports)]).splitlines() == [
        "| Mục | Quý I/2022 | Quý IV/2022 |",
        "| --- | --- | --- |",
        "| Kế hoạch / mẫu | khởi động 28/01; **hạn 28/02** | – |",
        "| Báo cáo | – | khởi động 03/10; **hạn 15/11** |",
    ]
