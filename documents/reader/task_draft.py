"""Building one task of a reading from what was found; ids are given at the end, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from documents.reader.duty_words import channel_of, is_conditional, is_request
from documents.reader.outline import Entry, Heading
from documents.reader.title_kind import kind_of
from models.reading import AgencyReading, Certainty, TaskReading, TimeReading
from models.source_text import Place
from rules.agency_phrases import AgencyPhrase


@dataclass(frozen=True, slots=True)
class Draft:
    """A task and where it stands in the document (its block, then its piece), for ordering."""

    order: tuple[int, int]
    task: TaskReading


@dataclass(frozen=True, slots=True)
class Spot:
    """The number, path and parent an item has in the outline."""

    number: str
    section: str
    parent: str | None
    place: Place
    order: tuple[int, int]


def spot_of(heading: Heading, entry: Entry | None = None, item: Entry | None = None) -> Spot:
    """Where a heading or an entry stands; lettered items add their letter ("1.1.a"), bullets keep the heading's number.

    `item` is the lettered item a bullet or paragraph stands under.
    """
    number, path = heading.number, heading.path
    place = entry.place if entry else heading.place
    order = (entry.order, entry.offset) if entry else (heading.order, 0)
    lettered = item if item is not None and item.kind in ("letter", "paren") else None
    if lettered is None:
        parent = heading.parent.number if entry is None and heading.parent and heading.kind == "number" else None
        upper = parent if parent and heading.parent and heading.parent.kind == "number" else None
        return Spot(number, path, upper, place, order)
    return Spot(_joined(number, lettered.label), _joined(path, lettered.label), number or None, place, order)


def _joined(left: str, right: str) -> str:
    return f"{left}.{right}" if left else right


@dataclass(slots=True)
class Found:
    """What was found for a task, before it becomes one."""

    title: str
    leads: tuple[AgencyReading, ...] = ()
    coordinators: tuple[AgencyReading, ...] = ()
    outputs: tuple[str, ...] = ()
    times: tuple[TimeReading, ...] = ()
    core: bool = True
    requested: bool = False
    texts: tuple[str, ...] = ()  #: văn bản của nhiệm vụ, để tìm nơi thu và điều kiện
    note: str | None = None
    certainty: Certainty = Certainty.STATED


def draft(spot: Spot, found: Found) -> Draft:
    """The task at a spot."""
    requested = found.requested or is_request(found.title) or any(lead.requested for lead in found.leads)
    task = TaskReading(
        id="",
        number=spot.number,
        section=spot.section,
        title=found.title,
        core=found.core,
        kind=kind_of(found.title),
        parent=spot.parent,
        leads=found.leads,
        coordinators=found.coordinators,
        outputs=found.outputs,
        times=found.times,
        requested=requested,
        channel=channel_of(*found.texts),
        conditional=is_conditional(*found.texts),
        note=found.note,
        certainty=found.certainty,
        place=spot.place,
    )
    return Draft(spot.order, task)


def unread_note(lead_note: str | None, unread: str) -> str | None:
    """What a person must look at: the missing lead, and the words of a time that could not be read."""
    shown = " ".join(unread.split())
    time_note = f"Chưa đọc được thời hạn: “{shown[:80]}”." if shown else None
    return " ".join(note for note in (lead_note, time_note) if note) or None


def agency_readings(
    phrases: Iterable[AgencyPhrase], place: Place, *, inherited: bool = False, requested: bool = False
) -> tuple[AgencyReading, ...]:
    """Phrases as values of a reading."""
    return tuple(
        AgencyReading(phrase.text, phrase.klass, inherited, requested, phrase.certainty, place) for phrase in phrases
    )


def without(phrases: Iterable[AgencyReading], others: Iterable[AgencyReading]) -> tuple[AgencyReading, ...]:
    """The first list without those of the second: an agency that leads does not also take part."""
    names = {other.text.casefold() for other in others}
    seen: dict[str, AgencyReading] = {}
    for phrase in phrases:
        if phrase.text.casefold() not in names:
            seen.setdefault(phrase.text.casefold(), phrase)
    return tuple(seen.values())
