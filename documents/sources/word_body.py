"""The body of a Word document walked in order: paragraphs with their numbers and levels, tables row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docx.oxml.ns import qn

from documents.repair.characters import clean_characters, one_line
from documents.repair.line_join import join_lines
from documents.repair.raw_line import RawBlock, RawLine
from documents.repair.unit_start import split_bullet
from documents.sources.word_numbering import Numbering
from documents.sources.word_runs import Runs, runs_of
from documents.sources.word_styles import Styles, number_of, outline_level
from models.source_text import Paragraph, Place, TableRow

_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_TRANSPARENT = {qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo")}


@dataclass(slots=True)
class WordBody:
    """One walk over one document."""

    document: Any
    length: int = 0  #: số ký tự đã đọc
    _paragraphs: int = 0
    _tables: int = 0
    _footnotes: int = 0
    _converted: set[str] = field(default_factory=set[str])
    _tracked: bool = False
    _styles: Styles = field(init=False)
    _numbering: Numbering = field(init=False)
    _held: tuple[str, RawLine] | None = None  #: đoạn có dấu đoạn đã xóa: chữ của nó đứng trước đoạn sau

    def __post_init__(self) -> None:
        self._styles = Styles(self.document)
        self._numbering = Numbering(self.document)

    def blocks(self) -> list[RawBlock]:
        """Everything in reading order."""
        body = self.document.element.body
        self._tracked = next(body.iter(qn("w:del"), qn("w:ins")), None) is not None
        out: list[RawBlock] = []
        for child in _children(body):
            if child.tag == _PARAGRAPH:
                if self._has_text(child):
                    self._paragraphs += 1
                out += self._lines(child, Place(paragraph=max(self._paragraphs, 1)))
            elif child.tag == _TABLE:
                self._tables += 1
                out += self._rows(child, self._tables)
        return out

    def notes(self) -> list[str]:
        """What a reader should know."""
        said: list[str] = []
        if self._footnotes:
            said.append(f"Đã bỏ {self._footnotes} chú thích chân trang.")
        if self._tracked:
            said.append("Tệp có sửa đổi được theo dõi (track changes): đã đọc như đã chấp nhận hết.")
        said += [f"Đã chuyển từ bảng mã {name} sang Unicode; cần xem lại." for name in sorted(self._converted)]
        return said

    def _has_text(self, paragraph: Any) -> bool:
        return any((one.text or "").strip() for one in paragraph.iter(qn("w:t")))

    def _lines(self, paragraph: Any, place: Place) -> list[RawLine]:
        """One paragraph as lines: soft breaks split it, text boxes follow it."""
        ppr = paragraph.find(qn("w:pPr"))
        link = ppr.find(qn("w:pStyle")) if ppr is not None else None
        style = self._styles.of(link.get(qn("w:val")) if link is not None else None)
        runs = runs_of(paragraph, style)
        self._account(runs)
        out = self._split(runs, ppr, style.level, style.number, place)
        for box in runs.boxes:
            out += self._lines(box, place)
        return out

    def _account(self, runs: Runs) -> None:
        self._footnotes += runs.footnotes
        self.length += sum(map(len, runs.pieces))
        if runs.converted:
            self._converted.add(runs.converted)

    def _split(
        self, runs: Runs, ppr: Any, style_level: int | None, style_number: tuple[str, int] | None, place: Place
    ) -> list[RawLine]:
        text = clean_characters(runs.text)
        if self._held is not None:
            text, self._held = f"{self._held[0]}{text}", None
        pieces = [piece for piece in (one_line(line) for line in text.split("\n")) if piece]
        if not pieces:
            return []
        if _mark_deleted(ppr):
            self._held = (text, RawLine(pieces[0], place))
            return []
        bullet, number = self._label(number_of(ppr) or style_number)
        level = outline_level(ppr)
        first = RawLine(
            f"{number} {pieces[0]}".strip(), place, level=level if level is not None else style_level,
            bold=bool(runs.bold) and all(runs.bold), italic=bool(runs.italic) and all(runs.italic), bullet=bullet,
            starts=True if number else None,
        )  # fmt: skip
        lines = [first, *(RawLine(piece, place, bold=first.bold, italic=first.italic) for piece in pieces[1:])]
        return [_with_bullet(line) for line in lines]

    def _label(self, number: tuple[str, int] | None) -> tuple[str | None, str]:
        return self._numbering.label(number) if number is not None and number[0] != "0" else (None, "")

    def _rows(self, table: Any, index: int) -> Iterator[TableRow]:
        above: dict[int, tuple[Paragraph, ...]] = {}
        number = 0
        for row in _descend(table, qn("w:tr")):
            properties = row.find(qn("w:trPr"))
            if properties is not None and properties.find(qn("w:del")) is not None:
                continue
            number += 1
            place = Place(table=index, row=number)
            cells, spanned = self._cells(row, properties, place, above)
            if any(cells):
                yield TableRow(tuple(cells), place, frozenset(spanned))

    def _cells(
        self, row: Any, properties: Any, place: Place, above: dict[int, tuple[Paragraph, ...]]
    ) -> tuple[list[tuple[Paragraph, ...]], set[int]]:
        cells: list[tuple[Paragraph, ...]] = [() for _ in range(_grid(properties, "w:gridBefore", 0))]
        spanned: set[int] = set()
        for cell in _descend(row, qn("w:tc")):
            column = len(cells)
            tcpr = cell.find(qn("w:tcPr"))
            merge = tcpr.find(qn("w:vMerge")) if tcpr is not None else None
            content = self._cell(cell, replace(place, column=column + 1))
            if merge is not None and merge.get(qn("w:val")) != "restart" and column in above:
                content = above[column]
                spanned.add(column)
            if merge is not None:
                above[column] = content
            else:
                above.pop(column, None)
            cells.append(content)
            cells += [() for _ in range(_grid(tcpr, "w:gridSpan", 1) - 1)]
        return cells, spanned

    def _cell(self, cell: Any, place: Place) -> tuple[Paragraph, ...]:
        """The paragraphs of a cell, those of a table within it included."""
        lines = [line for one in cell.iter(_PARAGRAPH) if not _in_box(one, cell) for line in self._lines(one, place)]
        return tuple(one for one in join_lines(lines)[0] if isinstance(one, Paragraph))


def _with_bullet(line: RawLine) -> RawLine:
    bullet, text = split_bullet(line.text)
    return replace(line, bullet=bullet, text=text) if bullet else line


def _mark_deleted(ppr: Any) -> bool:
    """Whether the paragraph's own mark is deleted by a tracked change: it runs on into the next."""
    rpr = ppr.find(qn("w:rPr")) if ppr is not None else None
    return rpr is not None and rpr.find(qn("w:del")) is not None


def _children(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in _TRANSPARENT:
            yield from _children(child)
        else:
            yield child


def _descend(element: Any, tag: str) -> Sequence[Any]:
    return [child for child in _children(element) if child.tag == tag]


def _in_box(paragraph: Any, cell: Any) -> bool:
    for above in paragraph.iterancestors():
        if above is cell:
            return False
        if above.tag == qn("w:txbxContent"):
            return True
    return False


def _grid(properties: Any, tag: str, default: int) -> int:
    found = properties.find(qn(tag)) if properties is not None else None
    value = found.get(qn("w:val")) if found is not None else None
    return min(int(value), 60) if value and value.isdigit() else default
