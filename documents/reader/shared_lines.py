"""A line that says who does several items, and when ("Các nội dung tại mục 3.1, 3.2: Sở A chủ trì; quý II")."""

from __future__ import annotations

import re
from dataclasses import replace

from documents.reader.due_times import Calendar
from documents.reader.inline_roles import Inline, read_clauses
from documents.reader.outline import Entry, Heading
from documents.reader.task_draft import Draft, draft, spot_of
from documents.reader.titles import heading_title

_ONE = r"(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])"
_ITEMS = re.compile(
    r"(?:các |những )?(?:nội dung|nhiệm vụ|hoạt động|công việc|mục|điểm|phần việc)(?: (?:công việc|nhiệm vụ))?"
    r"(?: (?:nêu )?(?:tại|ở|thuộc|trong))?(?: (?:các )?(?:mục|điểm|khoản|tiết))?(?: số)?\s+"
    rf"(?P<labels>{_ONE}(?:\s*(?:,|và|đến|-|–|;)\s*(?:(?:mục|điểm) )?{_ONE})*)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})*|(?<!\w)[a-zđ](?!\w)")
_RANGE = re.compile(r"đến|-|–")
_MOST = 40


def shared_tasks(heading: Heading, calendar: Calendar) -> list[Draft]:
    """The tasks of the items a line under this heading speaks of; those that have a block of their own are left out."""
    drafts: list[Draft] = []
    for entry in heading.entries:
        found = _ITEMS.fullmatch(_name(entry))
        if found is None or not entry.text:
            continue
        inline = read_clauses(entry.text, calendar, entry.place, Inline(""))
        if not inline.leads and not inline.times:
            continue
        for item in _items(heading, found.group("labels")):
            values = replace(inline.found((item.text, entry.text)), title=heading_title(item.text))
            drafts.append(draft(spot_of(item), values))
    return drafts


def _name(entry: Entry) -> str:
    """The words before the colon."""
    return entry.name.strip(" :-+*") if entry.role is not None else ""


def _items(heading: Heading, labels: str) -> list[Heading]:
    named = _LABEL.findall(labels)
    siblings = heading.parent.children[-400:] if heading.parent else []
    around = [node for node in [*siblings, *heading.children] if node.kind == "number" and node.text]
    if _RANGE.search(labels) and len(named) == 2:
        first, last = (_key(label) for label in named)
        return [node for node in around if first <= _key(node.label) <= last][:_MOST]
    return [node for node in around if node.label in named][:_MOST]


def _key(label: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", label))
