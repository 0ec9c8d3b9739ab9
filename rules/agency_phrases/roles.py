"""Who leads and who takes part, from the words between the agencies ("X chủ trì, phối hợp với Y và Z")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.agency_phrases.letters import UPPER
from rules.agency_phrases.lists import AgencyPhrase, agencies_at, split_agencies
from rules.agency_phrases.name_words import VERBS

_I = re.IGNORECASE
_WITH = re.compile(
    r"(?<!hội đồng )phối\s+hợp(?:\s+(?:chặt chẽ|tốt|thường xuyên|đồng bộ))*(?:\s+(?:cùng với|cùng|với|của|"
    r"giữa))?(?:\s*:\s*|\s+)",
    _I,
)
_LEADS = re.compile(r"chủ\s+trì|làm\s+đầu\s+mối|đầu\s+mối|chịu\s+trách\s+nhiệm\s+chính", _I)
_TAKES_PART = re.compile(
    r"(?:tham gia|phối\s+hợp|hỗ trợ|cùng tham gia)(?:\s+(?:thực hiện|tổ chức|triển khai))?\s*(?:[.,;]|$)", _I
)
_DOES = re.compile(rf"\s+{VERBS}", _I)
_NOTED = re.compile(r"chủ\s+trì|làm\s+đầu\s+mối", _I)
_FIRST_OF = re.compile(r"^\s*(?:làm |là )?(?:cơ quan |đơn vị )?đầu mối\s*$", _I)
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
    return [
        (line, "lead") for line in re.split(r"\n|(?<=[^\W\d_]{2})\.\s+(?=[-+" + UPPER + r"])", value) if line.strip()
    ]


def _one_line(line: str) -> Roles:
    """One sentence: what stands before "chủ trì" or "phối hợp" leads, what follows "phối hợp với" takes part.

    Each clause between ";" that names its own doer has its own roles; one that only names agencies goes on with the
    list before it.
    """
    line = _ORDER.sub("", line, count=1)
    noted = _by_notes(line)
    if noted is not None:
        return noted
    if not (_WITH.search(line) or _LEADS.search(line) or _TAKES_PART.search(line)):
        return Roles(split_agencies(line))
    leads: list[AgencyPhrase] = []
    coordinators: list[AgencyPhrase] = []
    taking_part = False
    for clause in re.split(r";\s*(?![^()]*\))|(?<=chủ trì),\s+(?!(?:có sự )?phối hợp|cùng)", line):
        roles = _clause(clause.strip(), taking_part)
        leads.extend(roles.leads)
        coordinators.extend(roles.coordinators)
        taking_part = bool(coordinators) or _LEADS.search(clause) is not None
    return Roles(tuple(leads), tuple(coordinators))


def _clause(clause: str, taking_part: bool) -> Roles:
    """The roles of one clause; `taking_part`: agencies without a word of their own take part."""
    mark, leading, part = _WITH.search(clause), _LEADS.search(clause), _TAKES_PART.search(clause)
    if mark is None and leading is None:
        if part is not None:
            return Roles((), split_agencies(clause[: part.start()]))
        listed = split_agencies(clause)
        does = bool(listed) and _DOES.match(clause, listed[-1].end) is not None
        return Roles((), listed) if taking_part and not does else Roles(listed)
    first = min(found.start() for found in (mark, leading) if found)
    head = clause[:first].strip()
    leads = split_agencies(head) if head else ()
    if not leads and leading is not None and mark is None:
        leads = split_agencies(clause[leading.end() :])
    coordinators = coordinators_in(clause, first)
    if mark is not None and not coordinators and leading is None:  # "A, B phối hợp": they take part themselves
        return Roles((), leads)
    return Roles(leads, coordinators)


def _by_notes(line: str) -> Roles | None:
    """Roles in brackets, "Sở A (chủ trì), Sở B (phối hợp)"; without a mark after a leading one: takes part."""
    phrases = split_agencies(line)
    marked = [_NOTED.search(phrase.note) is not None for phrase in phrases]
    if not any(marked):
        if any(_FIRST_OF.search(phrase.note) for phrase in phrases):
            return Roles(phrases)
        return None
    leads = tuple(phrase for phrase, leads in zip(phrases, marked, strict=True) if leads)
    return Roles(leads, tuple(phrase for phrase, leads in zip(phrases, marked, strict=True) if not leads))


def unique(phrases: list[AgencyPhrase]) -> tuple[AgencyPhrase, ...]:
    """Each text once, in order."""
    seen: dict[str, AgencyPhrase] = {}
    for phrase in phrases:
        seen.setdefault(phrase.text.casefold(), phrase)
    return tuple(seen.values())
