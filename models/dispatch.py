"""Draft urging letters (công văn đôn đốc) and items for a person (việc cần người quyết)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import Moment, choice


class DispatchState(StrEnum):
    """Software drafts; a person signs or voids."""

    DRAFT = "draft"  #: dự thảo
    SIGNED = "signed"  #: đã ký
    VOIDED = "voided"  #: đã bỏ


class ItemKind(StrEnum):
    """Why a person is needed."""

    SET_DATE = "set_date"  #: cần nhập thời hạn
    ASSUMED_DATE = "assumed_date"  #: ngày ban hành là giả định
    LEAD_INFERRED = "lead_inferred"  #: văn bản không nêu cơ quan chủ trì
    OWN_LEADER = "own_leader"  #: không thể tự đôn đốc mình hoặc cấp trên
    NO_ADDRESS = "no_address"  #: cơ quan không có địa chỉ thư
    MAIL_REFUSED = "mail_refused"  #: thư bị từ chối
    STUCK = "stuck"  #: hết hạn mà vẫn chờ điều kiện
    EMPTY_GROUP = "empty_group"  #: nhóm không còn cơ quan nào
    PROPOSE_CLOSING = "propose_closing"  #: đề nghị kết thúc kế hoạch
    BROKEN_ROW = "broken_row"  #: lỗi khi xử lý một nhiệm vụ
    CEASED_AGENCY = "ceased_agency"  #: cơ quan đã kết thúc, nhiệm vụ chưa có nơi nhận
    AMENDMENT = "amendment"  #: văn bản sửa đổi bỏ một việc đã có kết quả gửi


class Dispatch(SQLModel, table=True):
    """One draft per plan, rung, day and sender; number and day stay blank until the clerk assigns them."""

    __table_args__ = (UniqueConstraint("plan_id", "rung", "day", "sender", "part"),)

    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = Field(foreign_key="plan.id", index=True)
    rung: int  #: ngày làm việc sau hạn
    day: date  #: ngày dự thảo
    sender: str  #: department | province
    part: int = 1  #: 2, 3 …: khi dự thảo trước của ngày đã ký mà còn việc phải đôn đốc
    state: DispatchState = Field(sa_type=choice(DispatchState, "dispatch_state"))
    number: str | None = None
    signed_on: date | None = None


class DispatchLine(SQLModel, table=True):
    """Who still owes what; names frozen at drafting."""

    __tablename__ = "dispatch_line"  # pyright: ignore[reportAssignmentType] -- SQLModel declares a method

    dispatch_id: int = Field(foreign_key="dispatch.id", primary_key=True)
    assignment_id: int = Field(foreign_key="assignment.id", primary_key=True, index=True)
    addressee_id: str
    addressee_name: str
    agency_name: str
    last_day: date  #: hạn hiện tại khi dự thảo
    anchor: date  #: mốc của nấc: hạn hiện tại, hoặc hạn làm lại nếu muộn hơn
    extended: bool = False  #: hạn đã được gia hạn
    struck_at: datetime | None = Field(default=None, sa_type=Moment)


class Item(SQLModel, table=True):
    """Something only a person can decide; raised once per key."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=400)
    plan_id: str | None = Field(default=None, foreign_key="plan.id", index=True)
    kind: ItemKind = Field(sa_type=choice(ItemKind, "item_kind"))
    title: str
    detail: str = ""
    raised_at: datetime = Field(sa_type=Moment)
    done_at: datetime | None = Field(default=None, sa_type=Moment)
