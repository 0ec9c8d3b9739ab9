"""Tables written in HTML inside a text or markdown file, as rows between bars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.repair.raw_line import RawLine

_OPEN = re.compile(r"<table\b", re.IGNORECASE)
_CLOSE = re.compile(r"</table\s*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=</tr|<tr\b|</table|$)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<t[dh]\b(?P<how>[^<>]*)>(?P<text>.*?)(?=</t[dh]|<t[dh]\b|</tr|$)", re.IGNORECASE | re.DOTALL)
_SPAN = re.compile(r"(?P<which>col|row)span\s*=\s*[\"']?(?P<count>\d{1,2})", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"</(?:p|div|li)>\s*", re.IGNORECASE)
_MOST_LINES = 5000
_MOST_SPANNED = 40


def html_tables(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines with each HTML table as rows "| a | b |"; cells merged over rows are repeated."""
    out: list[RawLine] = []
    index = 0
    while index < len(lines):
        end = _end(lines, index) if _OPEN.search(lines[index].text) else index
        if end == index:
            out.append(lines[index])
            index += 1
            continue
        out += _rows(lines[index:end])
        index = end
    return out


def _end(lines: Sequence[RawLine], start: int) -> int:
    """Behind the line that closes the table; the start when nothing does."""
    for index in range(start, min(start + _MOST_LINES, len(lines))):
        if _CLOSE.search(lines[index].text):
            return index + 1
    return start


def _rows(lines: Sequence[RawLine]) -> list[RawLine]:
    text = "\n".join(line.text for line in lines)
    first = _OPEN.search(text)
    before = text[: first.start()].strip() if first else ""
    out = [replace(lines[0], text=before)] if before else []
    pending: dict[int, tuple[int, str]] = {}
    for row in _ROW.finditer(text):
        cells = _cells(row.group(1), pending)
        if any(cells):
            place = lines[min(text.count("\n", 0, row.start()), len(lines) - 1)]
            out.append(replace(place, text=f"| {' | '.join(cells)} |", gap=0 if out else lines[0].gap))
    return out


def _cells(row: str, pending: dict[int, tuple[int, str]]) -> list[str]:
    """The texts of a row; `pending` holds the cells merged over rows: column → rows left, text."""
    cells: list[str] = []
    for found in _CELL.finditer(row):
        _fill(cells, pending)
        shown = _PARAGRAPH_END.sub("<br>", found.group("text")).replace("\n", " ").replace("|", "/").strip()
        shown = re.sub(r"(?:<br>\s*)+$", "", shown)
        spans = {span["which"].lower(): min(int(span["count"]), _MOST_SPANNED) for span in _SPAN.finditer(found["how"])}
        if spans.get("row", 1) > 1:
            pending[len(cells)] = (spans["row"] - 1, shown)
        cells += [shown, *[""] * (spans.get("col", 1) - 1)]
    _fill(cells, pending)
    return cells


def _fill(cells: list[str], pending: dict[int, tuple[int, str]]) -> None:
    """The cells from above that stand next."""
    while len(cells) in pending:
        left, text = pending.pop(len(cells))
        if left > 1:
            pending[len(cells)] = (left - 1, text)
        cells.append(text)
        if left > 1:
            continue
