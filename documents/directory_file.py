"""The directory of agencies (danh mục cơ quan) from a tab-separated file with a header; lines with # are comments."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

from documents.text_file import read_text
from models.directory import AgencyEntry, Directory
from models.kinds import AgencyClass
from models.problem import Problem, Problems
from rules.findings import did_you_mean

COLUMNS = (
    "id", "name", "class", "province", "parent", "short_name",
    "symbol", "system", "code", "valid_from", "valid_to", "successor",
)  # fmt: skip
_NEEDED = ("id", "name", "class", "province")


def read_directory(path: Path) -> Directory:
    """Read it, key = the file's name; raises `Problems` with every bad row at once."""
    lines = [
        (number, unicodedata.normalize("NFC", line))
        for number, line in enumerate(read_text(path).splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    rows = _Rows(path.name)
    if not lines:
        rows.add("cả tệp", "danh mục trống.", "empty-file")
        raise Problems(rows.problems)
    header = [cell.strip() for cell in lines[0][1].split("\t")]
    rows.check_header(lines[0][0], header)
    for number, line in lines[1:]:
        rows.read(number, header, line)
    rows.check_links()
    if rows.problems:
        raise Problems(rows.problems)
    return Directory.of(path.stem, rows.entries.values())


class _Rows:
    """Collects entries and problems, row by row, then over all rows."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.entries: dict[str, AgencyEntry] = {}
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []

    def add(self, place: str, message: str, code: str, hint: str = "") -> None:
        self.problems.append(Problem(self.file, place, message, hint, code))

    def check_header(self, number: int, header: list[str]) -> None:
        """A header that lacks a column makes every row unreadable: said once, at once."""
        missing = [name for name in _NEEDED if name not in header]
        unknown = [name for name in header if name not in COLUMNS]
        if missing:
            self.add(
                f"dòng {number}",
                f"thiếu cột: {', '.join(missing)}.",
                "missing-column",
                f"Các cột: {', '.join(COLUMNS)}.",
            )
        for name in unknown:
            self.add(f"dòng {number}", f"không có cột '{name}'.", "unknown-column", did_you_mean(name, COLUMNS))
        if self.problems:
            raise Problems(self.problems)

    def read(self, number: int, header: list[str], line: str) -> None:
        place, before = f"dòng {number}", len(self.problems)
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(header):
            self.add(place, f"có {len(cells)} ô, tiêu đề có {len(header)} cột.", "cell-count")
        row = dict.fromkeys(COLUMNS, "") | dict(zip(header, cells, strict=False))
        for name in _NEEDED:
            if not row[name]:
                self.add(place, f"thiếu '{name}'.", "missing-cell")
        if row["id"] in self.entries:
            self.add(place, f"mã '{row['id']}' đã có ở dòng {self.lines[row['id']]}.", "duplicate-id")
        classes = [klass.value for klass in AgencyClass]
        if row["class"] and row["class"] not in classes:
            self.add(
                place, f"không có loại cơ quan '{row['class']}'.", "unknown-class", did_you_mean(row["class"], classes)
            )
        start, end = self._day(place, row["valid_from"]), self._day(place, row["valid_to"])
        if start and end and start > end:
            self.add(place, f"'valid_to' {end} trước 'valid_from' {start}.", "validity-order")
        if len(self.problems) == before:
            self.entries[row["id"]] = _entry(row, start, end, len(self.entries))
            self.lines[row["id"]] = number

    def _day(self, place: str, text: str) -> date | None:
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.add(place, f"'{text}' không phải một ngày.", "bad-date", "Viết năm-tháng-ngày, ví dụ 2025-06-30.")
            return None

    def check_links(self) -> None:
        """Superiors and successors must exist, and lead somewhere."""
        for entry in self.entries.values():
            place = f"dòng {self.lines[entry.id]}"
            for what, target in (("parent", entry.parent), ("successor", entry.successor)):
                if target is not None and target not in self.entries:
                    message = f"'{what}' là '{target}', không có mã này."
                    self.add(place, message, f"unknown-{what}", did_you_mean(target, tuple(self.entries)))
        for what in ("parent", "successor"):
            self._circle(what)

    def _circle(self, what: str) -> None:
        done: set[str] = set()
        for start in self.entries:
            path: list[str] = []
            at: str | None = start
            while at in self.entries and at not in done and at not in path:
                path.append(at)
                at = getattr(self.entries[at], what)
            if at in path:
                circle = " → ".join([*path[path.index(at) :], at])
                self.add(f"dòng {self.lines[at]}", f"'{what}' đi vòng: {circle}.", f"{what}-circle")
            done.update(path)


def _entry(row: dict[str, str], start: date | None, end: date | None, order: int) -> AgencyEntry:
    return AgencyEntry(
        id=row["id"], name=row["name"], klass=AgencyClass(row["class"]), province=row["province"],
        parent=row["parent"] or None, short_name=row["short_name"] or None, symbol=row["symbol"] or None,
        system=row["system"], code=row["code"], valid_from=start, valid_to=end,
        successor=row["successor"] or None, order=order,
    )  # fmt: skip
