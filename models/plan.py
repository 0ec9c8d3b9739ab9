"""Plan, section, activity and what they rest on (kế hoạch, mục, hoạt động)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.columns import Moment, choice
from models.kinds import SectionKind, SetBy, TimeForm


class PlanState(StrEnum):
    """Whether a plan runs."""

    ACTIVE = "active"  #: đang thực hiện
    CLOSED = "closed"  #: đã kết thúc


class SectionState(StrEnum):
    """Where a section stands (R34)."""

    WAITING = "waiting"  #: chưa mở
    OPEN = "open"  #: đang thực hiện
    CLOSED = "closed"  #: xong


class NeedMode(StrEnum):
    """Hard or soft dependency."""

    AFTER = "after"  #: chỉ mở sau khi xong
    DRAWS_ON = "draws_on"  #: dùng kết quả, không chờ


class Plan(SQLModel, table=True):
    """An activated plan; `document` is the canonical plan file it was activated from."""

    id: str = Field(primary_key=True, max_length=60)
    version: int = 1
    title: str
    province: str
    directory: str
    number: str | None = None
    issued_on: date
    issued_assumed: bool = False
    first_year: int
    last_year: int
    owner_id: str = Field(foreign_key="agency.id")  #: cơ quan ban hành
    coordinator_id: str = Field(foreign_key="agency.id")  #: cơ quan theo dõi
    state: PlanState = Field(sa_type=choice(PlanState, "plan_state"))
    activated_at: datetime = Field(sa_type=Moment)
    closed_on: date | None = None
    document: str
    document_hash: str
    groups: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  #: nhóm riêng của kế hoạch (GroupFile)
    phrases: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  #: cụm từ nhóm lúc kích hoạt (Phrases)
    succession_at: datetime | None = Field(default=None, sa_type=Moment)  #: lúc phải xét cơ quan kết thúc (R48)


class PlanVersion(SQLModel, table=True):
    """One issued version of a plan (bản kế hoạch): 1 is the activation, each amendment adds one. Never changed."""

    __tablename__ = "plan_version"  # pyright: ignore[reportAssignmentType] -- SQLModel declares a method

    plan_id: str = Field(foreign_key="plan.id", primary_key=True, max_length=60)
    version: int = Field(primary_key=True)
    document: str  #: dạng chuẩn của tệp kế hoạch
    document_hash: str
    number: str | None = None  #: số, ký hiệu của văn bản ban hành hoặc sửa đổi
    dated: date | None = None
    signer: str | None = None
    applied_at: datetime = Field(sa_type=Moment)
    applied_by: str = ""


class Section(SQLModel, table=True):
    """A section of an active plan; one deployment of a flow."""

    __table_args__ = (UniqueConstraint("plan_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = Field(foreign_key="plan.id", index=True)
    key: str
    position: int
    kind: SectionKind = Field(sa_type=choice(SectionKind, "section_kind"))
    title: str
    source: str = ""
    state: SectionState = Field(sa_type=choice(SectionState, "section_state"))
    opened_on: date | None = None
    closed_on: date | None = None


class Activity(SQLModel, table=True):
    """One duty of the plan; `policy` is the effective reminder policy, overrides merged."""

    __table_args__ = (UniqueConstraint("plan_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = Field(foreign_key="plan.id", index=True)
    section_id: int = Field(foreign_key="section.id", index=True)
    key: str
    position: int
    title: str
    source: str = ""
    form: TimeForm = Field(sa_type=choice(TimeForm, "time_form"))
    requested: bool = False
    set_by: SetBy = Field(sa_type=choice(SetBy, "set_by"))
    days_after: int | None = None
    working_days: bool = False
    waits_for_any: bool = False
    phrase: str = ""  #: nguyên văn cụm từ thời gian
    phrase_line: int | None = None
    outputs: list[str] = Field(default_factory=list, sa_type=JSON)
    policy: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    terms: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  #: chủ trì, nơi thu, nơi nhận (`Terms`)


class ActivityPeriod(SQLModel, table=True):
    """One period (kỳ) of an activity: its members are expanded once, on its opening day (R43)."""

    __tablename__ = "activity_period"  # pyright: ignore[reportAssignmentType] -- SQLModel declares a method
    __table_args__ = (
        UniqueConstraint("activity_id", "key"),
        Index(
            "ix_activity_period_due", "expands_at",
            sqlite_where=text("expanded_at IS NULL"), postgresql_where=text("expanded_at IS NULL"),
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = Field(foreign_key="plan.id", index=True)
    section_id: int = Field(foreign_key="section.id")
    activity_id: int = Field(foreign_key="activity.id")
    key: str  #: once, 2022, 2022-Q2, 2022-H1, 2022-03
    opens: date
    last_day: date | None = None
    ends: date | None = None  #: ngày cuối kỳ (việc thường xuyên)
    expands_at: datetime = Field(sa_type=Moment)
    expanded_at: datetime | None = Field(default=None, sa_type=Moment)


class Role(StrEnum):
    """What an agency is to a plan, besides owing something."""

    OWNER = "owner"  #: cơ quan ban hành
    COORDINATOR = "coordinator"  #: cơ quan theo dõi


class RoleChange(SQLModel, table=True):
    """A plan's owner or coordinator ended and its successor took over (R51); one row per change, never deleted."""

    __tablename__ = "role_change"  # pyright: ignore[reportAssignmentType] -- SQLModel declares a method
    __table_args__ = (UniqueConstraint("plan_id", "role", "from_id"),)

    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = Field(foreign_key="plan.id")
    role: Role = Field(sa_type=choice(Role, "plan_role"))
    from_id: str
    to_id: str
    at: datetime = Field(sa_type=Moment)
    why: str = ""


class Need(SQLModel, table=True):
    """An activity rests on another one of the same plan."""

    activity_id: int = Field(foreign_key="activity.id", primary_key=True)
    needed_id: int = Field(foreign_key="activity.id", primary_key=True, index=True)
    mode: NeedMode = Field(sa_type=choice(NeedMode, "need_mode"), primary_key=True)
    own: bool = False


class Trigger(SQLModel, table=True):
    """An outside event (sự kiện chờ), recorded with number and date by a person."""

    __table_args__ = (UniqueConstraint("plan_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = Field(foreign_key="plan.id", index=True)
    key: str
    title: str
    number: str | None = None
    dated: date | None = None
    recorded_at: datetime | None = Field(default=None, sa_type=Moment)
    recorded_by: str | None = None


class TriggerWait(SQLModel, table=True):
    """An activity waits for a trigger."""

    activity_id: int = Field(foreign_key="activity.id", primary_key=True)
    trigger_id: int = Field(foreign_key="trigger.id", primary_key=True, index=True)
