"""R4: an activity of kind report without a last day."""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import SectionKind, TimeForm
from models.plan_file import Applied
from rules.lint.rule import Finding, Rule
from rules.lint.scene import Scene
from rules.lint.wording import where


def _find(scene: Scene) -> Iterator[Finding]:
    for section, activity, _ in scene.tracked():
        if section.kind is not SectionKind.REPORT or activity.applied is None or not _open(activity.applied):
            continue
        words = f" (văn bản chỉ ghi “{activity.read.verbatim}”)" if activity.read is not None else ""
        yield Finding(
            where(activity, "applied"),
            f"báo cáo không có thời hạn{words}.",
            "Không có ngày thì không nhắc được, không ai bị coi là trễ, và mắt xích cuối của báo cáo bị bỏ ngỏ.",
            "Ghi ngày cụ thể, hoặc nhập hạn khi cấp trên ấn định.",
        )


def _open(applied: Applied) -> bool:
    """No day, nor a number of days after an event; ongoing reports say when: all the time."""
    if applied.form is TimeForm.TRIGGERED:
        return applied.days_after is None
    return applied.form is TimeForm.UNDATED


RULE = Rule("R4", "undated-report", _find)
