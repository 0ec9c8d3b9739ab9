"""The rows of the first sheet of an .xlsx workbook."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from documents.sheet_rows import unreadable
from documents.text_file import LARGEST

_UNREADABLE = (BadZipFile, InvalidFileException, ParseError, LookupError, ValueError, TypeError, OSError, zlib.error)


def workbook_rows(path: Path) -> Iterator[tuple[int, Iterable[Any]]]:
    """(row number, cells); raises `Problems` for what is no workbook or too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise unreadable(path, f"tệp lớn hơn {LARGEST // 1_000_000} MB.")
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            sheet: Any = book.worksheets[0]
            yield from enumerate(sheet.iter_rows(values_only=True), 1)
        finally:
            book.close()
    except _UNREADABLE as error:
        raise unreadable(path, "không phải tệp Excel (.xlsx) đọc được.") from error
