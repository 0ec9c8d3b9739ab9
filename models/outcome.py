"""How a plan ended: the facts behind the report, the workbook, the pictures and the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Verdict(StrEnum):
    """How one assignment stands to its last day; only the first three are in a rate."""

    ON_TIME = "on_time"  #: hoàn thành đúng hạn
    LATE = "late"  #: hoàn thành quá hạn
    MISSING = "missing"  #: quá hạn, chưa hoàn thành
    PENDING = "pending"  #: chưa đến hạn
    UNCOUNTED = "uncounted"  #: không tính: no last day, withdrawn, or only requested


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One assignment (nhiệm vụ được giao), as the workbook lists it."""

    #: key of its SectionOutcome
    section_key: str
    kind_label: str
    #: hoạt động
    activity: str
    agency: str
    #: unique code of the agency: communes of two districts may share a name
    agency_key: str
    #: cơ quan cấp trên shown beside the name: the district of a commune; empty at the top
    parent: str
    #: loại cơ quan: "Sở, ban, ngành", "UBND cấp huyện" ...
    agency_class: str
    #: kỳ: "Cả năm 2022", "Quý II/2022"
    period: str
    opens: date | None
    original_due: date | None
    current_due: date | None
    #: moment the finally accepted submission came in, with a time zone
    submitted_at: datetime | None
    state_label: str
    timeliness: Verdict
    #: working days after `current_due` (accepted late, or missing on the closing day)
    working_days_late: int
    calendar_days_late: int
    #: nấc cao nhất, in working days late; None when no rung was reached
    highest_rung: int | None
    #: cơ quan nhận: to whom it is owed
    owed_to: str
    #: nơi thu: the agency that collects and accepts
    desk: str
    #: cụm từ chỉ thời gian, word for word
    phrase: str
    #: dòng của văn bản nguồn
    source_line: int | None
    #: số lần trả lại
    returns: int = 0


@dataclass(frozen=True, slots=True)
class SectionOutcome:
    """One section (mục) with its window, its real life and its counts.

    `on_time + late + missing` are the due ones, the denominator of every rate.
    """

    key: str
    order: int
    title: str
    kind: str
    #: loại việc, Vietnamese
    kind_label: str
    #: the plan's own window, None when it gives none
    window_start: date | None
    window_end: date | None
    #: hạn cuối of its activities, ascending, no repetition
    last_days: tuple[date, ...]
    opened_on: date | None
    #: None while it is still open
    closed_on: date | None
    assigned: int
    #: được chấp nhận, in time or late, dated or not
    accepted: int
    on_time: int
    late: int
    missing: int
    #: báo cáo ngắn tự nguyện của việc thường xuyên
    notes_voluntary: int
    #: lapsed, withdrawn, not needed
    other_final: int


@dataclass(frozen=True, slots=True)
class MailRow:
    """One mail that was sent."""

    sent_at: datetime
    address: str
    subject: str
    #: Vietnamese name of its kind: "Thư tổng hợp", "Trả lời"
    kind: str
    #: path of the .eml, relative to the mails folder
    file: str


@dataclass(frozen=True, slots=True)
class DispatchRow:
    """One drafted dispatch (công văn đôn đốc)."""

    day: date
    #: nấc, in working days late
    rung: int
    #: cơ quan ký
    sender: str
    #: number of assignments it names
    lines: int
    #: path of the .docx, relative to the page
    file: str
    state_label: str = "Dự thảo"


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One thing only a person can decide (việc cần người quyết)."""

    kind: str
    title: str
    detail: str
    open: bool


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """Everything the closing documents of one plan are written from."""

    plan_id: str
    #: "Kế hoạch Theo dõi thi hành pháp luật ... năm 2022"
    title: str
    #: "tỉnh Sóc Trăng"
    province: str
    issued_on: date
    #: True when the document bears no date and a person assumed one
    issued_assumed: bool
    #: the years the plan runs over, ascending
    years: tuple[int, ...]
    #: the day of these figures; also the date stamped into the files
    closed_on: date
    sections: tuple[SectionOutcome, ...]
    assignments: tuple[AssignmentRow, ...]
    mails_by_kind: dict[str, int] = field(default_factory=dict[str, int])
    mails: tuple[MailRow, ...] = ()
    dispatches: tuple[DispatchRow, ...] = ()
    items: tuple[ItemRow, ...] = ()
    #: seed of a simulated year; None for a real one
    seed: int | None = None
