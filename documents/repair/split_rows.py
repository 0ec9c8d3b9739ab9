"""A row of a table that the end of a page cut in two: put together when its cells run on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from documents.repair.line_join import CLOSED
from documents.repair.raw_line import Repaired
from documents.repair.unit_start import begins_small
from models.source_text import Paragraph, TableRow


def join_split_rows(blocks: Sequence[Repaired]) -> list[Repaired]:
    """The blocks with the rows put together that stand on two pages."""
    out: list[Repaired] = []
    for block in blocks:
        above = out[-1] if out else None
        if isinstance(block, TableRow) and isinstance(above, TableRow) and _runs_on(above, block):
            out[-1] = replace(above, cells=tuple(_joined(a, b) for a, b in zip(above.cells, block.cells, strict=True)))
        else:
            out.append(block)
    return out


def _runs_on(above: TableRow, below: TableRow) -> bool:
    if (
        above.place.table != below.place.table
        or above.place.page == below.place.page
        or len(above.cells) != len(below.cells)
    ):
        return False
    pairs = [
        (a, b)
        for column, (a, b) in enumerate(zip(above.cells, below.cells, strict=True))
        if b and column not in below.spanned
    ]
    if below.cells[0] or not pairs or not all(a for a, _ in pairs):
        return False
    return any(begins_small(b[0].text) and not b[0].bullet and not CLOSED.search(a[-1].text) for a, b in pairs)


def _joined(above: tuple[Paragraph, ...], below: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    if not above or not below:
        return above or below
    last, first = above[-1], below[0]
    if first.bullet or CLOSED.search(last.text) or not begins_small(first.text):
        return above + below
    text = f"{last.text} {first.text}"
    parts = (*(last.parts or ((0, last.place),)), (len(last.text) + 1, first.place))
    return (*above[:-1], replace(last, text=text, parts=parts), *below[1:])
