"""The two ways in: a cell that is nothing but a time, and a sentence that may hold some."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from models.reading import TimeReading
from rules.times.combination import combine
from rules.times.grammar import statements
from rules.times.prose import is_deadline
from rules.times.results import Context, readings
from rules.times.spans import year_span
from rules.times.statement import Statement
from rules.times.stretches import Stretch
from rules.times.tokens import Tokens, count, tokens
from rules.times.years import year_number

_CELL = 200  #: characters of a cell worth remembering
_MOST_LABEL = 12  #: words before a statement that can name the part it belongs to


@dataclass(frozen=True, slots=True)
class Found:
    """A deadline in running prose: `text[start:end]` is its verbatim."""

    start: int
    end: int
    reading: TimeReading


def read_times(verbatim: str, year: int, issued: date | None = None) -> tuple[TimeReading, ...]:
    """The time statements of a cell or a label's value, in order; () when it holds no time at all.

    `year` is the plan's: it fills in a missing year. `issued` is the day the plan was issued ("từ nay đến …").
    Nothing is clipped to it.
    """
    return _short(verbatim, year, issued) if len(verbatim) <= _CELL else _read(verbatim, year, issued)


def _read(verbatim: str, year: int, issued: date | None) -> tuple[TimeReading, ...]:
    row = tokens(verbatim)
    context = Context(verbatim, row, year, issued)
    made = combine(row, statements(row, prose=False) or _bare_year(row), cell=True)
    if len(made) > 1:  # "trước ngày 14 hằng tháng (báo cáo tháng)": the name of a report adds nothing
        made = [one for one in made if one.details or not one.named] or made
    found = [(index, reading) for index, one in enumerate(made) for reading in readings(one, context)]
    if len(found) == 1:
        whole = verbatim.strip().rstrip(".;,: \n")
        reading = found[0][1]
        if reading.verbatim == whole and reading.kind != "trigger":
            return (reading,)
        trigger = whole if reading.kind == "trigger" and _covers(made[found[0][0]], count(row)) else reading.trigger
        return (replace(reading, verbatim=whole, trigger=trigger),)
    return tuple(_named(reading, _part(context, made, index)) for index, reading in found)


def _bare_year(row: Tokens) -> list[Statement]:
    """A cell that holds nothing but "2022"."""
    found = year_number(row, 0) if count(row) == 1 else None
    return [Statement(0, 1, "in", Stretch((year_span(found[0]),)), form="span")] if found else []


def _named(reading: TimeReading, part: str | None) -> TimeReading:
    return replace(reading, part=part) if part else reading


@lru_cache(maxsize=4096)
def _short(verbatim: str, year: int, issued: date | None) -> tuple[TimeReading, ...]:
    """The cells of a plan's tables say the same few things again and again."""
    return _read(verbatim, year, issued)


def find_times(sentence: str, year: int, issued: date | None = None) -> tuple[Found, ...]:
    """The deadlines within a sentence or paragraph of prose, in order, not overlapping.

    Citations, validity dates, budget terms, cut-off dates of figures and adverbs are left out.
    """
    row = tokens(sentence)
    context = Context(sentence, row, year, issued)
    made = combine(row, statements(row, prose=True), cell=False)
    found: list[Found] = []
    for one in made:
        if not is_deadline(row, one):
            continue
        start, end = row[one.first].start, row[one.behind - 1].end
        text = sentence[start:end]
        end -= len(text) - len(text.rstrip(" .;,:*\n"))
        found.extend(Found(start, end, reading) for reading in readings(one, context))
    return tuple(found)


def _covers(one: Statement, total: int) -> bool:
    return one.first == 0 and one.behind >= total - 1


def _part(context: Context, made: list[Statement], index: int) -> str | None:
    """What a statement of several belongs to: the words before it ("UBND cấp xã: …") or in brackets behind it."""
    row, one = context.row, made[index]
    begin = made[index - 1].behind if index else 0
    end = one.first
    for at in range(end - 1, max(begin, end - _MOST_LABEL) - 1, -1):
        if row[at].mark in (";", ".", ")"):
            begin = at + 1
            break
    said = context.words(begin, end).strip(" -+(,")
    if said and any(char.isalpha() for char in said):
        return said
    if row[one.behind].mark == "(":
        close = next(
            (at for at in range(one.behind, one.behind + _MOST_LABEL) if at < len(row) and row[at].mark == ")"), 0
        )
        following = made[index + 1].first if index + 1 < len(made) else len(row)
        if close and close < following:
            return context.words(one.behind + 1, close) or None
    return None
