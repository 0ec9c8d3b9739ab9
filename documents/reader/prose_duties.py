"""Duties in prose: dated ones anywhere outside aims and funding, and numbered items that name their agency.

A bullet under "2. Trách nhiệm của Sở X" takes that agency as its lead; a subject of its own wins.
"""

from __future__ import annotations

import re
from dataclasses import replace

from documents.reader.agency_block import Grouped
from documents.reader.contexts import Context, context_of, entry_context, heading_context
from documents.reader.dated_clauses import dated_clauses, is_only_when, sentences_of
from documents.reader.due_times import Calendar, closing_time, label_times, prose_times
from documents.reader.heading_times import at_times, heading_times, is_time_heading
from documents.reader.inline_roles import inline_of, says_only_who
from documents.reader.kept_times import kept_times, own_duty
from documents.reader.markers import is_capitals
from documents.reader.outline import Entry, Heading
from documents.reader.section_mode import Mode, mode_of
from documents.reader.task_draft import Draft, Found, agency_readings, draft, spot_of, without
from documents.reader.titles import duty_title, heading_title
from documents.repair.letters import UPPER
from models.reading import AgencyReading, Certainty, TimeReading
from models.source_text import Place
from rules.agency_phrases import Subject, agencies_at, coordinators_in, subject_of

_ASSIGNED = re.compile(r"\bgiao\b|chủ\s+trì|yêu cầu", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(\s*(?:do\s+|giao\s+)?(?=[^()]{3,200}\))")
_GIVEN = re.compile(r"\bgiao(?:\s+cho)?\s+(?=[c" + UPPER + r"])")
_SAVED_FOR_LATER = re.compile(
    r"chịu trách nhiệm thi hành|nếu (?:có |phát sinh )?(?:khó khăn|vướng mắc)|"
    r"nghiêm túc (?:tổ chức |triển khai )*thực hiện",
    re.IGNORECASE,
)
_DUE_DAY = re.compile(r"(?:trước|chậm nhất|xong)\b.{0,25}\d", re.IGNORECASE)


def prose_duties(heading: Heading, grouped: Grouped, calendar: Calendar, *, standing: bool = False) -> list[Draft]:
    """The duties in prose under one heading. `standing`: also undated responsibilities, as optional tasks."""
    mode = mode_of(heading)
    if mode is Mode.SKIP:
        return []
    owned = [block.owner for block in grouped.blocks]
    drafts: list[Draft] = []
    if None not in owned:
        drafts.extend(_of_heading(heading, mode, calendar, standing))
    if grouped.blocks and None in owned:
        duties = [entry for entry in grouped.content if own_duty(entry, calendar)]
        for entry in duties if len(duties) < len(grouped.content) or len(duties) == 1 else ():
            drafts.extend(_dated(heading, entry, None, mode, Context(), calendar))
        return drafts
    drafts.extend(_of_entries(heading, grouped, mode, calendar, standing))
    return drafts


def _of_heading(heading: Heading, mode: Mode, calendar: Calendar, standing: bool) -> list[Draft]:
    """The heading's own sentence, when it is a duty: dated, or (numbered) with an agency and a verb."""
    text = heading.text
    if len(text.split()) < 5 or heading.kind not in ("number", "roman", "alpha") or is_capitals(text):
        return []
    if is_time_heading(text):
        return []
    if mode is not Mode.MONEY and (inline := inline_of(text, calendar, heading.place)) is not None:
        return [draft(spot_of(heading), _led_by(inline.found((text,)), heading_context(heading)))]
    subject = subject_of(text)
    times = kept_times(prose_times(text, calendar, heading.place), mode, text)
    named = subject is not None and not subject.alone and not text.rstrip().endswith(":")
    if not times and not (named and heading.kind == "number" and not heading.children and mode is not Mode.MONEY):
        return []
    requested = subject is not None and subject.requested
    if not times and (len(text.split()) < 9 or not (standing or requested or mode is Mode.CONTENT)):
        return []
    core = bool(times) or (mode is Mode.CONTENT and not requested)
    if times and heading.paragraph:
        whole = Entry("prose", "", text, heading.paragraph, heading.order)
        parts = _dated(heading, whole, None, mode, heading_context(heading), calendar)
        if len(parts) > 1 or (parts and parts[0].order != (heading.order, 0)):
            return parts
    return [_duty(heading, None, None, text, heading.place, times, heading_context(heading), core=core)]


def _of_entries(heading: Heading, grouped: Grouped, mode: Mode, calendar: Calendar, standing: bool) -> list[Draft]:
    above = heading_context(heading)
    when = heading_times(heading, calendar)
    owners = {id(block.owner) for block in grouped.blocks if block.owner is not None}
    drafts: list[Draft] = []
    items: list[Entry] = []
    for entry in grouped.content:
        items = [item for item in items if item.rank < entry.rank]
        lettered = next((item for item in reversed([*items, entry]) if item.kind in ("letter", "paren")), None)
        if id(entry) not in owners and not any(id(item) in owners for item in items):
            context = next(
                (given for item in reversed(items) if (given := entry_context(item.text, item.place))), above
            )
            owner = items[-1] if items and items[-1].kind in ("letter", "paren") else None
            found = _only_who(heading, owner, entry, mode, calendar) or _of_entry(
                heading, entry, lettered, mode, context, calendar, standing
            )
            if not found and when and len(entry.text.split()) >= 4 and not items:
                found = [_duty(heading, entry, lettered, entry.text, entry.place, when, context, core=True)]
            if drafts and (late := _only_when(entry, drafts[-1], calendar)) is not None:
                drafts[-1], found = late, []
            drafts.extend(at_times(one, when) for one in found)
        if entry.kind != "prose":
            items.append(entry)
    return drafts


def _led_by(found: Found, context: Context) -> Found:
    """Values without agencies of their own take those of the heading above."""
    if not found.leads and not found.coordinators:
        found.leads, found.coordinators = context.leads, context.coordinators
    return found


def _only_who(heading: Heading, owner: Entry | None, entry: Entry, mode: Mode, calendar: Calendar) -> list[Draft]:
    """A sentence under an item that says only who does it, with whom and when: the item is the task."""
    title = owner.text if owner else heading.text
    if mode is not Mode.CONTENT or len(title.split()) < 3 or (owner is None and not _is_item(heading)):
        return []
    if entry.kind in ("letter", "paren") or entry_context(title, entry.place) is not None:
        return []
    subject = subject_of(entry.text)
    if subject is None or subject.requested or not says_only_who(entry.text, subject.end, calendar, entry.place):
        return []
    leads = agency_readings(subject.agencies, entry.place)
    found = Found(
        title=heading_title(title),
        leads=leads,
        coordinators=without(agency_readings(coordinators_in(entry.text, subject.end), entry.place), leads),
        times=prose_times(entry.text, calendar, entry.place) or prose_times(title, calendar, entry.place),
        texts=(title, entry.text),
    )
    return [draft(spot_of(heading, owner, owner), found)]


def _only_when(entry: Entry, before: Draft, calendar: Calendar) -> Draft | None:
    """The task before, if it has no time, with that of a line that says nothing else ("* Hoàn thành trước 30/6")."""
    if before.task.times or not is_only_when(entry.text):
        return None
    times = tuple(time for time in label_times(entry.text, calendar, entry.place, "hoàn thành") if time.kind != "none")
    return replace(before, task=replace(before.task, times=times)) if times else None


def _is_item(heading: Heading) -> bool:
    """Whether a heading names one piece of work, not a section of several."""
    return heading.kind == "number" and not heading.children and not is_capitals(heading.text)


def _of_entry(
    heading: Heading,
    entry: Entry,
    lettered: Entry | None,
    mode: Mode,
    context: Context,
    calendar: Calendar,
    standing: bool,
) -> list[Draft]:
    text = entry.text
    if len(text.split()) < 4 or (_SAVED_FOR_LATER.search(text) and not _DUE_DAY.search(text)):
        return []
    if mode is not Mode.MONEY and (inline := inline_of(text, calendar, entry.place)) is not None:
        return [draft(spot_of(heading, entry, lettered), _led_by(inline.found((text,)), context))]
    times = kept_times(prose_times(text, calendar, entry.place), mode, text)
    subject = subject_of(text)
    named = subject is not None and not subject.alone
    if times:
        return _dated(heading, entry, lettered, mode, context, calendar)
    assigned = named and mode is Mode.CONTENT and subject is not None and _is_assigned(entry, subject)
    if assigned and len(text.split()) >= 8 and not (subject and subject.requested):
        last = closing_time(text, calendar, entry.place)
        return [_duty(heading, entry, lettered, text, entry.place, last, context, core=True)]
    if (
        standing
        and mode in (Mode.DUTIES, Mode.CONTENT)
        and (named or context.leads)
        and not text.rstrip().endswith(":")
    ):
        return [_duty(heading, entry, lettered, text, entry.place, (), context, core=False)]
    return []


def _dated(
    heading: Heading, entry: Entry, lettered: Entry | None, mode: Mode, context: Context, calendar: Calendar
) -> list[Draft]:
    """One duty for each sentence or clause with times of its own."""
    drafts: list[Draft] = []
    offset = 0
    first = subject_of(entry.text)
    given = context if first is None or first.alone else context_of(first, entry.place)

    def times_of(text: str) -> tuple[TimeReading, ...]:
        return kept_times(prose_times(text, calendar, entry.place), mode, text)

    for sentence in sentences_of(entry.text):
        at = max(entry.text.find(sentence, offset), offset)
        offset = at + len(sentence)
        for clause in dated_clauses(sentence, times_of):
            start = at + max(sentence.find(clause[:40]), 0)
            shown = Entry(entry.kind, entry.label, clause, entry.paragraph, entry.order, offset=entry.offset + start)
            times = times_of(clause)
            drafts.append(
                _duty(heading, shown, lettered, _due_clause(clause, times), entry.place, times, given, core=True)
            )
    return drafts


def _due_clause(sentence: str, times: tuple[TimeReading, ...]) -> str:
    """Of a closing sentence ("Trên đây là …; báo cáo … trước ngày …") the clause with the time."""
    if not re.match(r"\s*trên đây", sentence, re.IGNORECASE):
        return sentence
    clauses = sentence.split(";")
    return next((clause for clause in clauses if times[0].verbatim in clause), sentence)


def _is_assigned(entry: Entry, subject: Subject) -> bool:
    """Whether an item gives work to an agency: a marked item begins with it, a sentence says so in so many words
    ("Giao Sở X …", "Sở X chủ trì …")."""
    around = entry.text[: subject.end + 40]
    begins = entry.kind != "prose" and not entry.text[: subject.agencies[0].start].strip()
    return subject.ordered or begins or _ASSIGNED.search(around) is not None


def _duty(
    heading: Heading,
    entry: Entry | None,
    lettered: Entry | None,
    text: str,
    place: Place,
    times: tuple[TimeReading, ...],
    context: Context,
    *,
    core: bool,
) -> Draft:
    subject = subject_of(text)
    own = subject is not None and not subject.alone
    leads = agency_readings(subject.agencies, place, requested=subject.requested) if own and subject else context.leads
    bracketed = () if leads else _in_brackets(text, place)
    coordinators = agency_readings(coordinators_in(text, subject.end if own and subject else 0), place)
    found = Found(
        title=duty_title(text),
        leads=leads or bracketed,
        coordinators=without(coordinators or (() if own else context.coordinators), leads or bracketed),
        times=times,
        core=core,
        requested=context.requested and not own,
        texts=(text,),
        certainty=Certainty.STATED if own or leads else Certainty.LIKELY if bracketed else Certainty.DOUBTFUL,
    )
    return draft(spot_of(heading, entry, lettered), found)


def _in_brackets(text: str, place: Place) -> tuple[AgencyReading, ...]:
    """The agencies at the head of a bracket ("(Sở X chủ trì)"), or those work is given to ("…; giao Sở X …")."""
    for match in _IN_BRACKETS.finditer(text):
        found = agencies_at(text, match.end())
        if found and re.match(r"[^()]{0,30}(?:chủ trì|thực hiện|\)|;)", text[found[-1].end :]):
            return agency_readings(found, place)
    given = _GIVEN.search(text)
    return agency_readings(agencies_at(text, given.end()), place) if given else ()
