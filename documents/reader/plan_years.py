"""The year a plan is for, and the years of one that runs longer."""

from __future__ import annotations

import re

_PERIOD = re.compile(
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ)?\s*(?:từ\s+)?(?:năm\s+)?((?:19|20)\d\d)\s*(?:[-–—]"
    r"|đến(?: năm)?)\s*(?:năm\s+)?((?:19|20)\d\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:năm|NĂM|Năm)\s+((?:19|20)\d\d)(?!\s*[-–]\s*\d{4})")
_NOT_OF_THE_PLAN = re.compile(
    r"(?:(?i:tháng\s+\d{1,2}|đến|tầm nhìn|hướng tới|từ|Hiến pháp|(?:số\s+)?\d+/\S+)|(?:Luật"
    r"|Bộ luật)\s[^,;]{2,80}|(?<!PHÁP )LUẬT\s[^,;]{2,80})\s*$"
)
_QUOTED = re.compile('“[^”]*”|"[^"]*"|\\([^)]*\\)')


def plan_period(title: str) -> tuple[int, int] | None:
    """ "giai đoạn 2021 - 2025" of a title, outside of quotes."""
    for text in (_QUOTED.sub(" ", title),):
        for found in _PERIOD.finditer(text):
            first, last = int(found[1]), int(found[2])
            if 0 < last - first <= 30:
                return first, last
    return None


def plan_year(title: str, preamble: str, date: str | None) -> int | None:
    """The last year the title names as its own; else of the period and the issue; else as the preamble says."""
    named = _own_years(title)
    if named:
        return named[-1]
    issued = int(date[:4]) if date else None
    period = plan_period(title)
    if period is not None:
        return issued if issued is not None and period[0] <= issued <= period[1] else period[0]
    if issued is not None:
        return issued
    return next(iter(reversed(_own_years(preamble))), None)


def _own_years(text: str) -> list[int]:
    return [
        int(found[1])
        for found in _YEAR.finditer(text)
        if not _NOT_OF_THE_PLAN.search(text[max(0, found.start() - 120) : found.start()])
    ]
