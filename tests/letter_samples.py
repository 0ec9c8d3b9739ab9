"""Contexts of every letter, made from the words of the first plan; golden files and property tests use them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from notifications.letters import (
    AnswerContext,
    AnswerKind,
    Decision,
    DigestContext,
    Duty,
    DutyLine,
    Group,
    Letterhead,
    Missing,
    Submitted,
)

PLAN = "Kế hoạch theo dõi tình hình thi hành pháp luật năm 2022 trên địa bàn tỉnh Sóc Trăng"

HEAD = Letterhead(
    sender="Sở Tư pháp tỉnh Sóc Trăng",
    addressees=("Sở Y tế tỉnh Sóc Trăng",),
    how_to_answer="mở liên kết dưới đây để gửi kết quả, đề nghị gia hạn hoặc báo không phát sinh; không cần tài khoản.",
    contact="Phòng Xây dựng và kiểm tra văn bản, điện thoại 0299 0000 000",
    link="https://dondoc.example.vn/v/7Kq2mZ",
)

ISSUE_PLAN = Duty(
    title="Ban hành kế hoạch theo dõi tình hình thi hành pháp luật của cơ quan",
    plan_title=PLAN,
    plan_number="12/KH-UBND",
    agency="Sở Y tế",
    last_day=date(2022, 2, 28),
    time_phrase="trong tháng 02 năm 2022",
    time_place="dòng 73",
    outputs=("Kế hoạch của cơ quan",),
    owed_to="UBND tỉnh",
    through="Sở Tư pháp",
    reference="ST22-issue-plan-017",
    link="https://dondoc.example.vn/n/issue-plan",
)
INSPECT = replace(
    ISSUE_PLAN,
    title="Tự kiểm tra tình hình thi hành pháp luật trong lĩnh vực được giao",
    last_day=None,
    time_phrase=None,
    time_place=None,
    outputs=("Quyết định thành lập đoàn", "báo cáo kết quả kiểm tra"),
    reference="ST22-own-inspection-017",
    link=None,
)
REPORT = replace(
    ISSUE_PLAN,
    title="Báo cáo kết quả theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm",
    last_day=date(2022, 3, 4),
    hour=time(17),
    original_last_day=date(2022, 2, 25),
    time_phrase="chậm nhất ngày 25/02/2022",
    time_place="dòng 118",
    outputs=("Báo cáo",),
    reference="ST22-report-focus-017",
    link=None,
)
HANDLE = replace(
    INSPECT,
    title="Tiếp nhận, xử lý thông tin về tình hình thi hành pháp luật",
    ongoing=True,
    outputs=(),
    time_phrase="thường xuyên trong năm 2022",
    time_place="dòng 101",
    reference=None,
)
COURT_INFORMATION = Duty(
    title="Cung cấp thông tin về tình hình thi hành pháp luật trong hoạt động xét xử",
    plan_title=PLAN,
    plan_number="12/KH-UBND",
    agency="Tòa án nhân dân tỉnh",
    last_day=date(2022, 2, 28),
    time_phrase="trong tháng 02 năm 2022",
    time_place="dòng 129",
    outputs=("Văn bản cung cấp thông tin",),
    through="Sở Tư pháp",
    requested=True,
    link="https://dondoc.example.vn/n/court",
)

#: One line of every group; the requested one in its own, politer section.
EVERY_GROUP = DigestContext(
    head=HEAD,
    day=date(2022, 3, 1),
    with_calendar=True,
    lines=(
        DutyLine(Group.MONTHLY, replace(REPORT, last_day=date(2022, 1, 14), hour=None, original_last_day=None),
                 working_days_late=25, days_late=46),
        DutyLine(Group.NEW, HANDLE),
        DutyLine(Group.COMING, REPORT, working_days_left=3, missing=(
            Missing("Ban hành kế hoạch của cơ quan", 12, 18, ("Sở Xây dựng", "Sở Công Thương", "Sở Tài chính")),
            Missing("Khảo sát tình hình thi hành pháp luật", 1, 1, ("Sở Tư pháp",)),
        )),
        DutyLine(Group.RETURNED, INSPECT, return_reason="Báo cáo chưa có số liệu\ncủa các đơn vị trực thuộc.",
                 redo_by=date(2022, 3, 7)),
        DutyLine(Group.OVERDUE, ISSUE_PLAN, working_days_late=1, days_late=1),
        DutyLine(Group.UNANSWERED, COURT_INFORMATION, working_days_late=1, days_late=1),
    ),
)  # fmt: skip

#: What a body that is asked, not ordered, gets.
REQUESTED = DigestContext(
    head=replace(HEAD, addressees=("Tòa án nhân dân tỉnh Sóc Trăng", "Chánh Văn phòng Tòa án nhân dân tỉnh")),
    day=date(2022, 3, 1),
    lines=(
        DutyLine(Group.UNANSWERED, COURT_INFORMATION, working_days_late=1, days_late=1),
        DutyLine(Group.NEW, replace(COURT_INFORMATION, title="Cử người tham gia đoàn kiểm tra", last_day=None), None),
        DutyLine(Group.COMING, replace(COURT_INFORMATION, last_day=date(2022, 3, 4), link=None), working_days_left=3),
        DutyLine(Group.RETURNED, COURT_INFORMATION, working_days_late=1, return_reason="Chưa có số liệu quý I."),
    ),
)

#: 10:05 plan-local.
MOMENT = datetime(2022, 3, 1, 3, 5, tzinfo=UTC)


def answer(kind: AnswerKind) -> AnswerContext:
    """An answer of this kind with the facts such an answer usually has."""
    sent = Submitted("45/KH-SYT", date(2022, 2, 28), ("ke-hoach.pdf", "phu-luc-1.xlsx"))
    decided = Decision("130/UBND-NC", date(2022, 3, 1), "Phó Chủ tịch UBND tỉnh")
    plain = AnswerContext(kind=AnswerKind.RECEIPT, head=HEAD, duty=ISSUE_PLAN, moment=MOMENT)
    extended = replace(ISSUE_PLAN, last_day=date(2022, 3, 15), original_last_day=date(2022, 2, 28))
    samples = {
        AnswerKind.RECEIPT: replace(plain, submitted=sent),
        AnswerKind.RETURNED: replace(
            plain, submitted=sent, reason="Kế hoạch chưa phân công đơn vị chủ trì.", redo_by=date(2022, 3, 7)
        ),
        AnswerKind.ACCEPTED: replace(plain, submitted=sent, working_days_late=1, days_late=1),
        AnswerKind.EXTENSION_GRANTED: replace(plain, duty=extended, decision=decided),
        AnswerKind.EXTENSION_REFUSED: replace(plain, reason="Thời gian còn lại đủ để hoàn thành."),
        AnswerKind.NOT_NEEDED_CONFIRMED: replace(plain, reason="Cơ quan không có đơn vị trực thuộc."),
        AnswerKind.WITHDRAWN: replace(plain, decision=decided, reason="Kế hoạch được điều chỉnh."),
        AnswerKind.SUSPENDED: replace(plain, reason="Chờ hướng dẫn của Bộ Tư pháp."),
        AnswerKind.RESUMED: replace(plain, duty=extended),
        AnswerKind.AMENDED: replace(plain, duty=extended, decision=decided),
    }
    return replace(samples[kind], kind=kind)
