"""The table a person wants to see when a plan's year has run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cli.printing import table

if TYPE_CHECKING:
    from models.outcome import PlanOutcome


def year_tables(outcome: PlanOutcome) -> None:
    """Per section: assigned, on time, late, missing, opened, closed; mails by kind; drafts of urging letters."""
    sections = sorted(outcome.sections, key=lambda section: section.order)
    rows = [
        (
            section.title, section.assigned, section.on_time or "", section.late or "", section.missing or "",
            section.notes_voluntary or "", _day(section.opened_on), _day(section.closed_on),
        )
        for section in sections
    ]  # fmt: skip
    total = (
        "Cộng",
        sum(section.assigned for section in sections),
        sum(section.on_time for section in sections),
        sum(section.late for section in sections),
        sum(section.missing for section in sections),
        sum(section.notes_voluntary for section in sections),
        "",
        _day(outcome.closed_on),
    )
    table(
        ["Mục", "Giao", "Đúng hạn", "Trễ", "Thiếu", "Ghi nhận quý", "Mở", "Xong"],
        [*rows, total],
        title=f"{outcome.title}: kết thúc {_day(outcome.closed_on)}",
        right=[1, 2, 3, 4, 5],
    )
    table(["Thư", "Số thư"], list(outcome.mails_by_kind.items()), right=[1])
    table(
        ["Dự thảo công văn đôn đốc", "Nấc", "Cơ quan ký", "Số việc", "Tình trạng"],
        [
            (_day(draft.day), f"+{draft.rung}", draft.sender, draft.lines, draft.state_label)
            for draft in outcome.dispatches
        ],
        right=[1, 3],
    )


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
