"""Tasks with a block of labels: agencies, times and products come from the labels, the title from the item above."""

from __future__ import annotations

import re
from dataclasses import replace

from documents.reader.agency_block import AgencyBlock, Grouped, shared_with
from documents.reader.due_times import Calendar, closing_time, label_times, prose_times
from documents.reader.heading_times import at_times, heading_times
from documents.reader.kept_times import own_duty
from documents.reader.labels import HARD, Role, role_of
from documents.reader.outline import Entry, Heading
from documents.reader.outputs import split_outputs
from documents.reader.task_draft import Draft, Found, Spot, agency_readings, draft, spot_of, unread_note, without
from documents.reader.titles import duty_title, heading_title
from models.reading import AgencyReading, Certainty, TaskReading, TimeReading
from rules.agency_phrases import coordinators_in, split_agencies, split_roles, subject_of

_GENERAL = re.compile(
    r"(?:các |một số )?(?:nội dung|nhiệm vụ|giải pháp|hoạt động|công việc|tổ chức|thời gian|kế hoạch|"
    r"triển khai)(?:[ ,](?:và|kế hoạch|thực hiện|cụ thể|"
    r"chủ yếu|trọng tâm|giải pháp|nhiệm vụ|nội dung|triển khai|tổ chức|hoạt động|phân công|địa điểm|thành phần|"
    r"chính|công việc|trách nhiệm|,))*"
)
_NO_LEAD = "Văn bản không nêu cơ quan chủ trì."


def block_tasks(heading: Heading, grouped: Grouped, calendar: Calendar) -> list[Draft]:
    """The tasks of a heading's blocks; a block shared by several numbered items makes one task of each."""
    drafts: list[Draft] = []
    for block in grouped.blocks:
        owners = shared_with(heading, block)
        if owners:
            drafts.extend(_task(owner, None, block, _prose(owner), calendar) for owner in owners)
            continue
        content = _content_of(grouped, block)
        if block.owner is None and not _has_title(heading):
            continue
        drafts.append(_task(heading, block.owner, block, content, calendar))
    when = heading_times(heading, calendar)
    return [at_times(found, when) for found in drafts if _says_something(found.task)]


def _says_something(task: TaskReading) -> bool:
    """Labels without any value ("Cơ quan chủ trì:" left blank) make no task."""
    return bool(task.leads or task.coordinators or task.times or task.outputs)


def _has_title(heading: Heading) -> bool:
    role = role_of(heading.text)
    words = len(heading.text.split())
    if heading.kind != "number" and (heading.children or _GENERAL.fullmatch(heading.text.casefold().strip(" .:*"))):
        return False
    return words >= 2 and role not in HARD and (role is None or words > 4)


def _content_of(grouped: Grouped, block: AgencyBlock) -> list[Entry]:
    """The prose the task is described by."""
    if block.owner is None:
        return grouped.content
    content: list[Entry] = []
    for entry in block.before:
        if entry is block.owner:
            content = [entry]
        elif content and entry.rank > block.owner.rank:
            content.append(entry)
    return content or [block.owner]


def _prose(owner: Heading) -> list[Entry]:
    return [entry for entry in owner.entries if entry.role is None]


def _task(heading: Heading, owner: Entry | None, block: AgencyBlock, content: list[Entry], calendar: Calendar) -> Draft:
    spot = _spot(heading, owner)
    leads, coordinators = _agencies(block)
    inferred = False
    if not leads:
        leads, more = _from_prose(heading, owner, content)
        coordinators = coordinators or more
        inferred = bool(leads)
    times = _times(block, calendar) or _unlabelled_times(heading, owner, block, content, calendar)
    found = Found(
        title=_title(heading, owner),
        leads=leads,
        coordinators=without(coordinators, leads),
        outputs=_outputs(block),
        times=times,
        texts=(heading.text, *(entry.text for entry in content)),
        note=unread_note(None if leads else _NO_LEAD, "" if times else _time_words(block)),
        certainty=Certainty.LIKELY if inferred else Certainty.STATED if leads else Certainty.DOUBTFUL,
    )
    return draft(spot, found)


def _spot(heading: Heading, owner: Entry | None) -> Spot:
    return spot_of(heading, owner, owner)


def _title(heading: Heading, owner: Entry | None) -> str:
    if owner is None:
        return heading_title(heading.text) if subject_of(heading.text) is None else duty_title(heading.text)
    return duty_title(owner.text)


def _agencies(block: AgencyBlock) -> tuple[tuple[AgencyReading, ...], tuple[AgencyReading, ...]]:
    leads: list[AgencyReading] = []
    coordinators: list[AgencyReading] = []
    for value in block.values:
        for line in value.lines:
            if value.role in (Role.LEAD, Role.BOTH):
                roles = split_roles(line.text)
                leads.extend(agency_readings(roles.leads, line.place))
                coordinators.extend(agency_readings(roles.coordinators, line.place))
            elif value.role is Role.COORD:
                coordinators.extend(agency_readings(split_agencies(line.text), line.place))
    return without(leads, ()), without(coordinators, leads)


def _time_words(block: AgencyBlock) -> str:
    """The printed value of the time labels."""
    return " ".join(line.text for value in block.values if value.role is Role.TIME for line in value.lines)


def _times(block: AgencyBlock, calendar: Calendar) -> tuple[TimeReading, ...]:
    times: list[TimeReading] = []
    for value in block.values:
        if value.role is Role.TIME:
            for line in value.lines:
                times.extend(label_times(line.text, calendar, line.place, value.name))
    return tuple(times)


def _unlabelled_times(
    heading: Heading, owner: Entry | None, block: AgencyBlock, content: list[Entry], calendar: Calendar
) -> tuple[TimeReading, ...]:
    """A block without a time label: the deadlines said beside its agencies, in its title or in its prose."""
    lines = [line for value in block.values if value.role is not Role.OUTPUT for line in value.lines]
    content = [entry for entry in content if not own_duty(entry, calendar)]
    found = [time for entry in [*lines, *content] for time in prose_times(entry.text, calendar, entry.place)]
    if owner is None and not found:
        found = list(prose_times(heading.text, calendar, heading.place))
    if not found and content:
        found = list(closing_time(content[-1].text, calendar, content[-1].place))
    return tuple(
        replace(time, certainty=Certainty.LIKELY)
        for time in found
        if time.kind in ("by", "window", "month", "recurring")
    )


def _outputs(block: AgencyBlock) -> tuple[str, ...]:
    outputs: list[str] = []
    for value in block.values:
        if value.role is Role.OUTPUT:
            for line in value.lines:
                outputs.extend(split_outputs(line.text))
    return tuple(dict.fromkeys(outputs))


def _from_prose(
    heading: Heading, owner: Entry | None, content: list[Entry]
) -> tuple[tuple[AgencyReading, ...], tuple[AgencyReading, ...]]:
    """Leads of a block without a lead label: the subject of the item, or of its first paragraph."""
    texts = [(owner.text, owner.place)] if owner else [(heading.text, heading.place)]
    texts.extend((entry.text, entry.place) for entry in content[:4] if entry is not owner)
    for index, (text, place) in enumerate(texts):
        subject = subject_of(text)
        named = subject is not None and not subject.alone and (index < 2 or subject.ordered)
        if named and subject is not None:
            leads = agency_readings(subject.agencies, place, requested=subject.requested)
            return leads, agency_readings(coordinators_in(text, subject.end), place)
    return (), ()
