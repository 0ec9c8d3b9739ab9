"""What a draft takes from the whole sentences of the document, which a reading cuts to short titles."""

from __future__ import annotations

from datetime import date

from harness.small_reading import activities_of, agency, draft_of, draft_of_document, task
from models.kinds import SectionKind, TimeForm
from models.legal_base import LegalDocument, Mark
from models.reading import HeaderReading, TimeReading
from models.source_text import Place

GROUPS = (agency("các Sở, ngành"), agency("UBND cấp huyện"))
YEAR_END = TimeReading("trước ngày 15/11/2022", "by", end="2022-11-14", exclusive=True)
QUARTER = TimeReading("Quý I năm 2022", "window", "2022-01-01", "2022-03-31")
DECISION = LegalDocument(
    "76/QĐ-TTg", "Kế hoạch theo dõi lĩnh vực trọng tâm năm 2022", Mark.DOCUMENT, date(2022, 1, 14), years=(2022, 2022)
)


def at(line: int) -> Place:
    return Place(line=line)


def test_a_sentence_that_lists_two_reports_is_two_duties():
    line = "Tổng hợp kết quả bao gồm báo cáo lĩnh vực trọng tâm và báo cáo chung, gửi Sở Tư pháp trước ngày 15/11/2022."
    report = task("Tổng hợp kết quả bao gồm báo cáo lĩnh vực", leads=GROUPS, times=(YEAR_END,), place=at(1))
    found = activities_of(draft_of_document([line], report))
    assert [one.title for one in found] == ["Báo cáo lĩnh vực trọng tâm", "Báo cáo chung"]
    assert {one.applied.last_day for one in found} == {date(2022, 11, 14)}


def test_one_sentence_with_two_days_is_a_chain():
    line = "Báo cáo chung: Sở Tư pháp tổng hợp, trình UBND tỉnh trước ngày 15/11/2022 để báo cáo Bộ Tư pháp ngày 10/12."
    last = TimeReading("ngày 10/12", "by", end="2022-12-10", part="Báo cáo chung")
    first = TimeReading("trước ngày 15/11/2022", "by", end="2022-11-14", part="Báo cáo chung")
    chain = task("Báo cáo chung", times=(first, last), place=at(1))
    department, province = activities_of(draft_of_document([line], chain))
    assert (department.leads, province.leads) == (("Sở Tư pháp",), ("UBND tỉnh Sóc Trăng",))
    assert province.needs.draws_on == (department.id,)


def test_what_a_sentence_says_before_its_first_day_has_no_day():
    line = "1. Giao Sở Tư pháp theo dõi, đôn đốc và báo cáo Chủ tịch; tham mưu báo cáo năm trước ngày 15/11/2022."
    given = task("theo dõi, đôn đốc", times=(YEAR_END,), place=at(1))
    forms = {one.title: one.applied.form for one in activities_of(draft_of_document([line], given))}
    assert list(forms.values()).count(TimeForm.DATED) == 1
    assert TimeForm.ONGOING in forms.values()
    assert TimeForm.UNDATED in forms.values()


def test_a_semicolon_within_a_list_of_agencies_ends_no_clause():
    line = "Hướng dẫn, đôn đốc các Sở, ngành; UBND cấp huyện xác định lĩnh vực trước ngày 15/11/2022."
    given = task("Hướng dẫn, đôn đốc các Sở, ngành", times=(YEAR_END,), place=at(1))
    assert [one.applied.form for one in activities_of(draft_of_document([line], given))] == [TimeForm.DATED]


def test_a_title_that_only_says_what_is_spoken_of_takes_the_deed_of_its_content():
    lines = ["4.2. Đối với hoạt động theo dõi", "Hàng năm, xây dựng, ban hành và tổ chức thực hiện Kế hoạch theo dõi."]
    yearly = TimeReading("hàng năm", "recurring", recurrence="YEARLY")
    about = task("Đối với hoạt động theo dõi", leads=GROUPS, times=(yearly,), place=at(1))
    plan = draft_of_document(lines, about).plan
    assert plan.sections[0].kind is SectionKind.ISSUE_PLAN
    assert activities_of(plan)[0].applied.last_day == date(2022, 3, 31)


def test_a_lead_named_within_the_content_has_a_duty_a_person_looks_at():
    lines = [
        "2.5. Xử lý thông tin",
        "- Kịp thời phát hiện hạn chế thì Sở Tư pháp chủ trì, phối hợp với các Sở, ngành tổng hợp báo cáo.",
        "b) Cơ quan thực hiện: các Sở, ngành, UBND cấp huyện.",
    ]
    ongoing = TimeReading("thường xuyên", "ongoing", place=at(3))
    listed = draft_of_document(lines, task("Xử lý thông tin", leads=GROUPS, times=(ongoing,), place=at(1)))
    found = activities_of(listed)
    assert [one.leads for one in found] == [("các Sở, ngành", "UBND cấp huyện"), ("Sở Tư pháp",)]
    assert found[1].applied.form is TimeForm.ONGOING
    assert found[1].line == 2
    assert "phần nội dung" in found[1].to_decide[0]


def test_everything_under_a_request_is_asked_for():
    lines = ["3. Đề nghị các cơ quan ngoài tỉnh", "a) Hội Luật gia cung cấp ý kiến về thi hành pháp luật;"]
    asked = task("cung cấp ý kiến về thi hành pháp luật", "V.3.a", (agency("UBND cấp xã"),), core=False, place=at(2))
    found = activities_of(draft_of_document(lines, asked))
    assert (found[0].requested, found[0].applied.form) == (True, TimeForm.UNDATED)


def test_of_groups_that_are_named_again_only_the_new_one_has_a_duty():
    february = TimeReading("Tháng 02/2022", "month", "2022-02-01", "2022-02-28")
    first = task("Ban hành Kế hoạch theo dõi năm 2022", leads=GROUPS[1:], times=(february,))
    both = (GROUPS[1], agency("UBND cấp xã"))
    again = task("Ban hành Kế hoạch theo dõi của địa phương", "III.3", both, core=False)
    found = activities_of(draft_of(first, again))
    assert [(one.leads, one.same_as) for one in found] == [
        (("UBND cấp huyện",), None),
        (("UBND cấp huyện",), found[0].id),
        (("UBND cấp xã",), None),
    ]


def test_headings_under_one_label_are_one_ongoing_duty():
    lines = ["3. Đổi mới công tác tuyên truyền", "3.1. Nâng cao nhận thức", "3.2. Đa dạng hình thức", "- Thời gian"]
    ongoing = TimeReading("thường xuyên", "ongoing", place=at(4))
    parts = [
        task(title, f"II.3.{number}", GROUPS, times=(ongoing,), place=at(number + 1))
        for number, title in ((1, "Nâng cao nhận thức"), (2, "Đa dạng hình thức tuyên truyền"))
    ]
    found = activities_of(draft_of_document(lines, *parts))
    assert [one.title for one in found] == ["Đổi mới công tác tuyên truyền"]
    assert found[0].note == "Gồm 2 nội dung dùng chung một dòng thời gian: 1, 2."


def test_reports_do_not_draw_on_what_is_done_only_when_needed():
    lines = ["3.4. Khảo sát", "- Sở Tư pháp khảo sát.", "- Các Sở, ngành khảo sát (nếu cần thiết).", "3.5. Báo cáo"]
    leads = (agency("Sở Tư pháp", place=at(2)), agency("các Sở, ngành", place=at(3)))
    survey = task("Khảo sát", "II.3.4", leads, times=(QUARTER,), place=at(1))
    report = task("Báo cáo kết quả", "II.3.5", GROUPS, times=(YEAR_END,), place=at(4))
    own, others, last = activities_of(draft_of_document(lines, survey, report))
    assert last.needs.draws_on == (own.id,)
    assert "cần thiết" in others.note


def test_a_choice_that_rests_on_one_that_waits_waits_for_the_same_event():
    lines = ["3.1. Lĩnh vực của tỉnh", "3.2. Lĩnh vực của cơ quan", "Trên cơ sở lĩnh vực của UBND tỉnh."]
    event = TimeReading("sau khi có Quyết định của Thủ tướng", "trigger", trigger="Quyết định của Thủ tướng")
    first = task("Lĩnh vực trọng tâm của tỉnh", "II.3.1", times=(event,), place=at(1))
    second = task("Lĩnh vực trọng tâm của cơ quan", "II.3.2", GROUPS, times=(QUARTER,), place=at(2))
    province, agencies = activities_of(draft_of_document(lines, first, second))
    assert agencies.applied.form is TimeForm.DATED
    assert agencies.waits_for == province.waits_for
    assert agencies.needs.draws_on == (province.id,)


def test_an_event_on_record_has_its_number_and_day_and_is_left_to_a_person_to_confirm():
    event = TimeReading("sau khi Chính phủ ban hành kế hoạch", "trigger", trigger="Chính phủ ban hành kế hoạch")
    line = "Triển khai Kế hoạch theo dõi lĩnh vực trọng tâm sau khi Chính phủ ban hành kế hoạch."
    waiting = task("Triển khai Kế hoạch theo dõi lĩnh vực trọng tâm", times=(event,), place=at(1))
    draft = draft_of_document([line], waiting, documents=(DECISION,))
    (trigger,) = draft.plan.triggers.values()
    assert (trigger.happened_on, trigger.number) == (date(2022, 1, 14), "76/QĐ-TTg")
    assert "76/QĐ-TTg" in draft.to_decide[0].text


def test_an_event_of_another_year_or_another_body_is_not_taken_for_it():
    for said, year in (("Chính phủ ban hành kế hoạch", 2023), ("Bộ Tư pháp ban hành kế hoạch", 2022)):
        event = TimeReading(f"sau khi {said}", "trigger", trigger=said)
        waiting = task("Triển khai Kế hoạch theo dõi lĩnh vực trọng tâm", times=(event,), place=at(1))
        header = HeaderReading(issuer_norm="UBND tỉnh Sóc Trăng", date=f"{year}-01-28", year=year)
        draft = draft_of_document([waiting.title], waiting, header=header, documents=(DECISION,))
        assert [trigger.happened_on for trigger in draft.plan.triggers.values()] == [None]


def test_what_districts_owe_after_their_end_opens_while_they_are_there():
    header = HeaderReading(issuer_norm="UBND tỉnh Sóc Trăng", date="2025-01-15", year=2025)
    late = TimeReading("trước ngày 03/12/2025", "by", end="2025-12-02", exclusive=True)
    draft = draft_of(task("Báo cáo kết quả", leads=GROUPS[1:], times=(late,)), header=header)
    (report,) = activities_of(draft)
    assert "không còn cơ quan nào" in draft.to_decide[-1].text
    assert report.applied.opens == date(2025, 1, 15)
    assert "còn hoạt động" in report.applied.why
