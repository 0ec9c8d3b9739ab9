"""Several reports asked for in one sentence ("bao gồm báo cáo … và báo cáo …") are several duties."""

from __future__ import annotations

import re
from dataclasses import replace

from models.kinds import SectionKind
from rules.plan_draft.duty import Duty
from rules.plan_draft.scope import Scope
from rules.plan_draft.texts import bare

_LISTED = re.compile(
    r"\b(?:bao )?gom(?: co)?:?\s+(?P<list>bao cao\b[^.;]*?)"
    r"(?=,? (?:thuoc pham vi|trinh|gui|chuyen|truoc ngay|cham nhat)\b|[.;]|$)"
)
_BETWEEN = re.compile(r"(?:,\s*|\s+va\s+|,\s*va\s+)(?=bao cao\b)")


def by_reports(duty: Duty, scope: Scope) -> list[Duty]:
    """One duty per report the sentence lists; the duty as it is when it lists none, or one."""
    if duty.kind is not SectionKind.REPORT or duty.time is None or len(duty.task.times) > 1:
        return [duty]
    said = scope.words.sentence(duty.task)
    listed = _LISTED.search(bare(said))
    if listed is None:
        return [duty]
    text, start = said[listed.start("list") : listed.end("list")], 0
    titles: list[str] = []
    for cut in _BETWEEN.finditer(bare(text)):
        titles.append(text[start : cut.start()])
        start = cut.end()
    titles.append(text[start:])
    return [replace(duty, title=title.strip(" ,")) for title in titles] if len(titles) > 1 else [duty]
