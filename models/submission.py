"""What agencies send and ask for (kết quả gửi, gia hạn)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, text
from sqlmodel import Field, SQLModel

from models.columns import Moment, choice


class Decision(StrEnum):
    """What became of a submission."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


class ExtensionState(StrEnum):
    """What became of a request for an extension."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    SUPERSEDED = "superseded"  #: đã nộp trước khi quyết định


class Submission(SQLModel, table=True):
    """What an agency sent (kết quả gửi). Its moment is the server's receipt; for paper the day it came in."""

    id: int | None = Field(default=None, primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id", index=True)
    received_at: datetime = Field(sa_type=Moment)
    received_on: date | None = None  #: bản giấy: ngày đến
    not_needed: bool = False  #: khai báo không phải thực hiện
    number: str | None = None
    dated: date | None = None
    note: str = ""
    figures: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    by: str = ""
    decision: Decision | None = Field(default=None, sa_type=choice(Decision, "submission_decision"))
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    decided_by: str = ""
    reason: str = ""


class Extension(SQLModel, table=True):
    """A request for a new last day (gia hạn); one open request per assignment, refused by the database."""

    __table_args__ = (
        Index(
            "ux_extension_open", "assignment_id", unique=True,
            sqlite_where=text("state = 'asked'"), postgresql_where=text("state = 'asked'"),
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id", index=True)
    asked_at: datetime = Field(sa_type=Moment)
    new_date: date
    reason: str = ""
    after_due: bool = False  #: xin sau khi đã hết hạn
    state: ExtensionState = Field(sa_type=choice(ExtensionState, "extension_state"))
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    decided_by: str = ""
    document_number: str | None = None
    document_date: date | None = None
    document_signer: str | None = None
    decision_reason: str = ""
