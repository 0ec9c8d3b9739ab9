"""R5: no lead named in the document."""

from __future__ import annotations

from collections.abc import Iterator

from rules.lint.rule import Finding, Rule
from rules.lint.scene import Scene
from rules.lint.wording import where


def _find(scene: Scene) -> Iterator[Finding]:
    for _, activity, _ in scene.tracked():
        if activity.lead_inferred:
            yield Finding(
                where(activity, "leads"),
                f"văn bản không nêu cơ quan chủ trì; suy ra: {', '.join(activity.leads)}.",
                "Mỗi việc chỉ có một cơ quan chủ trì chịu trách nhiệm; suy đoán thì không có căn cứ để đôn đốc.",
                "Bổ sung cơ quan chủ trì vào văn bản; đã có thì bỏ 'lead_inferred'.",
            )


RULE = Rule("R5", "lead-not-named", _find)
