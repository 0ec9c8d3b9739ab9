"""The workbook of a plan: every assignment, and the rates by section and by agency with their formulas named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from documents.agency_ranking import AgencyStanding, rank_agencies
from documents.timeliness_words import TIMELINESS_WORDS
from documents.workbook_sheet import Column, Formula, Look, Sheets, Value, colour_rows, embolden
from models.outcome import PlanOutcome, SectionOutcome, Verdict

#: pale, and told apart without red and green
LATE_COLOUR, MISSING_COLOUR = "FCE4B6", "F4B9A7"

_ASSIGNMENT_COLUMNS = (
    Column("STT", 6, Look.NUMBER),
    Column("Mục", 28),
    Column("Loại việc", 16),
    Column("Hoạt động", 44),
    Column("Cơ quan", 30),
    Column("Thuộc", 24),
    Column("Loại cơ quan", 18),
    Column("Kỳ", 13, Look.SHORT),
    Column("Mở ngày", 12, Look.DAY),
    Column("Hạn gốc", 12, Look.DAY),
    Column("Hạn hiện tại", 12, Look.DAY),
    Column("Nộp lúc", 17, Look.MOMENT),
    Column("Trạng thái", 17, Look.SHORT),
    Column("Đúng hạn?", 17, Look.SHORT),
    Column("Số ngày làm việc trễ", 11, Look.NUMBER),
    Column("Số ngày trễ", 9, Look.NUMBER),
    Column("Nấc đôn đốc cao nhất (ngày làm việc)", 13, Look.NUMBER),
    Column("Cơ quan nhận", 20),
    Column("Nơi thu", 22),
    Column("Căn cứ thời gian trong văn bản", 30),
    Column("Dòng", 8, Look.NUMBER),
)
_SECTION_COLUMNS = (
    Column("STT", 6, Look.NUMBER),
    Column("Mục", 46),
    Column("Loại việc", 18),
    Column("Mở", 12, Look.DAY),
    Column("Đóng", 12, Look.DAY),
    Column("Được giao", 10, Look.NUMBER),
    Column("Hoàn thành", 11, Look.NUMBER),
    Column("Đến hạn", 10, Look.NUMBER),
    Column("Đúng hạn", 10, Look.NUMBER),
    Column("Quá hạn, đã hoàn thành", 12, Look.NUMBER),
    Column("Quá hạn, chưa hoàn thành", 12, Look.NUMBER),
    Column("Báo cáo ngắn (tự nguyện)", 12, Look.NUMBER),
    Column("Kết thúc khác", 10, Look.NUMBER),
    Column("Tỷ lệ đúng hạn = đúng hạn ÷ đến hạn", 16, Look.RATE),
    Column("Chỉ số A = hoàn thành việc đến hạn ÷ đến hạn", 18, Look.RATE),
    Column("Chỉ số B = hoàn thành ÷ được giao", 16, Look.RATE),
)
_AGENCY_COLUMNS = (
    Column("Loại cơ quan", 20),
    Column("Hạng trong loại", 10, Look.NUMBER),
    Column("Cơ quan", 40),
    Column("Thuộc", 26),
    Column("Được giao", 10, Look.NUMBER),
    Column("Đến hạn", 10, Look.NUMBER),
    Column("Đúng hạn", 10, Look.NUMBER),
    Column("Quá hạn, đã hoàn thành", 12, Look.NUMBER),
    Column("Quá hạn, chưa hoàn thành", 12, Look.NUMBER),
    Column("Tổng số ngày làm việc trễ", 12, Look.NUMBER),
    Column("Số lần trả lại", 10, Look.NUMBER),
    Column("Tỷ lệ đúng hạn = đúng hạn ÷ đến hạn (từ 3 việc đến hạn)", 20, Look.RATE),
)


def write_workbook(outcome: PlanOutcome, path: Path) -> None:
    """Write the three sheets as .xlsx; the same outcome gives the same bytes."""
    sheets = Sheets()
    assignments = sheets.add("Nhiệm vụ", _ASSIGNMENT_COLUMNS, _assignment_rows(outcome))
    area = f"A2:U{max(2, len(outcome.assignments) + 1)}"
    colour_rows(assignments, f'$N2="{TIMELINESS_WORDS[Verdict.LATE]}"', LATE_COLOUR, area)
    colour_rows(assignments, f'$N2="{TIMELINESS_WORDS[Verdict.MISSING]}"', MISSING_COLOUR, area)
    assignments.freeze_panes = "F2"
    sections = sheets.add("Theo mục", _SECTION_COLUMNS, _section_rows(outcome.sections))
    colour_rows(sections, "$K2>0", MISSING_COLOUR, f"K2:K{max(2, len(outcome.sections) + 1)}")
    sections.freeze_panes = "C2"
    if outcome.sections:
        embolden(sections, len(outcome.sections) + 2)
    standings = rank_agencies(outcome.assignments)
    agencies = sheets.add("Theo cơ quan", _AGENCY_COLUMNS, _agency_rows(standings))
    colour_rows(agencies, "$I2>0", MISSING_COLOUR, f"A2:L{max(2, len(standings) + 1)}")
    colour_rows(agencies, "$H2>0", LATE_COLOUR, f"A2:L{max(2, len(standings) + 1)}")
    agencies.freeze_panes = "D2"
    sheets.save(path, title=outcome.title, day=outcome.closed_on)


def _assignment_rows(outcome: PlanOutcome) -> Iterator[Sequence[Value]]:
    titles = {section.key: f"{section.order}. {section.title}" for section in outcome.sections}
    for number, row in enumerate(outcome.assignments, 1):
        dated = row.timeliness in (Verdict.ON_TIME, Verdict.LATE, Verdict.MISSING)
        yield (
            number,
            titles.get(row.section_key, row.section_key),
            row.kind_label,
            row.activity,
            row.agency,
            row.parent,
            row.agency_class,
            row.period,
            row.opens,
            row.original_due,
            row.current_due,
            row.submitted_at,
            row.state_label,
            TIMELINESS_WORDS[row.timeliness],
            row.working_days_late if dated else None,
            row.calendar_days_late if dated else None,
            row.highest_rung,
            row.owed_to,
            row.desk,
            row.phrase,
            row.source_line,
        )


def _section_rows(sections: Sequence[SectionOutcome]) -> Iterator[Sequence[Value]]:
    for number, section in enumerate(sections, 2):
        counts = _counts(section)
        due = Formula(f"=I{number}+J{number}+K{number}", sum(counts[2:5]))
        named = (section.order, section.title, section.kind_label, section.opened_on, section.closed_on)
        yield (*named, *counts[:2], due, *counts[2:], *_rates(number, counts))
    if sections:
        yield _total_row(sections)


def _total_row(sections: Sequence[SectionOutcome]) -> Sequence[Value]:
    last, place = len(sections) + 1, len(sections) + 2
    sums = [sum(counts) for counts in zip(*(_counts(section) for section in sections), strict=True)]
    cells = [Formula(f"=SUM({column}2:{column}{last})", total) for column, total in zip("FGIJKLM", sums, strict=True)]
    due = Formula(f"=I{place}+J{place}+K{place}", sum(sums[2:5]))
    return (None, "Tổng cộng", None, None, None, *cells[:2], due, *cells[2:], *_rates(place, sums))


def _counts(section: SectionOutcome) -> tuple[int, ...]:
    """In the order of the columns F, G, I, J, K, L, M; H, the due ones, is computed from them."""
    return (
        section.assigned,
        section.accepted,
        section.on_time,
        section.late,
        section.missing,
        section.notes_voluntary,
        section.other_final,
    )


def _rates(number: int, counts: Sequence[int]) -> tuple[Formula, Formula, Formula]:
    """The three rates of one row; empty without a denominator."""
    assigned, accepted, on_time, late, missing, *_ = counts
    due = on_time + late + missing
    return (
        Formula(f'=IF(H{number}=0,"",I{number}/H{number})', on_time / due if due else ""),
        Formula(f'=IF(H{number}=0,"",(I{number}+J{number})/H{number})', (on_time + late) / due if due else ""),
        Formula(f'=IF(F{number}=0,"",G{number}/F{number})', accepted / assigned if assigned else ""),
    )


def _agency_rows(standings: Sequence[AgencyStanding]) -> Iterator[Sequence[Value]]:
    for number, one in enumerate(standings, 2):
        rate = one.rate
        yield (
            one.agency_class,
            one.rank,
            one.agency,
            one.parent,
            one.assigned,
            one.due,
            one.on_time,
            one.late,
            one.missing,
            one.days_late,
            one.returns,
            Formula(f'=IF(F{number}<3,"",G{number}/F{number})', "" if rate is None else rate),
        )
