"""Several headings under one label of agencies and time ("các nội dung từ 3.1 đến 3.4 nêu trên") are one ongoing duty.

Only work that goes on: four notes a quarter about one label tell no more than one. Dated work keeps a duty per heading,
each has a result of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.kinds import SectionKind
from rules.plan_draft.duty import Duty
from rules.plan_draft.scope import Scope
from rules.plan_draft.texts import plain


def by_shared_label(duties: Sequence[Duty], scope: Scope) -> list[Duty]:
    """The duties, with those that only share one label as one, in the place of the first."""
    groups: dict[object, list[Duty]] = {}
    for index, duty in enumerate(duties):
        key = _label(duty)
        groups.setdefault(index if key is None else key, []).append(duty)
    made: list[Duty] = []
    for found in groups.values():
        apart = len({duty.task.id for duty in found}) < len(found)
        made.extend(found if apart or len(found) == 1 else [_one(found, scope)])
    return made


def _label(duty: Duty) -> object:
    """Agencies, time and their place; None for a duty with a label of its own or without an ongoing time."""
    time = duty.time
    if time is None or time.kind != "ongoing" or not duty.leads or not str(time.place) or time.place == duty.task.place:
        return None
    above = duty.task.section.rpartition(".")[0]
    return above, time.place, time.verbatim, tuple((lead.text, lead.place) for lead in duty.leads)


def _one(found: list[Duty], scope: Scope) -> Duty:
    """The first of them, under the heading above and the kind most of them tell."""
    first = found[0]
    told = [duty.kind for duty in found if duty.kind is not SectionKind.GENERAL]
    kind = max(told, key=told.count) if told else first.kind
    numbers = [duty.task.section.rpartition(".")[2] for duty in found]
    above = scope.words.heading_above(first.task)
    remark = f"Gồm {len(found)} nội dung dùng chung một dòng thời gian: {', '.join(numbers)}."
    outputs = tuple(dict.fromkeys(output for duty in found for output in duty.outputs))
    return replace(
        first, kind=kind, title=plain(above, 300) or first.title, outputs=outputs, remarks=(*first.remarks, remark)
    )
