"""Footnotes at the foot of a page, in the middle of a sentence that runs on: taken out with their marks, and noted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from documents.repair.raw_line import RawLine

_NOTE = re.compile(r"\s*[\[(]?(\d{1,3})[\])]?(?:\s+(?=\S)|\s*$|(?=[^\W\d_]))")
_MARK = re.compile(r"(?<=[^\W\d_])[\"”)]?(\d{1,3})(?![\w/.-]*\w)|(?<=[”\")\].,;])(?<!\d[.,;)])(\d{1,3})(?=[\s.,;:)]|$)")
#: Lines of a page that begin with the wanted number and are tried as the first footnote.
_MOST_TRIES = 20
_DEFINITION = re.compile(r"\s{0,3}\[\^([\w-]{1,20})\]:\s*")


def drop_footnotes(lines: Sequence[RawLine], starts: Sequence[int]) -> tuple[list[RawLine], list[str]]:
    """The lines without footnotes, given the indexes of lines that begin a page; and what to tell of it."""
    kept: list[RawLine] = []
    notes: list[str] = []
    bounds = [0, *[start for start in starts if start], len(lines)]
    expected = 1
    for begin, end in pairwise(bounds):
        page = list(lines[begin:end])
        at, numbers = _foot(page, expected)
        if not numbers and expected != 1:
            at, numbers = _foot(page, 1)
        if numbers:
            notes.append(f"Đã bỏ chú thích chân trang {_span(numbers)} (từ {page[at].place}).")
            expected = numbers[-1] + 1
            page = _unmarked(page[:at], numbers)
        kept += page
    return _without_definitions(kept, notes), notes


def _span(numbers: Sequence[int]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"


def _foot(page: Sequence[RawLine], expected: int) -> tuple[int, list[int]]:
    """Where the footnotes of a page begin, and their numbers: each must be marked in the text above, in order."""
    marks = _marks(page, expected)
    if not marks:
        return 0, []
    first = next(iter(marks.values())) + 1
    candidates = (at for at in range(first, len(page)) if _number(page[at]) == expected)
    for at in islice(candidates, _MOST_TRIES):
        numbers = [expected]
        for line in page[at + 1 :]:
            if _number(line) == numbers[-1] + 1 and numbers[-1] + 1 in marks:
                numbers.append(numbers[-1] + 1)
        if all(number in marks and marks[number] < at for number in numbers) and len(numbers) == len(
            [number for number, where in marks.items() if where < at]
        ):
            return at, numbers
    return 0, []


def _number(line: RawLine) -> int | None:
    found = _NOTE.match(line.text)
    return int(found[1]) if found and not line.bullet else None


def _marks(page: Sequence[RawLine], expected: int) -> dict[int, int]:
    """Marks glued to words, in the order expected, expected+1, …: number → index of the line."""
    found: dict[int, int] = {}
    for index, line in enumerate(page):
        for mark in _MARK.finditer(line.text):
            if int(mark[1] or mark[2]) == expected + len(found):
                found[expected + len(found)] = index
    return found


def _unmarked(page: Sequence[RawLine], numbers: Sequence[int]) -> list[RawLine]:
    """The page's text with the marks of these footnotes taken out."""
    wanted = list(numbers)
    out: list[RawLine] = []
    for line in page:
        text, start = "", 0
        for mark in _MARK.finditer(line.text):
            group = 1 if mark[1] else 2
            if wanted and int(mark[group]) == wanted[0]:
                text += line.text[start : mark.start(group)]
                start = mark.end(group)
                wanted.pop(0)
        out.append(replace(line, text=text + line.text[start:]) if start else line)
    return out


def _without_definitions(lines: Sequence[RawLine], notes: list[str]) -> list[RawLine]:
    """Markdown's "[^1]: …" footnotes: the line, and lines after it up to a blank one."""
    out: list[RawLine] = []
    inside = False
    for line in lines:
        found = _DEFINITION.match(line.text)
        if found is not None:
            notes.append(f"Đã bỏ chú thích {found[1]} ({line.place}).")
        inside = found is not None or (inside and line.gap == 0)
        if not inside:
            out.append(line)
    return out
