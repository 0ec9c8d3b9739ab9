"""The tasks of a plan document: from its outline, its blocks of labels, its tables and the duties in its prose."""

from __future__ import annotations

from dataclasses import replace

from documents.reader.agency_block import group
from documents.reader.block_tasks import block_tasks
from documents.reader.body import body_of
from documents.reader.due_times import Calendar
from documents.reader.outline import Heading, build_outline
from documents.reader.own_units import with_own_units
from documents.reader.prose_duties import prose_duties
from documents.reader.section_mode import Mode, mode_of
from documents.reader.shared_lines import shared_tasks
from documents.reader.standing_letter import inherited_leads, letter_tasks
from documents.reader.task_draft import Draft
from documents.reader.task_tables import table_tasks
from models.reading import AgencyReading, HeaderReading, TaskReading
from models.source_text import SourceText

_NO_YEAR = "Không rõ năm của kế hoạch: các thời hạn không ghi năm chưa tính được ngày."


def read_tasks(
    source: SourceText, header: HeaderReading, *, standing: bool = False
) -> tuple[tuple[TaskReading, ...], tuple[str, ...]]:
    """The tasks of a document in its order, and notes for a person, in Vietnamese.

    Only what a reading counts as a task is returned; with `standing` also undated responsibilities under "Tổ chức
    thực hiện" (optional tasks, `core` false). Never fails: a text without tasks gives none.
    """
    calendar = Calendar.of(header)
    body = body_of(source.blocks)
    root = build_outline(body.blocks)
    letter = header.doc_type == "cong_van"
    inherited = inherited_leads(body.head, header) if letter else ()
    drafts = _in_tables(root, calendar)
    for heading in root.walk():
        drafts.extend(_under(heading, calendar, standing, inherited if letter else None))
    tasks = tuple(with_own_units(task, header) for task in _numbered(drafts, inherited))
    return tasks, _notes(tasks, calendar)


def _in_tables(root: Heading, calendar: Calendar) -> list[Draft]:
    """The tasks of all tables, in the order of the document."""
    drafts: list[Draft] = []
    header = None
    for heading in root.walk():
        for table in heading.tables:
            found, header = table_tasks(heading, table, calendar, header)
            drafts.extend(found)
    return drafts


def _under(
    heading: Heading, calendar: Calendar, standing: bool, letter: tuple[AgencyReading, ...] | None
) -> list[Draft]:
    """The tasks directly under one heading."""
    grouped = group(heading)
    if mode_of(heading) is Mode.SKIP:
        return []
    drafts = [*block_tasks(heading, grouped, calendar), *shared_tasks(heading, calendar)]
    if letter is not None and not grouped.blocks:
        found = letter_tasks(heading, grouped, calendar, letter)
        if found or heading.kind == "number":
            return [*drafts, *found]
    drafts.extend(prose_duties(heading, grouped, calendar, standing=standing))
    return drafts


def _numbered(drafts: list[Draft], inherited: tuple[AgencyReading, ...]) -> tuple[TaskReading, ...]:
    """In the order of the document, with ids; an item found twice is kept once; in a dispatch an item without an
    agency is of those it goes to."""
    seen: set[tuple[str, str, object]] = set()
    tasks: list[TaskReading] = []
    for draft in sorted(drafts, key=lambda draft: draft.order):
        key = (draft.task.section, draft.task.title, draft.task.place)
        if draft.task.title and key not in seen:
            seen.add(key)
            leads = draft.task.leads or inherited
            tasks.append(replace(draft.task, id=f"t{len(tasks) + 1:02d}", leads=leads))
    return tuple(tasks)


def _notes(tasks: tuple[TaskReading, ...], calendar: Calendar) -> tuple[str, ...]:
    notes: list[str] = []
    if calendar.year == 1 and any(task.times for task in tasks):
        notes.append(_NO_YEAR)
    leaderless = [task for task in tasks if task.core and not task.leads]
    if leaderless:
        where = ", ".join(dict.fromkeys(task.section or task.number or str(task.place) for task in leaderless))
        notes.append(f"{len(leaderless)} nhiệm vụ không nêu cơ quan chủ trì: {where}.")
    return tuple(notes)
