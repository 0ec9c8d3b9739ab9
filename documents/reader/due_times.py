"""Times of a task: from the value of a time label, or from the prose of a duty, through the grammar of time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from models.reading import Certainty, HeaderReading, TimeReading
from models.source_text import Place
from rules.times import find_times, read_times

_I = re.IGNORECASE
_BARE_CYCLE = re.compile(r"(?:hàng|hằng)\s+(?:năm|quý|tháng|tuần|ngày)$", _I)
_CYCLE_BEFORE = re.compile(r"(?:định kỳ|(?:^|[.;:(-])\s*|,\s*|theo|vào)\s*$", _I)
_CARRIER = re.compile(
    r"^\s*(?:[-+*]\s*)?(?:(?:công tác|việc|đối với(?: công tác| việc)?|riêng)\s+)?(?P<part>[^.;\n]{3,140}?)"
    r"(?:\s*:\s*|\s+(?:được\s+)?(?:thực hiện|tiến hành|tổ chức)\s+)(?P<rest>\S.*)$",
    _I | re.DOTALL,
)
_TIMELY = re.compile(
    r"\b(?:quý|quí|tháng|năm|ngày|tuần|trước|sau|chậm nhất|từ|đến|khi|thường xuyên|định kỳ|hoàn thành|giai đoạn|"
    r"xong)\b",
    _I,
)
_LONGEST_VALUE = 3000  # characters of a label's value that says of what its time is
_LAST_WORDS = 120  # characters at the end of a sentence
_CLOSING = re.compile(
    r"(?:^|\s)(?P<time>(?:định kỳ\s+)?(?:hằng|hàng)\s+(?:tuần|tháng|quý|năm)|"
    r"(?:đột xuất\s+)?khi (?:có|cần|phát sinh)(?:\s[^,;.()]{1,40})?)\s*[.;/]*\s*$",
    _I,
)
_SUDDEN = re.compile(r"(?P<time>đột xuất\s+(?:khi|theo)\s[^,;.()]{2,40})\s*[.;/]*\s*$", _I)
_LAST = re.compile(r"hoàn thành|hạn|chậm nhất|trước", _I)
_PART_END = re.compile(
    r"\s*(?:được|do|thì|sẽ)?\s*(?:thực hiện|hoàn thành(?: và gửi[^:]*)?|tiến hành|tổ chức|xong)?\s*[:,]?\s*$", _I
)
_PART_START = re.compile(r"^\s*(?:[-+*]\s*)?(?:công tác|việc|đối với(?: công tác| việc)?|riêng)\s+", _I)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The plan's year and day of issue, as far as its header tells; they fill in missing years."""

    year: int
    issued: date | None

    @classmethod
    def of(cls, header: HeaderReading) -> Calendar:
        """From a header; without any year the year 1 stands, which no reading can be mistaken for."""
        printed = header.date or ""
        issued = date.fromisoformat(printed) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", printed) else None
        year = header.year or (int(printed[:4]) if re.match(r"\d{4}", printed) else None)
        return cls(year or 1, issued)


def label_times(value: str, calendar: Calendar, place: Place, name: str = "") -> tuple[TimeReading, ...]:
    """The times of a label's line or a cell; what stands before a time says which part of the task it is of."""
    value = value.strip()
    if not value:
        return ()
    part, rest = _carried(value) if len(value) <= _LONGEST_VALUE else (None, value)
    read = read_times(rest, calendar.year, calendar.issued) if part else ()
    if not read:
        part, rest = None, value
        read = read_times(value, calendar.year, calendar.issued)
    found = (_last_day(time, name) for time in read if time.kind != "none")
    return tuple(replace(time, place=place, part=part or _own_part(time) or _part(rest, time)) for time in found)


def _last_day(time: TimeReading, name: str) -> TimeReading:
    """A bare day under "Thời hạn", "Thời gian hoàn thành" is the last one; elsewhere it is the day of an event."""
    one_day = time.kind == "window" and time.start is not None and time.start == time.end
    return replace(time, kind="by", start=None) if one_day and _LAST.search(name) else time


def _carried(value: str) -> tuple[str | None, str]:
    """What a line is of, and its time ("Công tác kiểm tra: Quý II"); (None, value) when only a time stands there."""
    match = _CARRIER.match(value)
    if match is None or _TIMELY.search(match.group("part")):
        return None, value
    return match.group("part").strip(" -+:,"), match.group("rest")


def _own_part(time: TimeReading) -> str | None:
    """The part the grammar names, when it is more than a joining word."""
    return time.part if time.part and len(time.part.split()) >= 2 else None


def prose_times(text: str, calendar: Calendar, place: Place) -> tuple[TimeReading, ...]:
    """The deadlines in a sentence of a duty; a yearly cycle that only describes something else is left out."""
    return tuple(replace(time, place=place) for time in _in_prose(text, calendar))


@lru_cache(maxsize=512)
def _in_prose(text: str, calendar: Calendar) -> tuple[TimeReading, ...]:
    """Without the place: a text is looked at several times while its task is worked out."""
    kept: list[TimeReading] = []
    for found in find_times(text, calendar.year, calendar.issued):
        verbatim = text[found.start : found.end].strip()
        bare = (
            found.reading.kind == "recurring" and _BARE_CYCLE.search(verbatim) and "định kỳ" not in verbatim.casefold()
        )
        if bare and len(verbatim.split()) <= 2 and not _CYCLE_BEFORE.search(text[: found.start]):
            continue
        kept.append(found.reading)
    return (*_joined(kept), *_besides(text, kept, calendar))


def _besides(text: str, found: list[TimeReading], calendar: Calendar) -> tuple[TimeReading, ...]:
    """The occasion besides a sentence's times: "…, họp đột xuất khi cần thiết."."""
    match = _SUDDEN.search(text[-_LAST_WORDS:]) if found else None
    if match is None or any("đột xuất" in time.verbatim.casefold() for time in found):
        return ()
    read = read_times(match.group("time"), calendar.year, calendar.issued)
    return tuple(time for time in read if time.kind == "trigger")


def closing_time(text: str, calendar: Calendar, place: Place) -> tuple[TimeReading, ...]:
    """The rhythm or occasion a sentence ends with ("…, thanh toán hằng quý.", "… khi có yêu cầu."), where nothing else
    in it is a time: likely, since it may belong to the last noun only."""
    match = _CLOSING.search(text[-_LAST_WORDS:])
    if match is None:
        return ()
    read = read_times(match.group("time"), calendar.year, calendar.issued)
    return tuple(replace(time, place=place, certainty=Certainty.LIKELY) for time in read if time.kind != "none")


def _joined(times: list[TimeReading]) -> tuple[TimeReading, ...]:
    """A cycle said apart from its day ("Hằng năm, báo cáo … trước ngày 02/12") is one time with it."""
    bare = [time for time in times if time.kind == "recurring" and time.recurrence and ";" not in time.recurrence]
    if len(bare) != 1 or "+" in (bare[0].recurrence or ""):
        return tuple(times)
    cycle = bare[0].recurrence or ""
    others = [time for time in times if time is not bare[0]]
    if any((time.recurrence or "").startswith(f"{cycle};") for time in others):
        return tuple(others)
    days = [time for time in others if time.kind == "by" and time.end and not re.search(r"\d{4}", time.verbatim)]
    if cycle != "YEARLY" or len(days) != 1 or times.index(days[0]) < times.index(bare[0]):
        return tuple(times)
    day = days[0]
    end, face = day.end or "", day.face
    yearly = replace(
        day, kind="recurring", end=None, recurrence=f"YEARLY;by={end[5:]}", face=face[5:] if face else None
    )
    return tuple(yearly if time is day else time for time in others)


def _part(value: str, time: TimeReading) -> str | None:
    """What a time belongs to: the words before it in its line, without the verbs that only carry it."""
    at = value.find(time.verbatim)
    if at <= 0:
        return None
    before = re.split(r"[.;\n]", value[:at])[-1]
    words = _PART_START.sub("", _PART_END.sub("", before)).strip(" -+:,()")
    return words if 0 < len(words.split()) <= 25 and any(char.isalpha() for char in words) else None
