"""Two columns side by side (letterhead, recipients and signature): the left one is read before the right one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from documents.sources.pdf_lines import Line


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines read one after the other, between their own margins."""

    lines: tuple[Line, ...]
    left: float
    right: float
    column: bool = False


def flows_of(rows: Sequence[list[Line]], left: float, right: float) -> list[Flow]:
    """The rows of one stretch of a page (between tables) as flows in reading order."""
    out: list[Flow] = []
    plain: list[Line] = []
    index = 0
    while index < len(rows):
        end, gutter = _region(rows, index)
        if end == index:
            plain += rows[index]
            index += 1
            continue
        if plain:
            out.append(Flow(tuple(plain), left, right))
            plain = []
        lines = [line for row in rows[index:end] for line in row]
        for part in ([line for line in lines if line.x1 <= gutter], [line for line in lines if line.x1 > gutter]):
            if part:
                out.append(Flow(tuple(part), min(line.x0 for line in part), max(line.x1 for line in part), column=True))
        index = end
    if plain:
        out.append(Flow(tuple(plain), left, right))
    return out


def _region(rows: Sequence[list[Line]], start: int) -> tuple[int, float]:
    """The end of a two-column stretch that begins at a row, and the middle of its gutter; the start: none."""
    if len(rows[start]) != 2:
        return start, 0.0
    low, high = rows[start][0].x1, rows[start][1].x0
    end = start + 1
    while end < len(rows):
        wider = _gutter(rows[end], low, high)
        if wider is None or rows[end - 1][0].y0 - rows[end][0].y1 > 120:
            break
        low, high = wider
        end += 1
    while end - 1 > start and len(rows[end - 1]) == 1 and _alone_below(rows[end - 1][0], rows[start:end]):
        end -= 1
    return end, (low + high) / 2


def _gutter(row: Sequence[Line], low: float, high: float) -> tuple[float, float] | None:
    """The gutter with one more row beside it; None when the row crosses it."""
    for line in row:
        if line.x1 < high - 4 and line.x0 < low:
            low = max(low, line.x1)
        elif line.x0 > low + 4 and line.x1 > high:
            high = min(high, line.x0)
        else:
            return None
    return (low, high) if high - low > 6 else None


def _alone_below(line: Line, rows: Sequence[list[Line]]) -> bool:
    """A last single line that is as wide as a paragraph is the text after the columns, not their end."""
    widest = max(one.x1 for row in rows[:-1] for one in row) - min(one.x0 for row in rows[:-1] for one in row)
    return line.x1 - line.x0 > 0.6 * widest
