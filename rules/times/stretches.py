"""Several spans in a row: "Quý II và Quý III/2022", "từ ngày 01 đến ngày 09/11", "ngày 14, 15/9"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import cast

from rules.times.dates import bare_day
from rules.times.numerals import number, quarter_number
from rules.times.periods import Parsed, span
from rules.times.spans import Span, day_span, month_span, quarter_span, year_span
from rules.times.tokens import Tokens, follows, skip
from rules.times.years import year_behind, year_number

_MOST = 24  #: spans in one row: more is no time phrase
_MOST_DAYS = 8  #: days in one row before the month is said


@dataclass(frozen=True, slots=True)
class Stretch:
    """Spans with their years worked out among themselves; `ranged`: from the first to the last."""

    spans: tuple[Span, ...]
    ranged: bool = False

    @property
    def unit(self) -> str:
        """The unit of its first span."""
        return self.spans[0].unit

    def bounds(self, year: int) -> tuple[date, date]:
        """First and last day of all of it."""
        both = [item.bounds(year) for item in self.spans]
        first = both[0][0] if self.ranged else min(start for start, _ in both)
        return first, max(end for _, end in both)

    def gaps(self, year: int) -> bool:
        """Whether something lies between its spans ("quý I và quý III")."""
        both = sorted(item.bounds(year) for item in self.spans)
        return not self.ranged and any(b[0] - a[1] > timedelta(1) for a, b in pairwise(both))


def stretch(row: Tokens, at: int) -> tuple[Stretch, int] | None:
    """One span or several, as a list or from one to another."""
    if at not in row.known:
        row.known[at] = _stretch(row, at)
    return cast("tuple[Stretch, int] | None", row.known[at])


def _stretch(row: Tokens, at: int) -> tuple[Stretch, int] | None:
    begin = skip(row, at, ("trong",)) if follows(row, at, "trong", "từ") else at
    from_word = "từ" in row[begin].words
    if from_word:
        begin += 1
    begin = _plural(row, begin)
    first = _days_without_month(row, begin) or span(row, begin) or _bare_years(row, begin)
    if first is None:
        return None
    if isinstance(first[0], Stretch):
        return first[0], first[1]
    items, ranged, behind = _more(row, first[0], first[1])
    if from_word and not ranged and items[0].unit != "years":
        return None  # "từ tháng 3 trở đi" is read elsewhere
    return Stretch(_with_years(items, ranged), ranged), behind


def _plural(row: Tokens, at: int) -> int:
    """Behind "các" of "các quý II, III" and "các tháng 3, 6"."""
    return at + 1 if row[at].words & {"các", "những"} and row[at + 1].words & {"quý", "tháng", "ngày"} else at


def _more(row: Tokens, first: Span, at: int) -> tuple[list[Span], bool, int]:
    items, ranged = [first], False
    while len(items) < _MOST:
        separated = _separator(row, at)
        if separated is None:
            break
        behind, through = separated
        following = _like(row, behind, items[-1]) or (_wider(row, behind, items[-1]) if through else None)
        if following is None or (ranged and through):
            break
        items.append(following[0])
        ranged, at = ranged or through, following[1]
    return items, ranged, at


def _separator(row: Tokens, at: int) -> tuple[int, bool] | None:
    """Behind what joins two spans, and whether it means "through"."""
    token = row[at]
    if token.words & {"đến", "tới"}:
        return skip(row, at + 1, ("hết",)), True
    if token.mark == "-":
        return at + 1, not (row[at + 1].mark == "-" or token.line)
    if token.mark and token.mark in ",;+":
        behind = skip(row, at + 1, ("và",), ("hoặc",))
        return behind, False
    return (at + 1, False) if token.words & {"và", "hoặc"} else None


def _like(row: Tokens, at: int, before: Span) -> Parsed | None:
    """The next span of a row: a whole one of the same unit, or a bare number that borrows the unit."""
    at = skip(row, at, ("trong",), ("vào",))
    borrowed = _borrowed(row, at, before) if row[at].number >= 0 else None
    found = borrowed or span(row, at)
    if found and (found[0].unit == before.unit or {found[0].unit, before.unit} <= {"part", "month", "quarter", "months"}
                  or {found[0].unit, before.unit} <= {"day", "month", "part"}):  # fmt: skip
        return found
    return _borrowed(row, at, before)


def _wider(row: Tokens, at: int, before: Span) -> Parsed | None:
    """The end of a range in a larger unit: "từ quý II đến hết năm 2022"."""
    found = span(row, at) if before.unit in _RANK else None
    return found if found and _RANK.get(found[0].unit, 0) > _RANK[before.unit] else None


_RANK = {"day": 1, "part": 2, "month": 2, "quarter": 3, "months": 3, "year": 4}


def _borrowed(row: Tokens, at: int, before: Span) -> Parsed | None:
    """A bare number: "III" behind "quý II", "11" behind "tháng 10", "2023" behind "năm 2022"."""
    if before.unit == "quarter":
        value = quarter_number(row, at)
        if value and _ends_there(row, value[1]):
            year, behind = year_behind(row, value[1])
            return quarter_span(value[0], year.number, year.later), behind
    elif before.unit == "month":
        value = number(row, at) if row[at].number >= 0 else None
        if value and 1 <= value[0] <= 12 and _ends_there(row, value[1]):
            year, behind = year_behind(row, value[1])
            return month_span(value[0], year.number, year.later), behind
    elif before.unit == "year" and before.year is not None:
        value = year_number(row, at)
        if value and value[0] > before.year:
            return year_span(value[0]), value[1]
    return None


def _ends_there(row: Tokens, at: int) -> bool:
    token = row[at]
    if token.words:
        return bool(token.words & {"năm", "và", "đến", "tới", "hằng", "của", "mỗi", "hoặc", "trong"})
    return token.number < 0 and (bool(token.mark) or not token.text)


def _days_without_month(row: Tokens, at: int) -> tuple[Stretch, int] | None:
    """As in "ngày 14 và 15/9/2022", "15-20/11/2022", "ngày 01 đến ngày 09/11": only the last day has the month."""
    if not _month_ahead(row, at):
        return None
    head = bare_day(row, at)
    if head is None:
        if row[at].number < 0 or row[at].digits > 2 or not 1 <= row[at].number <= 31:
            return None
        head = (row[at].number, at + 1)
        if row[head[1]].mark != "-" and not row[head[1]].words & {"đến", "và"}:
            return None
    days, ranged, behind = [head[0]], False, head[1]
    while len(days) < _MOST_DAYS:
        separated = _separator(row, behind)
        if separated is None:
            return None
        behind, through = separated
        ranged = ranged or through
        whole = span(row, behind)
        if whole and whole[0].unit == "day":
            return _in_month_of(days, whole[0], ranged), whole[1]
        following = bare_day(row, behind) or ((row[behind].number, behind + 1) if row[behind].number >= 0 else None)
        if following is None or not 1 <= following[0] <= 31:
            return None
        days.append(following[0])
        behind = following[1]
    return None


def _month_ahead(row: Tokens, at: int) -> bool:
    """Whether a list of days gets to a month at all."""
    for index in range(at, min(at + 3 * _MOST_DAYS, len(row))):
        token = row[index]
        if token.mark in ("/", ".") or "tháng" in token.words:
            return index > at
        if token.number < 0 and token.mark not in (",", "-", "+", ";", "(", ")") and not token.words:
            return False
    return False


def _in_month_of(days: list[int], last: Span, ranged: bool) -> Stretch:
    spans = [day_span(day, last.first[0], last.year, last.later) for day in days]
    return Stretch((*spans, last), ranged)


def _bare_years(row: Tokens, at: int) -> Parsed | None:
    """As in "2021 - 2025", "từ 2023 đến 2027"."""
    first = year_number(row, at) if row[at].digits == 4 else None
    if first is None:
        return None
    token = row[first[1]]
    if token.mark == "-" or token.words & {"đến", "tới"}:
        behind = skip(row, first[1] + 1, ("hết",), ("năm",))
        last = year_number(row, behind) if row[behind].digits == 4 else None
        if last and first[0] < last[0] <= first[0] + 60:
            return year_span(first[0], last[0]), last[1]
    return None


def _with_years(items: list[Span], ranged: bool) -> tuple[Span, ...]:
    """Missing years from the neighbours: the one behind first ("tháng 12, tháng 01/2023"), then the one before."""
    known = list(items)
    for index in range(len(known) - 2, -1, -1):
        after = known[index + 1]
        if known[index].year is None and not known[index].later and after.year is not None:
            known[index] = replace(known[index], year=after.year - (known[index].first > after.last))
    for index in range(1, len(known)):
        before, here = known[index - 1], known[index]
        turns = here.first < before.first
        if here.year is None and before.year is not None:
            known[index] = replace(here, year=before.year + (1 if here.later or (turns and ranged) else 0), later=0)
        elif here.year is None and ranged and turns and not here.later and before.year is None:
            known[index] = replace(here, later=before.later + 1)
    if len(known) == 2 and ranged and known[0].unit == known[1].unit == "year" and known[0].year and known[1].year:
        return (year_span(known[0].year, max(known[0].year, known[1].year)),)
    return tuple(known)
