"""One duty per time statement; a chain "A gửi B … B trình C" becomes duties of A and of B, each resting on the last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.kinds import KIND_LABELS, SectionKind
from models.reading import AgencyReading, Certainty, PhraseClass, TaskReading, TimeReading
from rules.plan_draft.duty import Duty
from rules.plan_draft.kind_words import deeds_end, first_deeds, kind_of
from rules.plan_draft.mentions import Mention, sending
from rules.plan_draft.scope import Scope
from rules.plan_draft.texts import bare, plain
from rules.plan_draft.titles import deed

#: A part of so many words says by itself what it is.
_WHOLE_PART = 6
#: "d) Thời gian thực hiện: …", "Cơ quan thực hiện: …"
_LABELLED = re.compile(
    r"^\W*(?:[a-zđ]\s?\))?\W*(?:thời gian|thời hạn|tiến độ|cơ quan|đơn vị|chủ trì|phối hợp)\b[^:;.]{0,40}:\s*",
    re.IGNORECASE,
)
#: Asides; twice, for a bracket within a bracket.
_BRACKETS = re.compile(r"\([^()]*\)")
#: The number or letter a sentence stands under.
_LABEL = re.compile(r"^\W*(?:(?:\d{1,2}\.)+\d{0,2}|[a-zđ]\s?\))\s*", re.IGNORECASE)


def by_times(whole: Duty, scope: Scope) -> list[Duty]:
    """One duty per distinct time, each with the kind, the senders and the receiver its part names."""
    times = _distinct(whole.task, scope)
    said = sending(whole.title).receiver
    base = replace(whole, receiver=said.text if said else None)
    if not times:
        return [base]
    made: list[Duty] = []
    head = _head(base, scope)
    several = len(times) > 1 or head is not None
    for time, clause in times:
        told = _told_apart(time, clause, times) if several else time
        made.append(_part(base, told, made[-1] if made else None, scope, several))
    if head is not None and all(one.kind is not head.kind for one in made):
        return [head, *made]
    if len(times) > 1 and base.kind is SectionKind.GUIDE and all(one.kind is not base.kind for one in made):
        made.insert(0, base)
    return made


def _distinct(task: TaskReading, scope: Scope) -> list[tuple[TimeReading, str]]:
    """Each time once, with the clause of the document it closes; "" where that is not known."""
    found: dict[tuple[object, ...], tuple[TimeReading, str]] = {}
    for time, text in zip(task.times, scope.words.before_times(task), strict=True):
        part = None if time.part and scope.book.only(time.part) else time.part
        key = (time.kind, time.start, time.end, time.recurrence, time.trigger, time.triggers, part)
        clause = _LABELLED.sub("", _BRACKETS.sub("", _BRACKETS.sub("", text)).rpartition(";")[2])
        found.setdefault(key, (replace(time, part=part), plain(clause, 300)))
    return list(found.values())


def _told_apart(time: TimeReading, clause: str, times: Sequence[tuple[TimeReading, str]]) -> TimeReading:
    """Of several times the part each speaks of: what the reader found, else the clause of the document before it."""
    same = [one for one, _ in times if one.part == time.part]
    if (time.part and len(same) == 1) or not clause:
        return time
    told = kind_of(clause) or sending(clause).receiver
    return replace(time, part=clause) if told else time


def _head(base: Duty, scope: Scope) -> Duty | None:
    """What the sentence says before the clause with its first day, as a duty without a day of its own.

    Not when the semicolon stands within a list of agencies: then the next clause begins with one.
    """
    head = scope.words.head(base.task)
    clause = scope.words.before_times(base.task)[0][len(head) :].strip(" ;,")
    kind = kind_of(head)
    if kind in (None, SectionKind.GENERAL) or scope.book.leading(clause)[0]:
        return None
    named = (lead.text for lead in base.leads)
    title = deed(_LABEL.sub("", head), named, (one.text for one in base.coordinators))
    return replace(base, kind=kind, title=title, time=None, receiver=None)


def _part(base: Duty, time: TimeReading, before: Duty | None, scope: Scope, several: bool) -> Duty:
    part = _about(time, several)
    kind = kind_of(part) or base.kind
    sent = sending(part)
    if sent.receiver is None and several:
        around = sending(f"{part}: {plain(time.verbatim, 300)}")
        sent = around if around.receiver else sent
    leads, coordinators, chain = base.leads, base.coordinators, False
    if sent.senders:
        leads = _resolve(sent.senders, base, scope)
    elif sent.receiver is not None and before is not None and before.receiver:
        leads = _receivers(before.receiver, base, scope)
    if leads != base.leads:
        coordinators = ()
    if before is not None and before.receiver and sent.receiver is not None:
        chain = scope.book.members(_phrases(leads, scope)) != scope.book.members(_phrases(before.leads, scope))
    receiver = sent.receiver.text if sent.receiver else base.receiver
    return replace(
        base, kind=kind, title=_title(base, time, several), leads=leads, coordinators=coordinators,
        time=time, receiver=receiver, chain=chain,
    )  # fmt: skip


def _about(time: TimeReading, several: bool) -> str:
    """What the statement says of its own: its part, else, where a task has several, the words around the time."""
    part = plain(time.part or "", 300)
    if part or not several:
        return part
    said = plain(time.verbatim, 300)
    return said if kind_of(said) or sending(said).receiver else ""


def _title(base: Duty, time: TimeReading, several: bool) -> str:
    """What the part is about; the title of the task where the part says too little."""
    part = _about(time, several)
    part = part[3:].strip() if bare(part).startswith("de ") else part
    if not several or not part:
        return base.title
    end, deed = deeds_end(base.title), first_deeds(part)
    if end and deed and bare(deed) in bare(base.title[:end]):
        return f"{deed} {base.title[end:].strip(' ,')}"
    if end and kind_of(part) is SectionKind.REVIEW and len(part.split(" ")) < _WHOLE_PART:
        return f"{part} {base.title[end:].strip(' ,')}"
    sent = sending(part)
    if sent.receiver or sent.senders or kind_of(part):
        return part if "bao cao" in bare(part) or kind_of(part) is not SectionKind.REPORT else _labelled(part)
    if len(part.split(" ")) >= _WHOLE_PART:
        return part
    return f"{part}: {base.title}"


def _labelled(part: str) -> str:
    return f"{KIND_LABELS[SectionKind.REPORT]}: {part}"


def _phrases(leads: Iterable[AgencyReading], scope: Scope) -> list[str]:
    return [scope.book.phrase(lead) for lead in leads]


def _resolve(senders: Iterable[Mention], base: Duty, scope: Scope) -> tuple[AgencyReading, ...]:
    """The task's own agencies of those classes, else the bodies as named in the part."""
    own = (*base.leads, *base.coordinators)
    found: dict[str, AgencyReading] = {}
    for sender in senders:
        same = [one for one in own if one.klass is sender.klass]
        for one in same or [_named(sender, scope)]:
            found.setdefault(bare(one.text), one)
    return tuple(found.values())


def _receivers(receiver: str, base: Duty, scope: Scope) -> tuple[AgencyReading, ...]:
    named = sending(receiver).senders
    return _resolve(named, base, scope) if named else base.leads


def _named(sender: Mention, scope: Scope) -> AgencyReading:
    if sender.klass is PhraseClass.UBND_TINH:
        return AgencyReading(scope.issuer, sender.klass, certainty=Certainty.LIKELY)
    if sender.klass is PhraseClass.SO_TU_PHAP:
        return AgencyReading(scope.coordinator, sender.klass, certainty=Certainty.LIKELY)
    return AgencyReading(_CANONICAL.get(sender.klass, sender.text), sender.klass, certainty=Certainty.LIKELY)


_CANONICAL = {
    PhraseClass.SO_NGANH_TINH: "các Sở, ban, ngành",
    PhraseClass.UBND_CAP_HUYEN: "UBND cấp huyện",
    PhraseClass.UBND_CAP_XA: "UBND cấp xã",
    PhraseClass.UBND_CAC_CAP: "UBND các cấp",
    PhraseClass.PHONG_TU_PHAP: "Phòng Tư pháp",
}
