"""R7: the recorded date of a trigger is before the plan's issue date."""

from __future__ import annotations

from collections.abc import Iterator

from rules.lint.rule import Finding, Rule
from rules.lint.scene import Scene
from rules.lint.wording import day, listed


def _find(scene: Scene) -> Iterator[Finding]:
    for key, trigger in scene.plan.triggers.items():
        if trigger.happened_on is None or trigger.happened_on >= scene.issued_on:
            continue
        waiting = [
            f"'{activity.id}'"
            for _, activity, _ in scene.tracked()
            if activity.waits_for is not None and key in (activity.waits_for.all or activity.waits_for.any)
        ]
        number = f" số {trigger.number}" if trigger.number else ""
        line = f"; văn bản: dòng {trigger.line}" if trigger.line is not None else ""
        yield Finding(
            f"sự kiện '{key}', happened_on{line}",
            f"“{trigger.title}”{number} đã có từ {day(trigger.happened_on)}, trước ngày ban hành kế hoạch "
            f"{day(scene.issued_on)}; đang chờ: {listed(waiting) or 'không việc nào'}.",
            "Văn bản còn viết “sau khi có …” cho một việc đã xảy ra: không còn gì để chờ, thời hạn lại bỏ ngỏ.",
            "Ghi thẳng thời hạn cho các việc đang chờ, dẫn số và ngày của sự kiện.",
        )


RULE = Rule("R7", "trigger-past", _find)
