"""`dondoc read FILE -o plan.yaml`: the draft of a plan file from a reading, and what a person has to decide in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cli.printing import problem_lines, say
from cli.read_draft import Choices, Drafted, make_draft
from config.errors import NeedsPerson

if TYPE_CHECKING:
    from models.problem import Problem
    from models.reading import Reading
    from models.source_text import SourceText
    from rules.plan_draft import Draft


class FileInTheWay(NeedsPerson):
    """Đã có tệp mang tên này."""


def write_draft(
    reading: Reading,
    path: Path,
    plans: Path,
    today: date,
    directory: str | None = None,
    issued: date | None = None,
    force: bool = False,
    source: SourceText | None = None,
) -> Drafted:
    """Draft the plan and write it to `path`, whole or not at all; returns the draft and what it was made with.

    `plans` is the installation's folder (agencies, phrases, calendar); `directory` the key of one of its directories,
    None: the one of the province on the issue date. Raises `FileInTheWay` for an existing file without `force`,
    `NoSuchDirectory`, and `Problems` for a reading without a task.
    """
    from documents.plan_writer import write_plan
    from documents.whole_file import write_whole

    if path.exists() and not force:
        raise FileInTheWay(f"Tệp {path} đã có. Chọn tên khác, hoặc thêm --force để ghi đè.")
    drafted = make_draft(reading, plans, today, Choices(directory, issued), source)
    write_whole(path, write_plan(drafted.draft.plan))
    return drafted


def say_draft(draft: Draft, path: Path, findings: list[Problem]) -> None:
    """What was written, what a person must decide, what the lint found, and what made no activity."""
    activities = [activity for _, activity in draft.plan.activities()]
    say(f"Đã ghi {path}: {draft_counts(draft)}.")
    if draft.skipped:
        say()
        say(f"{len(draft.skipped)} đề mục không thành hoạt động:")
        for passed in draft.skipped:
            say(f"  {passed.section or '-'} · {passed.title}")
    if draft.to_decide:
        lines = {activity.id: activity.line for activity in activities}
        say()
        say(f"{len(draft.to_decide)} điều cần người quyết (dòng 'to_decide' trong tệp; quyết xong thì xóa dòng):")
        for number, item in enumerate(draft.to_decide, 1):
            line = lines.get(item.place.partition("'")[2].rstrip("'"))
            say(f"  {number}. {item.place}{f' (văn bản: dòng {line})' if line else ''}: {item.text}")
    if findings:
        say()
        say("Soát kế hoạch:")
        say("\n".join(problem_lines(findings)))
    say()
    say(f"Tiếp theo: xem lại tệp, quyết các điều nêu trên, rồi dondoc plan check {path}")


def draft_counts(draft: Draft) -> str:
    """How much the plan file holds."""
    activities = [activity for _, activity in draft.plan.activities()]
    tracked = sum(activity.tracked for activity in activities)
    repeated = sum(activity.same_as is not None for activity in activities)
    kinds = [f"{tracked} được theo dõi"]
    kinds += [f"{repeated} chỗ lặp lại"] if repeated else []
    standing = len(activities) - tracked - repeated
    kinds += [f"{standing} trách nhiệm chung"] if standing else []
    return f"{len(draft.plan.sections)} mục, {len(activities)} hoạt động ({', '.join(kinds)})"
