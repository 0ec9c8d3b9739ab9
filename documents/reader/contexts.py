"""The agencies a heading or a lettered item gives to what stands under it ("2. Trách nhiệm của Sở X", "a) Sở X:")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.reader.outline import Heading
from documents.reader.task_draft import agency_readings
from models.reading import AgencyReading
from models.source_text import Place
from rules.agency_phrases import Subject, coordinators_in, subject_of


@dataclass(frozen=True, slots=True)
class Context:
    """The agencies a heading or a lettered item gives to what stands under it."""

    leads: tuple[AgencyReading, ...] = ()
    coordinators: tuple[AgencyReading, ...] = ()
    requested: bool = False


def heading_context(heading: Heading) -> Context:
    """The agencies of the nearest heading that is nothing but agencies ("Trách nhiệm của Sở X", "Sở X:")."""
    for node in heading.ancestors():
        found = entry_context(node.text, node.place)
        if found is not None:
            return found
        for entry in node.entries[:1]:
            if entry.kind == "prose" and entry.text.rstrip().endswith(":") and (subject := subject_of(entry.text)):
                return context_of(subject, entry.place)
    return Context()


def entry_context(text: str, place: Place) -> Context | None:
    """The agencies of a line that is nothing but agencies; None when it is not."""
    subject = subject_of(text)
    if subject is None:
        return None
    rest = text[subject.end :].strip(" .:;,")
    lists = subject.alone or text.rstrip().endswith(":") or re.match(r"[-–]\s|là cơ quan|\(cơ quan", rest) is not None
    return context_of(subject, place, text) if lists else None


def context_of(subject: Subject, place: Place, text: str = "") -> Context:
    """The context a subject gives."""
    return Context(
        agency_readings(subject.agencies, place, requested=subject.requested),
        agency_readings(coordinators_in(text, subject.end), place),
        subject.requested,
    )
