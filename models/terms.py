"""Who owes an activity to whom, in the plan's own words: stored with the activity, expanded period by period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from models.plan_file import ActivityFile, PlanHeader


@dataclass(frozen=True, slots=True)
class Terms:
    """What stays the same in every period of an activity; the phrases are read anew as of each opening day."""

    leads: tuple[str, ...]
    desk: str | None = None  #: nơi thu (bỏ trống: cơ quan theo dõi)
    commune_desk: str | None = None  #: nơi thu của UBND cấp xã, đã tính mặc định của kế hoạch
    owed_to: str | None = None  #: nơi nhận kết quả (bỏ trống: cơ quan ban hành)
    hour: time | None = None  #: giờ in trong văn bản

    @staticmethod
    def of(activity: ActivityFile, header: PlanHeader) -> Terms:
        """The terms of an activity of a plan file."""
        hour = activity.applied.hour if activity.applied is not None else None
        commune_desk = activity.commune_desk or header.commune_desk
        return Terms(tuple(activity.leads), activity.desk, commune_desk, activity.owed_to, hour)

    @staticmethod
    def load(stored: dict[str, Any]) -> Terms:
        """The terms of a stored activity."""
        return _adapter().validate_python(stored)

    def stored(self) -> dict[str, Any]:
        """As they stand in the row."""
        return _adapter().dump_python(self, mode="json")


@cache
def _adapter() -> TypeAdapter[Terms]:
    return TypeAdapter(Terms)
