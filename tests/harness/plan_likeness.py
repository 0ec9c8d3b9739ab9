"""How much of a plan made by hand a draft has: tracked activities with the same agencies and the same time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.directory import Directory
from models.kinds import Recurrence, SectionKind, TimeForm
from models.plan_file import ActivityFile, PlanFile
from rules.group_phrases import Phrases, expand

Time = tuple[TimeForm, date | None, Recurrence | None]


@dataclass(frozen=True)
class Likeness:
    """The hand-made plan's tracked activities, found and missed; `extra`: of the draft, matching none."""

    found: tuple[str, ...]
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def share(self) -> float:
        """Found of all."""
        return len(self.found) / (len(self.found) + len(self.missed))


@dataclass(frozen=True)
class _Duty:
    id: str
    kind: SectionKind
    agencies: frozenset[str]
    time: Time


def likeness(by_hand: PlanFile, draft: PlanFile, directory: Directory, phrases: Phrases) -> Likeness:
    """Each activity of the draft answers for one of the plan's at most; one of the same kind goes first."""
    wanted, left = _duties(by_hand, directory, phrases), _duties(draft, directory, phrases)
    found: list[str] = []
    for same_kind in (True, False):
        for duty in [one for one in wanted if one.id not in found]:
            fits = [one for one in left if (one.agencies, one.time) == (duty.agencies, duty.time)]
            match = next((one for one in fits if one.kind is duty.kind or not same_kind), None)
            if match is not None:
                left.remove(match)
                found.append(duty.id)
    missed = tuple(one.id for one in wanted if one.id not in found)
    return Likeness(tuple(found), missed, tuple(one.id for one in left))


def _duties(plan: PlanFile, directory: Directory, phrases: Phrases) -> list[_Duty]:
    return [
        _Duty(activity.id, section.kind, _agencies(activity, plan, directory, phrases), _time(activity))
        for section, activity in plan.activities()
        if activity.tracked
    ]


def _agencies(activity: ActivityFile, plan: PlanFile, directory: Directory, phrases: Phrases) -> frozenset[str]:
    """The agencies on the issue date; an open or unknown phrase stands for itself."""
    found: set[str] = set()
    for phrase in activity.leads:
        members = expand(phrase, directory, phrases, plan.groups, plan.plan.issued_on).members
        found.update(entry.id for entry in members)
        found.update(() if members else {phrase.lower()})
    return frozenset(found)


def _time(activity: ActivityFile) -> Time:
    applied = activity.applied
    assert applied is not None, activity.id
    return applied.form, applied.last_day, applied.every
