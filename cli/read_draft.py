"""The draft behind `dondoc read`: everything an installation knows, brought together for one document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cli.errors import NoSuchDirectory

if TYPE_CHECKING:
    from models.directory import Directory
    from models.legal_base import LegalDocument
    from models.reading import HeaderReading, Reading
    from models.source_text import SourceText
    from rules.group_phrases import Phrases
    from rules.plan_draft import Draft
    from rules.working_days import WorkingDays

#: Years of the calendar before and after the document's own.
_YEARS_BEFORE, _YEARS_AFTER = 2, 13
#: A year outside these is a misreading; the calendar then starts from today.
_FIRST_YEAR, _LAST_YEAR = 1990, 2090


@dataclass(frozen=True)
class Choices:
    """What a person may say beside the document: the directory of agencies by its key, and the issue date."""

    directory: str | None = None
    issued: date | None = None


@dataclass(frozen=True)
class Drafted:
    """A draft, and what it was made with."""

    draft: Draft
    directory: Directory | None
    phrases: Phrases
    calendar: WorkingDays


def make_draft(
    reading: Reading, plans: Path, today: date, choices: Choices | None = None, source: SourceText | None = None
) -> Drafted:
    """Draft the plan in memory; `plans` is the installation's folder (agencies, phrases, calendar, legal documents).

    With `source` the draft looks at whole sentences, and at the responsibilities a reading leaves out. Raises
    `NoSuchDirectory`, and `Problems` for a reading without a task.
    """
    from documents.phrases_yaml import read_phrases
    from documents.working_calendar import read_calendar
    from rules.plan_draft import Known, draft_plan

    told = choices or Choices()
    chosen = _directory(reading.header, plans, told)
    year = _year(reading.header, told.issued, today)
    calendar = read_calendar(plans / "calendar", year - _YEARS_BEFORE, year + _YEARS_AFTER)
    phrases = read_phrases(plans / "phrases.yaml")
    whole = reading if source is None else _with_standing(reading, source)
    waits = any(time.kind == "trigger" for task in whole.tasks for time in task.times)
    known = Known(source, _documents(plans) if waits else ())
    return Drafted(draft_plan(whole, chosen, phrases, calendar, told.issued, known=known), chosen, phrases, calendar)


def _with_standing(reading: Reading, source: SourceText) -> Reading:
    """The reading with the undated responsibilities under "Tổ chức thực hiện" as well."""
    from dataclasses import replace

    from documents.reader.tasks import read_tasks

    return replace(reading, tasks=read_tasks(source, reading.header, standing=True)[0])


def _documents(plans: Path) -> tuple[LegalDocument, ...]:
    """The legal documents on record; an installation may do without."""
    from documents.legal_bases_yaml import read_legal_bases

    path = plans / "legal_bases.yaml"
    return read_legal_bases(path) if path.exists() else ()


def _directory(header: HeaderReading, plans: Path, told: Choices) -> Directory | None:
    """The directory asked for, else the fullest one of the province on that day; None when there is none."""
    from documents.directory_file import read_directory
    from rules.plan_draft.directory_choice import choose_directory

    folder = plans / "agencies"
    files = {path.stem: path for path in sorted(folder.glob("*.tsv"))}
    if told.directory is not None:
        if told.directory not in files:
            known = ", ".join(files) or "chưa có"
            raise NoSuchDirectory(f"Không có danh mục “{told.directory}” trong {folder}. Có: {known}.")
        return read_directory(files[told.directory])
    found = choose_directory(header, told.issued, (read_directory(path) for path in _naming(header, files.values())))
    return found[0] if found else None


def _naming(header: HeaderReading, files: Iterable[Path]) -> list[Path]:
    """The files that name the province at all, to read no more than needed; all when none does (spelt otherwise)."""
    from rules.plan_draft.header import province_of

    province, paths = province_of(header).casefold(), list(files)
    return [path for path in paths if province in path.read_text("utf-8", errors="replace").casefold()] or paths


def _year(header: HeaderReading, issued: date | None, today: date) -> int:
    printed = header.date[:4] if header.date and header.date[:4].isdecimal() else ""
    year = issued.year if issued else int(printed) if printed else header.year or today.year
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else today.year
