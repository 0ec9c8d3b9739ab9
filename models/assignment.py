"""Assignment (nhiệm vụ được giao): activity × agency × period, the unit that is tracked; and its minutes."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import Moment, choice
from models.kinds import ActorKind, TimeForm
from models.moves import State


class Timeliness(StrEnum):
    """Second fact beside progress (domain: two-dimensional status)."""

    ON_TIME = "on_time"  #: đúng hạn
    LATE = "late"  #: trễ hạn
    MISSING = "missing"  #: không có kết quả


class Assignment(SQLModel, table=True):
    """One duty of one agency in one period. Only `engine` changes it, through the table of moves."""

    __table_args__ = (
        UniqueConstraint("activity_id", "agency_id", "period"),
        Index("ix_assignment_section_next", "section_id", "next_action_at"),
        Index("ix_assignment_section_state", "section_id", "state"),
        Index("ix_assignment_plan_state", "plan_id", "state", "exhausts_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=255)  #: plan/activity/agency/period: ổn định, dùng trong mọi khóa
    plan_id: str = Field(foreign_key="plan.id")
    section_id: int = Field(foreign_key="section.id")
    activity_id: int = Field(foreign_key="activity.id")
    agency_id: str = Field(foreign_key="agency.id", index=True)
    period: str  #: once, 2022, 2022-Q2, 2022-H1, 2022-03
    form: TimeForm = Field(sa_type=choice(TimeForm, "assignment_form"))
    requested: bool = False
    state: State = Field(sa_type=choice(State, "assignment_state"))
    opens: date  #: ngày mở
    ends: date | None = None  #: ngày cuối kỳ (việc thường xuyên)
    hour: time | None = None  #: giờ in trong văn bản
    original_due: date | None = None  #: hạn gốc
    current_due: date | None = None  #: hạn hiện tại
    redo_by: date | None = None  #: hạn làm lại (chỉ để nhắc)
    ready_at: datetime = Field(sa_type=Moment)
    opened_at: datetime | None = Field(default=None, sa_type=Moment)
    anchored_at: datetime | None = Field(default=None, sa_type=Moment)
    submitted_at: datetime | None = Field(default=None, sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)
    timeliness: Timeliness | None = Field(default=None, sa_type=choice(Timeliness, "timeliness"))
    timeliness_original: Timeliness | None = Field(default=None, sa_type=choice(Timeliness, "timeliness_original"))
    owed_to_id: str  #: nơi nhận kết quả
    desk_id: str = Field(index=True)  #: nơi thu, xác nhận
    next_action_at: datetime | None = Field(default=None, sa_type=Moment, index=True)
    exhausts_at: datetime = Field(sa_type=Moment)  #: sau đó không còn gì để nhắc (R36)
    seq: int = 0  #: số sự kiện đã ghi
    orphaned_at: datetime | None = Field(default=None, sa_type=Moment)  #: cơ quan đã kết thúc, chờ người quyết (R50)
    broken: str | None = None  #: lỗi khi xử lý, nếu có; không chặn các dòng khác


class AssignmentEvent(SQLModel, table=True):
    """One line of the minutes: who moved it, when, from where to where, why. Append-only."""

    __tablename__ = "assignment_event"  # pyright: ignore[reportAssignmentType] -- SQLModel declares a method
    __table_args__ = (UniqueConstraint("assignment_id", "seq"),)

    id: int | None = Field(default=None, primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id", index=True)
    seq: int
    #: thao tác: một `Move`, hoặc ask_extension, grant_extension, refuse_extension, set_last_day, sign_dispatch,
    #: void_dispatch, hand_over, orphan, release, change_desk, reassign
    what: str
    from_state: State = Field(sa_type=choice(State, "event_from"))
    to_state: State = Field(sa_type=choice(State, "event_to"))
    at: datetime = Field(sa_type=Moment)
    recorded_at: datetime = Field(sa_type=Moment)
    actor_kind: ActorKind = Field(sa_type=choice(ActorKind, "actor_kind"))
    actor: str = ""
    why: str = ""
    payload: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    payload_hash: str  #: SHA-256 của nội dung chuẩn hóa
