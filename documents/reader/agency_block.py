"""Blocks of labels ("Cơ quan chủ trì / phối hợp / Thời gian / Sản phẩm") and whose they are.

One block closes a heading, each bullet may have its own, and one may be shared by the items before it. Letters and
bullets are used only for their depth, since they are often skipped or repeated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from documents.reader.heading_times import is_time_heading
from documents.reader.labels import HARD, Role
from documents.reader.outline import Entry, Heading

_RANGE = re.compile(
    r"(?:từ\s+)?(?:mục\s+|điểm\s+)?(\d{1,2}(?:\.\d{1,2})+)\s*(?:đến|-|–|tới)\s*(?:mục\s+)?(\d{1,2}(?:\.\d{1,2})+)"
)
_ABOVE = re.compile(
    r"(?:các |những )?(?:nội dung|nhiệm vụ|hoạt động|công việc)(?: [^:]{0,20})?(?:nêu trên|trên đây|ở trên|trên)$"
)


_MOST_SHARED = 400  # items one block can be shared by


@dataclass(slots=True)
class Value:
    """One label with its value lines."""

    role: Role
    name: str
    lines: list[Entry]


@dataclass(slots=True)
class AgencyBlock:
    """A block of labels, the items it stands behind, and the items it was found to belong to (none: the heading)."""

    values: list[Value] = field(default_factory=list[Value])
    before: list[Entry] = field(default_factory=list[Entry])
    announced: list[Entry] = field(default_factory=list[Entry])  #: "Nội dung: …" đứng trước khối
    owner: Entry | None = None
    after: bool = False  #: còn mục nội dung đứng sau khối

    @property
    def roles(self) -> set[Role]:
        """The roles that occur."""
        return {value.role for value in self.values}

    @property
    def rank(self) -> float:
        """Depth of its shallowest label."""
        return min(value.lines[0].rank for value in self.values)


@dataclass(slots=True)
class Grouped:
    """A heading's blocks, and the entries that are neither labels nor their values."""

    blocks: list[AgencyBlock] = field(default_factory=list[AgencyBlock])
    content: list[Entry] = field(default_factory=list[Entry])


def group(heading: Heading) -> Grouped:
    """The blocks below a heading, with their owners."""
    grouped = Grouped()
    pending: list[Entry] = []
    soft: list[Entry] = []
    label: Entry | None = None
    taking: Value | None = None
    for entry in heading.entries:
        if entry.role is None and label is not None and _is_value_line(label, entry, taking):
            if taking is not None:
                taking.lines.append(entry)
            continue
        label = entry if entry.role is not None else None
        taking = None
        if entry.role in HARD:
            taking = _into_block(grouped, entry, pending, soft)
        elif entry.role is not None:
            soft.append(entry)
        else:
            pending.append(entry)
            grouped.content.append(entry)
    _assign(heading, grouped)
    return grouped


def _is_value_line(label: Entry, entry: Entry, taking: Value | None) -> bool:
    """Whether an entry goes on with the value of the label before it: deeper than the label, which was left open."""
    if entry.rank <= label.rank or (entry.kind == label.kind and entry.kind != "prose"):
        return False
    if entry.kind == "prose" and taking is not None and len(taking.lines) > 1:
        return False
    is_open = not label.text or label.text.endswith((":", ";", ","))
    return is_open or (taking is None and entry.kind != "prose")


def _into_block(grouped: Grouped, entry: Entry, pending: list[Entry], soft: list[Entry]) -> Value:
    """Put a label into the block before it, or begin a new one."""
    assert entry.role is not None
    value = Value(entry.role, entry.name, [entry])
    last = grouped.blocks[-1] if grouped.blocks else None
    repeated = last is not None and entry.role in last.roles
    apart = [item for item in pending if last is None or item.rank <= last.rank]
    if last is None or apart or (repeated and (pending or soft)):
        last = AgencyBlock(before=[*pending], announced=[item for item in soft if item.role is Role.CONTENT])
        grouped.blocks.append(last)
    last.values.append(value)
    pending.clear()
    soft.clear()
    return value


def _assign(heading: Heading, grouped: Grouped) -> None:
    """Decide whose each block is."""
    marked = [entry for entry in grouped.content if entry.kind != "prose"]
    depth = min((entry.rank for entry in marked), default=None)
    if len(grouped.blocks) == 1:
        block = grouped.blocks[0]
        units = [entry for entry in block.before if entry.rank == depth]
        last = block.values[-1].lines[-1].order
        block.after = any(entry.rank == depth and entry.order > last for entry in marked)
        wide = heading.kind in ("root", "part", "alpha", "roman", "section") or is_time_heading(heading.text)
        if units and (block.after or (wide and len(units) == 1)):
            block.owner = units[-1]
        return
    for index, block in enumerate(grouped.blocks):
        units = [entry for entry in block.before if entry.kind != "prose"] or block.before or block.announced[-1:]
        shallow = min((entry.rank for entry in units), default=0.0)
        units = [entry for entry in units if entry.rank == shallow]
        if units:
            block.owner = units[-1] if units[-1].kind != "prose" else units[0]
        elif index:
            grouped.blocks[index - 1].values.extend(block.values)
            block.values = []
    grouped.blocks = [block for block in grouped.blocks if block.values]


def shared_with(heading: Heading, block: AgencyBlock) -> tuple[Heading, ...]:
    """The numbered items a block names as its own ("các nội dung từ 3.1 đến 3.4"), or all before it ("nêu trên")."""
    siblings = heading.parent.children[-_MOST_SHARED:] if heading.parent else []
    for value in block.values:
        name = value.name.casefold()
        if found := _RANGE.search(name):
            first, last = (_key(label) for label in found.groups())
            return tuple(node for node in siblings if node.kind == "number" and first <= _key(node.label) <= last)
        if _ABOVE.search(name):
            before = [node for node in siblings if node.order <= heading.order and node.rank == heading.rank]
            return tuple(
                node for node in before if node is heading or not any(entry.role in HARD for entry in node.entries)
            )
    return ()


def _key(label: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", label))
