"""Who leads and who takes part, from the words between the agencies ("X chủ trì, phối hợp với Y và Z")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.agency_phrases.lists import AgencyPhrase, agencies_at, split_agencies

_I = re.IGNORECASE
_WITH = re.compile(
    r"(?<!hội đồng )phối\s+hợp(?:\s+(?:chặt chẽ|tốt|thường xuyên|đồng bộ))*(?:\s+(?:cùng với|cùng|với|của|"
    r"giữa))?(?:\s*:\s*|\s+)",
    _I,
)
_LEADS = re.compile(r"chủ\s+trì|làm\s+đầu\s+mối|đầu\s+mối|chịu\s+trách\s+nhiệm\s+chính", _I)
_ORDER = re.compile(r"^\W*(?:giao|phân công|đề nghị|yêu cầu)(?:\s+cho)?\s*:?\s+", _I)
_LEAD_LABEL = re.compile(
    r"(?:^|[.;\n(]\s*)[-+*]?\s*(?:(?:cơ quan|đơn vị)\s+)?chủ\s+trì(?:\s+(?:thực hiện|tham mưu))?\s*[:\-–]\s*", _I
)
_COORD_LABEL = re.compile(
    r"(?:^|[.,;\n(]\s*)[-+*]?\s*(?:(?:cơ quan|đơn vị)\s+)?phối\s+hợp(?:\s+(?:thực hiện|triển khai))?\s*[:\-–]\s*", _I
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Leads and coordinating agencies, in the order of the text."""

    leads: tuple[AgencyPhrase, ...] = ()
    coordinators: tuple[AgencyPhrase, ...] = ()


def coordinators_in(sentence: str, at: int = 0) -> tuple[AgencyPhrase, ...]:
    """The agencies after the first "phối hợp (với)" that is followed by any, from `at` on."""
    for match in _WITH.finditer(sentence, at):
        found = agencies_at(sentence, match.end())
        if found:
            return found
    return ()


def split_roles(value: str) -> Roles:
    """The roles in the value of "Cơ quan thực hiện", "Chủ trì, phối hợp" or of a cell that names both.

    Without "chủ trì", "phối hợp" every agency leads (each does its own part).
    """
    leads: list[AgencyPhrase] = []
    coordinators: list[AgencyPhrase] = []
    labelled = _by_labels(value)
    for text, role in labelled or _by_lines(value):
        if role == "coordinator":
            coordinators.extend(split_agencies(text))
            continue
        parted = _one_line(text)
        leads.extend(parted.leads)
        coordinators.extend(parted.coordinators)
    return Roles(unique(leads), unique(coordinators))


def _by_labels(value: str) -> list[tuple[str, str]]:
    """The parts of "Chủ trì: A. Phối hợp: B", each with its role; [] when no such label stands in the value."""
    marks = [(match.start(), match.end(), "lead") for match in _LEAD_LABEL.finditer(value)]
    marks += [(match.start(), match.end(), "coordinator") for match in _COORD_LABEL.finditer(value)]
    marks.sort()
    if not marks:
        return []
    before = value[: marks[0][0]].strip(" -+*;.,")
    parts = [(before, "lead")] if before else []
    for index, (_, end, role) in enumerate(marks):
        stop = marks[index + 1][0] if index + 1 < len(marks) else len(value)
        parts.append((value[end:stop], role))
    return parts


def _by_lines(value: str) -> list[tuple[str, str]]:
    return [(line, "lead") for line in re.split(r"\n|(?<=[^\W\d_]{2})\.\s+(?=[-+A-ZĐÀ-Ỹ])", value) if line.strip()]


def _one_line(line: str) -> Roles:
    """One sentence: what stands before "chủ trì" or "phối hợp" leads, what follows "phối hợp với" takes part."""
    line = _ORDER.sub("", line, count=1)
    noted = _by_notes(line)
    if noted is not None:
        return noted
    mark = _WITH.search(line)
    leading = _LEADS.search(line)
    if mark is None and leading is None:
        return Roles(split_agencies(line))
    first = min(found.start() for found in (mark, leading) if found)
    head = line[:first].strip()
    leads = split_agencies(head) if head else ()
    if not leads and leading is not None and mark is None:
        leads = split_agencies(line[leading.end() :])
    coordinators = coordinators_in(line, first)
    more = _after_coordinators(line, coordinators)
    return Roles((*leads, *more), coordinators)


def _after_coordinators(line: str, coordinators: tuple[AgencyPhrase, ...]) -> tuple[AgencyPhrase, ...]:
    """A second leading group after ";" ("A chủ trì, phối hợp với B; C chủ trì …") leads as well."""
    after = coordinators[-1].end if coordinators else len(line)
    rest = line[after:]
    found: list[AgencyPhrase] = []
    for piece in rest.split(";")[1:]:
        listed = agencies_at(piece.strip())
        if listed and _LEADS.match(piece.strip()[listed[-1].end :].lstrip()):
            found.extend(listed)
    return tuple(found)


def _by_notes(line: str) -> Roles | None:
    """Roles in brackets, "Sở A (chủ trì), Sở B (phối hợp)"; without a mark after a leading one: takes part."""
    phrases = split_agencies(line)
    marked = [_LEADS.search(phrase.note) is not None for phrase in phrases]
    if not any(marked):
        return None
    leads = tuple(phrase for phrase, leads in zip(phrases, marked, strict=True) if leads)
    return Roles(leads, tuple(phrase for phrase, leads in zip(phrases, marked, strict=True) if not leads))


def unique(phrases: list[AgencyPhrase]) -> tuple[AgencyPhrase, ...]:
    """Each text once, in order."""
    seen: dict[str, AgencyPhrase] = {}
    for phrase in phrases:
        seen.setdefault(phrase.text.casefold(), phrase)
    return tuple(seen.values())
