"""How a time that was read is applied: windows clipped, default days, recurrences, events, what is left to a person."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from harness.small_reading import activities_of, agency, draft_of, task
from models.kinds import Recurrence, SetBy, TimeForm
from models.plan_file import ActivityFile
from models.reading import Certainty, HeaderReading, TimeAlternative, TimeReading
from models.source_text import Place

YEARS = HeaderReading(issuer_norm="UBND tỉnh Sóc Trăng", date="2022-01-28", year=2022)
LONG = HeaderReading(issuer_norm="UBND tỉnh Sóc Trăng", date="2021-06-15", year=2021, period=(2021, 2026))


def applied(title: str, header: HeaderReading = YEARS, **said: Any) -> ActivityFile:
    """The one activity of a document with one task and one time."""
    found = activities_of(draft_of(task(title, times=(TimeReading(**said),)), header=header))
    assert len(found) == 1
    return found[0]


def test_a_window_opens_on_its_first_day_but_not_before_the_issue_date():
    later = applied("Kiểm tra", verbatim="Quý II", kind="window", start="2022-04-01", end="2022-06-30").applied
    assert (later.form, later.opens, later.last_day) == (TimeForm.DATED, date(2022, 4, 1), date(2022, 6, 30))
    now = applied("Tập huấn", verbatim="Năm 2022", kind="year", start="2022-01-01", end="2022-12-31").applied
    assert (now.opens, now.last_day) == (date(2022, 1, 28), date(2022, 12, 31))
    assert "ban hành" in now.why


def test_a_last_day_has_no_opening_of_its_own_and_keeps_its_hour():
    found = applied("Báo cáo", verbatim="trước 17 giờ ngày 20/11", kind="by", end="2022-11-20", time="17:00").applied
    assert (found.opens, found.last_day, found.hour) == (None, date(2022, 11, 20), time(17, 0))


def test_a_day_before_the_issue_date_is_said():
    found = applied("Báo cáo", verbatim="ngày 10/01", kind="by", end="2022-01-10")
    assert found.applied.last_day == date(2022, 1, 10)
    assert "đã qua trước ngày ban hành" in found.to_decide[0]


def test_a_whole_year_is_a_last_day_for_training_and_goes_on_for_information():
    said = {"verbatim": "Năm 2022", "kind": "year", "start": "2022-01-01", "end": "2022-12-31"}
    assert applied("Tập huấn nghiệp vụ", **said).applied.form is TimeForm.DATED
    goes_on = applied("Thu thập, xử lý thông tin", **said)
    assert goes_on.applied.form is TimeForm.ONGOING
    assert goes_on.applied.why


@pytest.mark.parametrize(
    ("recurrence", "title", "last_day", "every"),
    [
        ("YEARLY;by=12-01", "Báo cáo", date(2021, 12, 1), Recurrence.YEARLY),
        ("YEARLY", "Tập huấn nghiệp vụ", date(2021, 12, 31), Recurrence.YEARLY),
        ("YEARLY", "Xây dựng kế hoạch", date(2022, 3, 31), Recurrence.YEARLY),
        ("YEARLY;month=12", "Báo cáo", date(2021, 12, 31), Recurrence.YEARLY),
        ("YEARLY;quarter=1", "Kiểm tra", date(2022, 3, 31), Recurrence.YEARLY),
        ("QUARTERLY;by=M3-19", "Báo cáo", date(2021, 6, 19), Recurrence.QUARTERLY),
        ("MONTHLY;by=24", "Báo cáo", date(2021, 6, 24), Recurrence.MONTHLY),
        ("MONTHLY;by=14", "Báo cáo", date(2021, 7, 14), Recurrence.MONTHLY),
        ("HALFYEARLY;by=M6-10", "Báo cáo", date(2021, 12, 10), Recurrence.HALF_YEARLY),
        ("QUARTERLY", "Kiểm tra", date(2021, 6, 30), Recurrence.QUARTERLY),
    ],
)
def test_a_recurrence_begins_with_the_first_period_not_over(recurrence, title, last_day, every):
    found = applied(title, LONG, verbatim="định kỳ", kind="recurring", recurrence=recurrence)
    assert (found.applied.last_day, found.applied.every) == (last_day, every)
    printed = "=" in recurrence
    assert bool(found.to_decide) is not printed
    assert bool(found.applied.why) is not printed


def test_a_yearly_report_without_a_day_is_left_undated():
    found = applied("Báo cáo kết quả", verbatim="hằng năm", kind="recurring", recurrence="YEARLY")
    assert found.applied.form is TimeForm.UNDATED
    assert "không ghi ngày" in found.to_decide[0]


def test_a_rhythm_a_plan_cannot_run_by_is_noted_every_quarter_and_said():
    found = applied("Kiểm tra", verbatim="hằng tuần", kind="recurring", recurrence="WEEKLY")
    assert found.applied.form is TimeForm.ONGOING
    assert "hằng tuần" in found.to_decide[0]


def test_events_become_triggers_one_for_each_however_often_it_is_named():
    said = {"verbatim": "sau khi A và B", "kind": "trigger", "offset_days": 10, "working_days": True}
    both = TimeReading(triggers=("Sau khi có Quyết định của Thủ tướng", "tỉnh cho phép"), **said)
    one = TimeReading("ngay sau khi có Quyết định của Thủ tướng", "trigger", trigger="có Quyết định của Thủ tướng")
    plan = draft_of(task("Kiểm tra", times=(both,)), task("Khảo sát", "II.2", times=(one,))).plan
    first, second = activities_of(plan)
    assert (first.applied.form, first.applied.days_after, first.applied.working_days) == ("triggered", 10, True)
    assert len(plan.triggers) == 2
    assert second.waits_for.all == first.waits_for.all[:1]
    assert next(iter(plan.triggers.values())).title == "Quyết định của Thủ tướng"


def test_a_time_set_elsewhere_is_undated_and_asks_for_the_day():
    found = applied("Ban hành kế hoạch", verbatim="theo thời hạn cấp trên", kind="none", inherited=True)
    assert found.applied.form is TimeForm.UNDATED
    assert "văn bản được dẫn" in found.to_decide[0]


def test_an_adverb_is_no_time():
    found = applied("Xử lý thông tin", verbatim="kịp thời", kind="none")
    assert found.applied.form is TimeForm.ONGOING
    assert found.to_decide == ()


def test_the_other_readings_of_an_ambiguous_time_are_said():
    other = TimeAlternative("by", end="2022-11-20")
    found = applied(
        "Báo cáo", verbatim="chậm nhất trước ngày 20/11", kind="by", end="2022-11-19", ambiguous=True,
        alternatives=(other,),
    )  # fmt: skip
    assert found.applied.last_day == date(2022, 11, 19)
    assert "20/11/2022" in found.to_decide[0]


def test_the_safe_reading_of_a_day_not_included_needs_nobody():
    other = TimeAlternative("by", end="2022-11-20")
    found = applied(
        "Báo cáo", verbatim="trước ngày 20/11", kind="by", end="2022-11-19", exclusive=True, ambiguous=True,
        alternatives=(other,),
    )  # fmt: skip
    assert found.applied.last_day == date(2022, 11, 19)
    assert found.to_decide == ()


def test_readings_that_end_on_one_day_need_nobody():
    other = TimeAlternative("by", end="2022-07-31")
    found = applied(
        "Kiểm tra", verbatim="xong trong tháng 7", kind="month", start="2022-07-01", end="2022-07-31", ambiguous=True,
        alternatives=(other,),
    )  # fmt: skip
    assert found.to_decide == ()


def test_what_was_read_stays_beside_what_runs_with_its_place_and_certainty():
    found = applied(
        "Báo cáo", verbatim="trước ngày 20/11/2022", kind="by", end="2022-11-19", certainty=Certainty.LIKELY,
        place=Place(table=1, row=4),
    )  # fmt: skip
    assert found.read.verbatim == "trước ngày 20/11/2022"
    assert (found.read.end, found.read.certainty) == (date(2022, 11, 19), Certainty.LIKELY)
    assert found.read.place == "bảng 1, hàng 4"


def test_an_unreadable_day_is_left_to_a_person():
    found = applied("Báo cáo", verbatim="ngày 32/13", kind="by", end="2022-13-32")
    assert found.applied.form is TimeForm.UNDATED
    assert "ngày 32/13" in found.to_decide[0]


def test_a_blank_day_is_assumed_and_said():
    plan = draft_of(task("Kiểm tra"), header=HeaderReading(issuer_norm="UBND tỉnh Sóc Trăng", date="2022-05")).plan
    assert plan.plan.issued_on == date(2022, 5, 13)  # the 15th is a Sunday
    assert plan.plan.issued_assumed
    assert any("ngày ban hành" in text for text in plan.plan.to_decide)


def test_who_set_a_missing_day_of_the_report_to_the_ministry():
    report = task("Báo cáo Bộ Tư pháp kết quả theo dõi", leads=(agency("Sở Tư pháp"),))
    assert activities_of(draft_of(report))[0].set_by is SetBy.SUPERIOR


def test_what_comes_back_from_a_day_on_has_no_period_before_it():
    found = applied(
        "Tập huấn", verbatim="từ 10/2022, hằng quý", kind="recurring", start="2022-10-01", recurrence="QUARTERLY"
    )
    assert found.applied.last_day == date(2022, 12, 31)
