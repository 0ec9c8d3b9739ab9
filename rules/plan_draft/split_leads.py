"""Several leads of one duty: named departments each have their own; groups share one."""

from __future__ import annotations

import re
from dataclasses import replace

from models.reading import AgencyReading, PhraseClass
from rules.plan_draft.duty import Duty
from rules.plan_draft.scope import Scope
from rules.plan_draft.texts import bare

#: Work of the one line it stands in, when it is needed at all.
_IF = re.compile(r"\b(?:neu|khi) (?:thay )?can(?: thiet)?\b|\bneu co yeu cau\b|\bkhi co yeu cau\b")
_NAMED = frozenset(
    {
        PhraseClass.SO_TU_PHAP, PhraseClass.SO_CHUYEN_NGANH, PhraseClass.VAN_PHONG_UBND_TINH,
        PhraseClass.THANH_TRA_TINH, PhraseClass.UBND_TINH,
    }
)  # fmt: skip


def by_leads(duty: Duty, scope: Scope) -> list[Duty]:
    """Split off the named departments that lead beside others; open sets among the leads only coordinate."""
    asked = tuple(lead for lead in duty.leads if lead.requested)
    if asked and len(asked) < len(duty.leads):
        ordered = tuple(lead for lead in duty.leads if not lead.requested)
        return [*by_leads(replace(duty, leads=ordered), scope), replace(duty, leads=asked)]
    if duty.task.requested and len(duty.leads) > 1 and bare(duty.task.title.lstrip()).startswith("de nghi"):
        return [_one(duty, (lead,), scope) for lead in duty.leads]  # each body is asked for something of its own
    duty = _without_open(duty, scope)
    single = [lead for lead in duty.leads if lead.klass in _NAMED]
    others = tuple(lead for lead in duty.leads if lead.klass not in _NAMED)
    if not single or len(duty.leads) == 1 or duty.requested:
        return [duty]
    covered = scope.book.members(scope.book.phrase(lead) for lead in others)
    apart = [lead for lead in single if not others or _is_member(lead, others, covered, scope)]
    rest = tuple(lead for lead in duty.leads if lead not in apart)
    if not apart:
        return [duty]
    made = [_one(duty, (lead,), scope) for lead in apart]
    return [_when_needed(part, scope) for part in ([*made, replace(duty, leads=rest)] if rest else made)]


def _is_member(lead: AgencyReading, others: tuple[AgencyReading, ...], covered: frozenset[str], scope: Scope) -> bool:
    """Whether a group among the leads holds the department already: then it leads something of its own besides."""
    mine = scope.book.members([scope.book.phrase(lead)])
    groups = {PhraseClass.SO_NGANH_TINH, PhraseClass.UBND_CAC_CAP}
    return bool(mine) and (mine <= covered or (not scope.book.has_directory and _any_of(others, groups)))


def _any_of(leads: tuple[AgencyReading, ...], classes: set[PhraseClass]) -> bool:
    return any(lead.klass in classes for lead in leads)


def _one(duty: Duty, leads: tuple[AgencyReading, ...], scope: Scope) -> Duty:
    name = scope.book.phrase(leads[0])
    return replace(duty, leads=leads, title=f"{name}: {duty.title}")


def _when_needed(part: Duty, scope: Scope) -> Duty:
    """Whether the lines that name these leads give them the duty only "nếu cần thiết"."""
    lines = [scope.words.paragraph(lead.place) for lead in part.leads]
    return replace(part, conditional=part.conditional or all(_IF.search(bare(line)) for line in lines))


def _without_open(duty: Duty, scope: Scope) -> Duty:
    book = scope.book
    vague = tuple(lead for lead in duty.leads if book.expansion(book.phrase(lead)).open)
    firm = tuple(lead for lead in duty.leads if lead not in vague)
    if not vague or not firm:
        return duty
    named = ", ".join(f"“{book.phrase(lead)}”" for lead in vague)
    remark = f"Văn bản nêu {named} là cơ quan thực hiện, không đích danh: ghi ở 'coordinating'."
    return replace(duty, leads=firm, coordinators=(*duty.coordinators, *vague), remarks=(*duty.remarks, remark))
