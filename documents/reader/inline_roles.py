"""Who and when said in the same line as the task: "… (Sở A chủ trì; Sở B phối hợp; quý II)", "…: giao Sở A; tháng 5".

The line is cut into the task's own words and a tail of clauses, each naming agencies, a time, or a product.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.reader.due_times import Calendar, label_times, prose_times
from documents.reader.labels import Role, split_labels
from documents.reader.outputs import split_outputs
from documents.reader.task_draft import Found, agency_readings, without
from documents.repair.letters import LOWER
from models.reading import AgencyReading, TimeReading
from models.source_text import Place
from rules.agency_phrases import agencies_at, split_roles

_I = re.IGNORECASE
_LONGEST = 2000  # characters of a line that is still one item
_BRACKET = re.compile(r"\((?P<tail>(?:[^()]|\([^()]*\)){3,600})\)\s*[.;,]?\s*$")
_GIVEN = r"(?:(?P<ask>đề nghị)|giao(?: cho)?|phân công|do|đơn vị|cơ quan)"
_AFTER_COLON = re.compile(rf"\s*[:–]\s+(?:{_GIVEN}\s+)?(?=\S)", _I)
_AFTER_COMMA = re.compile(r"\s*[,;.]\s+(?:(?P<ask>đề nghị)|giao(?: cho)?|phân công|do)\s+(?=\S)", _I)
_DASHED = re.compile(r"\s+[-–—]\s+(?=\S)")
_LEADING = re.compile(r"^(?:do|giao(?: cho)?|phân công|đề nghị)\s+", _I)
_CLAUSE = re.compile(r";\s*(?![^()]*\))|\s[–—]\s")
_HYPHEN = re.compile(r"(?<!\d)\s-\s(?=[" + LOWER + r"\d])")  # "Phòng A - quý II"; in a name a capital letter follows
_AFTER_SENTENCE = re.compile(r"\.\s+(?:(?:Đ/c|Đồng chí)\s+)?(?=\S)")
_DOES_IT = re.compile(r"\s*(?:chủ trì|chỉ đạo|thực hiện|phụ trách|tổ chức thực hiện|phối hợp|tham mưu)(?!\w)", _I)
_ROLE_WORDS = re.compile(
    r"[\s,.:;()\-–]*(?:(?:chủ trì|phối hợp|thực hiện|tham mưu|tổ chức|triển khai|tham gia|hỗ trợ|đầu mối|làm|là|"
    r"cơ quan|đơn vị|chịu trách nhiệm|chính|cùng|với|và|chủ động|tiến hành|phụ trách|giúp|trình|quyết định|phê duyệt|"
    r"ban hành|xem xét|thời gian|thời hạn|hoàn thành|nội dung này|nhiệm vụ này|hoạt động này|này)[\s,.:;()\-–]*)*",
    _I,
)
_NO_TITLE = re.compile(r"\s*(?:ở|tại|đối với|riêng|trách nhiệm|giao|đề nghị|yêu cầu|cấp|trên đây)(?!\w)", _I)
_LEAST_TITLE = 3
_SHORT_TAIL = 30  # words of a sentence that only says who
_MOST = 12  # clauses of a tail


@dataclass(slots=True)
class Inline:
    """A line cut in two: the task's words, and what its tail says."""

    title: str
    leads: list[AgencyReading] = field(default_factory=list[AgencyReading])
    coordinators: list[AgencyReading] = field(default_factory=list[AgencyReading])
    outputs: list[str] = field(default_factory=list[str])
    times: list[TimeReading] = field(default_factory=list[TimeReading])
    requested: bool = False
    unread: int = 0  #: số vế không phải cơ quan, thời hạn, sản phẩm

    def found(self, texts: tuple[str, ...]) -> Found:
        """The values of a task."""
        return Found(
            title=self.title,
            leads=without(self.leads, ()),
            coordinators=without(self.coordinators, self.leads),
            outputs=tuple(dict.fromkeys(self.outputs)),
            times=tuple(self.times),
            requested=self.requested,
            texts=texts,
        )


def inline_of(text: str, calendar: Calendar, place: Place) -> Inline | None:
    """The line with its tail read; None when it has no tail that names an agency or is nothing but a time."""
    for title, tail, asked in _cuts(text) if len(text) <= _LONGEST else ():
        if len(title.split()) < _LEAST_TITLE or _NO_TITLE.match(title) or agencies_at(title.strip(' -+*"“')):
            continue
        inline = read_clauses(tail, calendar, place, Inline(_clean(title), requested=asked))
        named = inline.leads or inline.coordinators or (inline.times and not prose_times(text, calendar, place))
        if named and inline.unread == 0:
            if not inline.times:
                inline.times.extend(prose_times(title, calendar, place))
            return inline
    return None


def _cuts(text: str) -> Iterator[tuple[str, str, bool]]:
    """The places where a tail can begin: title, tail, whether it asks."""
    text = text.strip()
    if bracket := _BRACKET.search(text):
        yield text[: bracket.start()], bracket.group("tail"), False
    for pattern in (_AFTER_COLON, _AFTER_COMMA):
        for match in pattern.finditer(text):
            if agencies_at(text, match.end()) and _outside_brackets(text, match.start()):
                yield text[: match.start()], text[match.end() :], match.group("ask") is not None
                break
    for match in _AFTER_SENTENCE.finditer(text):
        found = agencies_at(text, match.end())
        if found and _DOES_IT.match(text, found[-1].end) and len(text[found[-1].end :].split()) < _SHORT_TAIL:
            yield text[: match.start()], text[match.end() :], False
    for match in _DASHED.finditer(text):
        found = agencies_at(text, match.end())
        if found and re.match(r"\s*(?:[-–—;(,]|$|chủ trì)", text[found[-1].end :]):
            yield text[: match.start()], _CLAUSE.sub("; ", _DASHED.sub("; ", text[match.end() :])), False
            break


def _outside_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) <= text.count(")", 0, at)


def _clean(title: str) -> str:
    return title.strip().rstrip(" .,:;–-").strip()


def read_clauses(tail: str, calendar: Calendar, place: Place, into: Inline) -> Inline:
    """The clauses of a tail, each as what it is; what is neither is counted as unread."""
    clauses = [clause.strip(" .,-+") for clause in _CLAUSE.split(_HYPHEN.sub("; ", tail))]
    for clause in [clause for clause in clauses if clause][:_MOST]:
        labelled = [piece for piece in split_labels(clause) if piece.role is not None]
        if labelled and split_labels(clause)[0].role is not None:
            for piece in labelled:
                _labelled(piece.role, piece.value, piece.label, calendar, place, into)
        elif not _agencies(_LEADING.sub("", clause), calendar, place, into):
            _time(clause, calendar, place, into)
    return into


def _labelled(role: Role | None, value: str, name: str, calendar: Calendar, place: Place, into: Inline) -> None:
    if role in (Role.LEAD, Role.BOTH, Role.COORD):
        roles = split_roles(value)
        target = into.coordinators if role is Role.COORD else into.leads
        target.extend(agency_readings(roles.leads, place))
        into.coordinators.extend(agency_readings(roles.coordinators, place))
    elif role is Role.TIME:
        into.times.extend(label_times(value, calendar, place, name))
    elif role is Role.OUTPUT:
        into.outputs.extend(split_outputs(value))


def _agencies(clause: str, calendar: Calendar, place: Place, into: Inline) -> bool:
    """A clause that begins with agencies: their roles, and the time behind them."""
    listed = agencies_at(clause)
    if not listed:
        return False
    roles = split_roles(clause)
    leads = [phrase for index, phrase in enumerate(roles.leads) if not index or not _EACH.match(phrase.text)]
    spoken = into.leads and not roles.coordinators and _only_named(clause, listed[-1].end)
    target = into.coordinators if spoken and into.coordinators else into.leads
    target.extend(agency_readings(leads, place, requested=into.requested))
    into.coordinators.extend(agency_readings(roles.coordinators, place))
    into.times.extend(prose_times(clause, calendar, place) or _after_comma(clause, listed[-1].end, calendar, place))
    return True


_EACH = re.compile(r"mỗi\s", _I)


def _only_named(clause: str, end: int) -> bool:
    return not clause[end:].strip(" .,;()")


def _after_comma(clause: str, end: int, calendar: Calendar, place: Place) -> tuple[TimeReading, ...]:
    """A time behind the agencies that is nothing else ("Trạm Y tế xã, quý II")."""
    rest = clause[end:]
    words = _ROLE_WORDS.match(rest)
    tail = rest[words.end() :] if words else rest
    pieces = [piece.strip(" ()") for piece in (tail, tail.rsplit(",", 1)[-1]) if piece.strip(" ()")]
    for piece in pieces:
        if len(piece.split()) <= 12 and (times := label_times(piece, calendar, place)):
            return times
    return ()


def _time(clause: str, calendar: Calendar, place: Place, into: Inline) -> None:
    times = prose_times(clause, calendar, place)
    if len(times) < 2 and len(clause.split()) <= 16:
        times = label_times(clause, calendar, place) or times
    if times:
        into.times.extend(times)
    else:
        into.unread += 1


def says_only_who(text: str, end: int, calendar: Calendar, place: Place) -> bool:
    """Whether a sentence, its agencies ending at `end`, says no work of its own: only roles, partners and times."""
    rest = text[end:]
    for time in prose_times(text, calendar, place):
        rest = rest.replace(time.verbatim, " ")
    position, words = 0, 0
    while position < len(rest):
        role = _ROLE_WORDS.match(rest, position)
        position = role.end() if role else position
        listed = agencies_at(rest, position)
        if listed:
            position = listed[-1].end
            continue
        word = re.compile(r"\s*[^\s,.;:()]+").match(rest, position)
        if word is None:
            break
        words += 1
        position = word.end()
    return words <= 1
