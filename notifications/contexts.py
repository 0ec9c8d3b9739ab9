"""What the letters are written from: plain values, dates as dates; all wording is done when rendering."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from notifications.errors import UnfitMessage


class Group(StrEnum):
    """Parts of a digest, in the order in which they are read."""

    OVERDUE = "overdue"  #: quá hạn
    RETURNED = "returned"  #: bị trả lại
    COMING = "coming"  #: sắp đến hạn
    NEW = "new"  #: việc mới
    MONTHLY = "monthly"  #: việc tồn đọng, nhắc hằng tháng
    UNANSWERED = "unanswered"  #: chưa phản hồi (cơ quan được đề nghị)


#: A requested body is never late (plans say "đề nghị"); these groups would call it so.
FOR_BOUND_ONLY = frozenset({Group.OVERDUE, Group.MONTHLY})


class AnswerKind(StrEnum):
    """Why an answer is sent."""

    RECEIPT = "receipt"  #: đã nhận kết quả
    RETURNED = "returned"  #: trả lại
    ACCEPTED = "accepted"  #: chấp nhận
    EXTENSION_GRANTED = "extension_granted"  #: đồng ý gia hạn
    EXTENSION_REFUSED = "extension_refused"  #: không đồng ý gia hạn
    NOT_NEEDED_CONFIRMED = "not_needed_confirmed"  #: xác nhận không phát sinh
    WITHDRAWN = "withdrawn"  #: rút việc
    SUSPENDED = "suspended"  #: tạm dừng
    RESUMED = "resumed"  #: tiếp tục
    AMENDED = "amended"  #: văn bản sửa đổi kế hoạch đổi thời hạn


NEEDS_REASON = frozenset({AnswerKind.RETURNED, AnswerKind.EXTENSION_REFUSED})


@dataclass(frozen=True, slots=True)
class Missing:
    """Results of others a duty draws on that have not come yet."""

    #: what is drawn on, in the plan's words
    title: str
    count: int
    total: int
    #: the first agencies still missing; fewer than `count` means "and others"
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """One assignment as its agency is to see it."""

    title: str
    plan_title: str
    plan_number: str | None = None
    #: shown when a digest holds duties of several agencies
    agency: str = ""
    #: None and not ongoing: the plan names no time
    last_day: date | None = None
    #: the hour printed in the plan; the duty is due before it
    hour: time | None = None
    ongoing: bool = False
    #: last day before an extension
    original_last_day: date | None = None
    #: the plan's own words for the time, and where they stand ("dòng 73")
    time_phrase: str | None = None
    time_place: str | None = None
    outputs: tuple[str, ...] = ()
    owed_to: str | None = None
    #: the desk that collects; may be the body it is owed to
    through: str | None = None
    #: the plan says "đề nghị": asked, not ordered; never called late
    requested: bool = False
    #: code a person may quote when answering
    reference: str | None = None
    #: personal link to this duty
    link: str | None = None

    def __post_init__(self) -> None:
        _check_link(self.link)


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty in a digest. Working days are counted by the caller, who knows the days off."""

    group: Group
    duty: Duty
    #: working days after the digest's day up to and including the last day
    working_days_left: int | None = None
    working_days_late: int | None = None
    days_late: int | None = None
    missing: tuple[Missing, ...] = ()
    return_reason: str | None = None
    redo_by: date | None = None

    def __post_init__(self) -> None:
        if self.duty.requested and self.group in FOR_BOUND_ONLY:
            raise UnfitMessage(f"{self.duty.title!r} is requested and cannot stand under {self.group}; use UNANSWERED.")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes to whom, and how to answer: the same in every letter."""

    #: who sends, in full: "Sở Tư pháp tỉnh Sóc Trăng"
    sender: str
    #: after "Kính gửi:"
    addressees: tuple[str, ...]
    #: sentence(s) on how to answer
    how_to_answer: str
    #: name, telephone, address of the officer in charge
    contact: str | None = None
    #: the agency's own page, personal
    link: str | None = None

    def __post_init__(self) -> None:
        _check_link(self.link)
        if not self.addressees:
            raise UnfitMessage("A letter needs at least one addressee.")


@dataclass(frozen=True, slots=True)
class DigestContext:
    """A digest: everything one address is to know on one day."""

    head: Letterhead
    #: the plan-local day of the digest
    day: date
    lines: tuple[DutyLine, ...]
    #: whether an .ics file goes with the mail
    with_calendar: bool = False

    def __post_init__(self) -> None:
        if not self.lines:
            raise UnfitMessage("A digest without a line must not be sent.")


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the agency sent: the document's number and date, the names of its files."""

    number: str | None = None
    dated: date | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The document a decision rests on."""

    number: str | None = None
    dated: date | None = None
    signer: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerContext:
    """An answer: one event about one duty, told at once. `duty.last_day` is the day valid from now on."""

    kind: AnswerKind
    head: Letterhead
    duty: Duty
    #: aware; when it happened (for a receipt: when the server received it)
    moment: datetime
    reason: str | None = None
    submitted: Submitted | None = None
    decision: Decision | None = None
    redo_by: date | None = None
    #: of an accepted result; 0: in time, None: not stated
    working_days_late: int | None = None
    days_late: int | None = None

    def __post_init__(self) -> None:
        if self.moment.tzinfo is None:
            raise UnfitMessage("The moment of an answer must bear its time zone.")
        if self.kind in NEEDS_REASON and not self.reason:
            raise UnfitMessage(f"An answer of kind {self.kind} must give a reason.")
        if self.kind is AnswerKind.EXTENSION_GRANTED and not self.duty.last_day:
            raise UnfitMessage("A granted extension must name the new last day.")


def _check_link(link: str | None) -> None:
    if link is not None and not link.startswith(("https://", "http://")):
        raise UnfitMessage(f"{link[:60]!r} is no web address; a mail may only link to http(s).")
