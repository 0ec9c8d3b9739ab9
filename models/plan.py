"""Plan, section, activity and what they rest on (kế hoạch, mục, hoạt động)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
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
