"""What every step of a draft needs to know: the document's span, its agencies, its events, the defaults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.kinds import SectionKind
from models.legal_base import LegalDocument
from models.reading import HeaderReading
from models.source_text import SourceText
from rules.plan_draft.agency_book import AgencyBook
from rules.plan_draft.document_words import DocumentWords
from rules.plan_draft.triggers import TriggerBook
from rules.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class DraftDefaults:
    """Days filled in where a document says "yearly" and no day; month and day. An installation may set its own."""

    yearly: tuple[int, int] = (12, 31)  #: việc hằng năm không ghi ngày
    yearly_plan: tuple[int, int] = (3, 31)  #: kế hoạch, lĩnh vực trọng tâm hằng năm không ghi ngày
    assumed_month_day: int = 15  #: văn bản để trống ngày: giả định ngày này của tháng in trên văn bản

    def yearly_day(self, kind: SectionKind) -> tuple[int, int]:
        """The default month and day of a yearly duty of a kind."""
        early = kind in (SectionKind.ISSUE_PLAN, SectionKind.CHOOSE_FIELDS)
        return self.yearly_plan if early else self.yearly


@dataclass(frozen=True, slots=True)
class Known:
    """What helps to understand a reading, where it is at hand: the document itself, and legal documents on record."""

    source: SourceText | None = None
    documents: tuple[LegalDocument, ...] = ()


@dataclass(slots=True)
class Scope:
    """The frame of one draft; `book` and `triggers` collect while the duties are gone through."""

    header: HeaderReading
    issued: date
    years: tuple[int, int]
    issuer: str  #: cơ quan ban hành, như ghi trong danh mục
    coordinator: str
    book: AgencyBook
    calendar: WorkingDays
    defaults: DraftDefaults
    words: DocumentWords
    triggers: TriggerBook

    @property
    def last(self) -> date:
        """The last day of the plan's years."""
        return date(self.years[1], 12, 31)
