"""Words of a PDF page as printed lines; page numbers, running heads and footnotes recognised by where and how small."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from documents.sources.pdf_process import Page, Word

_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:[Tt]rang\s*:?\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?$")
_FOOTNOTE = re.compile(r"\d{0,3}\s*\S")
_STAMP = re.compile(
    r"(?:Người ký|Ký bởi|Được ký bởi|Cơ quan|Email|Thời gian ký|Ngày ký|Signature Not Verified"
    r"|Digitally signed)\s*(?::|by|$)"
)
#: Words further apart than this many heights stand in different columns.
_COLUMN_GAP = 1.7
_SMALL = 0.9
#: A word with this share of its height inside a row stands in it.
_WITHIN = 0.8


@dataclass(slots=True)
class Line:
    """Words side by side without a column's gap between them."""

    words: list[Word]
    page: int
    x0: float = field(init=False)
    x1: float = field(init=False)
    y0: float = field(init=False)
    y1: float = field(init=False)

    def __post_init__(self) -> None:
        self.x0, self.x1 = self.words[0].x0, self.words[-1].x1
        self.y0, self.y1 = min(word.y0 for word in self.words), max(word.y1 for word in self.words)

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The height of most of its letters."""
        return sorted(word.size for word in self.words)[len(self.words) // 2]

    @property
    def bold(self) -> bool:
        """Whether all words with a letter are bold."""
        return all(word.bold for word in self.words if any(char.isalnum() for char in word.text))

    @property
    def italic(self) -> bool:
        """Whether all words with a letter are italic."""
        return all(word.italic for word in self.words if any(char.isalnum() for char in word.text))


def rows_of(words: Sequence[Word], page: int) -> list[list[Line]]:
    """Rows from top to bottom, each split into the lines of its columns."""
    rows: list[list[Word]] = []
    low = high = 0.0
    for word in sorted(words, key=lambda one: -(one.y0 + one.y1)):
        if rows and (_same_middle(rows[-1][0], word) or _within(word, low, high)):
            rows[-1].append(word)
            low, high = min(low, word.y0), max(high, word.y1)
        else:
            rows.append([word])
            low, high = word.y0, word.y1
    return [_split(sorted(row, key=lambda one: one.x0), page) for row in rows]


def _same_middle(first: Word, word: Word) -> bool:
    return abs(first.y0 + first.y1 - word.y0 - word.y1) / 2 < 0.45 * min(first.size, word.size)


def _within(word: Word, low: float, high: float) -> bool:
    """Whether a word is inside a row. Some fonts give each letter its own height: "qua" and "Sở" have other middles."""
    return min(high, word.y1) - max(low, word.y0) > _WITHIN * (word.y1 - word.y0) > 0


def _split(words: Sequence[Word], page: int) -> list[Line]:
    pieces: list[list[Word]] = [[words[0]]]
    for left, right in pairwise(words):
        if right.x0 - left.x1 > _COLUMN_GAP * max(left.size, right.size, 8):
            pieces.append([])
        pieces[-1].append(right)
    return [Line(piece, page) for piece in pieces]


def body_size(pages: Sequence[Page]) -> float:
    """The height of most letters of a document."""
    sizes = Counter(round(word.size, 0) for page in pages for word in page.words for _ in word.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def without_frame(
    pages: Sequence[Page], rows: Sequence[list[list[Line]]], size: float
) -> tuple[list[list[list[Line]]], list[str]]:
    """The rows without page numbers, running heads, signature stamps and footnotes; and what to tell of it."""
    running = _running(pages, rows)
    out: list[list[list[Line]]] = []
    notes: list[str] = []
    for page, page_rows in zip(pages, rows, strict=True):
        kept = [row for index, row in enumerate(page_rows) if not _is_frame(page, page_rows, index, running)]
        at = _footnotes(page, kept, size)
        if at is not None:
            notes.append(f"Đã bỏ chú thích chân trang ở trang {page.number}.")
            kept = kept[:at]
        unstamped = [
            row for row in kept if not _STAMP.match(row[0].text) or (page.number > 1 and row[0].size >= _SMALL * size)
        ]
        if len(unstamped) < len(kept):
            notes.append(f"Đã bỏ chữ của dấu chữ ký số ở trang {page.number}.")
        out.append(unstamped)
    return out, notes


def _running(pages: Sequence[Page], rows: Sequence[list[list[Line]]]) -> set[str]:
    """Texts at the edge of at least three pages, and of most: running heads."""
    counts: Counter[str] = Counter()
    for page, page_rows in zip(pages, rows, strict=True):
        counts.update({_key(row) for row in page_rows if _at_edge(page, row)})
    return {text for text, count in counts.items() if count >= max(3, 0.6 * len(pages))}


def _key(row: Sequence[Line]) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text for line in row))


def _at_edge(page: Page, row: Sequence[Line]) -> bool:
    return row[0].y0 > 0.92 * page.height or row[0].y1 < 0.08 * page.height


def _is_frame(page: Page, rows: Sequence[list[Line]], index: int, running: set[str]) -> bool:
    row = rows[index]
    if _at_edge(page, row) and _key(row) in running:
        return True
    alone = len(row) == 1 and _PAGE_NUMBER.match(row[0].text) is not None
    return alone and index in (0, len(rows) - 1) and (row[0].y0 > 0.88 * page.height or row[0].y1 < 0.12 * page.height)


def _footnotes(page: Page, rows: Sequence[list[Line]], size: float) -> int | None:
    """Where a foot of small print begins that runs to the end of the page under a short rule."""
    at = len(rows)
    while at > 0 and all(line.size < _SMALL * size for line in rows[at - 1]) and len(rows[at - 1]) == 1:
        at -= 1
    if at == len(rows) or at == 0 or rows[at][0].y1 > 0.6 * page.height or not _FOOTNOTE.match(rows[at][0].text):
        return None
    top, above = rows[at][0].y1, rows[at - 1][0].y0
    ruled = any(
        abs(y0 - y1) < 2 and top - 4 <= y0 <= above + 4 and x1 - x0 < 0.5 * page.width for x0, y0, x1, y1 in page.edges
    )
    return at if ruled or rows[at][0].text[:1].isdigit() else None
