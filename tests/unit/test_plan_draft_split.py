"""How a task becomes activities: by lead, by time and sender, by deed; repetitions, standing lines, links, phrases."""

from __future__ import annotations

from harness.small_reading import activities_of, agency, draft_of, task
from models.kinds import SectionKind, TimeForm
from models.reading import AgencyReading, PhraseClass, TimeReading

QUARTER = TimeReading("Quý II năm 2022", "window", "2022-04-01", "2022-06-30")
FEBRUARY = TimeReading("Tháng 02/2022", "month", "2022-02-01", "2022-02-28")
GROUPS = (agency("các Sở, ngành"), agency("UBND cấp huyện"))


def test_two_named_departments_each_have_their_own():
    leads = (agency("Sở Tư pháp"), agency("Sở Tài nguyên và Môi trường"))
    found = activities_of(draft_of(task("Kiểm tra", leads=leads, times=(QUARTER,))))
    assert [one.leads for one in found] == [("Sở Tư pháp",), ("Sở Tài nguyên và Môi trường",)]
    assert len({one.id for one in found}) == 2
    assert {one.applied.last_day for one in found} == {found[0].applied.last_day}


def test_groups_share_an_activity_and_a_member_that_leads_besides_has_its_own():
    found = activities_of(draft_of(task("Khảo sát", leads=(agency("Sở Tư pháp"), *GROUPS), times=(QUARTER,))))
    assert [one.leads for one in found] == [("Sở Tư pháp",), ("các Sở, ngành", "UBND cấp huyện")]


def test_two_times_with_deeds_of_their_own_are_two_activities():
    times = (
        TimeReading("thường xuyên", "ongoing", part="hướng dẫn, đôn đốc"),
        TimeReading("Quý II và III", "window", "2022-04-01", "2022-09-30", part="kiểm tra"),
    )
    title = "Hướng dẫn, đôn đốc, kiểm tra các Sở, ngành"
    plan = draft_of(task(title, outputs=("Văn bản hướng dẫn", "Kết quả kiểm tra"), times=times)).plan
    guide, inspect = plan.sections
    assert (guide.kind, inspect.kind) == (SectionKind.GUIDE, SectionKind.INSPECT)
    assert guide.activities[0].outputs == ("Văn bản hướng dẫn",)
    assert inspect.activities[0].title == "Kiểm tra các Sở, ngành"
    assert inspect.activities[0].outputs == ("Kết quả kiểm tra",)


def test_a_chain_of_reports_is_one_activity_per_sender_each_drawing_on_the_one_before():
    times = (
        TimeReading("trước ngày 20/11/2022", "by", end="2022-11-19", part="các sở, ngành, huyện gửi Sở Tư pháp"),
        TimeReading("trước ngày 01/12/2022", "by", end="2022-11-30", part="Sở Tư pháp trình UBND tỉnh"),
        TimeReading("chậm nhất ngày 10/12/2022", "by", end="2022-12-10", part="để báo cáo Bộ Tư pháp"),
    )
    chain = task("Đánh giá và báo cáo công tác năm 2022", coordinators=GROUPS, times=times)
    agencies, department, province = activities_of(draft_of(chain))
    assert agencies.leads == ("các Sở, ngành", "UBND cấp huyện")
    assert agencies.owed_to == "Sở Tư pháp"
    assert department.leads == ("Sở Tư pháp",)
    assert department.needs.draws_on == (agencies.id,)
    assert province.leads == ("UBND tỉnh Sóc Trăng",)
    assert province.needs.draws_on == (department.id,)
    assert "Bộ Tư pháp" in province.note


def test_a_title_with_two_deeds_is_two_activities_of_two_kinds():
    title = "Xây dựng danh mục văn bản và hướng dẫn, đôn đốc thực hiện"
    plan = draft_of(task(title, outputs=("Danh mục văn bản",), times=(QUARTER,))).plan
    assert [section.kind for section in plan.sections] == [SectionKind.COMPILE_DOCUMENTS, SectionKind.GUIDE]
    assert [one.outputs for one in activities_of(plan)] == [("Danh mục văn bản",), ()]


def test_following_up_and_reporting_are_two_and_the_day_is_the_reports():
    found = activities_of(draft_of(task("Theo dõi, đôn đốc việc thực hiện và báo cáo UBND tỉnh", times=(QUARTER,))))
    assert [one.applied.form for one in found] == [TimeForm.ONGOING, TimeForm.DATED]


def test_a_duty_said_again_makes_nothing():
    first = task("Xây dựng, ban hành kế hoạch theo dõi thi hành pháp luật", leads=GROUPS, times=(FEBRUARY,))
    again = task("Chủ động ban hành kế hoạch theo dõi", "V.3", leads=GROUPS[:1], core=False)
    found = activities_of(draft_of(first, again))
    assert found[1].same_as == found[0].id
    assert found[1].applied is None


def test_a_duty_of_other_agencies_or_with_another_day_is_not_a_repetition():
    first = task("Ban hành kế hoạch", leads=GROUPS[:1], times=(FEBRUARY,))
    other = task("Ban hành kế hoạch", "V.4", leads=(agency("UBND cấp xã"),), core=False)
    later = task("Ban hành kế hoạch", "V.3", leads=GROUPS[:1], times=(QUARTER,))
    assert [one.same_as for one in activities_of(draft_of(first, other, later))] == [None, None, None]


def test_standing_lines_are_shown_and_not_tracked():
    lines = (task("Bố trí kinh phí", "V.1", core=False), task("Phối hợp với Sở Tư pháp", "V.3", GROUPS, core=False))
    found = activities_of(draft_of(task("Kiểm tra", times=(QUARTER,)), *lines))
    assert [one.track for one in found] == [None, "none", "none"]


def test_lines_below_a_heading_belong_to_the_agency_it_names():
    heading = task("Trách nhiệm của Sở, ngành tỉnh", "V.3", (), core=False)
    line = task("Thành lập Đoàn và kiểm tra", "V.3", (), core=False)
    draft = draft_of(task("Kiểm tra", times=(QUARTER,)), heading, line)
    assert activities_of(draft)[1].leads == ("Sở, ngành tỉnh",)
    assert [passed.title for passed in draft.skipped] == ["Trách nhiệm của Sở, ngành tỉnh"]


def test_where_nobody_is_named_the_coordinator_is_inferred():
    found = activities_of(draft_of(task("Tổng kết Kế hoạch", leads=(), times=(QUARTER,))))
    assert (found[0].leads, found[0].lead_inferred) == (("Sở Tư pháp",), True)


def test_who_is_directed_is_the_lead():
    line = task("Chỉ đạo Phòng Tư pháp cấp huyện ban hành Kế hoạch", "V.4", GROUPS[1:], core=False)
    assert activities_of(draft_of(line))[0].leads == ("Phòng Tư pháp cấp huyện",)


def test_bodies_that_are_asked_are_requested_each_for_its_own():
    asked = task("Đề nghị các cơ quan báo chí, các hội nghề nghiệp", "V.3", (), core=False, requested=True)
    found = activities_of(draft_of(asked))
    assert [one.leads for one in found] == [("các cơ quan báo chí",), ("các hội nghề nghiệp",)]
    assert all(one.requested for one in found)
    court = agency("Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh")
    assert activities_of(draft_of(task("Cung cấp thông tin", leads=(court,))))[0].requested


def test_an_unknown_phrase_becomes_an_open_group_and_is_left_to_a_person():
    unknown = AgencyReading("Tổ công tác đặc biệt", PhraseClass.DOAN_LIEN_NGANH)
    draft = draft_of(task("Kiểm tra", leads=(unknown,), times=(QUARTER,)))
    assert draft.plan.groups["Tổ công tác đặc biệt"].open
    assert draft.plan.groups["Tổ công tác đặc biệt"].members == ()
    assert "Tổ công tác đặc biệt" in draft.to_decide[-1].text
    assert draft.to_decide[-1].place == f"hoạt động '{activities_of(draft)[0].id}'"


def test_an_open_set_among_the_leads_only_coordinates():
    found = activities_of(draft_of(task("Thu thập", leads=(*GROUPS, agency("các cơ quan liên quan")))))
    assert found[0].leads == ("các Sở, ngành", "UBND cấp huyện")
    assert found[0].coordinating == ("các cơ quan liên quan",)


def test_reports_draw_on_the_work_and_the_consolidated_one_on_the_reports():
    work = task("Khảo sát", "II.1", times=(QUARTER,))
    report = task("Báo cáo kết quả", "V.3", GROUPS, times=(TimeReading("15/11", "by", end="2022-11-15"),))
    whole = task("Tổng hợp, báo cáo chung của tỉnh", "V.1", core=False)
    found = {one.source: one for one in activities_of(draft_of(work, report, whole))}
    assert found["V.3"].needs.draws_on == ("survey",)
    assert found["V.1"].needs.draws_on == (found["V.3"].id,)
