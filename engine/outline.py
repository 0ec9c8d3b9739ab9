"""A plan laid out for reading: who leads what as of when, the document's words beside the day that runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.activate import Blueprint
from models.plan_file import ActivityFile, SectionFile
from rules.group_phrases import expand
from rules.periods import periods
from rules.plan_diff import time_text
from rules.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class LeadOutline:
    """One lead phrase and whom it stands for as of the first period's opening."""

    phrase: str
    members: tuple[str, ...]
    open: bool  #: tập hợp mở
    known: bool


@dataclass(frozen=True, slots=True)
class ActivityOutline:
    """One activity."""

    id: str
    title: str
    source: str
    tracked: bool
    same_as: str | None
    requested: bool
    leads: tuple[LeadOutline, ...]
    periods: int
    opens: date | None  #: của kỳ đầu tiên
    last_day: date | None  #: của kỳ đầu tiên
    applied: str  #: thời hạn áp dụng, một dòng
    phrase: str  #: nguyên văn cụm từ thời gian
    line: int | None
    why: str
    after: tuple[str, ...]
    draws_on: tuple[str, ...]
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionOutline:
    """One section."""

    id: str
    title: str
    kind: str
    source: str
    activities: tuple[ActivityOutline, ...]


def outline(blueprint: Blueprint, calendar: WorkingDays) -> tuple[SectionOutline, ...]:
    """All sections in the order of the document."""

    def section(one: SectionFile) -> SectionOutline:
        activities = tuple(_activity(blueprint, calendar, activity) for activity in one.activities)
        return SectionOutline(one.id, one.title, one.kind.value, one.source, activities)

    return tuple(section(one) for one in blueprint.plan.sections)


def _activity(blueprint: Blueprint, calendar: WorkingDays, activity: ActivityFile) -> ActivityOutline:
    header = blueprint.plan.plan
    cut = periods(activity, header, calendar)
    first = cut[0] if cut else None
    on = first.opens if first is not None else header.issued_on
    read, waits, applied = activity.read, activity.waits_for, activity.applied
    return ActivityOutline(
        id=activity.id,
        title=activity.title,
        source=activity.source,
        tracked=activity.tracked,
        same_as=activity.same_as,
        requested=activity.requested,
        leads=tuple(_lead(blueprint, phrase, on) for phrase in activity.leads),
        periods=len(cut),
        opens=first.opens if first is not None else None,
        last_day=first.last_day if first is not None else None,
        applied=time_text(activity),
        phrase=read.verbatim if read is not None else "",
        line=read.line if read is not None else activity.line,
        why=(applied.why or "") if applied is not None else "",
        after=tuple(need.activity for need in activity.needs.after),
        draws_on=activity.needs.draws_on,
        waits_for=(waits.all or waits.any) if waits is not None else (),
    )


def _lead(blueprint: Blueprint, phrase: str, on: date) -> LeadOutline:
    found = expand(phrase, blueprint.directory, blueprint.phrases, blueprint.plan.groups, on)
    return LeadOutline(phrase, tuple(entry.name for entry in found.members), found.open, found.known)
