"""The sentences of a công văn đôn đốc: formal, and only what the draft's facts support.

A department asks ("đề nghị"), the Chairman of the province requires ("yêu cầu"). The day by which an answer is
wanted is left to the signer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from documents.vietnamese_date import official_date, official_number
from models.dispatch_draft import DispatchDraft, DispatchLine, SenderKind

_COMMUNE_KINDS = ("xã", "phường", "thị trấn", "đặc khu")


def province_committee(draft: DispatchDraft) -> str:
    """ "Ủy ban nhân dân tỉnh Sóc Trăng"."""
    return f"Ủy ban nhân dân {draft.province_full}"


def sender_name(draft: DispatchDraft) -> str:
    """The sender inside a sentence."""
    return draft.department if draft.sender is SenderKind.DEPARTMENT else province_committee(draft)


def plan_citation(draft: DispatchDraft) -> str:
    """The plan as it may be cited: a number or a date that is not known is not invented."""
    number = f" số {draft.plan_number}" if draft.plan_number else ""
    day = f" ngày {official_date(draft.plan_date)}" if draft.plan_date else ""
    title = draft.plan_title.strip().removeprefix("Kế hoạch ").strip()
    if not title[1:2].isupper():
        title = title[:1].lower() + title[1:]
    return f"Kế hoạch{number}{day} của {province_committee(draft)} về {title}"


class Duty(NamedTuple):
    """What several agencies may owe alike."""

    activity: str
    last_day: date
    phrase: str


def duty_of(line: DispatchLine) -> Duty:
    """The duty a line is about."""
    return Duty(line.activity, line.last_day, line.phrase)


def duties(draft: DispatchDraft) -> list[Duty]:
    """The different duties of a draft, in the order they first appear."""
    return list(dict.fromkeys(duty_of(line) for line in draft.lines))


def opening(draft: DispatchDraft, *, annexed: bool) -> list[str]:
    """What the plan asks, and who has not sent it: the paragraphs before the list."""
    agencies = {(line.addressee, line.agency) for line in draft.lines}  # communes of two districts may share a name
    who = draft.lines[0].agency if len(agencies) == 1 else f"còn {official_number(len(agencies))} cơ quan, đơn vị"
    where = "tại Danh sách kèm theo Công văn này." if annexed else "như sau:"
    owed = duties(draft)
    asks = f"Theo {plan_citation(draft)} (sau đây gọi tắt là Kế hoạch)"
    if len(owed) == 1:
        activity, last_day, phrase = owed[0]
        said = f" (Kế hoạch ghi: “{phrase}”)" if phrase else ""
        asks += f", nội dung “{activity}” có thời hạn hoàn thành chậm nhất là ngày {official_date(last_day)}{said}."
        what = "chưa hoàn thành nội dung này"
    else:
        asks += ", các cơ quan, đơn vị được giao thực hiện và gửi kết quả theo thời hạn của từng nội dung."
        what = "chưa hoàn thành nội dung đã quá thời hạn"
    finds = f"Qua theo dõi của {draft.department}, đến ngày {official_date(draft.day)}, {who} {what}, cụ thể {where}"
    return [asks, finds]


def demands(draft: DispatchDraft) -> list[str]:
    """What is asked of the addressees: the paragraphs after the list, the last one ending with "./."."""
    if draft.sender is SenderKind.DEPARTMENT:
        return _department_demands(draft)
    return _province_demands(draft)


def commune_kinds(agencies: Iterable[str]) -> list[str]:
    """The kinds of commune among these agencies, in the order official texts name them."""
    words = [f" {agency} " for agency in agencies if not agency.startswith("Phòng ")]
    return [kind for kind in _COMMUNE_KINDS if any(f" {kind} " in each for each in words)]


def _has_communes(draft: DispatchDraft) -> bool:
    """Whether some commune is named under its district."""
    return bool(commune_kinds(line.agency for line in draft.lines if line.agency != line.addressee))


def _answer_day(draft: DispatchDraft) -> str:
    return f"trước ngày ……/……/{draft.day.year}"


def _department_demands(draft: DispatchDraft) -> list[str]:
    whom = "Quý cơ quan" if len(draft.addressees) == 1 else "các cơ quan, đơn vị"
    points = [
        f"Khẩn trương hoàn thành nội dung còn thiếu và gửi kết quả về {draft.department} {_answer_day(draft)}.",
        f"Trường hợp đã thực hiện nhưng {draft.department} chưa nhận được kết quả, đề nghị gửi lại, ghi rõ số, "
        "ngày của văn bản để cập nhật.",
        "Trường hợp có khó khăn, vướng mắc nên chưa thể hoàn thành, đề nghị có văn bản nêu rõ lý do và thời gian dự "
        f"kiến hoàn thành để {draft.department} tổng hợp, trình cấp có thẩm quyền xem xét.",
    ]
    if _has_communes(draft):
        points.append(
            "Đối với cấp xã: đề nghị Ủy ban nhân dân cấp huyện chỉ đạo các xã, phường, thị trấn nêu trên hoàn thành "
            "đúng yêu cầu; kết quả gửi Phòng Tư pháp tiếp nhận, tổng hợp."
        )
    return [
        "Để việc thực hiện Kế hoạch đúng tiến độ và bảo đảm số liệu tổng hợp, báo cáo, "
        f"{draft.department} đề nghị {whom} quan tâm, chỉ đạo:",
        *[f"{number}. {point}" for number, point in enumerate(points, 1)],
        f"Hết thời hạn trên, {draft.department} sẽ tổng hợp những trường hợp chưa thực hiện, báo cáo "
        f"{province_committee(draft)} xem xét, chỉ đạo. Rất mong nhận được sự phối hợp của {whom}./.",
    ]


def _province_demands(draft: DispatchDraft) -> list[str]:
    whom = "đơn vị" if len(draft.addressees) == 1 else "các cơ quan, đơn vị"
    points = [
        f"Chỉ đạo hoàn thành ngay nội dung còn thiếu, gửi kết quả về {province_committee(draft)} "
        f"(qua {draft.department}) {_answer_day(draft)}.",
        "Báo cáo bằng văn bản nguyên nhân chậm thực hiện, trách nhiệm của cơ quan, cá nhân liên quan và biện pháp khắc "
        "phục; gửi cùng kết quả nêu tại điểm\u00a01.",
    ]
    if _has_communes(draft):
        points.append(
            "Chủ tịch Ủy ban nhân dân cấp huyện trực tiếp đôn đốc Ủy ban nhân dân các xã, phường, thị trấn nêu trên và "
            "chịu trách nhiệm về kết quả của địa phương mình."
        )
    points.append(
        f"Giao {draft.department} tiếp tục theo dõi, đôn đốc; tổng hợp tình hình thực hiện Công văn này, báo cáo "
        f"Chủ tịch {province_committee(draft)}./."
    )
    return [
        f"Chủ tịch {province_committee(draft)} yêu cầu người đứng đầu {whom} nghiêm túc thực hiện:",
        *[f"{number}. {point}" for number, point in enumerate(points, 1)],
    ]
