"""Lists of agency phrases: a label's value or a cell (all of it agencies), or a run of them within prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.reading import Certainty, PhraseClass
from rules.agency_phrases.classes import classify
from rules.agency_phrases.name_words import VERBS
from rules.agency_phrases.names import FIELD
from rules.agency_phrases.phrase_at import UNIT_LIST, phrase_end

_I = re.IGNORECASE
_SEPARATOR = re.compile(
    r"\s*(?:[,;/+•]|\s[-–]\s|\n|\b(?:và|cùng với|cùng|với|hoặc)\s)(?:\s|[-–+•]\s|\b(?:và|cùng với|cùng)\s)*", _I
)
_NOTE = re.compile(r"\s*\((?:[^()]|\([^()]{0,200}\)){0,1200}\)")
_LEVEL_ALONE = re.compile(r"cấp\s+(?:tỉnh|huyện|xã|cơ sở)(?!\w)", _I)
_SHARED_HEAD = re.compile(r"(?:các\s+)?(sở|bộ|phòng|ban)(?:,\s*(?:ban,\s*)?ngành)?\s*:\s*", _I)
_TAIL_STOP = re.compile(rf"^\s*(?:{VERBS}|(?:theo|để|đã|tiến hành|và)(?!\w))", _I)
_SHORT = re.compile(r"[A-ZĐ](?:[A-ZĐ]|[&-](?=[A-ZĐ])){2,9}(?![\w/-])")
#: Heads that stand for a whole agency in a list ("các phòng, Trung tâm, Công an phường").
_BARE = re.compile(
    r"(?:các\s+)?(?:trung tâm|công đoàn|văn phòng|thanh tra|bệnh viện|trạm y tế|nhà trường|mặt trận|đoàn thanh niên|"
    r"chi cục|hội phụ nữ|ban giám hiệu)(?=\s*(?:[,;:.()\n]|$)|\s+(?:và|thực hiện|phối hợp|chủ trì|tổ chức|có)(?!\w))",
    _I,
)
_DEPARTMENTS = (PhraseClass.SO_TU_PHAP, PhraseClass.SO_CHUYEN_NGANH)
_LONG_NAMED = re.compile(
    r"(?:cục|vụ|viện|trung tâm|ban|tổ|văn phòng|quỹ|công ty|trường|chi cục|hội đồng|đoàn|nhóm)\s", _I
)
_STRONG_STOP = re.compile(
    r"^\s*(?:chủ trì|phối hợp|tham mưu|thực hiện|chịu trách nhiệm|có trách nhiệm|căn cứ|theo|để|làm|và|là|"
    r"tổ chức thực hiện)(?!\w)",
    _I,
)
#: A name with its place is whole.
_PLACED = re.compile(r"\s(?:(?:tỉnh|huyện|xã|phường|thành phố)(?:\s[^\s]+){0,4}|các cấp|số \d+)$")
_EDGES = " \t\n,;:.-–+•*/|"
_MOST = 60  # phrases in one list; more is not a list of agencies


@dataclass(frozen=True, slots=True)
class AgencyPhrase:
    """One phrase, verbatim, with its span in the text it came from and what stands in brackets after it."""

    text: str
    klass: PhraseClass
    start: int
    end: int
    note: str = ""
    certainty: Certainty = Certainty.STATED


def agencies_at(text: str, at: int = 0) -> tuple[AgencyPhrase, ...]:
    """The list of agencies starting exactly at `at` of running prose; () when none does. It ends at the first word
    that cannot belong to it."""
    found: list[AgencyPhrase] = []
    position = at
    while len(found) < _MOST:
        phrase = _one(text, position, found)
        if phrase is None:
            break
        found.append(phrase)
        after = _after_note(text, phrase.end)
        separator = _SEPARATOR.match(text, after)
        if separator is None:
            break
        position = separator.end()
    return tuple(found)


def _after_note(text: str, end: int) -> int:
    note = _NOTE.match(text, end)
    return note.end() if note else end


def _one(text: str, at: int, before: list[AgencyPhrase]) -> AgencyPhrase | None:
    """One phrase at a position, given those before it: "cấp xã" after a committee, "Nội vụ" after a department."""
    shared = _SHARED_HEAD.match(text, at)
    if shared and (field := FIELD.match(text, shared.end())):
        return _phrase(text, at, field.end(), f"{shared.group(1).capitalize()} {field.group()}")
    end = phrase_end(text, at)
    if end is not None:
        return _phrase(text, at, end)
    if not before:
        return None
    last = before[-1].text
    if re.match(r"(?:sở|bộ|phòng)\s", last, _I) and (field := FIELD.match(text, at)):
        return _phrase(text, at, field.end(), f"{last.split()[0]} {field.group()}")
    if bare := _BARE.match(text, at):
        return _phrase(text, at, bare.end())
    if before[-1].klass in _DEPARTMENTS and (short := _SHORT.match(text, at)):
        return AgencyPhrase(short.group(), PhraseClass.SO_CHUYEN_NGANH, at, short.end())
    if re.search(r"ubnd|ủy ban nhân dân|uỷ ban nhân dân|cấp huyện", last, _I):
        level = _LEVEL_ALONE.match(text, at) or UNIT_LIST.match(text, at)
        if level and level.group().strip():
            return _phrase(text, at, level.end())
    return None


def _phrase(text: str, start: int, end: int, shown: str | None = None) -> AgencyPhrase:
    note = _NOTE.match(text, end)
    words = " ".join((shown or text[start:end]).split()).strip(_EDGES)
    return AgencyPhrase(words, classify(words), start, end, note.group().strip(" ()") if note else "")


def split_agencies(value: str) -> tuple[AgencyPhrase, ...]:
    """All agencies of a label's value or a table cell: known phrases, and unknown ones between separators.

    Never invents: each phrase's text stands in the value (a department's "Sở" is repeated for "các Sở: A, B").
    """
    found: list[AgencyPhrase] = []
    position = 0
    while position < len(value) and len(found) < _MOST:
        listed = agencies_at(value, position) or _continued(value, position, found)
        if listed:
            found.extend(listed)
            position = _after_tail(value, found)
            continue
        position = _unknown(value, position, found)
    return tuple(phrase for phrase in found if phrase.text)


def _continued(value: str, at: int, found: list[AgencyPhrase]) -> tuple[AgencyPhrase, ...]:
    phrase = _one(value, at, found)
    return (phrase,) if phrase else ()


def _after_tail(value: str, found: list[AgencyPhrase]) -> int:
    """Past the words after the last phrase: a short rest of its name is added to it, a clause is left out."""
    last = found[-1]
    end = _after_note(value, last.end)
    stop = _next_separator(value, end)
    tail = value[end:stop]
    if _TAIL_STOP.match(tail) and not re.match(r"\s*và\s", tail) and len(tail.split()) > 6:
        return _skip(value, _clause_end(value, end))
    most = 12 if _LONG_NAMED.match(last.text) and not _PLACED.search(last.text) else 6
    if (
        end == last.end
        and 0 < len(tail.split()) <= most
        and tail.startswith(" ")
        and not (_STRONG_STOP if most == 12 else _TAIL_STOP).match(tail)
    ):
        found[-1] = _phrase(value, last.start, stop)
    return _skip(value, stop)


def _next_separator(value: str, at: int) -> int:
    """Where the clause ends: ";", a new line, a full stop, or a comma or "và" with an agency after it."""
    for match in re.finditer(r"[;\n]|\.(?:\s|$)|,|\s(?:và|cùng)\s", value[at:]):
        start = at + match.start()
        if match.group()[0] in ";\n." or phrase_end(value, _skip(value, start)) is not None:
            return start
    return len(value)


def _clause_end(value: str, at: int) -> int:
    """The end of what an agency does ("Sở X tổng hợp, …"): commas inside it separate nothing."""
    match = re.compile(r"[;\n]|\.(?:\s|$)").search(value, at)
    return match.start() if match else len(value)


_SKIP = re.compile(r"(?:[\s,;.:+•*/–-]|(?:và|cùng với|cùng)\s)+", _I)


def _skip(value: str, at: int) -> int:
    match = _SKIP.match(value, at)
    return match.end() if match else at


def _unknown(value: str, at: int, found: list[AgencyPhrase]) -> int:
    """A piece no known phrase begins: kept whole when it is short and begins like a name; the position after it."""
    start = _skip(value, at)
    if start > at:
        return start
    stop = max(_next_separator(value, start), start + 1)
    piece = re.split(r"\s*\(", value[start:stop].strip(_EDGES), maxsplit=1)[0]
    words = piece.split()
    if 0 < len(words) <= 12 and piece[0].isalpha() and not _TAIL_STOP.match(piece) and len(piece) > 2:
        found.append(AgencyPhrase(" ".join(words), classify(piece), start, start + len(piece), "", Certainty.DOUBTFUL))
    return stop
