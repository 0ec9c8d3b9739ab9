"""Headings that are nothing but a time ("Quý I/2023", "Tháng 5", "Học kỳ II"): it is that of each item below."""

from __future__ import annotations

import re
from dataclasses import replace

from documents.reader.due_times import Calendar, label_times
from documents.reader.outline import Heading
from documents.reader.task_draft import Draft
from models.reading import TimeReading

#: The kinds of time that make a duty; a bare "thường xuyên" does not.
FIRM = ("by", "month", "window", "recurring", "year", "trigger")
_TIME_HEADING = re.compile(
    r"(?:trong |các nhiệm vụ )?(?:quý|tháng|tuần|từ ngày|đợt \d|6 tháng|học kỳ|từ tháng)(?!\w)[^:]*$", re.IGNORECASE
)


def is_time_heading(text: str) -> bool:
    """Whether a heading says only when."""
    return len(text.split()) <= 8 and _TIME_HEADING.match(text.strip(" .:*")) is not None


def heading_times(heading: Heading, calendar: Calendar) -> tuple[TimeReading, ...]:
    """The times of a heading that says only when."""
    if not is_time_heading(heading.text):
        return ()
    text = heading.text.strip(" .:*")
    return tuple(time for time in label_times(text, calendar, heading.place) if time.kind in FIRM)


def at_times(draft: Draft, times: tuple[TimeReading, ...]) -> Draft:
    """A task without a time of its own takes those of its heading."""
    return draft if draft.task.times or not times else replace(draft, task=replace(draft.task, times=times))
