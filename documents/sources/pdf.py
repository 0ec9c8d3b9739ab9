"""A PDF with text as repaired blocks: lines put together by where they stand, tables by their rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.repair.characters import clean_characters, one_line
from documents.repair.line_join import join_lines
from documents.repair.raw_line import RawBlock, RawLine
from documents.repair.split_rows import join_split_rows
from documents.repair.unit_start import begins_small, split_bullet
from documents.repair.web_noise import drop_web_noise
from documents.sources.limits import refused
from documents.sources.pdf_columns import Flow, flows_of
from documents.sources.pdf_lines import Line, body_size, rows_of, without_frame
from documents.sources.pdf_places import numbered
from documents.sources.pdf_process import Page, Word, extracted_pages
from documents.sources.pdf_tables import Grid, grids_of
from models.source_text import Paragraph, Place, SourceText, TableRow

#: A page with fewer characters has no text worth reading: a picture of paper.
_LEAST_CHARACTERS = 30
_INDENT = 10.0


def read_pdf(name: str, raw: bytes) -> SourceText:
    """The text of a PDF; `Problems` for one without text (scanned), broken, locked or too long."""
    pages = extracted_pages(name, raw)
    empty = [page.number for page in pages if sum(len(word.text) for word in page.words) < _LEAST_CHARACTERS]
    if len(empty) == len(pages):
        message = (
            "tệp PDF không có chữ, chỉ có ảnh quét." if any(page.images for page in pages) else "tệp PDF không có chữ."
        )
        raise refused(name, message, "Nhận dạng chữ (OCR) rồi đọc lại, hoặc dùng tệp Word gốc.", "needs-ocr")
    notes = [_about_empty(pages[number - 1]) for number in empty]
    blocks, about_pages = _blocks(pages)
    joined, about_joins = join_lines(blocks)
    cleaned, about_noise = drop_web_noise(numbered(join_split_rows(joined)))
    return SourceText(name, "pdf", tuple(cleaned), (*notes, *about_pages, *about_joins, *about_noise))


def _about_empty(page: Page) -> str:
    if page.images:
        return f"Trang {page.number} không có chữ (ảnh quét?), chưa đọc được."
    return f"Trang {page.number} {'bị hỏng, không đọc được' if page.broken else 'trống, hoặc không đọc được chữ'}."


def _blocks(pages: Sequence[Page]) -> tuple[list[RawBlock], list[str]]:
    grids = [grids_of(page) for page in pages]
    rows = [rows_of(_outside(page, found), page.number) for page, found in zip(pages, grids, strict=True)]
    kept, notes = without_frame(pages, rows, body_size(pages))
    tables = _Tables()
    out: list[RawBlock] = []
    for page, found, page_rows in zip(pages, grids, kept, strict=True):
        lines = [line for row in page_rows for line in row]
        left, right = _margins(lines)
        below = page_rows
        for grid in found:
            above = [row for row in below if row[0].y0 > grid.ys[0] - 2]
            below = below[len(above) :]
            out += _flow_lines(flows_of(above, left, right))
            out += tables.rows(grid, page.number, adjoining=not above)
        out += _flow_lines(flows_of(below, left, right))
        tables.ended = bool(below)
    return out, notes


def _outside(page: Page, grids: Sequence[Grid]) -> list[Word]:
    inside = {id(word) for grid in grids for words in grid.words.values() for word in words}
    return [word for word in page.words if id(word) not in inside]


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    if not lines:
        return 0.0, 0.0
    starts, ends = sorted(line.x0 for line in lines), sorted(line.x1 for line in lines)
    return starts[len(starts) // 20], ends[-1 - len(ends) // 20]


def _flow_lines(flows: Sequence[Flow]) -> Iterator[RawLine]:
    for flow in flows:
        for index, line in enumerate(flow.lines):
            following = flow.lines[index + 1] if index + 1 < len(flow.lines) else None
            yield _raw_line(line, flow, flow.lines[index - 1] if index else None, following)


def _raw_line(line: Line, flow: Flow, above: Line | None, below: Line | None) -> RawLine:
    text = one_line(clean_characters(line.text))
    first = (below or line).words[0]
    wide = line.x1 - line.x0 if _centred(line, flow) else line.x1 - flow.left
    full = wide + (first.x1 - first.x0 if below else 30) + 0.3 * line.size > flow.right - flow.left - 2
    bullet, rest = split_bullet(text)
    starts: bool | None = None
    if (above is None and flow.column) or (
        above is not None and not begins_small(rest) and _set_off(line, above, flow)
    ):
        starts = True
    return RawLine(rest, Place(page=line.page), 0, None, line.bold, line.italic, bullet, above is None, starts, full)


def _set_off(line: Line, above: Line, flow: Flow) -> bool:
    """Whether a line opens a paragraph by the room above it or by its indent."""
    if above.page == line.page and above.y0 - line.y1 > 0.9 * line.size:
        return True
    return line.x0 - above.x0 > _INDENT and not (_centred(line, flow) and _centred(above, flow))


def _centred(line: Line, flow: Flow) -> bool:
    return abs(line.x0 + line.x1 - flow.left - flow.right) < 14 and line.x0 > flow.left + 14


class _Tables:
    """Numbers the tables of a document; one that goes on over the page keeps its number."""

    def __init__(self) -> None:
        self.ended = True
        self._count = 0
        self._row = 0
        self._xs: list[float] = []
        self._head: tuple[str, ...] = ()

    def rows(self, grid: Grid, page: int, *, adjoining: bool) -> Iterator[TableRow]:
        """The rows of a grid."""
        goes_on = adjoining and not self.ended and _same_columns(self._xs, grid.xs)
        if not goes_on:
            self._count, self._row = self._count + 1, 0
        self._xs, self.ended = grid.xs, False
        for row in range(len(grid.ys) - 1):
            texts = tuple(
                " ".join(word.text for word in grid.words.get((row, column), ())) for column in range(len(grid.xs) - 1)
            )
            if goes_on and row == 0 and texts == self._head:
                continue
            if self._row == 0:
                self._head = texts
            self._row += 1
            place = Place(page=page, table=self._count, row=self._row)
            made = _table_row(grid, row, place)
            if any(made.cells):
                yield made


def _same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 6 for a, b in zip(one, other, strict=True))


def _table_row(grid: Grid, row: int, place: Place) -> TableRow:
    cells: list[tuple[Paragraph, ...]] = []
    spanned: set[int] = set()
    for column in range(len(grid.xs) - 1):
        corner = grid.spans[(row, column)]
        if corner[1] != column:
            cells.append(())
            continue
        if corner[0] != row:
            spanned.add(column)
        cells.append(_cell(grid, corner, replace(place, column=column + 1)))
    return TableRow(tuple(cells), place, frozenset(spanned))


def _cell(grid: Grid, corner: tuple[int, int], place: Place) -> tuple[Paragraph, ...]:
    words = grid.words.get(corner, [])
    lines = [
        Line(sorted((word for line in row for word in line.words), key=lambda one: one.x0), place.page or 0)
        for row in rows_of(words, place.page or 0)
    ]
    if not lines:
        return ()
    span = [column for (row, column), at in grid.spans.items() if at == corner and row == corner[0]]
    left, right = grid.xs[min(span)], grid.xs[max(span) + 1]
    flow = Flow(tuple(lines), left, right - 5)
    raw = [replace(one, place=place, starts=None, page_start=False) for one in _flow_lines([flow])]
    return tuple(one for one in join_lines(raw)[0] if isinstance(one, Paragraph))
