"""Two versions of a plan, matched by activity id (design: amendment). What changed, as values; nothing is applied."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.plan_file import ActivityFile, PlanFile


class Change(StrEnum):
    """What can become of an activity; one activity may have several of the last three."""

    SAME = "same"  #: giữ nguyên
    ADDED = "added"  #: thêm
    REMOVED = "removed"  #: bỏ
    DATE = "date"  #: đổi thời hạn
    LEADS = "leads"  #: đổi cơ quan chủ trì
    TITLE = "title"  #: đổi tên


@dataclass(frozen=True, slots=True)
class Difference:
    """One activity in the two versions; `before`/`after` is the text of what changed."""

    activity: str
    title: str
    change: Change
    before: str = ""
    after: str = ""


def differences(old: PlanFile, new: PlanFile) -> list[Difference]:
    """All activities in the order of the new version, then those removed. Untracked activities count as absent."""
    before, after = _tracked(old), _tracked(new)
    found: list[Difference] = []
    for key, activity in after.items():
        former = before.get(key)
        if former is None:
            found.append(Difference(key, activity.title, Change.ADDED, after=time_text(activity)))
        else:
            changed = _changes(former, activity)
            found.extend(changed or [Difference(key, activity.title, Change.SAME)])
    gone = [activity for key, activity in before.items() if key not in after]
    return found + [Difference(one.id, one.title, Change.REMOVED, before=time_text(one)) for one in gone]


def time_text(activity: ActivityFile) -> str:
    """The applied time on one line: its form, and every date that goes with it."""
    applied = activity.applied
    if applied is None:
        return ""
    said = applied.model_dump(mode="json", exclude_defaults=True, exclude={"form", "why"})
    return " ".join([applied.form.value, *(f"{name}={value}" for name, value in said.items())])


def _changes(old: ActivityFile, new: ActivityFile) -> list[Difference]:
    pairs = (
        (Change.DATE, _time(old), _time(new)),
        (Change.LEADS, "; ".join(old.leads), "; ".join(new.leads)),
        (Change.TITLE, old.title, new.title),
    )
    return [Difference(new.id, new.title, change, one, two) for change, one, two in pairs if one != two]


def _time(activity: ActivityFile) -> str:
    waits = activity.waits_for
    said = f" waits_for={'+'.join(waits.all) or '|'.join(waits.any)}" if waits is not None else ""
    return time_text(activity) + said


def _tracked(plan: PlanFile) -> dict[str, ActivityFile]:
    return {activity.id: activity for _, activity in plan.activities() if activity.tracked}
