"""A superior directs, somebody else does: "Chỉ đạo Phòng Tư pháp ban hành kế hoạch" is a duty of the Phòng Tư pháp."""

from __future__ import annotations

import re
from dataclasses import replace

from models.reading import AgencyReading, Certainty
from rules.plan_draft.duty import Duty
from rules.plan_draft.mentions import mentions
from rules.plan_draft.scope import Scope
from rules.plan_draft.texts import bare

_DIRECT = re.compile(r"^chi dao,? ")


def directed(duty: Duty, scope: Scope) -> Duty:
    """The duty with the directed body as its lead, when the title begins so and goes on to say what is to be done."""
    title = duty.title.strip()
    match = _DIRECT.match(bare(title))
    if match is None:
        return duty
    rest = title[match.end() :]
    phrase, deed = scope.book.leading(rest)
    if not phrase or not deed.strip():
        return duty
    named = [one for one in mentions(phrase) if one.start == 0]
    if not named or named[0].klass in {lead.klass for lead in duty.leads}:
        return duty
    lead = AgencyReading(phrase, named[0].klass, certainty=Certainty.LIKELY, place=duty.task.place)
    return replace(duty, title=deed.strip(" ,"), leads=(lead,), inferred=False)
