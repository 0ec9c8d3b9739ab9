"""A title with two deeds of different kinds ("xây dựng danh mục … và hướng dẫn, đôn đốc …") is two duties."""

from __future__ import annotations

import re
from dataclasses import replace

from models.kinds import SectionKind
from rules.plan_draft.duty import Duty
from rules.plan_draft.kind_words import hits, standing
from rules.plan_draft.texts import bare

_JOINT = re.compile(r"(?:;| va)\s*(?:ban hanh (?:cong van|van ban) )?$")
#: Kinds that stand on their own beside another deed; a report of the deed itself is part of it.
_ASIDE = frozenset(
    {SectionKind.GUIDE, SectionKind.INSPECT, SectionKind.SURVEY, SectionKind.TRAIN, SectionKind.COMPILE_DOCUMENTS}
)


def by_title(duty: Duty) -> list[Duty]:
    """The two duties of such a title, or the duty as it is."""
    cut = _cut(duty)
    if cut is None:
        return [duty]
    place, kind = cut
    head = replace(duty, title=duty.title[:place].rstrip(" ,;"))
    tail_title = duty.title[place:].lstrip(" ;,")
    tail_title = tail_title[3:] if bare(tail_title).startswith("va ") else tail_title
    tail = replace(duty, title=tail_title, kind=kind)
    if kind is SectionKind.REPORT:
        # Following up has no day of its own; the day printed is the report's.
        return [replace(head, time=None, receiver=None), tail]
    return [head, tail]


def _cut(duty: Duty) -> tuple[int, SectionKind] | None:
    if standing(duty.title) or duty.kind is SectionKind.GENERAL:
        return None
    low = bare(duty.title)
    found = hits(duty.title)
    for hit in found[1:]:
        joint = _JOINT.search(low[: hit.start])
        if joint is None or hit.kind is found[0].kind:
            continue
        follow_up = found[0].kind is SectionKind.GUIDE and hit.kind is SectionKind.REPORT
        if follow_up or (hit.kind in _ASIDE and found[0].kind is not SectionKind.REPORT):
            return joint.start(), hit.kind
    return None
