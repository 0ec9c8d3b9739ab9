"""Where the paragraphs of a PDF stand: page and number on it, so that no two of a page are taken for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from models.source_text import Paragraph, Place, TableRow


def numbered(blocks: Iterable[Paragraph | TableRow]) -> list[Paragraph | TableRow]:
    """The blocks, paragraphs outside tables counted from 1 on each page; one over two pages counts on both."""
    seen: Counter[int | None] = Counter()
    return [_numbered(block, seen) if isinstance(block, Paragraph) else block for block in blocks]


def _numbered(block: Paragraph, seen: Counter[int | None]) -> Paragraph:
    places: dict[int | None, Place] = {}
    for place in (block.place, *(place for _, place in block.parts)):
        if place.page not in places:
            seen[place.page] += 1
            places[place.page] = replace(place, paragraph=seen[place.page])
    parts = tuple((start, places[place.page]) for start, place in block.parts)
    return replace(block, place=places[block.place.page], parts=parts)
