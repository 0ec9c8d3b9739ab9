"""Plan tables whose columns a converter kept apart with spaces, as rows between bars.

Only a run under a header line of such a table is rebuilt: three or more columns, two of them named as a plan's are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.repair.raw_line import RawLine

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_HEADER = re.compile(
    r"nội dung|nhiệm vụ|công việc|hoạt động|chủ trì|phối hợp|thực hiện|thời gian|thời hạn|tiến độ|sản phẩm|kết quả|"
    r"hoàn thành|đơn vị|cơ quan",
    re.IGNORECASE,
)
_WHO_WHEN = re.compile(
    r"chủ trì|thực hiện|phối hợp|đơn vị|cơ quan|thời gian|thời hạn|tiến độ|hoàn thành", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?$")
_SLACK = 2  # columns a cell may begin before its header
_MOST_ROWS = 2000
_LEAST_COLUMNS = 3
_MOST_HEADER_WORDS = 6

Segment = tuple[int, int, str]


def spaced_tables(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines with each such table as rows "| a | b |"."""
    out: list[RawLine] = []
    index = 0
    while index < len(lines):
        starts = _header(lines[index].text)
        end = _region(lines, index, starts) if starts else index
        if end - index < 2:
            out.append(lines[index])
            index += 1
            continue
        out += _rows(lines[index:end], starts)
        index = end
    return out


def _segments(text: str) -> list[Segment]:
    return [(found.start(), found.end(), found.group()) for found in _SEGMENT.finditer(text)]


def _header(text: str) -> list[int]:
    """Where the columns begin, when a line is the header of a plan table; else []."""
    if "   " not in text or "|" in text or len(text) > 400:
        return []
    pieces = _segments(text)
    named = [piece for _, _, piece in pieces if _HEADER.search(piece)]
    who = [piece for piece in named if _WHO_WHEN.search(piece)]
    if (
        len(pieces) < _LEAST_COLUMNS
        or len(named) < 2
        or not who
        or any(len(piece.split()) > 6 for _, _, piece in pieces)
    ):
        return []
    return [start for start, _, _ in pieces]


def _region(lines: Sequence[RawLine], start: int, starts: Sequence[int]) -> int:
    """Behind the last line whose cells stand under the header's columns."""
    index = start + 1
    while index < min(start + _MOST_ROWS, len(lines)) and lines[index].gap <= 1:
        pieces = _segments(lines[index].text)
        if not all(_fits(piece, starts) for piece in pieces):
            break
        if len(pieces) == 1 and pieces[0][0] < starts[1] - _SLACK and not _NUMBER.match(pieces[0][2]):
            break
        index += 1
    return index


def _fits(piece: Segment, starts: Sequence[int]) -> bool:
    """Whether a segment stays inside one column, but for the last one."""
    start, end, _ = piece
    at = _column(start, starts)
    return at == len(starts) - 1 or end <= starts[at + 1]


def _column(start: int, starts: Sequence[int]) -> int:
    return max((index for index, begin in enumerate(starts) if begin - _SLACK <= start), default=0)


def _rows(lines: Sequence[RawLine], starts: Sequence[int]) -> list[RawLine]:
    rows: list[tuple[RawLine, list[str]]] = []
    for line in lines:
        cells = [""] * len(starts)
        for start, _, text in _segments(line.text):
            at = _column(start, starts)
            cells[at] = f"{cells[at]} {text}".strip()
        if rows and len(rows) > 1 and not cells[0]:
            rows[-1] = (
                rows[-1][0],
                [f"{above} {cell}".strip() for above, cell in zip(rows[-1][1], cells, strict=True)],
            )
        else:
            rows.append((line, cells))
    return [replace(line, text=f"| {' | '.join(cells)} |") for line, cells in rows]
