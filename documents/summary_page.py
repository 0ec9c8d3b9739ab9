"""The page a closed plan is read from: index.html, in Vietnamese, for a desk and for a phone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from documents.page_templates import page_templates
from models.outcome import PlanOutcome

#: the files the page links to, relative to its folder
PAGE_FILES = MappingProxyType(
    {
        "page": "index.html",
        "workbook": "nhiem-vu.xlsx",
        "timeline": "timeline.png",
        "heatmap": "heatmap.png",
        "mails": "mails/index.html",
    }
)


@dataclass(frozen=True, slots=True)
class Totals:
    """The key figures of a plan."""

    assigned: int
    accepted: int
    on_time: int
    late: int
    missing: int
    notes: int
    mails: int

    @property
    def due(self) -> int:
        """The denominator of the rate."""
        return self.on_time + self.late + self.missing

    @property
    def rate(self) -> float | None:
        """On-time share of the due ones."""
        return self.on_time / self.due if self.due else None


def totals_of(outcome: PlanOutcome) -> Totals:
    """Sums over the sections."""
    sections = outcome.sections
    return Totals(
        assigned=sum(section.assigned for section in sections),
        accepted=sum(section.accepted for section in sections),
        on_time=sum(section.on_time for section in sections),
        late=sum(section.late for section in sections),
        missing=sum(section.missing for section in sections),
        notes=sum(section.notes_voluntary for section in sections),
        mails=sum(outcome.mails_by_kind.values()),
    )


def write_summary(outcome: PlanOutcome, folder: Path, *, dashboard_command: str = "") -> Path:
    """Write index.html into `folder` and return its path.

    `dashboard_command` is shown as it is: what to type to look at the runs; empty leaves that part out. The files
    of PAGE_FILES and the dispatches are linked, not written.
    """
    template = page_templates().get_template("summary.html")
    page = template.render(
        outcome=outcome,
        sections=sorted(outcome.sections, key=lambda section: section.order),
        total=totals_of(outcome),
        items=sorted(outcome.items, key=lambda item: not item.open),
        open_items=[item for item in outcome.items if item.open],
        files=PAGE_FILES,
        dashboard_command=dashboard_command,
    )
    path = folder / PAGE_FILES["page"]
    path.write_text(page, encoding="utf-8")
    return path
