"""One printed line of a document before repair, as every text-like format hands it over."""

from __future__ import annotations

from dataclasses import dataclass

from models.source_text import Paragraph, Place, TableRow


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line with what its format knows about it; lengths are in characters, positions in points for a PDF."""

    text: str
    place: Place
    gap: int = 0  #: số dòng trống ngay trước dòng này
    level: int | None = None  #: bậc đề mục của định dạng
    bold: bool = False
    italic: bool = False
    bullet: str | None = None  #: dấu đầu dòng đã tách khỏi text
    page_start: bool = False  #: dòng đầu của một trang
    starts: bool | None = None  #: True: chắc chắn mở đoạn mới; False: chắc chắn nối dòng trước; None: không rõ
    full: bool | None = None  #: dòng chạm lề phải (PDF); None: không rõ


RawBlock = RawLine | TableRow
Repaired = Paragraph | TableRow
