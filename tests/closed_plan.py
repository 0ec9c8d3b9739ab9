"""A made-up closed year of the size of Sóc Trăng 2022: 839 assignments, the same at every call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from config.timezone import LOCAL
from models.dispatch_draft import DispatchDraft, DispatchLine, SenderKind
from models.outcome import (
    AssignmentRow,
    DispatchRow,
    ItemRow,
    MailRow,
    PlanOutcome,
    SectionOutcome,
    Verdict,
)

JUSTICE = "Sở Tư pháp"
TITLE = "Theo dõi thi hành pháp luật lĩnh vực trọng tâm, liên ngành trên địa bàn tỉnh Sóc Trăng năm 2022"
DEPARTMENTS = (
    "Văn phòng UBND tỉnh",
    "Thanh tra tỉnh",
    "Sở Nội vụ",
    JUSTICE,
    "Sở Kế hoạch và Đầu tư",
    "Sở Tài chính",
    "Sở Công Thương",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Giao thông vận tải",
    "Sở Xây dựng",
    "Sở Tài nguyên và Môi trường",
    "Sở Thông tin và Truyền thông",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Ban Dân tộc",
)
#: district → number of its communes; 109 in all
DISTRICTS = {
    "thành phố Sóc Trăng": 10,
    "huyện Châu Thành": 8,
    "huyện Kế Sách": 13,
    "huyện Mỹ Tú": 9,
    "huyện Cù Lao Dung": 8,
    "huyện Long Phú": 11,
    "huyện Mỹ Xuyên": 11,
    "thị xã Ngã Năm": 8,
    "huyện Thạnh Trị": 10,
    "thị xã Vĩnh Châu": 10,
    "huyện Trần Đề": 11,
}
COMMUNE_NAMES = (
    "An Mỹ", "Ba Trinh", "Đại Hải", "Kế An", "Nhơn Mỹ", "Phong Nẫm", "Thới An Hội", "Trinh Phú", "Xuân Hòa",
    "Mỹ Hương", "Long Hưng", "Thuận Hưng", "Phú Mỹ",
)  # fmt: skip


@dataclass(frozen=True)
class Agency:
    key: str
    name: str
    parent: str
    group: str


@dataclass(frozen=True)
class Duty:
    section: str
    activity: str
    groups: tuple[str, ...]
    opens: date | None
    last_day: date | None
    phrase: str
    line: int | None
    quarters: bool = False


_D = date
WATER = "Sở Tài nguyên và Môi trường"
ISSUE = "Ban hành kế hoạch theo dõi tình hình thi hành pháp luật lĩnh vực trọng tâm, liên ngành"
SECTIONS = (
    ("issue", "Ban hành kế hoạch", "Ban hành kế hoạch", _D(2022, 2, 1), _D(2022, 2, 28)),
    ("fields", "Chọn lĩnh vực trọng tâm", "Chọn lĩnh vực", None, None),
    ("compile", "Xây dựng danh mục văn bản quy phạm pháp luật", "Lập danh mục", _D(2022, 4, 1), _D(2022, 6, 30)),
    ("guide", "Hướng dẫn, đôn đốc thực hiện", "Hướng dẫn", _D(2022, 4, 1), _D(2022, 6, 30)),
    ("inspect", "Kiểm tra tình hình theo dõi thi hành pháp luật", "Kiểm tra", _D(2022, 4, 1), _D(2022, 6, 30)),
    ("survey", "Điều tra, khảo sát tình hình thi hành pháp luật", "Khảo sát", _D(2022, 7, 1), _D(2022, 9, 30)),
    (
        "handle",
        "Thu thập, tiếp nhận, xử lý thông tin và kết quả theo dõi",
        "Xử lý thông tin",
        _D(2022, 1, 28),
        _D(2022, 12, 31),
    ),
    ("train", "Tuyên truyền, phổ biến, tập huấn, bồi dưỡng nghiệp vụ", "Tập huấn", _D(2022, 7, 1), _D(2022, 9, 30)),
    ("review", "Tổng kết Kế hoạch số 67/KH-UBND", "Tổng kết", _D(2022, 10, 1), _D(2022, 12, 31)),
    ("report", "Báo cáo kết quả theo dõi thi hành pháp luật", "Báo cáo", None, _D(2022, 11, 15)),
)
ALL = ("S", "H", "X")
NOV, QII, QIII = _D(2022, 11, 15), _D(2022, 6, 30), _D(2022, 9, 30)
OCT, APR, JUL = _D(2022, 10, 3), _D(2022, 4, 1), _D(2022, 7, 1)
DUTIES = (
    Duty("issue", ISSUE, ALL, _D(2022, 2, 1), _D(2022, 2, 28), "trong tháng 02 năm 2022", 73),
    Duty("issue", "Ban hành kế hoạch lĩnh vực Tư pháp", ("P",), None, None, "", 255),
    Duty("fields", "Xác định lĩnh vực trọng tâm của ngành Tư pháp", (JUSTICE,), None, None, "", 55),
    Duty("compile", "Lập danh mục văn bản quy phạm pháp luật", (JUSTICE,), APR, QII, "Quý II năm 2022", 89),
    Duty("guide", "Công văn hướng dẫn, đôn đốc", (JUSTICE,), APR, QII, "Quý II năm 2022", 89),
    Duty("guide", "Hướng dẫn, đôn đốc các cơ quan", (JUSTICE,), None, None, "", 213, quarters=True),
    Duty("inspect", "Kiểm tra chính sách hỗ trợ", (JUSTICE,), APR, QII, "Quý II năm 2022", 115),
    Duty("inspect", "Kiểm tra hành lang bảo vệ nguồn nước", (WATER,), APR, QII, "Quý II năm 2022", 115),
    Duty("inspect", "Tự kiểm tra", ("S", "H"), None, None, "", 241),
    Duty("survey", "Điều tra, khảo sát", (JUSTICE,), JUL, QIII, "Quý III năm 2022", 135),
    Duty(
        "handle",
        "Thu thập, tiếp nhận, xử lý thông tin",
        ALL,
        None,
        None,
        "thường xuyên trong năm 2022",
        157,
        quarters=True,
    ),
    Duty("handle", "Xử lý hạn chế, bất cập", (JUSTICE, "P"), None, None, "", 151, quarters=True),
    Duty("train", "Hội nghị tập huấn", (JUSTICE,), JUL, QIII, "Quý III năm 2022", 177),
    Duty("review", "Tổng kết Kế hoạch số 67/KH-UBND", (JUSTICE,), OCT, _D(2022, 12, 31), "Quý IV năm 2022", 195),
    Duty(
        "report",
        "Báo cáo kết quả kiểm tra hành lang bảo vệ nguồn nước",
        (WATER,),
        OCT,
        NOV,
        "chậm nhất vào ngày 15/11/2022",
        231,
    ),
    Duty("report", "Báo cáo lĩnh vực trọng tâm, liên ngành", ("S",), OCT, NOV, "chậm nhất ngày 15/11/2022", 247),
    Duty("report", "Báo cáo chung năm 2022", ("S",), OCT, NOV, "chậm nhất ngày 15/11/2022", 247),
    Duty("report", "Báo cáo trên địa bàn cấp huyện", ("H",), OCT, NOV, "chậm nhất ngày 15/11/2022", 257),
    Duty("report", "Tổng hợp, dự thảo báo cáo Bộ Tư pháp", (JUSTICE,), None, None, "đúng thời hạn quy định", 221),
)


def agencies() -> Iterator[Agency]:
    for number, name in enumerate(DEPARTMENTS):
        yield Agency(f"S{number:02d}", name, "", "Sở, ban, ngành")
    for number, district in enumerate(DISTRICTS):
        yield Agency(f"H{number:02d}", f"UBND {district}", "", "UBND cấp huyện")
        yield Agency(f"P{number:02d}", f"Phòng Tư pháp {district}", f"UBND {district}", "Phòng Tư pháp")
    for number, (district, communes) in enumerate(DISTRICTS.items()):
        for place in range(communes):
            kind = "phường" if "thành phố" in district else "thị trấn" if place == 0 else "xã"
            name = f"UBND {kind} {COMMUNE_NAMES[place]}"
            yield Agency(f"X{number:02d}{place:02d}", name, f"UBND {district}", "UBND cấp xã")


def outcome(mails: int = 3000) -> PlanOutcome:
    """The whole closed year, drawn from one fixed seed."""
    chance = Random(94)
    rows = tuple(_rows(chance))
    sections = tuple(_section(order, section, rows) for order, section in enumerate(SECTIONS, 1))
    sent = tuple(_mails(chance, mails))
    return PlanOutcome(
        plan_id="soc-trang-2022",
        title=f"Kế hoạch {TITLE}",
        province="tỉnh Sóc Trăng",
        issued_on=date(2022, 1, 28),
        issued_assumed=True,
        years=(2022,),
        closed_on=date(2022, 12, 31),
        sections=sections,
        assignments=rows,
        mails_by_kind=dict(Counter(mail.kind for mail in sent)),
        mails=sent,
        dispatches=(
            DispatchRow(date(2022, 3, 3), 3, JUSTICE, 24, "dispatches/2022-03-03-nac-3.docx"),
            DispatchRow(date(2022, 3, 9), 7, "UBND tỉnh Sóc Trăng", 11, "dispatches/2022-03-09-nac-7.docx"),
            DispatchRow(date(2022, 11, 18), 3, JUSTICE, 9, "dispatches/2022-11-18-nac-3.docx", "Đã ký số 812/STP-XDKT"),
        ),
        items=(
            ItemRow("Chưa có thời hạn", "Tổng hợp, dự thảo báo cáo Bộ Tư pháp", "Nhập thời hạn của Bộ Tư pháp.", True),
            ItemRow("Sở Tư pháp chậm", "Lập danh mục văn bản", "Sở không tự đôn đốc; báo lãnh đạo Sở.", False),
        ),
        seed=94,
    )


def _owed(duty: Duty) -> Iterator[tuple[Agency, str, date | None]]:
    for agency in agencies():
        if agency.key[0] in duty.groups or agency.name in duty.groups:
            for quarter in range(1, 5) if duty.quarters else (0,):
                period = f"Quý {('I', 'II', 'III', 'IV')[quarter - 1]}/2022" if quarter else "Năm 2022"
                yield agency, period, max(date(2022, 1, 28), date(2022, 3 * quarter - 2, 1)) if quarter else duty.opens


def _rows(chance: Random) -> Iterator[AssignmentRow]:
    labels = {section[0]: section[2] for section in SECTIONS}
    for duty in DUTIES:
        for agency, period, opens in _owed(duty):
            days, timeliness, state = _fate(chance, duty)
            base = duty.last_day or opens or date(2022, 5, 4)
            done = state == "Hoàn thành"
            moment = datetime.combine(base + timedelta(days=days), time(9, chance.randrange(60)), LOCAL)
            late = max(days, 0) if done else (date(2022, 12, 31) - base).days
            yield AssignmentRow(
                section_key=duty.section,
                kind_label=labels[duty.section],
                activity=duty.activity,
                agency=agency.name,
                agency_key=agency.key,
                parent=agency.parent,
                agency_class=agency.group,
                period=period,
                opens=opens,
                original_due=duty.last_day,
                current_due=duty.last_day,
                submitted_at=moment if done else None,
                state_label=state,
                timeliness=timeliness,
                working_days_late=late * 5 // 7,
                calendar_days_late=late,
                highest_rung=None if timeliness is not Verdict.MISSING else 15,
                owed_to="UBND tỉnh Sóc Trăng",
                desk=agency.parent.replace("UBND", "Phòng Tư pháp") if agency.key[0] == "X" else JUSTICE,
                phrase=duty.phrase,
                source_line=duty.line,
                returns=int(chance.random() < 0.05),
            )


def _fate(chance: Random, duty: Duty) -> tuple[int, Verdict, str]:
    """(days after the last day, timeliness, state) of one assignment."""
    draw = chance.random()
    if duty.last_day is None:
        return 20, Verdict.UNCOUNTED, "Hoàn thành" if draw < 0.6 else "Hết kỳ"
    if draw < 0.78:
        return -chance.randrange(12), Verdict.ON_TIME, "Hoàn thành"
    if draw < 0.94:
        return 1 + chance.randrange(20), Verdict.LATE, "Hoàn thành"
    return 0, Verdict.MISSING, "Đang thực hiện"


def _section(
    order: int, section: tuple[str, str, str, date | None, date | None], rows: tuple[AssignmentRow, ...]
) -> SectionOutcome:
    key, title, label, start, end = section
    mine = [row for row in rows if row.section_key == key]
    counts = Counter(row.timeliness for row in mine)
    done = [row.submitted_at.date() for row in mine if row.submitted_at]
    lapsed = sum(row.state_label == "Hết kỳ" for row in mine)
    notes = sum(row.state_label == "Hoàn thành" and row.period.startswith("Quý") for row in mine)
    return SectionOutcome(
        key=key,
        order=order,
        title=title,
        kind=key,
        kind_label=label,
        window_start=start,
        window_end=end,
        last_days=tuple(sorted({row.current_due for row in mine if row.current_due})),
        opened_on=min((row.opens for row in mine if row.opens), default=date(2022, 3, 10)),
        closed_on=min(max(done, default=date(2022, 12, 30)), date(2022, 12, 31)),
        assigned=len(mine),
        accepted=len(done),
        on_time=counts[Verdict.ON_TIME],
        late=counts[Verdict.LATE],
        missing=counts[Verdict.MISSING],
        notes_voluntary=notes,
        other_final=lapsed,
    )


def _mails(chance: Random, count: int) -> Iterator[MailRow]:
    addresses = [f"{agency.key.lower()}@soctrang.example" for agency in agencies()]
    for number in range(count):
        day = date(2022, 2, 1) + timedelta(days=number * 330 // max(count, 1))
        sent_at = datetime.combine(day, time(8, number % 60), LOCAL)
        kind = "Thư tổng hợp" if chance.random() < 0.9 else "Thư trả lời"
        subject = f"Việc cần làm ngày {day.day:02d}/{day.month:02d}/2022 theo Kế hoạch theo dõi thi hành pháp luật"
        address = chance.choice(addresses)
        yield MailRow(sent_at, address, subject, kind, f"2022-{day.month:02d}/{number:05d}.eml")


def dispatch(
    lines: int, sender: SenderKind = SenderKind.DEPARTMENT, duties: tuple[str, ...] = (ISSUE,)
) -> DispatchDraft:
    """A draft naming the first `lines` agencies, communes under their district; duties are dealt out in turn."""
    department = sender is SenderKind.DEPARTMENT
    owing = [agency for agency in agencies() if agency.key[0] != "P" and agency.name != JUSTICE]
    named = tuple(
        DispatchLine(
            addressee=agency.parent or agency.name,
            agency=agency.name,
            activity=duties[number % len(duties)],
            last_day=date(2022, 2, 28),
            working_days_late=3 if department else 7,
            calendar_days_late=3 if department else 9,
            phrase="trong tháng 02 năm 2022",
            state="Chưa gửi",
        )
        for number, agency in enumerate((owing * 2)[:lines])
    )
    return DispatchDraft(
        sender=sender,
        department="Sở Tư pháp",
        province="Sóc Trăng",
        province_full="tỉnh Sóc Trăng",
        superior="UBND TỈNH SÓC TRĂNG" if department else "",
        issuer=("SỞ TƯ PHÁP",) if department else ("ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG"),
        symbol="STP-…" if department else "UBND-NC",
        place="Sóc Trăng",
        year=2022,
        subject="đôn đốc thực hiện Kế hoạch theo dõi thi hành pháp luật lĩnh vực trọng tâm, liên ngành năm 2022",
        plan_title=TITLE,
        plan_number="15/KH-UBND",
        plan_date=date(2022, 1, 28),
        rung=3 if department else 7,
        day=date(2022, 3, 3) if department else date(2022, 3, 9),
        addressees=tuple(dict.fromkeys(line.addressee for line in named)),
        lines=named,
        signer_lines=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") if department else ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        recipients=("UBND tỉnh (để báo cáo)",) if department else ("Chủ tịch, các Phó Chủ tịch UBND tỉnh", JUSTICE),
        archive="VT, XDKT" if department else "VT, NC",
    )
