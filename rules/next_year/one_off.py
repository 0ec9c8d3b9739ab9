"""What was of one year only: reviews that were held, spans that ended, circumstances that passed."""

from __future__ import annotations

import re

from models.kinds import SectionKind
from models.plan_file import ActivityFile, PlanFile, PlanHeader, SectionFile
from rules.next_year.dates import happens_once

_SPAN = re.compile(r"\b(?:19|20)\d\d\s*[-–]\s*(?P<last>(?:19|20)\d\d)\b")
_NUMBERED = re.compile(r"\bsố\s+\d+\s*/\s*[A-ZĐ][\w-]*")
_PASSING = re.compile(r"covid|dịch bệnh|bối cảnh dịch", re.IGNORECASE)

#: Kinds whose subject is chosen anew each year.
_YEARLY_SUBJECT = frozenset({SectionKind.INSPECT, SectionKind.CHOOSE_FIELDS})


def finished(section: SectionFile, activity: ActivityFile, header: PlanHeader) -> str:
    """Why an activity is over with the old plan; "" when it is not."""
    if not happens_once(activity.applied):
        return ""
    ended = [match["last"] for match in _SPAN.finditer(_words(activity)) if int(match["last"]) <= header.years[1]]
    if ended:
        return f"giai đoạn đến năm {ended[0]} đã kết thúc"
    if section.kind is SectionKind.REVIEW:
        return "việc sơ kết, tổng kết chỉ làm một lần"
    return ""


def doubtful(activity: ActivityFile, header: PlanHeader) -> str:
    """What a person should ask about an activity that stays; "" when nothing."""
    words = _words(activity)
    if _PASSING.search(words):
        return f"hoàn cảnh của năm {header.years[0]} (dịch bệnh): bỏ, hoặc thay bằng nội dung của năm mới"
    numbered = _NUMBERED.search(words)
    if numbered is not None:
        return f"nêu văn bản {numbered[0]}: kiểm tra năm mới còn thực hiện không"
    if header.years[0] < header.years[1] and happens_once(activity.applied):
        assert activity.applied is not None
        assert activity.applied.last_day is not None
        return f"việc một lần của năm {activity.applied.last_day.year}: còn phải làm lại không"
    return ""


def yearly_subjects(plan: PlanFile) -> tuple[str, ...]:
    """Inspections and the like whose subject is that year's field, and what rests on nothing else."""
    found = {
        activity.id: None
        for section, activity in plan.activities()
        if activity.tracked and section.kind in _YEARLY_SUBJECT and happens_once(activity.applied)
    }
    for _, activity in plan.activities():
        targets = activity.needs.draws_on
        if activity.tracked and targets and all(target in found for target in targets):
            found[activity.id] = None
    return tuple(found)


def _words(activity: ActivityFile) -> str:
    return " ".join((activity.title, *activity.outputs, activity.note or ""))
