"""Rows of text from a sheet a person made: CSV (comma, semicolon or tab) or the first sheet of an .xlsx workbook."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from documents.text_file import read_text
from models.problem import Problem, Problems

#: More rows than this are refused: the country has about 3,400 agencies of two contacts each.
MOST_ROWS = 50_000

_DELIMITERS = ",;\t"


def read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """Every row that has a filled cell, with its number as the writer's program shows it; cells trimmed, NFC.

    Raises `Problems` for a file that cannot be read or holds too much.
    """
    raw = _workbook(path) if path.suffix.lower() == ".xlsx" else _csv_rows(path)
    rows: list[tuple[int, list[str]]] = []
    for number, cells in raw:
        texts = [_text(cell) for cell in cells]
        if any(texts):
            rows.append((number, texts))
        if number > MOST_ROWS:
            raise unreadable(path, f"có hơn {MOST_ROWS} dòng.")
    if not rows:
        raise unreadable(path, "tệp trống.")
    return rows


def _csv_rows(path: Path) -> Iterator[tuple[int, Iterable[Any]]]:
    text = read_text(path)
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise unreadable(path, f"dòng {start} không đúng dạng CSV.") from error


def _workbook(path: Path) -> Iterator[tuple[int, Iterable[Any]]]:
    from documents.workbook_rows import workbook_rows  # its library takes a third of a second to load

    return workbook_rows(path)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return " ".join(unicodedata.normalize("NFC", str(cell)).split())


def unreadable(path: Path, message: str) -> Problems:
    """The one problem of a sheet that cannot be read at all."""
    return Problems([Problem(path.name, "cả tệp", message, code="sheet-unreadable")])
