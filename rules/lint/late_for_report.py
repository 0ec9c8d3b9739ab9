"""R1: a report draws on an activity whose last day is after the report's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.kinds import SectionKind
from models.plan_file import ActivityFile, Read
from rules.lint.pairing import pairs
from rules.lint.rule import Finding, Rule
from rules.lint.scene import Scene
from rules.lint.wording import day, listed, where


def _find(scene: Scene) -> Iterator[Finding]:
    """One finding per late activity, naming every report that misses it."""
    missed: dict[str, list[tuple[date, str, date]]] = {}
    for section, report, _ in scene.tracked():
        if section.kind is not SectionKind.REPORT:
            continue
        for needed in scene.drawn(report):
            other = scene.activity(needed)
            if other is None or not _stated(other.read):
                continue
            late = [(own, theirs) for own, theirs in pairs(scene, report, other) if theirs > own]
            missed.setdefault(needed, []).extend((own, report.id, theirs) for own, theirs in late)
    for _, activity, _ in scene.tracked():
        if missed.get(activity.id):
            yield _finding(activity, missed[activity.id])


def _stated(read: Read | None) -> bool:
    """A default date is ours, not the plan's: where the document says only "hằng năm", it contradicts nothing."""
    if read is None or read.kind != "recurring":
        return True
    return read.end is not None or "=" in (read.recurrence or "")


def _finding(activity: ActivityFile, missed: list[tuple[date, str, date]]) -> Finding:
    last = sorted({theirs for _, _, theirs in missed})
    reports = [f"'{name}' ({day(own)})" for own, name, _ in sorted(missed)]
    return Finding(
        where(activity, "applied"),
        f"hạn {listed([day(one) for one in last])} sau hạn của báo cáo dựa vào kết quả này: {listed(reports)}.",
        "Báo cáo phải gửi khi việc này còn chưa đến hạn: kết quả sẽ không kịp vào báo cáo.",
        "Rút hạn về trước hạn báo cáo, lùi báo cáo, hoặc ghi rõ kết quả được báo cáo bổ sung.",
    )


RULE = Rule("R1", "late-for-report", _find)
