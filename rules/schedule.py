"""When a section's flow is to run: the quarter-based schedule made from its windows, as dates; and the year as a table.

A schedule is a convenience: the rows say what is due, and a run that finds nothing due does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rules.periods import quarter_of
from rules.working_days import WorkingDays

_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Window:
    """When one period of an activity is open."""

    opens: date
    closes: date  #: hạn cuối, ngày cuối kỳ, hoặc ngày cuối của kế hoạch nếu không có hạn
    dated: bool  #: `closes` là hạn cuối


@dataclass(frozen=True, slots=True)
class SectionSchedule:
    """The days on which a section's flow runs, all at 07:30 plan-local; `sweep_from`/`sweep_to` bound its sweep."""

    kickoffs: tuple[date, ...]  #: ngày làm việc đầu tiên của mỗi quý có việc
    last_days: tuple[date, ...]
    mornings_after: tuple[date, ...]  #: ngày làm việc ngay sau mỗi hạn cuối
    sweep_from: date
    sweep_to: date

    def sweeps(self, calendar: WorkingDays) -> Iterator[datetime]:
        """Every working day's 07:30 while the section is open: Monday to Friday, make-up Saturdays, no days off."""
        day = calendar.on_or_after(self.sweep_from)
        while day <= self.sweep_to:
            yield calendar.sweep_on(day)
            day = calendar.after(day, 1)


def section_schedule(windows: Iterable[Window], issued_on: date, calendar: WorkingDays) -> SectionSchedule | None:
    """The schedule of a section; None when it has no window. Nothing runs before the plan's issue date."""
    known = sorted(set(windows), key=lambda window: (window.opens, window.closes))
    if not known:
        return None
    last_days = sorted({window.closes for window in known if window.dated})
    mornings = sorted({calendar.after(day, 1) for day in last_days})
    end = max([*mornings, *(calendar.on_or_after(window.closes) for window in known)])
    kickoffs = _kickoffs(known, issued_on, calendar)
    return SectionSchedule(
        kickoffs=tuple(kickoffs),
        last_days=tuple(last_days),
        mornings_after=tuple(mornings),
        sweep_from=kickoffs[0] if kickoffs else calendar.on_or_after(issued_on),
        sweep_to=end,
    )


def _kickoffs(windows: Sequence[Window], issued_on: date, calendar: WorkingDays) -> list[date]:
    found: set[date] = set()
    for window in windows:
        day = _quarter_start(window.opens)
        while day <= window.closes:
            following = _quarter_start(day + timedelta(days=100))
            if following > issued_on:  # a quarter that ended before the plan was issued has nothing to begin
                found.add(calendar.on_or_after(max(day, issued_on)))
            day = following
    return sorted(found)


def _quarter_start(day: date) -> date:
    return date(day.year, 3 * quarter_of(day) - 2, 1)


def schedule_table(sections: Sequence[tuple[str, SectionSchedule]]) -> str:
    """The quarters of all sections as a Markdown table: when each is kicked off, and its last days."""
    quarters = sorted({_quarter(day) for _, plan in sections for day in (*plan.kickoffs, *plan.last_days)})
    head = ["Mục", *(f"Quý {_ROMAN[number - 1]}/{year}" for year, number in quarters)]
    lines = [_row(head), _row(["---"] * len(head))]
    for title, plan in sections:
        lines.append(_row([title, *(_cell(plan, quarter) for quarter in quarters)]))
    return "\n".join(lines)


def _cell(plan: SectionSchedule, quarter: tuple[int, int]) -> str:
    starts = [f"khởi động {day:%d/%m}" for day in plan.kickoffs if _quarter(day) == quarter]
    ends = [f"**hạn {day:%d/%m}**" for day in plan.last_days if _quarter(day) == quarter]
    return "; ".join([*starts, *ends]) or "–"


def _quarter(day: date) -> tuple[int, int]:
    return day.year, quarter_of(day)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
