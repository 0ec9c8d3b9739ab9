"""Notices and mails (thông báo việc, thư): what there is to tell, and what is really sent."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.columns import Moment, choice


class NoticeKind(StrEnum):
    """What a notice tells (R14-R21)."""

    OPENED = "opened"  #: việc mới
    BEFORE = "before"  #: sắp đến hạn
    LATE = "late"  #: quá hạn
    DISPATCH = "dispatch"  #: nấc công văn đôn đốc
    NAMED = "named"  #: nêu tên trong báo cáo
    OVERVIEW = "overview"  #: nhắc hằng tháng
    REPEAT = "repeat"  #: nhắc lại với cơ quan được đề nghị


class Told(StrEnum):
    """What became of a notice."""

    NONE = "none"  #: không gửi cho ai
    PENDING = "pending"  #: chờ thư tổng hợp
    MAILED = "mailed"  #: đã nằm trong thư
    DROPPED = "dropped"  #: không còn cần báo


class MailClass(StrEnum):
    """Digest: at most one per address and day. Answer: at once, counted apart."""

    DIGEST = "digest"
    ANSWER = "answer"


class MailState(StrEnum):
    """Where a mail stands."""

    QUEUED = "queued"  #: chờ gửi
    SENT = "sent"  #: máy chủ thư đã nhận
    REFUSED = "refused"  #: bị từ chối, cần người xử lý


class Notice(SQLModel, table=True):
    """One thing to tell about one assignment; the key is unique, so telling twice is refused by the database."""

    __table_args__ = (
        UniqueConstraint("assignment_id", "kind", "offset", "anchor"),
        Index(
            "ix_notice_pending", "moment",
            sqlite_where=text("told = 'pending'"), postgresql_where=text("told = 'pending'"),
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id", index=True)
    kind: NoticeKind = Field(sa_type=choice(NoticeKind, "notice_kind"))
    offset: int  #: ngày làm việc so với mốc
    anchor: date  #: mốc
    moment: datetime = Field(sa_type=Moment)
    audience: str = ""  #: vai trò nhận, cách nhau bởi dấu phẩy
    told: Told = Field(sa_type=choice(Told, "notice_told"))


class Mail(SQLModel, table=True):
    """A mail to one address: a row first, sent second, marked third. `raw` is what is sent, zlib-compressed."""

    __table_args__ = (
        Index(
            "ix_mail_queued", "next_try_at",
            sqlite_where=text("state = 'queued'"), postgresql_where=text("state = 'queued'"),
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=400)  #: digest:{address}:{day} | answer:{assignment}:{seq}:{address}
    klass: MailClass = Field(sa_type=choice(MailClass, "mail_class"))
    kind: str  #: digest, hoặc loại thư trả lời
    address: str = Field(index=True)
    agency_id: str | None = None
    day: date  #: ngày của thư, giờ Việt Nam
    created_at: datetime = Field(sa_type=Moment)
    subject: str
    message_id: str
    raw: bytes = Field(sa_type=LargeBinary)
    duties: int = 0  #: số nhiệm vụ nêu trong thư
    state: MailState = Field(sa_type=choice(MailState, "mail_state"))
    attempts: int = 0
    next_try_at: datetime = Field(sa_type=Moment)
    claimed_until: datetime | None = Field(default=None, sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    error: str = ""


class MailLine(SQLModel, table=True):
    """Which notice was told in which mail."""

    __tablename__ = "mail_line"  # pyright: ignore[reportAssignmentType] -- SQLModel declares a method

    notice_id: int = Field(foreign_key="notice.id", primary_key=True)
    mail_id: int = Field(foreign_key="mail.id", primary_key=True, index=True)
