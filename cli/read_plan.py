"""`dondoc read FILE -o plan.yaml`: the draft of a plan file from a reading, and what a person has to decide in it."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cli.errors import NoSuchDirectory
from cli.invocation import of
from cli.printing import say
from config.errors import NeedsPerson

if TYPE_CHECKING:
    from models.directory import Directory
    from models.reading import HeaderReading, Reading
    from rules.plan_draft import Draft

#: Years of the calendar before and after the document's own.
_YEARS_BEFORE, _YEARS_AFTER = 2, 13
#: A year outside these is a misreading; the calendar then starts from today.
_FIRST_YEAR, _LAST_YEAR = 1990, 2090


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
) -> Draft:
    """Draft the plan and write it to `path`, whole or not at all; returns the draft.

    `plans` is the installation's folder (agencies, phrases, calendar); `directory` the key of one of its directories,
    None: the one of the province on the issue date. Raises `FileInTheWay` for an existing file without `force`,
    `NoSuchDirectory`, and `Problems` for a reading without a task.
    """
    from documents.phrases_yaml import read_phrases
    from documents.plan_writer import write_plan
    from documents.working_calendar import read_calendar
    from rules.plan_draft import draft_plan

    if path.exists() and not force:
        raise FileInTheWay(f"Tệp {path} đã có. Chọn tên khác, hoặc thêm --force để ghi đè.")
    chosen = _directory(reading.header, plans, directory, issued)
    year = _year(reading.header, issued, today)
    calendar = read_calendar(plans / "calendar", year - _YEARS_BEFORE, year + _YEARS_AFTER)
    draft = draft_plan(reading, chosen, read_phrases(plans / "phrases.yaml"), calendar, issued)
    _put(path, write_plan(draft.plan))
    return draft


def draft_to_file(
    ctx: typer.Context, reading: Reading, path: Path, directory: str | None, issued: date | None, force: bool
) -> None:
    """The whole of `dondoc read FILE -o PATH`: draft, write, and say what is left to a person."""
    from config.timezone import local_day

    call = of(ctx)
    say_draft(write_draft(reading, path, call.plans, local_day(call.now), directory, issued, force), path)


def say_draft(draft: Draft, path: Path) -> None:
    """What was written, what a person must decide, and what made no activity."""
    activities = [activity for _, activity in draft.plan.activities()]
    tracked = sum(activity.tracked for activity in activities)
    repeated = sum(activity.same_as is not None for activity in activities)
    say(
        f"Đã ghi {path}: {len(draft.plan.sections)} mục, {len(activities)} hoạt động "
        f"({tracked} được theo dõi, {repeated} chỗ lặp lại, {len(activities) - tracked - repeated} trách nhiệm chung)."
    )
    if draft.skipped:
        say(f"{len(draft.skipped)} đề mục không thành hoạt động:")
        for passed in draft.skipped:
            say(f"  {passed.section or '-'} · {passed.title}")
    if draft.to_decide:
        say(f"{len(draft.to_decide)} điều cần người quyết (dòng 'to_decide' trong tệp; quyết xong thì xóa dòng):")
        for item in draft.to_decide:
            say(f"  {item.place}: {item.text}")
    say(f"Tiếp theo: xem lại tệp, rồi dondoc plan check {path}")


def _directory(header: HeaderReading, plans: Path, key: str | None, issued: date | None) -> Directory | None:
    """The directory asked for, else the fullest one of the province on that day; None when there is none."""
    from documents.directory_file import read_directory
    from rules.plan_draft.directory_choice import choose_directory

    folder = plans / "agencies"
    files = {path.stem: path for path in sorted(folder.glob("*.tsv"))}
    if key is not None:
        if key not in files:
            raise NoSuchDirectory(f"Không có danh mục “{key}” trong {folder}. Có: {', '.join(files) or 'chưa có'}.")
        return read_directory(files[key])
    found = choose_directory(header, issued, (read_directory(path) for path in files.values()))
    return found[0] if found else None


def _year(header: HeaderReading, issued: date | None, today: date) -> int:
    printed = header.date[:4] if header.date and header.date[:4].isdecimal() else ""
    year = issued.year if issued else int(printed) if printed else header.year or today.year
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else today.year


def _put(path: Path, text: str) -> None:
    """A file appears whole under its name, or not at all."""
    handle, draft = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
