"""R6: the last day is a day off, as computed by the calendar, per period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rules.lint.rule import Finding, Rule
from rules.lint.scene import Scene
from rules.lint.wording import day, where
from rules.working_days import Certainty, WorkingDays


def _find(scene: Scene) -> Iterator[Finding]:
    for _, activity, _ in scene.tracked():
        off = [last for last in scene.dated(activity.id) if not scene.calendar.is_working(last)]
        if not off:
            continue
        if len(off) == 1:
            message = f"hạn {_said(off[0], scene.calendar)}."
        else:
            said = "; ".join(_briefly(last, scene.calendar) for last in off)
            message = f"hạn của {len(off)} kỳ là ngày nghỉ: {said}."
        yield Finding(
            where(activity, "applied"),
            message,
            "Không có người nhận, người gửi vào ngày nghỉ: thực tế phải xong từ ngày làm việc trước đó.",
            "Ghi hạn vào một ngày làm việc, hoặc giữ nguyên và báo trước cho cơ quan ngày làm việc cuối cùng.",
        )


def _said(last: date, calendar: WorkingDays) -> str:
    effective = day(calendar.on_or_before(last))
    return f"{day(last)} là ngày nghỉ{_unsure(last, calendar)}, ngày làm việc cuối cùng là {effective}"


def _briefly(last: date, calendar: WorkingDays) -> str:
    return f"{day(last)}{_unsure(last, calendar)}, làm việc đến {day(calendar.on_or_before(last))}"


def _unsure(last: date, calendar: WorkingDays) -> str:
    entry = calendar.special.get(last)
    return " (chưa chắc chắn)" if entry is not None and entry.certainty is Certainty.UNCONFIRMED else ""


RULE = Rule("R6", "last-day-off", _find)
