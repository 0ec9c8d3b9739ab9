"""Readings of one to a few tasks, and their drafts, for tests of single rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.working_calendar import read_calendar
from models.directory import Directory
from models.legal_base import LegalDocument
from models.plan_file import ActivityFile, PlanFile
from models.reading import AgencyReading, HeaderReading, PhraseClass, Reading, TaskReading
from models.source_text import Paragraph, Place, SourceText
from rules.group_phrases import Phrases
from rules.plan_draft import Draft, Known, draft_plan
from rules.working_days import WorkingDays

PLANS = Path(__file__).parents[2] / "plans"
HEADER = HeaderReading(issuer_norm="UBND tỉnh Sóc Trăng", date="2022-01-28", year=2022)
CLASSES = {
    "Sở Tư pháp": PhraseClass.SO_TU_PHAP,
    "Sở Tài nguyên và Môi trường": PhraseClass.SO_CHUYEN_NGANH,
    "Sở Nội vụ": PhraseClass.SO_CHUYEN_NGANH,
    "các Sở, ngành": PhraseClass.SO_NGANH_TINH,
    "UBND cấp huyện": PhraseClass.UBND_CAP_HUYEN,
    "UBND cấp xã": PhraseClass.UBND_CAP_XA,
    "Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh": PhraseClass.CO_QUAN_TU_PHAP_TINH,
}


@lru_cache(maxsize=1)
def known() -> tuple[Directory, Phrases, WorkingDays]:
    """Directory, phrases and calendar of the checkout."""
    directory = read_directory(PLANS / "agencies" / "soc-trang-2022.tsv")
    return directory, read_phrases(PLANS / "phrases.yaml"), read_calendar(PLANS / "calendar", 2019, 2034)


def agency(text: str, **more: Any) -> AgencyReading:
    """An agency phrase; its class is looked up, else unspecific."""
    return AgencyReading(text, CLASSES.get(text, PhraseClass.CO_QUAN_LIEN_QUAN), **more)


def task(title: str, section: str = "II.1", leads: tuple[AgencyReading, ...] | None = None, **more: Any) -> TaskReading:
    """A task, led by Sở Tư pháp unless said otherwise."""
    by = (agency("Sở Tư pháp"),) if leads is None else leads
    return TaskReading(id=f"t-{section}-{title}", number="", section=section, title=title, leads=by, **more)


def draft_of(*tasks: TaskReading, header: HeaderReading = HEADER) -> Draft:
    """The draft of a document with these tasks."""
    directory, phrases, calendar = known()
    return draft_plan(Reading("ke-hoach.txt", header, tasks), directory, phrases, calendar)


def activities_of(made: Draft | PlanFile) -> list[ActivityFile]:
    """Its activities in order."""
    plan = made.plan if isinstance(made, Draft) else made
    return [activity for _, activity in plan.activities()]


def draft_of_document(
    lines: Sequence[str], *tasks: TaskReading, header: HeaderReading = HEADER, documents: tuple[LegalDocument, ...] = ()
) -> Draft:
    """The draft of tasks that stand in a document of these paragraphs, one per line, numbered from 1."""
    directory, phrases, calendar = known()
    paragraphs = tuple(Paragraph(text, Place(line=number)) for number, text in enumerate(lines, 1))
    source = SourceText("ke-hoach.txt", "txt", paragraphs)
    reading = Reading("ke-hoach.txt", header, tasks)
    return draft_plan(reading, directory, phrases, calendar, known=Known(source, documents))
