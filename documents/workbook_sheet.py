"""Sheets of a workbook, and their bytes: typed columns, frozen header, filter, the same file every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from config.timezone import LOCAL
from documents.printable_text import printable
from documents.reproducible_zip import write_package

_CORE = "docProps/core.xml"
_FORMULA = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*>)(<f>.*?</f>)<v(?:\s*/>|></v>)')
_LINE = Side(style="thin", color="BFBFBF")
_EDGES = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FONT = "Times New Roman"


class Look(Enum):
    """How a column shows its values: (number format, alignment, wraps)."""

    TEXT = ("@", "left", True)
    SHORT = ("@", "center", True)
    NUMBER = ("0", "center", False)
    DAY = ("dd/mm/yyyy", "center", False)
    MOMENT = ("dd/mm/yyyy hh:mm", "center", False)
    RATE = ("0.0%", "center", False)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, width in characters and look."""

    title: str
    width: float
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and its value; readers that do not compute (previews on a phone) show the value."""

    text: str
    value: float | str


Value: TypeAlias = str | int | float | date | datetime | Formula | None


@dataclass(slots=True)
class Sheets:
    """A workbook being filled."""

    workbook: Workbook = field(default_factory=Workbook)
    #: sheet number → cell → value of its formula
    _values: list[dict[str, float | str]] = field(default_factory=list[dict[str, float | str]])

    def add(self, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> Worksheet:
        """Append a filled sheet. Text is always stored as text, even when it begins like a formula."""
        sheet: Any = self.workbook.active if not self._values else self.workbook.create_sheet()
        sheet.title = title
        values: dict[str, float | str] = {}
        self._values.append(values)
        _write_header(sheet, columns)
        styles = [_style(sheet, column.look) for column in columns]
        count = 1
        for count, row in enumerate(rows, 2):
            for place, value in enumerate(row, 1):
                cell = sheet.cell(count, place)
                # Shared: setting five properties of each cell takes 2 s a sheet.
                cell._style = styles[place - 1]
                _write_value(cell, value, values)
            sheet.row_dimensions[count].height = _height(columns, row)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
        _set_print(sheet)
        return sheet

    def save(self, path: Path, *, title: str, day: date) -> None:
        """Write the .xlsx; `day` is stamped into its properties, so equal content gives equal bytes."""
        properties = self.workbook.properties
        properties.creator = properties.lastModifiedBy = "Đôn Đốc"
        properties.title = printable(title)
        properties.created = datetime.combine(day, time.min)
        package = BytesIO()
        self.workbook.save(package)
        replaced = self._with_values(package)
        write_package(package.getvalue(), path, replaced)

    def _with_values(self, package: BytesIO) -> dict[str, bytes]:
        """The parts the library leaves wrong for us: formulas without values, and the clock in the properties."""
        replaced: dict[str, bytes] = {}
        with ZipFile(package) as archive:
            core = archive.read(_CORE)
            created = re.search(rb"<dcterms:created[^>]*>([^<]*)<", core)
            if created:
                replaced[_CORE] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + created.group(1), core)
            for number, values in enumerate(self._values, 1):
                if values:
                    name = f"xl/worksheets/sheet{number}.xml"
                    replaced[name] = _FORMULA.sub(lambda found, known=values: _filled(found, known), archive.read(name))
        return replaced


def embolden(sheet: Worksheet, row: int) -> None:
    """Set one row, a total, in bold."""
    for cell in sheet[row]:
        cell.font = Font(name=_FONT, size=11, bold=True)


def colour_rows(sheet: Worksheet, formula: str, colour: str, area: str) -> None:
    """Colour the rows of `area` for which `formula` holds, also after a person has changed or sorted them."""
    fill = PatternFill(start_color=colour, end_color=colour, fill_type="solid")
    sheet.conditional_formatting.add(area, FormulaRule(formula=[formula], fill=fill))


def _filled(found: re.Match[bytes], values: dict[str, float | str]) -> bytes:
    opening, place, formula = found.group(1), found.group(2).decode(), found.group(3)
    value = values[place]
    if isinstance(value, str):
        opening = opening.replace(b">", b' t="str">')
    return opening + formula + b"<v>" + str(value).encode() + b"</v>"


def _write_header(sheet: Any, columns: Sequence[Column]) -> None:
    for place, column in enumerate(columns, 1):
        cell = sheet.cell(1, place, column.title)
        cell.font = Font(name=_FONT, size=11, bold=True, color="FFFFFF")
        cell.fill = PatternFill(start_color="1F4E78", end_color="1F4E78", fill_type="solid")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _EDGES
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.row_dimensions[1].height = 46


def _style(sheet: Any, look: Look) -> Any:
    """The shared style of a column, made on a cell far outside that is taken away again."""
    number_format, align, wraps = look.value
    place = (1, 16_000)
    model = sheet.cell(*place)
    model.font = Font(name=_FONT, size=11)
    model.alignment = Alignment(horizontal=align, vertical="top", wrap_text=wraps)
    model.border = _EDGES
    model.number_format = number_format
    del sheet._cells[place]
    return model._style


def _write_value(cell: Any, value: Value, values: dict[str, float | str]) -> None:
    if isinstance(value, Formula):
        cell.value = value.text
        values[cell.coordinate] = value.value
    elif isinstance(value, str):
        cell.value = printable(value)
        cell.data_type = "s"  # "=", "+", "-", "@" at the beginning stay text
    elif isinstance(value, datetime):
        cell.value = value.astimezone(LOCAL).replace(tzinfo=None)
    else:
        cell.value = value


def _height(columns: Sequence[Column], row: Sequence[Value]) -> float:
    """Height in points for the longest wrapped text: not every reader fits the rows by itself."""
    pairs = zip(columns, row, strict=True)
    return 15.0 * max([1, *(ceil(len(value) / column.width) for column, value in pairs if isinstance(value, str))])


def _set_print(sheet: Any) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)  # inches
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "&P/&N"
