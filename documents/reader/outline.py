"""The outline of a document: headings as a tree, under each the flat run of what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.reader.labels import HARD, Piece, Role, bare_label, role_of, split_labels
from documents.reader.markers import LABEL_RANK, RANKS, STRUCTURAL, is_capitals, marker_of
from models.source_text import Block, Paragraph, Place, TableRow


@dataclass(slots=True)
class Entry:
    """One line below a heading: a lettered item, a bullet, a paragraph, or a label with its value."""

    kind: str
    label: str  #: "a", "-"; rỗng nếu không có dấu
    text: str
    paragraph: Paragraph
    order: int
    role: Role | None = None
    name: str = ""  #: chữ của nhãn, không có dấu hai chấm
    offset: int = 0

    @property
    def rank(self) -> float:
        """Depth; an unmarked label stands above bullets."""
        return LABEL_RANK if self.role is not None and self.kind == "prose" else RANKS[self.kind]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.paragraph.place_at(self.offset)


@dataclass(slots=True)
class Table:
    """A run of rows; `order` is that of the first among the blocks of the body."""

    order: int
    rows: list[TableRow] = field(default_factory=list[TableRow])


@dataclass(slots=True)
class Heading:
    """A heading ("II.", "2.1."), what stands under it before the next one, and the headings below it."""

    kind: str
    label: str
    text: str
    paragraph: Paragraph | None
    order: int
    parent: Heading | None = None
    children: list[Heading] = field(default_factory=list["Heading"])
    entries: list[Entry] = field(default_factory=list[Entry])
    tables: list[Table] = field(default_factory=list["Table"])

    @property
    def rank(self) -> float:
        """Depth; the root stands above all."""
        return (
            -1.0 if self.kind == "root" else RANKS[self.kind] + (self.label.count(".") if self.kind == "number" else 0)
        )

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.paragraph.place if self.paragraph else Place()

    def ancestors(self) -> Iterator[Heading]:
        """Itself and the headings above it, the nearest first."""
        node: Heading | None = self
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Heading]:
        """Itself and all headings below it, in the order of the document."""
        stack: list[Heading] = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    @property
    def number(self) -> str:
        """The number as printed; of a heading without one, the nearest above it."""
        return next((node.label for node in self.ancestors() if node.label), "")

    @property
    def path(self) -> str:
        """The labels from the section down ("II.2.1"); dotted numbers already hold those above them."""
        labels: list[str] = []
        dotted = False
        for node in self.ancestors():
            if node.label and not (dotted and node.kind == "number"):
                labels.append(node.label)
            dotted = dotted or (node.kind == "number" and "." in node.label)
        return ".".join(reversed(labels))


def build_outline(blocks: list[Block]) -> Heading:
    """The tree of the headings of a document's body; never fails: text without any heading stands under the root."""
    root = Heading("root", "", "", None, 0)
    top = root
    table: Table | None = None
    for order, block in enumerate(blocks, start=1):
        if isinstance(block, TableRow):
            if table is None:
                table = Table(order)
                top.tables.append(table)
            table.rows.append(block)
            continue
        table = None
        top = _add(top, root, block, order)
    return root


def _add(top: Heading, root: Heading, paragraph: Paragraph, order: int) -> Heading:
    marker = marker_of(paragraph)
    pieces = split_labels(marker.rest)
    kind = marker.kind
    if kind == "prose" and is_capitals(marker.rest) and len(marker.rest) < 120 and role_of(marker.rest) is None:
        kind = "section"
    if kind not in STRUCTURAL and (bare := bare_label(marker.rest)) is not None:
        pieces = (bare,)
    labelled = pieces[0].role is not None and (kind not in STRUCTURAL or pieces[0].role in HARD)
    if (
        re.match(r"trên đây là|quá trình (?:tổ chức )?(?:triển khai )?thực hiện,? nếu", marker.rest, re.IGNORECASE)
        and kind == "prose"
    ):
        top = root
    if kind in STRUCTURAL and not labelled:
        parent = _parent(top, kind, marker.label)
        top = Heading(kind, marker.label, pieces[0].value or marker.rest, paragraph, order, parent)
        parent.children.append(top)
        pieces = pieces[1:] if pieces[0].role is None else pieces
        kind = "prose"
    elif kind in STRUCTURAL:
        top = _parent(top, kind, marker.label)
        kind = "letter" if kind == "number" else "prose"
    _entries(top, kind, marker.label, pieces, paragraph, order)
    return top


def _parent(top: Heading, kind: str, label: str) -> Heading:
    rank = Heading(kind, label, "", None, 0).rank
    return next(node for node in top.ancestors() if node.rank < rank)


def _entries(top: Heading, kind: str, label: str, pieces: tuple[Piece, ...], paragraph: Paragraph, order: int) -> None:
    base = max(paragraph.text.find(pieces[0].value[:30]), 0) if pieces else 0
    for index, piece in enumerate(pieces):
        if not piece.value and piece.role is None:
            continue
        shown = kind if index == 0 else "prose"
        mark = label if index == 0 and shown != "prose" else ""
        top.entries.append(
            Entry(shown, mark, piece.value, paragraph, order, piece.role, piece.label, base + piece.start)
        )
