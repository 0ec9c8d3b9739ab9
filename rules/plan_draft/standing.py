"""Standing responsibilities (funding, staff, working together): shown in the plan, not tracked."""

from __future__ import annotations

from models.kinds import SectionKind
from rules.plan_draft.duty import Duty
from rules.plan_draft.kind_words import about_money, staffing, standing


def is_standing(duty: Duty) -> bool:
    """Neither date nor product: staff, working together, general lines of an annexed list; funds even if yearly."""
    if duty.outputs or duty.requested:
        return False
    said = duty.time
    dateless = said is None or said.kind == "none" or (said.kind == "recurring" and not _has_day(said.recurrence))
    if duty.kind is SectionKind.GENERAL and about_money(duty.title):
        return dateless or (said is not None and said.kind in ("ongoing", "year"))
    if standing(duty.title) and not (staffing(duty.title) and duty.task.core):
        return dateless
    return duty.kind is SectionKind.GENERAL and said is None and not duty.task.core


def _has_day(recurrence: str | None) -> bool:
    return any(f";{name}=" in (recurrence or "") for name in ("by", "day", "month", "quarter"))
