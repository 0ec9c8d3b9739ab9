"""Dates and other readings said to a person."""

from __future__ import annotations

from datetime import date

from models.reading import TimeAlternative, TimeReading
from rules.plan_draft.texts import plain

_KINDS = {
    "window": "trong khoảng", "month": "trong tháng", "year": "trong năm", "by": "hạn cuối", "ongoing": "thường xuyên",
    "trigger": "chờ sự kiện", "recurring": "lặp lại", "none": "không có thời hạn",
}  # fmt: skip


_CYCLES = {"YEARLY": "hằng năm", "HALFYEARLY": "6 tháng", "QUARTERLY": "hằng quý", "MONTHLY": "hằng tháng"}
_MONTHS = {("QUARTERLY", "M1"): "đầu quý", ("QUARTERLY", "M2"): "giữa quý", ("QUARTERLY", "M3"): "cuối quý"}


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
    span = " đến ".join(_day(text) for text in (start, end) if text)
    if kind in ("window", "month", "year") and start and end:
        return f"từ {span}"
    tail = span or cycle_text(recurrence or "")
    return f"{_KINDS.get(kind, kind)} {tail}".strip()


def _day(text: str) -> str:
    """An ISO day as an officer writes it; anything else as it is."""
    pieces = plain(text, 40).split("-")
    return "/".join(reversed(pieces)) if len(pieces) == 3 and all(piece.isdecimal() for piece in pieces) else text


def cycle_text(recurrence: str) -> str:
    """ "YEARLY;by=12-01" as "hằng năm, chậm nhất ngày 01/12"."""
    freq, _, setting = plain(recurrence, 60).partition(";")
    said = _CYCLES.get(freq.upper(), freq)
    name, _, value = setting.partition("=")
    month, dash, day = value.rpartition("-")
    if name in ("by", "day") and month.startswith("M"):
        return f"{said}, chậm nhất ngày {day} của tháng {_MONTHS.get((freq, month), f'thứ {month[1:]} trong kỳ')}"
    if name in ("by", "day"):
        return f"{said}, chậm nhất ngày {day}{f'/{month}' if dash else ''}"
    if name in ("month", "quarter"):
        return f"{said}, {'tháng' if name == 'month' else 'quý'} {value}"
    return f"{said}, {setting}" if setting else said
