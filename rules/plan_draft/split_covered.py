"""A line for several groups of which some have had the duty before: those repeat it, the others have it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.reading import AgencyReading
from rules.plan_draft.duty import Duty
from rules.plan_draft.outline import Outline, part_of
from rules.plan_draft.scope import Scope


def without_covered(duties: Sequence[Duty], scope: Scope, outline: Outline) -> list[Duty]:
    """The duties, with such lines of the part that only assigns responsibilities parted in two."""
    made: list[Duty] = []
    for duty in duties:
        covered = () if not _may_repeat(duty, outline) else _covered(duty, made, scope)
        rest = tuple(lead for lead in duty.leads if lead not in covered)
        if covered and rest:
            made.extend((replace(duty, leads=covered), replace(duty, leads=rest)))
        else:
            made.append(duty)
    return made


def _may_repeat(duty: Duty, outline: Outline) -> bool:
    undated = duty.time is None or duty.time.kind == "none"
    return len(duty.leads) > 1 and undated and not duty.requested and outline.assigns_only(duty.task)


def _covered(duty: Duty, before: Sequence[Duty], scope: Scope) -> tuple[AgencyReading, ...]:
    """The leads that have a dated duty of that kind in an earlier part."""
    held = [
        scope.book.members(scope.book.phrase(lead) for lead in other.leads)
        for other in before
        if other.kind is duty.kind and other.time is not None and part_of(other.task) != part_of(duty.task)
    ]
    mine = [(lead, scope.book.members([scope.book.phrase(lead)])) for lead in duty.leads]
    return tuple(lead for lead, members in mine if members and any(members <= other for other in held))
