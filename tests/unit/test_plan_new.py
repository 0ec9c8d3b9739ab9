"""Next year's plan: days, agencies, legal bases, and what is left to a person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents.directory_file import read_directory
from documents.legal_bases_yaml import read_legal_bases
from documents.phrases_yaml import read_phrases
from documents.plan_writer import write_plan
from documents.plan_yaml import read_plan
from documents.two_tier_yaml import read_two_tier
from engine.plan_renewal import CannotRenew, renew_plan, write_renewal
from models.kinds import AgencyClass
from models.plan_file import ActivityFile
from rules.group_phrases import expand
from rules.next_year.renewal import Renewal, plan_id, province_on

PLANS = Path(__file__).parents[2] / "plans"
OLD = PLANS / "soc-trang-2022.yaml"


@pytest.fixture(scope="module")
def renewal() -> Renewal:
    return renew_plan(OLD, PLANS, 2027)


@pytest.fixture(scope="module")
def activities(renewal) -> dict[str, ActivityFile]:
    return {one.id: one for _, one in renewal.plan.activities()}


def decided(renewal: Renewal, where: str = "") -> str:
    return "\n".join(point.text for point in renewal.decide if point.where == where)


def test_the_header_moves_to_the_new_province_and_year(renewal):
    header = renewal.plan.plan
    assert (header.id, header.province, header.directory) == ("can-tho-2027", "Cần Thơ", "can-tho-2026")
    assert (header.issued_on, header.issued_assumed, header.years) == (date(2027, 1, 28), True, (2027, 2027))
    assert (header.issuer, header.coordinator) == ("UBND thành phố Cần Thơ", "Sở Tư pháp")
    assert header.title.endswith("trên địa bàn thành phố Cần Thơ năm 2027")
    assert (header.number, header.signer, header.source) == (None, None, None)
    assert "Sóc Trăng nay thuộc thành phố Cần Thơ" in decided(renewal)


@pytest.mark.parametrize(
    ("activity", "opens", "last_day"),
    [
        ("issue-plan", date(2027, 2, 1), date(2027, 2, 28)),
        ("compile-list", date(2027, 4, 1), date(2027, 6, 30)),
        ("survey", date(2027, 7, 1), date(2027, 9, 30)),
        ("report-general-departments", None, date(2027, 11, 15)),
        ("consolidate", None, None),
    ],
)
def test_days_move_by_whole_years(activities, activity, opens, last_day):
    found = activities[activity]
    assert (found.applied.opens, found.applied.last_day) == (opens, last_day)
    assert (found.read, found.line) == (None, None)


def test_a_months_last_day_stays_one_and_words_become_the_reason():
    leap = renew_plan(OLD, PLANS, 2028)
    found = next(one for _, one in leap.plan.activities() if one.id == "issue-plan")
    assert found.applied.last_day == date(2028, 2, 29)
    assert found.applied.why == "năm 2022 ghi “trong tháng 02 năm 2022”"


def test_years_in_words_move_but_not_other_numbers(renewal, activities):
    assert activities["report-general-departments"].outputs == ("Báo cáo chung năm 2027",)
    assert renewal.plan.triggers["bo-tu-phap-plan"].title.endswith("năm 2027")
    assert "2022" not in " ".join(one.title for one in activities.values())


def test_districts_are_gone_and_said_so(renewal, activities):
    assert activities["issue-plan"].leads == ("các Sở, ngành", "UBND cấp xã")
    for name in ("report-districts", "own-inspection-districts"):
        assert activities[name].leads == ()
        assert "“UBND cấp huyện” không còn" in decided(renewal, name)
    assert "Văn phòng HĐND và UBND" in decided(renewal, "justice-plan")
    assert "tạm để Sở Tư pháp" in decided(renewal, "issue-plan")
    assert activities["issue-plan"].commune_desk is None


def test_departments_merged_in_2025_go_by_their_new_name(renewal, activities):
    assert activities["report-water-corridors"].leads == ("Sở Nông nghiệp và Môi trường",)
    assert any("Sở Tài nguyên và Môi trường → Sở Nông nghiệp và Môi trường" in one.text for one in renewal.changed)


def test_what_was_of_one_year_only_is_left_out_and_listed(renewal, activities):
    assert "review-plan-67" not in activities
    assert "Kế hoạch số 67/KH-UBND" in decided(renewal)
    assert "review" not in {section.id for section in renewal.plan.sections}
    assert "dịch bệnh" in decided(renewal, "inspect-support-policies")
    assert "năm 2022: chọn lại cho năm mới, xem inspect-support-policies, inspect-water-corridors, report-water" in (
        decided(renewal)
    )
    assert "issue-plan-departments" not in activities


def test_legal_bases_are_checked_on_the_new_day(renewal):
    assert renewal.plan.plan.legal_bases == ("80/2025/NĐ-CP",)
    assert "Bỏ căn cứ 76/QĐ-TTg" in decided(renewal)
    assert "59/2012/NĐ-CP, 32/2020/NĐ-CP; nay đã hết hiệu lực từ ngày 01/04/2025" in decided(renewal)
    assert "80/2025/NĐ-CP không thấy nêu loại việc này" in decided(renewal, "survey")


def test_before_the_change_the_old_bases_hold():
    early = renew_plan(OLD, PLANS, 2024, "soc-trang-2022")
    assert early.plan.plan.province == "Sóc Trăng"
    assert "hết hiệu lực" not in decided(early)
    found = {one.id: one for _, one in early.plan.activities()}
    assert found["report-districts"].leads == ("UBND cấp huyện",)
    assert found["justice-plan"].leads == ("Phòng Tư pháp cấp huyện",)
    assert decided(early, "issue-plan") == ""


def test_every_point_stands_in_the_plan_and_stops_it(renewal, activities):
    header = [point.text for point in renewal.decide if not point.where]
    assert renewal.plan.plan.to_decide == tuple(header)
    for point in renewal.decide:
        if point.where:
            assert point.text in activities[point.where].to_decide
    assert len(renewal.decide) < 20


def test_the_file_is_canonical_and_loads_again(renewal, tmp_path):
    path = write_renewal(renewal, tmp_path / "moi.yaml").path
    again = read_plan(path)
    assert again == renewal.plan
    assert write_plan(again) == path.read_text(encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["moi.yaml"]


def test_nothing_is_overwritten(renewal, tmp_path):
    (tmp_path / "moi.yaml").write_text("của người khác", encoding="utf-8")
    with pytest.raises(CannotRenew, match="đã có"):
        write_renewal(renewal, tmp_path / "moi.yaml")
    assert (tmp_path / "moi.yaml").read_text(encoding="utf-8") == "của người khác"
    with pytest.raises(CannotRenew, match="Không có thư mục"):
        write_renewal(renewal, tmp_path / "khong-co" / "moi.yaml")


@pytest.mark.parametrize("year", [2022, 2021, 2100])
def test_a_year_that_does_not_follow_is_refused(year):
    with pytest.raises(CannotRenew, match=str(year)):
        renew_plan(OLD, PLANS, year)


def test_a_directory_that_has_ended_is_refused():
    with pytest.raises(CannotRenew, match="soc-trang-2022"):
        renew_plan(OLD, PLANS, 2027, "soc-trang-2022")


@pytest.mark.parametrize(
    ("name", "on", "full_name"),
    [
        ("Sóc Trăng", date(2027, 1, 1), "thành phố Cần Thơ"),
        ("Đắk Nông", date(2026, 1, 1), "tỉnh Lâm Đồng"),
        ("Lai Châu", date(2026, 1, 1), "tỉnh Lai Châu"),
        ("Hoà Bình", date(2026, 1, 1), "tỉnh Phú Thọ"),
        ("Thừa Thiên Huế", date(2026, 1, 1), "thành phố Huế"),
        ("Sóc Trăng", date(2025, 6, 30), "tỉnh Sóc Trăng"),
    ],
)
def test_where_a_province_went(name, on, full_name):
    assert province_on(name, on, read_two_tier(PLANS / "two_tier.yaml")).full_name == full_name


def test_all_63_provinces_went_somewhere_once():
    provinces = read_two_tier(PLANS / "two_tier.yaml").provinces
    old = [name for one in provinces for name in one.formed_from]
    assert (len(provinces), len(old), len(set(old))) == (34, 64, 64)  # Huế by two names


def test_ids_keep_what_is_not_the_province(renewal):
    header = read_plan(OLD).plan
    tier = read_two_tier(PLANS / "two_tier.yaml")
    new = province_on("Sóc Trăng", date(2027, 1, 1), tier)
    for old, expected in (("soc-trang-tp-2022", "can-tho-tp-2027"), ("kh-06", "kh-06-2027"), ("2022", "ke-hoach-2027")):
        assert plan_id(header.model_copy(update={"id": old}), new, 2027) == expected


def test_the_directory_of_can_tho_is_two_tiered():
    directory = read_directory(PLANS / "agencies/can-tho-2026.tsv")
    on = date(2027, 1, 28)
    communes = [entry.name.split()[1] for entry in directory.of_class(AgencyClass.UBND_XA, on)]
    assert (communes.count("xã"), communes.count("phường"), len(communes)) == (72, 31, 103)
    assert [entry.name for entry in directory.of_class(AgencyClass.UBND_HUYEN, on)] == []
    phrases = read_phrases(PLANS / "phrases.yaml")
    assert len(expand("các Sở, ban, ngành", directory, phrases, {}, on).members) == 13
    early = [entry.name for entry in directory.agencies if entry.valid_on(date(2025, 6, 30))]
    assert early == ["Bộ Tư pháp"]


def test_the_legal_table_says_where_each_fact_is_from():
    documents = read_legal_bases(PLANS / "legal_bases.yaml")
    assert all(one.source or one.note for one in documents)
    by_number = {one.number: one for one in documents}
    assert by_number["59/2012/NĐ-CP"].in_force(date(2025, 3, 31))
    assert not by_number["59/2012/NĐ-CP"].in_force(date(2025, 4, 1))
    assert not by_number["80/2025/NĐ-CP"].in_force(date(2025, 3, 31))
