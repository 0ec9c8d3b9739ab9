"""Checking a plan's ids and links: repeated, unknown, unused, or going round in a circle."""

from __future__ import annotations

from collections.abc import Iterable

from models.kinds import TimeForm
from models.plan_file import ActivityFile, PlanFile
from rules.findings import Findings, did_you_mean, place_of
from rules.plan_links import circle


def check_ids(plan: PlanFile, findings: Findings) -> None:
    """Duplicate ids, ids that name nothing, repetitions of repetitions, dependency circles, unused triggers."""
    activities = {activity.id: activity for _, activity in plan.activities()}
    sections = [section.id for section in plan.sections]
    _repeated("mục", sections, findings)
    _repeated("hoạt động", [activity.id for _, activity in plan.activities()], findings)
    for _, activity in plan.activities():
        _needs(activity, activities, sections, findings)
        _same_as(activity, activities, findings)
        _waits(activity, plan, findings)
    found = circle(plan)
    if found:
        message = f"phụ thuộc vòng tròn: {' → '.join(found)}."
        hint = "Bỏ một trong các mối phụ thuộc này."
        findings.error(place_of(activities[found[0]], "needs"), message, "circle", hint)
    used = {name for _, activity in plan.activities() for name in _triggers(activity)}
    for name in plan.triggers:
        if name not in used:
            findings.warning(f"sự kiện '{name}'", "không hoạt động nào chờ sự kiện này.", "unused-trigger")


def _repeated(what: str, ids: Iterable[str], findings: Findings) -> None:
    seen: set[str] = set()
    told: set[str] = set()
    for name in ids:
        if name in seen and name not in told:
            findings.error(f"{what} '{name}'", f"mã {what} '{name}' dùng hai lần.", "duplicate-id", "Đặt mã khác.")
            told.add(name)
        seen.add(name)


def _needs(
    activity: ActivityFile, activities: dict[str, ActivityFile], sections: list[str], findings: Findings
) -> None:
    place = place_of(activity, "needs")
    for need in activity.needs.after:
        if need.activity not in activities:
            message = f"'after' cần hoạt động '{need.activity}', không có mã này."
            findings.error(place, message, "unknown-id", did_you_mean(need.activity, activities))
        elif not activities[need.activity].tracked:
            message = f"'after' cần '{need.activity}', là việc không theo dõi: coi như đã xong."
            findings.warning(place, message, "untracked-need")
    for target in activity.needs.draws_on:
        if target not in activities and target not in sections:
            message = f"'draws_on' nêu '{target}', không có hoạt động hay mục nào mang mã này."
            findings.error(place, message, "unknown-id", did_you_mean(target, [*activities, *sections]))


def _same_as(activity: ActivityFile, activities: dict[str, ActivityFile], findings: Findings) -> None:
    if activity.same_as is None:
        return
    place, target = place_of(activity, "same_as"), activities.get(activity.same_as)
    if target is None:
        message = f"lặp lại '{activity.same_as}', không có mã này."
        findings.error(place, message, "unknown-id", did_you_mean(activity.same_as, activities))
    elif target.same_as is not None:
        message = f"lặp lại '{target.id}', mà '{target.id}' cũng chỉ là chỗ lặp lại."
        hint = "" if target.same_as == activity.id else f"Viết thẳng: same_as: {target.same_as}"
        findings.error(place, message, "same-as-chain", hint)


def _triggers(activity: ActivityFile) -> tuple[str, ...]:
    waits = activity.waits_for
    return (*waits.all, *waits.any) if waits else ()


def _waits(activity: ActivityFile, plan: PlanFile, findings: Findings) -> None:
    place = place_of(activity, "waits_for")
    for name in _triggers(activity):
        if name not in plan.triggers:
            message = f"chờ sự kiện '{name}', không có trong 'triggers'."
            findings.error(place, message, "unknown-trigger", did_you_mean(name, plan.triggers))
    if activity.applied and activity.applied.form is TimeForm.TRIGGERED and activity.waits_for is None:
        message = "form 'triggered' mà không nói chờ sự kiện nào."
        findings.error(place_of(activity, "applied"), message, "no-trigger", "Thêm 'waits_for'.")
