"""R3: an activity (not a report) draws on or follows one whose last day is not before its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.kinds import SectionKind
from rules.lint.pairing import pairs
from rules.lint.rule import Finding, Rule
from rules.lint.scene import Scene
from rules.lint.wording import day, listed, where


def _find(scene: Scene) -> Iterator[Finding]:
    for section, activity, _ in scene.tracked():
        if section.kind is SectionKind.REPORT:
            continue
        rested = dict.fromkeys((*(need.activity for need in activity.needs.after), *scene.drawn(activity)))
        late: list[tuple[str, date, date]] = []
        for needed in rested:
            other = scene.activity(needed)
            if other is not None and other.tracked:
                found = next(((own, theirs) for own, theirs in pairs(scene, activity, other) if theirs >= own), None)
                late += [(needed, *found)] if found else []
        if late:
            texts = [f"'{needed}' ({day(theirs)})" for needed, _, theirs in late]
            yield Finding(
                where(activity, "applied"),
                f"hạn {day(late[0][1])} không sau hạn của việc phải xong trước: {listed(texts)}.",
                "Hai việc nối nhau mà hạn trùng hoặc ngược thì việc sau không còn thời gian dựa vào việc trước.",
                "Đặt hạn của việc trước sớm hơn, hoặc lùi hạn của việc này.",
            )


RULE = Rule("R3", "no-time-to-build", _find)
