"""A reading in the words of an officer: what it means, which day is still good, what else it could mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from models.reading import Certainty, TimeAlternative, TimeReading

_RHYTHMS = {
    "DAILY": "hằng ngày", "WEEKLY": "hằng tuần", "MONTHLY": "hằng tháng", "QUARTERLY": "hằng quý",
    "HALFYEARLY": "06 tháng một lần", "YEARLY": "hằng năm", "TWICE_MONTHLY": "mỗi tháng 02 lần",
    "UNSPECIFIED": "định kỳ (văn bản không nói bao lâu một lần)",
}  # fmt: skip
_UNITS = {"DAYS": "ngày", "WEEKS": "tuần", "MONTHS": "tháng", "QUARTERS": "quý", "YEARS": "năm"}
_WEEKDAYS = {
    "MO": "thứ Hai",
    "TU": "thứ Ba",
    "WE": "thứ Tư",
    "TH": "thứ Năm",
    "FR": "thứ Sáu",
    "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}
_DAYS = tuple(_WEEKDAYS.values())
_MONTHS = {"1": "tháng đầu quý", "2": "tháng giữa quý", "3": "tháng cuối quý"}
_LAST = 31


def explain(reading: TimeReading, working_day: Callable[[date], date] | None = None) -> list[str]:
    """Lines in Vietnamese. `working_day` gives the last working day on or before a day (T)."""
    lines = [_main(reading)]
    last = (
        date.fromisoformat(reading.end) if reading.end and reading.kind in ("by", "window", "month", "year") else None
    )
    if last is not None and working_day is not None:
        day = working_day(last)
        said = "cũng là ngày đó" if day == last else f"{_DAYS[day.weekday()]}, {_day(day.isoformat())}"
        lines.append(f"Ngày làm việc cuối cùng trong hạn (T): {said}.")
    if reading.ambiguous and reading.alternatives:
        others = "; ".join(filter(None, map(_alternative, reading.alternatives)))
        lines.append(f"Có thể hiểu cách khác: {others}. Cách đã chọn an toàn hơn.")
    if reading.certainty is Certainty.DOUBTFUL:
        lines.append("Chưa chắc chắn: cần người xem lại văn bản.")
    return lines


def _main(reading: TimeReading) -> str:
    match reading.kind:
        case "window" | "month" | "year":
            hour = f", lúc {reading.time}" if reading.time else ""
            if reading.start == reading.end:
                return f"Trong ngày {_day(reading.start)}{hour}."
            return f"Khoảng thời gian: từ {_day(reading.start)} đến hết {_day(reading.end)}{hour}."
        case "by":
            return f"Hạn cuối: {_due(reading)}."
        case "ongoing":
            return f"Thường xuyên{_span(reading)}; không có ngày cuối phải nộp."
        case "recurring":
            return f"Lặp lại: {rhythm(reading.recurrence or '')}{_span(reading)}{_printed(reading)}."
        case "trigger":
            return _trigger(reading)
        case "none":
            return "Không phải thời hạn."


def _due(reading: TimeReading) -> str:
    if reading.time:
        return f"{reading.time} ngày {_day(reading.end)}"
    return f"hết ngày {_day(reading.end)}{_printed(reading)}"


def _printed(reading: TimeReading) -> str:
    if not reading.exclusive or not reading.face:
        return ""
    face = reading.face
    if len(face) == len("2022-11-20"):
        return f" (trước ngày {_day(face)}: không tính ngày {_day(face)})"
    return f" (trước ngày {_code(face)}: không tính ngày đó)"


def _span(reading: TimeReading) -> str:
    if reading.start and reading.end:
        return f", từ {_day(reading.start)} đến hết {_day(reading.end)}"
    return f", từ {_day(reading.start)} trở đi" if reading.start else ""


def _trigger(reading: TimeReading) -> str:
    if reading.inherited:
        return f"Theo thời hạn của văn bản khác ({reading.trigger}): cần người nhập ngày."
    events = reading.triggers or ((reading.trigger,) if reading.trigger else ())
    joined = (" hoặc " if reading.triggers_any else " và ").join(f"“{event}”" for event in events)
    head = f"Chờ sự kiện: {joined}"
    if reading.offset_days:
        unit = "ngày làm việc" if reading.working_days else "ngày"
        side = "kể từ ngày tiếp theo ngày" if reading.offset_days > 0 else "trước ngày"
        return f"{head}; hạn là {abs(reading.offset_days)} {unit} {side} xảy ra sự kiện."
    return f"{head}; chưa có ngày cho đến khi sự kiện xảy ra."


def rhythm(code: str) -> str:
    """As in "QUARTERLY;by=M3-19" as "hằng quý, chậm nhất ngày 19 của tháng cuối quý"."""
    freqs, *details = code.split(";")
    named = ", ".join(_rhythm(freq) for freq in freqs.split("+"))
    return ", ".join([named, *map(_detail, details)])


def _rhythm(freq: str) -> str:
    if freq in _RHYTHMS:
        return _RHYTHMS[freq]
    parts = freq.split("_")
    if parts[0] == "EVERY":
        return f"{parts[1]} {_UNITS[parts[2]]} một lần"
    count = 2 if parts[0] == "TWICE" else parts[0]
    return f"{_RHYTHMS[parts[-1]]} {count} lần"


def _detail(detail: str) -> str:
    word, _, value = detail.partition("=")
    match word:
        case "month":
            return f"trong tháng {int(value)}"
        case "quarter":
            return f"trong quý {value}"
        case "day":
            return f"vào {_code(value, day=True)}"
        case _:
            return f"chậm nhất {_code(value, day=True)}"


def _code(value: str, day: bool = False) -> str:
    """As in "M3-19", "12-01", "24", "TH" in words."""
    if value in _WEEKDAYS:
        return _WEEKDAYS[value]
    head = "ngày " if day else ""
    first, _, second = value.partition("-")
    if first.startswith("M"):
        said = "ngày cuối cùng" if int(second) == _LAST else f"{head}{second}"
        return f"{said} của {_MONTHS[first[1:]]}"
    if second:
        return f"{head}{second}/{int(first)}"
    return "ngày cuối cùng của tháng" if int(first) == _LAST else f"{head}{first}"


def _alternative(other: TimeAlternative) -> str:
    match other.kind:
        case "by":
            return f"hết ngày {_day(other.end)}"
        case "recurring":
            return rhythm(other.recurrence or "")
        case "ongoing":
            return "thường xuyên, không có ngày cuối"
        case "trigger":
            return "chờ sự kiện"
        case _:
            return f"từ {_day(other.start)} đến hết {_day(other.end)}"


def _day(iso: str | None) -> str:
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day:%d/%m/%Y}"
