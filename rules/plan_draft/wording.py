"""Dates and other readings said to a person."""

from __future__ import annotations

from datetime import date

from models.reading import TimeAlternative, TimeReading
from rules.plan_draft.texts import plain

_KINDS = {
    "window": "trong khoảng", "month": "trong tháng", "year": "trong năm", "by": "hạn cuối", "ongoing": "thường xuyên",
    "trigger": "chờ sự kiện", "recurring": "lặp lại", "none": "không có thời hạn",
}  # fmt: skip


def day_text(day: date) -> str:
    """As printed in a document: 05/01/2022."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def other_readings(said: TimeReading) -> str:
    """The chosen reading and the other defensible ones, for a person to choose from."""
    chosen = _told(said.kind, said.start, said.end, said.recurrence)
    others = "; ".join(_alternative(other) for other in said.alternatives[:4]) or "cách khác"
    return f"“{plain(said.verbatim, 120)}” đọc là {chosen}; cũng có thể là {others}. Chọn một, sửa 'applied' nếu cần."


def _alternative(other: TimeAlternative) -> str:
    return _told(other.kind, other.start, other.end, other.recurrence)


def _told(kind: str, start: str | None, end: str | None, recurrence: str | None) -> str:
    span = " - ".join(plain(text, 40) for text in (start, end) if text)
    tail = span or plain(recurrence or "", 60)
    return f"{_KINDS.get(kind, kind)} {tail}".strip()
