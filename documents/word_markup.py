"""Paragraphs and tables of WordprocessingML as text.

Built as text and parsed once: python-docx walks the whole table for each cell it touches, so a list of
140 rows would take longer than all the rest of a dispatch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from documents.printable_text import printable

#: twentieths of a point in a millimetre
TWIPS_PER_MM = 1440 / 25.4
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, Word's unit of length."""
    return round(millimetres * TWIPS_PER_MM)


def run(text: str, size: float, *, bold: bool = False, italic: bool = False) -> str:
    """A stretch of text of one look; `size` in points."""
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    half_points = round(size * 2)
    return (
        f'<w:r><w:rPr>{look}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>'
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph stands on the page; lengths in mm, spacing in points."""

    align: str = "left"
    before: float = 0
    after: float = 0
    first: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    #: line spacing, multiple of single
    line: float = 1
    #: stays on one page with the next paragraph
    keep_next: bool = False
    #: begins a new page
    new_page: bool = False


def paragraph(setting: Setting, *runs: str) -> str:
    """One paragraph of ready runs."""
    flags = ("<w:keepNext/>" if setting.keep_next else "") + ("<w:pageBreakBefore/>" if setting.new_page else "")
    indent = f'w:left="{twips(setting.left)}" w:right="{twips(setting.right)}"'
    if setting.hanging:
        indent += f' w:hanging="{twips(setting.hanging)}"'
    elif setting.first:
        indent += f' w:firstLine="{twips(setting.first)}"'
    return (
        f"<w:p><w:pPr>{flags}"
        f'<w:spacing w:before="{round(setting.before * 20)}" w:after="{round(setting.after * 20)}"'
        f' w:line="{round(setting.line * 240)}" w:lineRule="auto"/>'
        f'<w:ind {indent}/><w:jc w:val="{setting.align}"/></w:pPr>{"".join(runs)}</w:p>'
    )


def gap(points: float, *, keep_next: bool = False) -> str:
    """An empty paragraph of exactly this height: a paragraph mark alone would be as high as the text."""
    kept = "<w:keepNext/>" if keep_next else ""
    height = round(points * 20)
    return f'<w:p><w:pPr>{kept}<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/></w:pPr></w:p>'


def rule(length: float, column: float, *, gap: float = 1) -> str:
    """A thin line of `length` mm, centred in a column of `column` mm, `gap` points below the text above."""
    side = max(0, twips((column - length) / 2))
    return (
        '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="{round(gap * 20)}" w:after="0" w:line="80" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def cell(width: float, content: str, *, span: int = 1, middle: bool = False) -> str:
    """A table cell of `width` mm over `span` columns, holding paragraphs."""
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    upright = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{grid}{upright}</w:tcPr>{content}</w:tc>'


def row(cells: Sequence[str], *, header: bool = False) -> str:
    """A table row that is never cut by a page; a header row is repeated on each page."""
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[float], rows: Sequence[str], *, lined: bool, padding: float = 0) -> str:
    """A table of fixed column widths (mm), with or without lines; `padding` mm at the sides of each cell."""
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"' if lined else 'w:val="nil"'
    edges = "".join(f"<w:{edge} {line}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    side = twips(padding)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips(width) for width in widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
