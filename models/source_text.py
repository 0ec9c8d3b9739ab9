"""The text of a plan document as the reader sees it: paragraphs and table rows, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of text stands in its file; what is unknown or meaningless for the format is None."""

    line: int | None = None  #: dòng (txt, md), tính từ 1
    page: int | None = None  #: trang (pdf), tính từ 1
    paragraph: int | None = None  #: đoạn (docx: của văn bản; pdf: của trang), tính từ 1
    table: int | None = None  #: bảng, tính từ 1
    row: int | None = None  #: hàng của bảng, tính từ 1
    column: int | None = None  #: cột của bảng, tính từ 1

    def __str__(self) -> str:
        """As an officer reads it: "trang 2, bảng 1, hàng 4, cột 3"; empty when nothing is known."""
        named = (("trang", self.page), ("bảng", self.table), ("hàng", self.row), ("cột", self.column),
                 ("đoạn", self.paragraph), ("dòng", self.line))  # fmt: skip
        return ", ".join(f"{name} {value}" for name, value in named if value is not None)


NOWHERE = Place()  #: chỗ không rõ


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One logical paragraph after repair: NFC, one line, no markup, page numbers and footnotes taken out.

    `parts` maps offsets of `text` to places: the part with the largest offset ≤ i is where character i stands.
    """

    text: str
    place: Place
    level: int | None = None  #: bậc đề mục của định dạng (md "#", docx "Heading n"); None: không phải đề mục
    bold: bool = False  #: cả đoạn in đậm
    italic: bool = False  #: cả đoạn in nghiêng
    bullet: str | None = None  #: dấu đầu dòng "-", "+", "•" đã tách khỏi text; None: không có
    parts: tuple[tuple[int, Place], ...] = ()

    def place_at(self, offset: int) -> Place:
        """The place of a character of the text."""
        found = self.place
        for start, place in self.parts:
            if start > offset:
                break
            found = place
        return found


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: the paragraphs of each cell, in order; a cell merged over columns stands in the first.

    A cell merged over rows is repeated in each of them with `spanned` holding its column indexes (from 0).
    """

    cells: tuple[tuple[Paragraph, ...], ...]
    place: Place
    spanned: frozenset[int] = frozenset()


Block = Paragraph | TableRow


@dataclass(frozen=True, slots=True)
class SourceText:
    """A whole document after repair, in reading order. `name` is the file's name, without a folder."""

    name: str
    format: Literal["txt", "md", "docx", "pdf"]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = field(default=())  #: điều người đọc cần biết: chú thích đã bỏ, bảng mã đã chuyển …
