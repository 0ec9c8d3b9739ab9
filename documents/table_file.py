"""Tab-separated files with a header and # comments: rows by column name, with the line of each."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from documents.text_file import read_text
from models.problem import Problem, Problems
from rules.findings import did_you_mean


class Table:
    """The rows of one file; what is wrong with them is collected, and raised together by `done`."""

    def __init__(self, path: Path, columns: Sequence[str], needed: Sequence[str], largest: int | None = None) -> None:
        self.file = path.name
        self.columns = tuple(columns)
        self.needed = tuple(needed)
        self.problems: list[Problem] = []
        text = read_text(path, largest) if largest else read_text(path)
        self._lines = [
            (number, unicodedata.normalize("NFC", line))
            for number, line in enumerate(text.splitlines(), 1)
            if line.strip() and not line.startswith("#")
        ]

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Line number and cells by column; a bad header raises `Problems` at once."""
        header = self._header()
        for number, line in self._lines[1:]:
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) > len(header):
                self.add(number, f"có {len(cells)} ô, tiêu đề có {len(header)} cột.", "cell-count")
            row = dict.fromkeys(self.columns, "") | dict(zip(header, cells, strict=False))
            for name in self.needed:
                if not row[name]:
                    self.add(number, f"thiếu '{name}'.", "missing-cell")
            yield number, row

    def add(self, number: int, message: str, code: str, hint: str = "") -> None:
        """Note a problem at a line."""
        self.problems.append(Problem(self.file, f"dòng {number}", message, hint, code))

    def day(self, number: int, text: str) -> date | None:
        """A day, or None with a problem noted; empty is None."""
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.add(number, f"'{text}' không phải một ngày.", "bad-date", "Viết năm-tháng-ngày, ví dụ 2025-06-30.")
            return None

    def done(self) -> None:
        """Raise `Problems` if there were any."""
        if self.problems:
            raise Problems(self.problems)

    def _header(self) -> list[str]:
        if not self._lines:
            raise Problems([Problem(self.file, "cả tệp", "bảng trống.", "", "empty-file")])
        number, line = self._lines[0]
        header = [cell.strip() for cell in line.split("\t")]
        missing = [name for name in self.needed if name not in header]
        if missing:
            hint = f"Các cột: {', '.join(self.columns)}."
            self.add(number, f"thiếu cột: {', '.join(missing)}.", "missing-column", hint)
        for name in header:
            if name not in self.columns:
                self.add(number, f"không có cột '{name}'.", "unknown-column", did_you_mean(name, self.columns))
        self.done()
        return header
