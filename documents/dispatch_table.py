"""The list inside a công văn đôn đốc: who still owes what, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from documents.dispatch_wording import Duty, commune_kinds, duties, duty_of
from documents.official_page import TEXT_WIDTH
from documents.vietnamese_date import official_date, official_number
from documents.word_markup import Setting, cell, paragraph, row, run, table
from models.dispatch_draft import DispatchDraft, DispatchLine

#: points
_SIZE = 12
#: column widths in mm; they fill the width of the text
_SHORT = (11.0, 73.0, 46.0, 30.0)
_LONG = (10.0, 36.0, 46.0, 29.0, 19.0, 20.0)
_SHORT_HEADS = ("TT", "Cơ quan, đơn vị", "Số ngày quá hạn", "Tình trạng")
_LONG_HEADS = ("TT", "Cơ quan, đơn vị", "Nội dung chưa hoàn thành", "Thời hạn", "Số ngày quá hạn", "Tình trạng")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def owed_table(draft: DispatchDraft) -> str:
    """The list as WordprocessingML.

    One duty for all: the text names it, the list does not. Few duties: each heads its part of the list.
    Nearly as many duties as lines: each line names its own.
    """
    owed = duties(draft)
    short = len(owed) == 1 or len(owed) * 2 <= len(draft.lines)
    widths, heads = (_SHORT, _SHORT_HEADS) if short else (_LONG, _LONG_HEADS)
    titles = [_cell(width, head, "center", bold=True) for width, head in zip(widths, heads, strict=True)]
    rows = [row(titles, header=True)]
    numbers = count(1)
    parts: list[tuple[str, Iterable[DispatchLine]]] = [("", draft.lines)]
    if short and len(owed) > 1:
        parts = [
            (_duty_heading(place, duty), [line for line in draft.lines if duty_of(line) == duty])
            for place, duty in enumerate(owed, 1)
        ]
    for heading, lines in parts:
        if heading:
            rows.append(_heading_row(heading, len(widths), italic=False))
        for addressee, owing in grouped(draft.addressees, lines):
            if any(line.agency != addressee for line in owing):
                title = f"{addressee} ({communes_phrase(addressee, owing)})"
                rows.append(_heading_row(title, len(widths), italic=bool(heading)))
            rows += [_line_row(next(numbers), line, widths, short=short) for line in owing]
    return table(widths, rows, lined=True, padding=1.5)


def grouped(addressees: Iterable[str], lines: Iterable[DispatchLine]) -> Iterator[tuple[str, list[DispatchLine]]]:
    """(addressee, its lines), in the order of the addressees; an addressee's own duties come before its communes'."""
    by_addressee: dict[str, list[DispatchLine]] = {}
    for line in lines:
        by_addressee.setdefault(line.addressee, []).append(line)
    for addressee in addressees:
        if addressee in by_addressee:
            yield addressee, sorted(by_addressee[addressee], key=lambda line: line.agency != line.addressee)


def communes_phrase(addressee: str, lines: list[DispatchLine]) -> str:
    """ "13 xã, thị trấn": how many agencies under the addressee are named, and of what kinds."""
    agencies = {line.agency for line in lines} - {addressee}
    kinds = commune_kinds(agencies)
    return f"{official_number(len(agencies))} {', '.join(kinds) or 'cơ quan, đơn vị'}"


def _roman(number: int) -> str:
    text = ""
    for value, digits in _ROMAN:
        repeated, number = divmod(number, value)
        text += digits * repeated
    return text


def _duty_heading(place: int, duty: Duty) -> str:
    said = f", Kế hoạch ghi: “{duty.phrase}”" if duty.phrase else ""
    return f"{_roman(place)}. {duty.activity} (thời hạn: {official_date(duty.last_day)}{said})"


def _cell(width: float, text: str, align: str, *, bold: bool = False, note: str = "") -> str:
    setting = Setting(align=align, before=1.5, after=1.5)
    content = paragraph(setting, run(text, _SIZE, bold=bold))
    if note:
        content += paragraph(Setting(align=align, after=1.5), run(note, 11, italic=True))
    return cell(width, content, middle=True)


def _heading_row(text: str, columns: int, *, italic: bool) -> str:
    setting = Setting(before=2, after=2, keep_next=True)
    content = paragraph(setting, run(text, _SIZE, bold=True, italic=italic))
    return row([cell(TEXT_WIDTH, content, span=columns, middle=True)])


def _line_row(number: int, line: DispatchLine, widths: tuple[float, ...], *, short: bool) -> str:
    late = f"{line.working_days_late} ngày làm việc"
    whole = f"({line.calendar_days_late} ngày)"
    cells = [_cell(widths[0], str(number), "center"), _cell(widths[1], line.agency, "left")]
    if short:
        cells.append(_cell(widths[2], f"{late} {whole}", "center"))
    else:
        quoted = f"“{line.phrase}”" if line.phrase else ""
        cells.append(_cell(widths[2], line.activity, "left"))
        cells.append(_cell(widths[3], official_date(line.last_day), "center", note=quoted))
        cells.append(_cell(widths[4], late, "center", note=whole))
    cells.append(_cell(widths[-1], line.state, "center"))
    return row(cells)
