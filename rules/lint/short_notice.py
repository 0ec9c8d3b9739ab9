"""R9: a last day within ten working days of the issue date (not the issuing itself)."""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import SectionKind
from models.plan_file import ActivityFile, SectionFile
from rules.lint.rule import Finding, Rule
from rules.lint.scene import Scene
from rules.lint.wording import day, where

#: Working days; a recommendation of the field, not law.
SHORTEST = 10


def _find(scene: Scene) -> Iterator[Finding]:
    if not scene.calendar.first <= scene.issued_on <= scene.calendar.last:
        return
    for section, activity, periods in scene.tracked():
        first = next((period.last_day for period in periods if period.last_day is not None), None)
        if first is None or first < scene.issued_on or _is_the_issuing(scene, section, activity):
            continue
        left = scene.calendar.between(scene.issued_on, first)
        if left <= SHORTEST:
            assumed = " (giả định)" if scene.plan.plan.issued_assumed else ""
            yield Finding(
                where(activity, "applied"),
                f"hạn {day(first)} chỉ cách ngày ban hành {day(scene.issued_on)}{assumed} {left} ngày làm việc.",
                "Văn bản còn phải đến nơi, được phân công và thực hiện; nhiều lần nhắc rơi vào trước ngày ban hành.",
                "Lùi hạn, hoặc gửi văn bản hỏa tốc và báo trước cho cơ quan.",
            )


def _is_the_issuing(scene: Scene, section: SectionFile, activity: ActivityFile) -> bool:
    """The coordinator or the issuer making this very plan: its product is what lies on the table."""
    if section.kind is not SectionKind.ISSUE_PLAN:
        return False
    header, on = scene.plan.plan, scene.issued_on
    house = {entry.id for phrase in (header.issuer, header.coordinator) for entry in scene.expand(phrase, on).members}
    leads = {entry.id for phrase in activity.leads for entry in scene.expand(phrase, on).members}
    return bool(leads) and leads <= house


RULE = Rule("R9", "short-notice", _find)
