"""Paragraphs in a row as one text to search over, with the way back from an offset to a place in the file."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.source_text import NOWHERE, Block, Paragraph, Place

#: What is cut out of a text is overwritten with this, so that offsets stay.
CUT = "\x00"


def flatten(blocks: Iterable[Block]) -> list[Paragraph]:
    """The paragraphs of blocks in reading order; a row gives its cells from left to right, repeated ones once."""
    out: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            out.append(block)
            continue
        for column, cell in enumerate(block.cells):
            if column not in block.spanned:
                out += cell
    return out


@dataclass(slots=True)
class FlatText:
    """The texts of paragraphs, one a line; spans can be cut out without moving the others."""

    paragraphs: Sequence[Paragraph]
    text: str = ""
    starts: list[int] = field(default_factory=list[int])

    def __post_init__(self) -> None:
        position = 0
        for paragraph in self.paragraphs:
            self.starts.append(position)
            position += len(paragraph.text) + 1
        self.text = "\n".join(paragraph.text for paragraph in self.paragraphs)

    def index(self, offset: int) -> int:
        """Which paragraph a character belongs to."""
        return bisect.bisect_right(self.starts, offset) - 1

    def place(self, offset: int) -> Place:
        """Where a character stands in the file."""
        at = self.index(offset)
        return self.paragraphs[at].place_at(offset - self.starts[at]) if at >= 0 else NOWHERE

    def cut(self, start: int, end: int) -> None:
        """Overwrite a span, line breaks in it included."""
        self.text = self.text[:start] + CUT * (end - start) + self.text[end:]

    def rest(self, start: int, end: int) -> list[str]:
        """The lines that are left of a span, cleaned; cuts break lines."""
        pieces = re.split(f"[{CUT}\n]+", self.text[start:end])
        return [" ".join(piece.split()) for piece in pieces if any(char.isalnum() for char in piece)]
