"""The parts of a renewal one by one: words, days, bases, agencies, what is over; and plans of other provinces."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.plan_writer import write_plan
from documents.plan_yaml import read_plan
from engine.plan_renewal import renew_plan, write_renewal
from models.kinds import SectionKind
from models.legal_base import LegalDocument, Mark
from models.plan_file import PlanFile, PlanHeader
from models.two_tier import Province
from rules.next_year.bases import LegalBook, renewed_bases
from rules.next_year.dates import moved
from rules.next_year.points import LONGEST, Notes
from rules.next_year.wording import Wording

PLANS = Path(__file__).parents[2] / "plans"
CITY = Province("Cần Thơ", True, ("Cần Thơ", "Sóc Trăng"))
SAME = Province("Lai Châu", False, ("Lai Châu",))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kế hoạch năm 2022", "Kế hoạch năm 2027"),
        ("ngày 15 tháng 6 năm 2022", "ngày 15 tháng 6 năm 2022"),
        ("số 67/KH-UBND giai đoạn 2018 - 2022", "số 67/KH-UBND giai đoạn 2018 - 2022"),
        ("năm 2018 - 2022", "năm 2018 - 2022"),
        ("năm 2021", "năm 2021"),
        ("trên địa bàn tỉnh Sóc Trăng", "trên địa bàn thành phố Cần Thơ"),
        ("UBND tỉnh và UBND cấp tỉnh", "UBND thành phố và UBND cấp tỉnh"),
        ("Tỉnh ủy Sóc Trăng", "Thành ủy Cần Thơ"),
        ("Tỉnh chỉ đạo", "Thành phố chỉ đạo"),
    ],
)
def test_words_carried_to_a_city_and_to_2027(old, new):
    assert Wording((2022, 2022), 5, "Sóc Trăng", CITY).text(old) == new


def test_what_no_longer_fits_is_cut():
    long = "tỉnh " * 32
    assert len(long) == 160
    found = Wording((2022, 2022), 5, "Sóc Trăng", CITY).text(long, 160)
    assert len(found) == 160
    assert found.endswith("…")


def test_words_of_a_province_that_stays():
    words = Wording((2025, 2025), 2, "Lai Châu", SAME)
    assert words.text("UBND tỉnh Lai Châu năm 2025") == "UBND tỉnh Lai Châu năm 2027"
    assert words.old_years("giai đoạn 2021 - 2025, số 32/2020/NĐ-CP") == ("2021", "2025")
    assert words.ended_tier("UBND các huyện, thành phố") == "các huyện"
    assert words.ended_tier("UBND cấp xã") == ""


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.integers(1, 40))
def test_days_move_by_years_and_ends_of_months_stay(day, years):
    found = moved(day, years)
    assert (found.year, found.month) == (day.year + years, day.month)
    assert abs(found.day - day.day) <= 1
    if day.day < 28:
        assert found.day == day.day


def header_with(*bases: str, issued: date = date(2022, 1, 28)) -> PlanHeader:
    return PlanHeader(
        id="thu", title="Thử", province="Sóc Trăng", directory="soc-trang-2022", issued_on=issued,
        years=(issued.year, issued.year), issuer="UBND tỉnh", coordinator="Sở Tư pháp", legal_bases=bases,
    )  # fmt: skip


BOOK = LegalBook(
    (
        LegalDocument("59/2012/NĐ-CP", "cũ", Mark.FOUND, ended_on=date(2025, 4, 1), replaced_by=("80/2025/NĐ-CP",)),
        LegalDocument("76/QĐ-TTg", "năm 2022", Mark.DOCUMENT, date(2022, 1, 14), years=(2022, 2022)),
        LegalDocument("04/2021/TT-BTP", "hướng dẫn", Mark.FOUND, guides=("59/2012/NĐ-CP",)),
        LegalDocument("1/QĐ-UBND", "của tỉnh", Mark.FOUND, province="Sóc Trăng"),
        LegalDocument("10/2015/TT-BTP", "còn", Mark.FOUND),
        LegalDocument("14/2014/TT-BTP", "chưa rõ", Mark.OWN),
        LegalDocument("80/2025/NĐ-CP", "mới", Mark.FOUND, date(2025, 4, 1), regime=True, lacks=(SectionKind.SURVEY,)),
    )
)


@pytest.mark.parametrize(
    ("number", "kept", "words"),
    [
        ("Nghị định số 59/2012/NĐ-CP", ("80/2025/NĐ-CP",), "hết hiệu lực từ ngày 01/04/2025, thay bằng 80/2025"),
        ("76/QĐ-TTg", (), "chỉ cho năm 2022; dẫn văn bản của năm 2027"),
        ("04/2021/TT-BTP", ("04/2021/TT-BTP",), "hướng dẫn 59/2012/NĐ-CP đã hết hiệu lực"),
        ("1/QĐ-UBND", ("1/QĐ-UBND",), "văn bản của Sóc Trăng"),
        ("10/2015/TT-BTP", ("10/2015/TT-BTP",), ""),
        ("14/2014/TT-BTP", ("14/2014/TT-BTP",), "chưa xác minh"),
        ("9/2011/NĐ-CP", ("9/2011/NĐ-CP",), "chưa có trong bảng"),
        ("924/BTP-PL", ("924/BTP-PL",), "số không kèm năm"),
    ],
)
def test_a_base_on_the_new_day(number, kept, words):
    notes = Notes()
    assert renewed_bases(header_with(number), date(2027, 1, 28), "Cần Thơ", BOOK, notes) == kept
    assert len(notes.decide) == bool(words)
    assert words in "".join(point.text for point in notes.decide)


def test_a_number_used_again_in_another_year_is_another_document():
    assert BOOK.find("76/QĐ-TTg", date(2022, 2, 1)) is not None
    assert BOOK.find("76/QĐ-TTg", date(2024, 2, 1)) is None
    assert BOOK.find("76/QĐ-TTg", date(2022, 1, 1)) is None


def test_what_governs_the_work_and_what_it_lacks():
    assert [one.number for one in BOOK.ended_in("theo Nghị định 59/2012/NĐ-CP và 76/QĐ-TTg", date(2027, 1, 1))] == [
        "59/2012/NĐ-CP",
        "76/QĐ-TTg",
    ]
    assert BOOK.lacks(SectionKind.SURVEY, date(2027, 1, 1)) is not None
    assert BOOK.lacks(SectionKind.SURVEY, date(2024, 1, 1)) is None
    assert BOOK.lacks(SectionKind.INSPECT, date(2027, 1, 1)) is None


def test_points_are_told_once_and_never_too_long():
    notes = Notes()
    for _ in range(2):
        notes.to_decide("dài " * 200, "a")
    assert len(notes.decide) == 1
    assert len(notes.decide[0].text) == LONGEST


@pytest.mark.parametrize(
    ("name", "province", "directory"),
    [
        ("dak-nong-2022", "Lâm Đồng", "lam-dong-2026"),
        ("bac-giang-2021", "Bắc Ninh", None),
        ("lai-chau-2025", "Lai Châu", None),
        ("soc-trang-2020", "Cần Thơ", "can-tho-2026"),
    ],
)
def test_every_plan_can_be_carried_to_2027(name, province, directory, tmp_path):
    renewal = renew_plan(PLANS / f"{name}.yaml", PLANS, 2027)
    header = renewal.plan.plan
    assert (header.province, header.years[0]) == (province, 2027)
    assert directory in (None, header.directory)
    path = write_renewal(renewal, tmp_path / "moi.yaml").path
    again = read_plan(path)
    assert again == renewal.plan
    assert write_plan(again) == path.read_text(encoding="utf-8")
    assert {one.where for one in renewal.decide} - {""} <= {part.id for _, part in again.activities()}
    assert all(part.read is None and part.line is None for _, part in again.activities())


def test_a_span_of_years_stays_as_long_and_its_one_time_duties_are_asked_about():
    renewal = renew_plan(PLANS / "bac-giang-2021.yaml", PLANS, 2027)
    assert renewal.plan.plan.years == (2027, 2032)
    asked = {one.where for one in renewal.decide if "việc một lần của năm 2021" in one.text}
    assert {"draft-directive", "staffing", "detailed-plan"} <= asked
    assert "final-review" not in {part.id for _, part in renewal.plan.activities()}


def test_links_to_what_was_left_out_are_cut():
    old: PlanFile = read_plan(PLANS / "soc-trang-2022.yaml")
    new = renew_plan(PLANS / "soc-trang-2022.yaml", PLANS, 2027).plan
    known = {part.id for _, part in new.activities()} | {section.id for section in new.sections}
    for _, part in new.activities():
        assert set(part.needs.draws_on) <= known
        assert {need.activity for need in part.needs.after} <= known
    assert len(new.activities()) == len(old.activities()) - 3


def test_a_group_of_the_plan_goes_by_the_new_names(tmp_path):
    text = (PLANS / "soc-trang-2022.yaml").read_text(encoding="utf-8")
    groups = "groups:\n  các sở lớn: {members: [Sở Giao thông vận tải, Sở Xây dựng, UBND huyện Kế Sách]}\n\nsections:\n"
    plan = tmp_path / "nhom.yaml"
    plan.write_text(text.replace("\nsections:\n", f"\n{groups}", 1), encoding="utf-8")
    renewal = renew_plan(plan, PLANS, 2027)
    assert renewal.plan.groups["các sở lớn"].members == ("Sở Xây dựng",)
    assert any("nhóm “các sở lớn”: không tìm thấy “UBND huyện Kế Sách”" in one.text for one in renewal.decide)


def test_one_agency_of_the_old_plan_that_has_no_counterpart(tmp_path):
    text = (PLANS / "soc-trang-2022.yaml").read_text(encoding="utf-8")
    text = text.replace("leads: [Sở Tài nguyên và Môi trường]", "leads: [Sở Y tế, UBND huyện Kế Sách]", 1)
    text = text.replace(
        "leads: [Sở Tài nguyên và Môi trường]", "leads: [UBND phường 9]\n        desk: Thanh tra tỉnh", 1
    )
    plan = tmp_path / "rieng.yaml"
    plan.write_text(text, encoding="utf-8")
    renewal = renew_plan(plan, PLANS, 2027)
    found = {part.id: part for _, part in renewal.plan.activities()}
    assert found["inspect-water-corridors"].leads == ("Sở Y tế",)
    assert found["report-water-corridors"].leads == ()
    assert found["report-water-corridors"].desk == "Thanh tra thành phố"
    told = {one.where: one.text for one in renewal.decide}
    assert "danh mục mới không có" in told["report-water-corridors"]


def test_a_province_that_grew_is_asked_about_its_new_parts(tmp_path):
    text = (PLANS / "dak-nong-2022.yaml").read_text(encoding="utf-8")
    plan = tmp_path / "lam-dong-2022.yaml"
    plan.write_text(text.replace("province: Đắk Nông", "province: Lâm Đồng"), encoding="utf-8")
    asked = [one.text for one in renew_plan(plan, PLANS, 2027).decide if not one.where]
    assert "tỉnh Lâm Đồng nay gồm cả Đắk Nông, Bình Thuận: xác nhận phạm vi kế hoạch." in asked
    assert not any("nay gồm cả" in one.text for one in renew_plan(PLANS / "lai-chau-2025.yaml", PLANS, 2027).decide)
