"""R2: a dated activity waits hard for a trigger without a date."""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import TimeForm
from models.plan_file import ActivityFile
from rules.lint.rule import Finding, Rule
from rules.lint.scene import Scene
from rules.lint.wording import day, where


def _find(scene: Scene) -> Iterator[Finding]:
    for _, activity, _ in scene.tracked():
        days = scene.dated(activity.id)
        if activity.applied is None or activity.applied.form is not TimeForm.DATED or not days:
            continue
        waited = _undated(scene, activity, set())
        if waited:
            titles = "; ".join(f"“{scene.plan.triggers[key].title}”" for key in waited)
            yield Finding(
                where(activity, "applied"),
                f"có hạn {day(days[0])} nhưng phải chờ sự kiện chưa rõ ngày: {titles}.",
                "Sự kiện đến muộn thì hạn qua trước khi việc được phép bắt đầu.",
                "Đặt hạn theo số ngày sau sự kiện, hoặc cho phép làm trước rồi điều chỉnh.",
            )


def _undated(scene: Scene, activity: ActivityFile, seen: set[str]) -> tuple[str, ...]:
    """The triggers without a date it waits for, itself or through what it comes after."""
    if activity.id in seen:
        return ()
    seen.add(activity.id)
    found: dict[str, None] = dict.fromkeys(_own(scene, activity))
    for need in activity.needs.after:
        other = scene.activity(need.activity)
        if other is not None and other.tracked:
            found.update(dict.fromkeys(_undated(scene, other, seen)))
    return tuple(found)


def _own(scene: Scene, activity: ActivityFile) -> tuple[str, ...]:
    waits = activity.waits_for
    if waits is None:
        return ()
    known = scene.plan.triggers
    open_ = tuple(key for key in waits.all or waits.any if key in known and known[key].happened_on is None)
    return () if waits.any and len(open_) < len(waits.any) else open_


RULE = Rule("R2", "rests-on-undated", _find)
