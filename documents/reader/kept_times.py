"""Which of the times in a sentence make a duty of it: when something is due, not when something came about."""

from __future__ import annotations

import re

from documents.reader.due_times import Calendar, prose_times
from documents.reader.heading_times import FIRM
from documents.reader.outline import Entry
from documents.reader.section_mode import Mode
from models.reading import TimeReading
from rules.agency_phrases import subject_of

_REPORTS = re.compile(r"báo cáo|gửi|hoàn thành|trình|tổng hợp|lập dự toán", re.IGNORECASE)
_LED = re.compile(
    r"(?:trong|hoàn thành|xong|vào|từ|đến|trước|chậm nhất|kết thúc|định kỳ|hết|cuối|đầu)\b", re.IGNORECASE
)
_CLOSED = re.compile(r"[\s)]*(?:$|[.;,/]|để\b|và\b)")
_DONE = re.compile(r"xong|hoàn thành|kết thúc|sơ kết|tổng kết|chậm nhất|đến hết", re.IGNORECASE)


def own_duty(entry: Entry, calendar: Calendar) -> bool:
    """Whether an item beside a block of labels begins with its own agency and has its own time: another duty."""
    subject = subject_of(entry.text)
    if subject is None or subject.alone or entry.kind == "prose" or entry.text[: subject.agencies[0].start].strip():
        return False
    return any(time.kind in FIRM for time in prose_times(entry.text, calendar, entry.place))


def _is_due(time: TimeReading, text: str) -> bool:
    """Whether a stretch of time says when something is due: it is led by a word of time or closes its clause."""
    if time.kind == "year":
        return _DONE.search(time.verbatim) is not None
    if time.kind not in ("month", "window") or _LED.match(time.verbatim):
        return True
    at = text.find(time.verbatim)
    return at <= 0 or _CLOSED.match(text[at + len(time.verbatim) :]) is not None


def kept_times(times: tuple[TimeReading, ...], mode: Mode, text: str) -> tuple[TimeReading, ...]:
    """The times that make a duty: no bare "thường xuyên"; under funding only a day with a report or an estimate."""
    kept = tuple(time for time in times if time.kind in FIRM and _is_due(time, text))
    if mode is Mode.MONEY:
        return tuple(time for time in kept if time.kind == "by") if _REPORTS.search(text) else ()
    return kept
