"""Tasks in a table (STT | nội dung | chủ trì | phối hợp | thời gian | sản phẩm): one per row that has work in it.

Rows that only name a group give a section; a row without work goes on with the row above; a table may go on over a
page with its header repeated or left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from documents.reader.due_times import Calendar, label_times, prose_times
from documents.reader.labels import Role, split_labels
from documents.reader.outline import Heading, Table
from documents.reader.outputs import split_outputs
from documents.reader.table_header import Column, TableHeader, header_of, is_repeated, new_header, row_texts
from documents.reader.task_draft import Draft, Found, Spot, agency_readings, draft, unread_note, without
from documents.reader.titles import heading_title
from models.reading import AgencyReading, Certainty, TimeReading
from models.source_text import Place, TableRow
from rules.agency_phrases import agencies_at, split_agencies, split_roles

_GROUP_NUMBER = re.compile(r"^(?:[IVX]{1,6}|[A-HĐ])\s*[.)]?$")
_ROW_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3})*\s*[.)]?$|^[a-zđ]\s*[.)]$")
_LEADING_NUMBER = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3})*|[IVX]{1,6}|[a-zđ])\s*[.)]\s*(?=\S)")
_TICKED = re.compile(r"^[xX✓✔+•*]+$")
_HOUR = re.compile(r"\W*(?:từ\s+)?\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2}", re.IGNORECASE)  # the programme of a meeting
_FIRST_ROWS = 6  # rows in which a header is looked for
_LONG_TITLE = 60  # words of a work cell that are still a title


@dataclass(slots=True)
class _Row:
    """One task row being collected: the texts of its cells, the rows that go on with it, its group."""

    cells: list[str]
    place: Place
    group: tuple[str, ...]
    number: str
    order: int
    header: TableHeader
    upper: str = ""
    extra: list[list[str]] = field(default_factory=list[list[str]])


def table_tasks(
    heading: Heading, table: Table, calendar: Calendar, before: TableHeader | None = None
) -> tuple[list[Draft], TableHeader | None]:
    """The tasks of one table and its header; none when it is not a table of a plan (letterhead, figures, signatures).

    `before` is the header of the table above: a table that goes on over a page does not repeat it.
    """
    start, header = _header(table.rows, before)
    if header is None:
        return [], before
    collected = _collect(table.rows[start:], header, table.order + start)
    return [found for row in collected if (found := _task(heading, row, calendar)) is not None], header


def _header(rows: list[TableRow], before: TableHeader | None) -> tuple[int, TableHeader | None]:
    """The header among the first rows and where the rows after it begin; else the one of the table above."""
    for index in range(min(len(rows), _FIRST_ROWS)):
        if (header := header_of(rows, index)) is not None:
            return index + header.rows, header
    if before is None or len(rows[0].cells) != len(before.columns):
        return 0, None
    who = before.of(Column.LEAD, Column.BOTH, Column.COORD)
    named = any(agencies_at(row_texts(row)[at].strip()) for row in rows for at in who if at < len(row.cells))
    return 0, before if named else None


def _collect(rows: list[TableRow], header: TableHeader, order: int) -> list[_Row]:
    collected: list[_Row] = []
    group: tuple[str, ...] = ()
    upper = ""
    for index, row in enumerate(rows):
        if is_repeated(row, header):
            continue
        if index and (again := new_header(row)) is not None:
            header = again
            continue
        cells = _fitted(row_texts(row), len(header.columns))
        number, cells = _number_of(cells, header)
        work = " ".join(cells[at] for at in header.of(Column.WORK) if cells[at])
        rest = [
            cells[at]
            for at in range(len(cells))
            if header.columns[at] not in (Column.NUMBER, Column.WORK, Column.OTHER)
        ]
        if _is_column_numbers(cells):
            continue
        if _is_group(number, work, rest, cells, row):
            group, upper = _next_group(group, number, work)
            continue
        if _goes_on(work, rest, row, header, collected):
            collected[-1].extra.append(cells)
            continue
        if work:
            collected.append(_Row(cells, row.place, group, number, order + index, header, upper))
    return collected


def _is_column_numbers(cells: list[str]) -> bool:
    """The row "(1) (2) (3) …" under a header."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 2 and all(re.fullmatch(r"\(?\d{1,2}\)?|\([a-zA-Z]\)", cell) for cell in filled)


def _fitted(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))][: max(width, 1)] if len(cells) <= width else cells[:width]


def _number_of(cells: list[str], header: TableHeader) -> tuple[str, list[str]]:
    """The number of a row: its column, or at the head of its work."""
    columns = header.of(Column.NUMBER)
    if columns and cells[columns[0]]:
        return cells[columns[0]].strip(" ."), cells
    for at in header.of(Column.WORK):
        if found := _LEADING_NUMBER.match(cells[at]):
            return found.group("number"), [*cells[:at], cells[at][found.end() :], *cells[at + 1 :]]
    return "", cells


def _is_group(number: str, work: str, rest: list[str], cells: list[str], row: TableRow) -> bool:
    """A row that names a group: only its title, or a Roman number without anything else."""
    if any(text.strip() for text in rest):
        return False
    merged = sum(bool(cell) for cell in cells) == 1 and not row.spanned
    return bool(work or cells[0]) and (
        merged or not number or bool(_GROUP_NUMBER.match(number)) or bool(_ROW_NUMBER.match(number))
    )


def _next_group(group: tuple[str, ...], number: str, work: str) -> tuple[tuple[str, ...], str]:
    label = number if number and (_GROUP_NUMBER.match(number) or _ROW_NUMBER.match(number)) else ""
    if not label and (found := re.match(r"([IVX]{1,6}|[A-HĐ])\s*[.)]\s", work or number)):
        label = found.group(1)
    if label and label[0].isdigit():
        return group, label
    return ((label,) if label else ()), ""


def _goes_on(work: str, rest: list[str], row: TableRow, header: TableHeader, collected: list[_Row]) -> bool:
    """Whether a row belongs to the task above: its work is empty, or stands in a cell merged over both rows."""
    if not collected or not any(rest):
        return False
    columns = header.of(Column.WORK)
    spans = bool(columns) and columns[-1] in row.spanned and collected[-1].cells[columns[-1]].endswith(work[-20:])
    return not work or spans


def _task(heading: Heading, row: _Row, calendar: Calendar) -> Draft | None:
    header = row.header
    title = _title(row, header)
    if not title:
        return None
    leads, coordinators = _agencies(row, header)
    times = _times(row, header, calendar)
    outputs = _outputs(row, header)
    if not times and any(_HOUR.match(row.cells[at]) for at in header.of(Column.TIME)):
        return None
    if not (leads or coordinators or times or outputs):
        return None
    path = [part for part in (heading.path, *row.group) if part]
    number = row.number or heading.number
    section = ".".join([*path, row.number] if row.number else path)
    unread = "" if times else " ".join(text for at in header.of(Column.TIME) for text in _texts(row, at))
    note = unread_note(None if leads else "Bảng không nêu cơ quan chủ trì.", unread)
    found = Found(
        title=title,
        leads=leads,
        coordinators=without(coordinators, leads),
        outputs=outputs,
        times=times,
        texts=tuple(row.cells),
        note=note,
        certainty=Certainty.STATED if leads else Certainty.DOUBTFUL,
    )
    return draft(Spot(number, section, row.upper or None, row.place, (row.order, 0)), found)


def _title(row: _Row, header: TableHeader) -> str:
    """The work cell: all of it when short, else its first paragraph; a block of labels inside it is no title."""
    texts = [row.cells[at] for at in header.of(Column.WORK) if row.cells[at]]
    if not texts:
        return ""
    longest = max(texts, key=len) if len(texts) > 1 else texts[0]
    piece = split_labels(longest.replace("\n", " "))[0]
    whole = piece.value if piece.role is None else longest.replace("\n", " ")
    if len(whole.split()) > _LONG_TITLE:
        whole = heading_title(longest.split("\n")[0]) if "\n" in longest else heading_title(whole)
    return " ".join(whole.split()).strip(" -–+*.;:,")


def _texts(row: _Row, at: int) -> list[str]:
    """The cell of a column in the row and in those that go on with it; a cell merged over them once."""
    texts = [row.cells[at], *(cells[at] for cells in row.extra)]
    return [text for text in dict.fromkeys(texts) if text and text not in ("-", "–", "/", "x", "X")]


def _agencies(row: _Row, header: TableHeader) -> tuple[tuple[AgencyReading, ...], tuple[AgencyReading, ...]]:
    leads: list[AgencyReading] = []
    coordinators: list[AgencyReading] = []
    has_coordinators = bool(header.of(Column.COORD))
    for at in header.of(Column.LEAD, Column.BOTH):
        place = replace(row.place, column=at + 1)
        for text in _texts(row, at):
            roles = split_roles(text)
            leads.extend(agency_readings(roles.leads, place))
            coordinators.extend(agency_readings(roles.coordinators, place))
    if has_coordinators:
        for at in header.of(Column.COORD):
            for text in _texts(row, at):
                coordinators.extend(agency_readings(split_agencies(text), replace(row.place, column=at + 1)))
    for text, role in _labels_inside(row, header):
        target = leads if role in (Role.LEAD, Role.BOTH) else coordinators
        target.extend(agency_readings(split_agencies(text), row.place))
    return without(leads, ()), without(coordinators, leads)


def _labels_inside(row: _Row, header: TableHeader) -> list[tuple[str, Role]]:
    """Labels within the work cell ("Cơ quan chủ trì: …"), where the table has no column for them."""
    if header.of(Column.LEAD, Column.BOTH):
        return []
    texts = [row.cells[at].replace("\n", " ") for at in header.of(Column.WORK)]
    pieces = [piece for text in texts for piece in split_labels(text)]
    wanted = (Role.LEAD, Role.BOTH, Role.COORD)
    return [(piece.value, piece.role) for piece in pieces if piece.role is not None and piece.role in wanted]


def _times(row: _Row, header: TableHeader, calendar: Calendar) -> tuple[TimeReading, ...]:
    times: list[TimeReading] = []
    for at in header.of(Column.TIME):
        for text in _texts(row, at):
            place = replace(row.place, column=at + 1)
            whole = " ".join(text.split())
            times.extend(label_times(whole, calendar, place, header.names[at]))
    ticked = [at for at in header.of(Column.PERIOD) if _TICKED.match(row.cells[at])]
    for at in ticked:
        times.extend(label_times(header.names[at], calendar, replace(row.place, column=at + 1)))
    if not times:
        for at in header.of(Column.OUTPUT, Column.WORK):
            times.extend(
                time
                for time in prose_times(row.cells[at], calendar, row.place)
                if time.kind in ("by", "month", "window")
            )
    return tuple(times)


def _outputs(row: _Row, header: TableHeader) -> tuple[str, ...]:
    outputs: list[str] = []
    for at in header.of(Column.OUTPUT):
        for text in _texts(row, at):
            outputs.extend(split_outputs(text))
    return tuple(dict.fromkeys(outputs))
