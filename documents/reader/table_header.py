"""The header of a plan table: which column is the work, who leads, who takes part, when, what comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from models.source_text import TableRow

_I = re.IGNORECASE


class Column(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    WORK = "work"
    LEAD = "lead"
    COORD = "coord"
    BOTH = "both"
    TIME = "time"
    OUTPUT = "output"
    PERIOD = "period"  #: "Quý I", "Tháng 3": ô đánh dấu x
    OTHER = "other"


_RULES: tuple[tuple[str, Column], ...] = (
    (r"^(?:stt|tt|số tt|số thứ tự|tt\.?|no\.?|số)$", Column.NUMBER),
    (r"ghi chú|kinh phí|nguồn|dự toán|căn cứ|đối tượng|địa điểm|số lượng|thành phần|cấp trình|cấp ban hành|lãnh đạo|"
     r"theo dõi|"
     r"người ký|tình trạng|mục tiêu|chỉ tiêu|cơ quan trình|thẩm quyền", Column.OTHER),
    (r"chủ trì.*phối hợp", Column.BOTH),
    (r"phối hợp", Column.COORD),
    (r"^(?:tháng|quý|tuần)$|^(?:dự kiến )?(?:thời (?:gian|hạn|điểm)|tiến độ|hạn|hoàn thành|lộ trình|ngày|mốc|"
     r"kế hoạch thời gian|"
     r"thực hiện (?:trong|năm))",
     Column.TIME),
    (r"thời (?:gian|hạn|điểm)|tiến độ|hạn hoàn thành", Column.TIME),
    (r"^(?:dự kiến )?(?:sản phẩm|kết quả|đầu ra|hình thức văn bản|hồ sơ)|sản phẩm", Column.OUTPUT),
    (r"chủ trì|(?:cơ quan|đơn vị|tổ chức|bộ phận|người|cá nhân|cán bộ|phòng|nơi).*(?:thực hiện|tham mưu|"
     r"chịu trách nhiệm|phụ trách|soạn thảo|"
     r"đầu mối|triển khai|được giao|báo cáo)|^(?:trách nhiệm|phân công|đầu mối|giao|chịu trách nhiệm)|phân công|"
     r"^(?:cơ quan|đơn vị|đơn vị, địa phương|các đơn vị|thực hiện|tổ chức thực hiện)$", Column.LEAD),
    (r"nội dung|nhiệm vụ|công việc|hoạt động|tên (?:văn bản|báo cáo|đề án|kế hoạch|nhiệm vụ|việc)|giải pháp|báo cáo|"
     r"việc|danh mục|đề án", Column.WORK),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, _I), column) for pattern, column in _RULES)
_PERIOD = re.compile(
    r"^(?:q(?:uý)?\.?\s*(?:[1-4]|i{1,3}|iv)|t(?:háng)?\.?\s*\d{1,2}|năm\s*\d{4}|6 tháng (?:đầu|"
    r"cuối) năm)(?:\s*[/.]\s*\d{4}|\s*năm\s*\d{4})?$",
    _I,
)
_MOST_WORDS = 14


@dataclass(slots=True)
class TableHeader:
    """The columns by position, the printed words of each, and how many rows the header takes."""

    columns: list[Column] = field(default_factory=list[Column])
    names: list[str] = field(default_factory=list[str])
    rows: int = 1

    def of(self, *kinds: Column) -> list[int]:
        """Positions of the columns of some kinds."""
        return [index for index, column in enumerate(self.columns) if column in kinds]


def row_texts(row: TableRow) -> list[str]:
    """The text of each cell, its paragraphs joined by new lines."""
    return ["\n".join(_shown(paragraph.bullet, paragraph.text) for paragraph in cell).strip() for cell in row.cells]


def _shown(bullet: str | None, text: str) -> str:
    return f"{bullet} {text}" if bullet and not text.startswith(bullet) else text


def column_of(name: str) -> Column:
    """What a header cell announces."""
    words = " ".join(name.casefold().split()).strip(" .:;*-–/")
    words = re.sub(r"\s*\((?!.*phối hợp)[^()]*\)", "", words).strip()
    if not words or len(words.split()) > _MOST_WORDS:
        return Column.OTHER
    if _PERIOD.match(words):
        return Column.PERIOD
    return next((column for pattern, column in _COMPILED if pattern.search(words)), Column.OTHER)


def header_of(rows: list[TableRow], at: int) -> TableHeader | None:
    """The header beginning at a row: one row, or two whose second names the parts of a merged cell; None when the row
    is no header of a plan table (it has no column of work beside one of agencies or times)."""
    names = row_texts(rows[at])
    if len(names) < 2 or sum(len(name.split()) > _MOST_WORDS for name in names) > 0:
        return None
    if at + 1 < len(rows) and (double := _two_rows(names, rows[at + 1])) is not None:
        return double
    columns = [column_of(name) for name in names]
    return TableHeader(columns, names) if _is_plan(columns) else None


def _two_rows(names: list[str], below: TableRow) -> TableHeader | None:
    """A header over two rows: where the lower row repeats or leaves empty a cell the upper one stands."""
    lower = row_texts(below)
    if len(lower) != len(names):
        return None
    parts = [column_of(name) for name in lower]
    told = [index for index, name in enumerate(lower) if name and name != names[index]]
    kinds = (Column.LEAD, Column.COORD, Column.PERIOD, Column.TIME, Column.OUTPUT, Column.BOTH)
    if len(told) < 2 or not all(parts[index] in kinds for index in told):
        return None
    merged = [lower[index] if index in told else name for index, name in enumerate(names)]
    columns = [column_of(name) for name in merged]
    return TableHeader(columns, merged, 2) if _is_plan(columns) else None


def new_header(row: TableRow) -> TableHeader | None:
    """A row within a table that begins another one: all its cells are short and most announce a column."""
    names = row_texts(row)
    columns = [column_of(name) for name in names]
    told = sum(column is not Column.OTHER for column in columns)
    short = all(len(name.split()) <= 8 for name in names)
    return (
        TableHeader(columns, names)
        if short and told >= 3 and columns[0] is Column.NUMBER and _is_plan(columns)
        else None
    )


def _is_plan(columns: list[Column]) -> bool:
    kinds = set(columns)
    who = kinds & {Column.LEAD, Column.COORD, Column.BOTH}
    when = kinds & {Column.TIME, Column.PERIOD}
    return Column.WORK in kinds and bool(who or when)


def is_repeated(row: TableRow, header: TableHeader) -> bool:
    """Whether a row is the header again, at the top of a page."""
    texts = [" ".join(text.casefold().split()) for text in row_texts(row)]
    names = [" ".join(name.casefold().split()) for name in header.names]
    return texts == names or sum(text == name and text != "" for text, name in zip(texts, names, strict=False)) >= max(
        2, len(names) - 1
    )
