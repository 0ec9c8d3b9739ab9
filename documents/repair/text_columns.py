"""Columns that a converter left side by side in a text: two columns of a letterhead, and rows of cells between tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.repair.raw_line import RawLine

#: This many spaces or a tab part two columns; justified lines have fewer.
_GUTTER = re.compile(r" {4,}|[ ]*\t[ \t]*")
_FRAME = re.compile(r"CỘNG\s+H|Độc\s+lập|Nơi\s+nhận|,\s*ngày|(?:TM|KT|TL|TUQ)\s?\.|CHỦ\s+TỊCH|GIÁM\s+ĐỐC")
_MOST_BLANK = 6

Segment = tuple[int, int, str]


def text_columns(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines with tabbed rows as table rows ("| a | b |") and two columns put one under the other."""
    lines = _tabbed(lines)
    out: list[RawLine] = []
    index = 0
    while index < len(lines):
        end = _region(lines, index)
        if end == index:
            out.append(lines[index])
            index += 1
            continue
        out += _unfolded(lines[index:end])
        index = end
    return out


def _tabbed(lines: Sequence[RawLine]) -> list[RawLine]:
    counts = [line.text.strip(" ").count("\t") for line in lines]
    out: list[RawLine] = []
    for index, line in enumerate(lines):
        near = [counts[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
        if counts[index] >= 2 and counts[index] in near and "|" not in line.text:
            cells = line.text.strip(" ").split("\t")
            line = replace(line, text=f"| {' | '.join(cell.strip() for cell in cells)} |")
        out.append(line)
    return out


def _segments(text: str) -> list[Segment]:
    out: list[Segment] = []
    position = len(text) - len(text.lstrip())
    for found in _GUTTER.finditer(text, position):
        if found.start() > position:
            out.append((position, found.start(), text[position : found.start()]))
        position = found.end()
    if text[position:].strip():
        out.append((position, len(text), text[position:].rstrip()))
    return out


def _region(lines: Sequence[RawLine], start: int) -> int:
    """The end of a two-column stretch that begins at a line; the line itself when there is none."""
    first = _segments(lines[start].text) if "    " in lines[start].text or "\t" in lines[start].text else []
    if len(first) != 2 or first[1][0] < 12 or first[0][2].startswith("|"):
        return start
    low, high = first[0][1], first[1][0]
    double = framed = 0
    last_double = start
    end = start
    while end < len(lines) and lines[end].gap <= (_MOST_BLANK if end > start else 99):
        pieces = _segments(lines[end].text)
        wider = _wider(pieces, low, high)
        if wider is None:
            break
        low, high = wider
        if len(pieces) == 2 or pieces[0][0] >= high:
            last_double = end
        double += len(pieces) == 2
        framed += bool(_FRAME.search(lines[end].text))
        end += 1
    end = max(last_double + 1, _bulleted(lines, last_double + 1, end))
    return end if (framed and (double > 1 or end - start > 1)) or (framed and double) else start


def _bulleted(lines: Sequence[RawLine], start: int, end: int) -> int:
    """Recipients below the last line that has a second column still belong to the first."""
    while start < end and lines[start].text.lstrip().startswith(("-", "+")):
        start += 1
    return start


def _wider(pieces: Sequence[Segment], low: int, high: int) -> tuple[int, int] | None:
    """The gutter with one more line beside it; None when the line crosses it."""
    if not 1 <= len(pieces) <= 2:
        return None
    for start, end, _ in pieces:
        if end <= high - 1 and start < low:
            low = max(low, end)
        elif start >= low + 1:
            high = min(high, start)
        else:
            return None
    return (low, high) if high - low >= 2 else None


def _unfolded(lines: Sequence[RawLine]) -> list[RawLine]:
    """The left column, then the right one."""
    left: list[RawLine] = []
    right: list[RawLine] = []
    gutter = max(_segments(line.text)[0][1] for line in lines if len(_segments(line.text)) == 2)
    for line in lines:
        for start, _, text in _segments(line.text):
            column = right if start >= gutter else left
            column.append(replace(line, text=text.strip(), gap=line.gap if not column else min(line.gap, 1)))
    if right:
        right[0] = replace(right[0], gap=1, starts=True)
    return left + right
