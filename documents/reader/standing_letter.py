"""Dispatches (công văn): numbered requests; who they go to stands in the sentence above them, or in "Kính gửi"."""

from __future__ import annotations

import re

from documents.reader.agency_block import Grouped
from documents.reader.contexts import heading_context
from documents.reader.due_times import Calendar, prose_times
from documents.reader.outline import Heading
from documents.reader.task_draft import Draft, Found, agency_readings, draft, spot_of, without
from documents.reader.titles import duty_title
from models.reading import AgencyReading, Certainty, HeaderReading
from models.source_text import NOWHERE, Paragraph
from rules.agency_phrases import agencies_at, coordinators_in, split_agencies, subject_of

_AFTERWORD = re.compile(r"theo dõi, đôn đốc|nghiêm túc|khẩn trương|trong quá trình", re.IGNORECASE)
_ASKS = re.compile(r"(?:yêu cầu|đề nghị|giao|chỉ đạo|phân công)(?:\s+cho)?\s*:?\s+", re.IGNORECASE)


def inherited_leads(head: list[Paragraph], header: HeaderReading) -> tuple[AgencyReading, ...]:
    """Those the sentence before the list asks; else the addressees."""
    for paragraph in reversed(head[-4:]):
        for match in _ASKS.finditer(paragraph.text):
            found = agencies_at(paragraph.text, match.end())
            if found:
                requested = match.group().casefold().startswith("đề")
                return agency_readings(found, paragraph.place, inherited=True, requested=requested)
    phrases = [phrase for addressee in header.addressees for phrase in split_agencies(addressee)]
    return agency_readings(phrases, NOWHERE, inherited=True)


def letter_tasks(
    heading: Heading, grouped: Grouped, calendar: Calendar, inherited: tuple[AgencyReading, ...]
) -> list[Draft]:
    """The request of one numbered item; under an item that only names an agency, each bullet is a request."""
    if heading.kind != "number" or heading.children or len(heading.text.split()) < 2:
        return []
    subject = subject_of(heading.text)
    lists = subject is not None and (subject.alone or heading.text.rstrip().endswith(":"))
    bullets = [entry for entry in grouped.content if entry.kind != "prose" and len(entry.text.split()) >= 4]
    if lists and bullets:
        shallow = min(entry.rank for entry in bullets)
        return [
            _bullet(heading, index, grouped, calendar)
            for index, entry in enumerate(grouped.content)
            if entry.rank == shallow
        ]
    if lists and not grouped.content:
        return []
    return [_item(heading, grouped, calendar, inherited)]


def _item(heading: Heading, grouped: Grouped, calendar: Calendar, inherited: tuple[AgencyReading, ...]) -> Draft:
    texts = [(heading.text, heading.place), *((entry.text, entry.place) for entry in grouped.content)]
    leads: list[AgencyReading] = []
    for text, place in texts[:6]:
        subject = None if leads and _AFTERWORD.search(text) else subject_of(text)
        if subject is not None and not (leads and subject.alone):
            leads.extend(agency_readings(subject.agencies, place, requested=subject.requested))
    coordinators = (
        [phrase for text, place in texts for phrase in agency_readings(coordinators_in(text), place)] if leads else []
    )
    times = tuple(
        time for text, place in texts for time in prose_times(text, calendar, place) if time.kind != "ongoing"
    )
    found = Found(
        title=duty_title(heading.text),
        leads=without(leads, ()) or inherited,
        coordinators=without(coordinators, leads),
        times=times,
        texts=tuple(text for text, _ in texts),
        certainty=Certainty.STATED if leads else Certainty.LIKELY if inherited else Certainty.DOUBTFUL,
    )
    return draft(spot_of(heading), found)


def _bullet(heading: Heading, index: int, grouped: Grouped, calendar: Calendar) -> Draft:
    entry = grouped.content[index]
    subject = subject_of(entry.text)
    own = agency_readings(subject.agencies, entry.place) if subject and not subject.alone else ()
    context = heading_context(heading)
    leads = own or context.leads
    found = Found(
        title=duty_title(entry.text),
        leads=leads,
        coordinators=without(agency_readings(coordinators_in(entry.text), entry.place), leads),
        times=tuple(time for time in prose_times(entry.text, calendar, entry.place) if time.kind != "ongoing"),
        requested=context.requested,
        texts=(entry.text,),
    )
    return draft(spot_of(heading, entry, entry), found)
