"""What a draft công văn đôn đốc says, before it is set as a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SenderKind(StrEnum):
    """Who urges: the rung of the ladder decides."""

    DEPARTMENT = "department"  #: cơ quan theo dõi, thường là Sở Tư pháp (nấc +3 ngày làm việc)
    PROVINCE = "province"  #: Ủy ban nhân dân tỉnh (nấc +7 ngày làm việc)


@dataclass(frozen=True, slots=True)
class DispatchLine:
    """One assignment that is still owed."""

    #: nơi nhận công văn: the agency itself, or the district of a commune
    addressee: str
    #: cơ quan còn nợ việc
    agency: str
    #: hoạt động, as in the plan's own title
    activity: str
    #: hạn cuối hiện tại, inclusive
    last_day: date
    #: number of working days after `last_day`, on the day of drafting
    working_days_late: int
    #: number of calendar days after `last_day`, on the day of drafting
    calendar_days_late: int
    #: cụm từ chỉ thời gian trong kế hoạch, word for word
    phrase: str
    #: tình trạng: "Chưa gửi", "Trả lại, chưa gửi lại" ...
    state: str


@dataclass(frozen=True, slots=True)
class DispatchDraft:
    """A draft for a person's signature; number, day and month stay blank.

    One draft per plan, rung and day. Everything printed comes from here, so the same draft
    gives the same bytes.
    """

    sender: SenderKind
    #: cơ quan theo dõi, đôn đốc: "Sở Tư pháp"
    department: str
    #: "Sóc Trăng"
    province: str
    #: "tỉnh Sóc Trăng", "thành phố Cần Thơ"
    province_full: str
    #: cơ quan chủ quản, one line above the issuer; empty when UBND tỉnh itself sends
    superior: str
    #: cơ quan ban hành, one to three lines in capitals
    issuer: tuple[str, ...]
    #: what follows the slash of the number: "STP-…", "UBND-NC"
    symbol: str
    #: địa danh
    place: str
    year: int
    #: trích yếu without "V/v": "đôn đốc thực hiện Kế hoạch ..."
    subject: str
    #: "Theo dõi thi hành pháp luật ... năm 2022", without the word "Kế hoạch"
    plan_title: str
    #: "15/KH-UBND"; empty when the document bears no number
    plan_number: str
    #: None when the date is only assumed: the letter then cites the plan without one
    plan_date: date | None
    #: nấc: working days late at which this letter is drafted
    rung: int
    #: ngày dự thảo
    day: date
    #: kính gửi, in this order
    addressees: tuple[str, ...]
    lines: tuple[DispatchLine, ...]
    #: quyền hạn, chức vụ người ký: ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    signer_lines: tuple[str, ...]
    #: họ tên người ký; blank until it is known
    signer_name: str = ""
    #: nơi nhận, between "Như trên" and "Lưu"
    recipients: tuple[str, ...] = ()
    #: lưu: "VT", "VT, XD&TDTHPL"
    archive: str = "VT"
