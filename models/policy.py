"""The reminder policy (chính sách nhắc việc): which days, which rungs, to whom. Data, never code."""

from __future__ import annotations

from datetime import time
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from models.kinds import ContactRole


class RungAct(StrEnum):
    """What a rung (nấc) after the last day does."""

    NOTICE = "notice"  #: nhắc đầu mối và người đứng đầu
    DISPATCH = "dispatch"  #: dự thảo công văn đôn đốc
    NAMED = "named"  #: nêu tên trong báo cáo


class Rung(BaseModel):
    """One rung: on the n-th working day after the last day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    day: int = Field(ge=1, le=250)  #: ngày làm việc sau hạn
    act: RungAct
    to: tuple[ContactRole, ...] = ()  #: chỉ dùng cho act: notice
    sender: Literal["department", "province"] | None = None  #: chỉ dùng cho act: dispatch

    @model_validator(mode="after")
    def _fits_its_act(self) -> Rung:
        if self.act is RungAct.NOTICE and not self.to:
            raise ValueError("nấc 'notice' cần 'to': gửi cho ai (focal_point, head)")
        if self.act is RungAct.DISPATCH and self.sender is None:
            raise ValueError("nấc 'dispatch' cần 'sender': department hoặc province")
        return self


class Policy(BaseModel):
    """The whole ladder. A plan, section or activity overrides single keys of it.

    Defaults: design's ladder; no official text with a fixed number of days was found, so these are configuration.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    before: tuple[int, ...] = (15, 7, 3, 1, 0)  #: số ngày làm việc trước hạn (T−n)
    after: tuple[Rung, ...] = (
        Rung(day=1, act=RungAct.NOTICE, to=(ContactRole.FOCAL_POINT, ContactRole.HEAD)),
        Rung(day=3, act=RungAct.DISPATCH, sender="department"),
        Rung(day=7, act=RungAct.DISPATCH, sender="province"),
        Rung(day=15, act=RungAct.NAMED),
    )
    overview: Literal["monthly", "none"] = "monthly"  #: một dòng mỗi tháng sau nấc cuối
    requested_repeat: int = Field(default=1, ge=1)  #: nhắc lại lịch sự với cơ quan được đề nghị

    @model_validator(mode="after")
    def _days_are_distinct(self) -> Policy:
        if any(n < 0 for n in self.before) or len(set(self.before)) != len(self.before):
            raise ValueError("'before' là các số ngày làm việc khác nhau, từ 0 trở lên")
        days = [rung.day for rung in self.after]
        if days != sorted(set(days)):
            raise ValueError("'after' phải theo thứ tự ngày tăng dần, mỗi ngày một nấc")
        return self


class PolicyOverride(BaseModel):
    """Some keys of a policy; what is left out is inherited."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    before: tuple[int, ...] | None = None
    after: tuple[Rung, ...] | None = None
    overview: Literal["monthly", "none"] | None = None
    requested_repeat: int | None = None


#: When a working day's sweep begins and its digests are composed, plan-local.
SWEEP_AT = time(7, 30)
DIGEST_AT = time(8, 0)
