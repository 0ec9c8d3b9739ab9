"""Reports named by their periods ("quý I, 6 tháng, 9 tháng và năm"): four a year, one for each quarter's end."""

from __future__ import annotations

from rules.times.numerals import number, quarter_number
from rules.times.tokens import Tokens, skip

_MOST = 6


def report_periods(row: Tokens, at: int) -> int:
    """Behind a list of report periods without a year; 0 when none stands here."""
    behind = skip(row, at, ("báo", "cáo"))
    kinds: list[str] = []
    while len(kinds) < _MOST:
        found = _period(row, behind)
        if found is None:
            break
        kinds.append(found[0])
        behind = found[1]
        after = behind + 1 if row[behind].mark in (",", ";") else behind
        after = after + 1 if "và" in row[after].words else after
        after = skip(row, after, ("báo", "cáo"))
        if after == behind or _period(row, after) is None:
            break
        behind = after
    return behind if len(kinds) >= 3 and {"quarter", "months"} <= set(kinds) else 0


def _period(row: Tokens, at: int) -> tuple[str, int] | None:
    token = row[at]
    if "quý" in token.words:
        which = quarter_number(row, at + 1)
        return ("quarter", which[1]) if which and row[which[1]].mark != "/" else None
    count = number(row, at)
    if count and count[0] in (3, 6, 9) and "tháng" in row[count[1]].words:
        return "months", skip(row, count[1] + 1, ("đầu", "năm"))
    behind = skip(row, at, ("cả",))
    if "năm" in row[behind].words and row[behind + 1].number < 0:
        return "year", behind + 1
    return None
