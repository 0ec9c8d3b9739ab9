"""The plan over its quarters: when each section was to run, and when it really ran."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from matplotlib.dates import date2num
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from documents.picture import (
    FAINT,
    add_legend,
    bare,
    folded,
    label_axis,
    new_figure,
    save_figure,
    write,
    write_titles,
)
from documents.vietnamese_date import table_date
from models.outcome import PlanOutcome, SectionOutcome

_QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")
#: told apart in grey and by colour-blind eyes (Okabe and Ito)
_RAN, _WINDOW, _LAST_DAY = "#0072B2", "#B9D6E8", "#D55E00"
_BAND = "#F2F4F6"
#: inches
_WIDTH, _ROW = 13.0, 0.52
#: above this number of years a quarter is named by its numeral alone
_FULL_NAMES_UP_TO = 2


def draw_timeline(outcome: PlanOutcome, path: Path) -> None:
    """Draw timeline.png: a bar a section over shaded quarters; the same outcome gives the same bytes."""
    sections = sorted(outcome.sections, key=lambda section: section.order)
    figure = new_figure(_WIDTH, 1.95 + _ROW * max(len(sections), 1))
    height = figure.get_figheight()
    axes: Any = figure.add_axes((0.285, 0.75 / height, 0.695, 1 - 1.95 / height))
    first, end = date(min(outcome.years), 1, 1), date(max(outcome.years) + 1, 1, 1)
    _shade_quarters(axes, outcome.years, len(sections))
    today = min(outcome.closed_on + timedelta(days=1), end)  # a section still open runs to the day of the figures
    for row, section in enumerate(sections):
        _draw_section(axes, row, section, first, end, today)
    axes.set_xlim(date2num(first), date2num(end))
    axes.set_ylim(len(sections) - 0.4, -0.6)
    axes.set_xticks([])
    titles = [folded(f"{section.order}. {section.title}", 42, 2) for section in sections]
    label_axis(axes, "y", [float(row) for row in range(len(sections))], titles, 9.5)
    bare(axes)
    write_titles(figure, outcome.title, f"Tiến độ các mục theo quý, đến ngày {table_date(outcome.closed_on)}")
    marks = [
        Patch(color=_WINDOW, label="Thời gian theo kế hoạch"),
        Patch(color=_RAN, label="Từ khi mở đến khi đóng"),
        Line2D([], [], marker="D", linestyle="none", color=_LAST_DAY, markersize=7, label="Hạn cuối"),
    ]
    add_legend(figure, marks, 3.6, 0.03)
    save_figure(figure, path)


def _shade_quarters(axes: Any, years: tuple[int, ...], rows: int) -> None:
    all_years = range(min(years), max(years) + 1)
    full = len(all_years) <= _FULL_NAMES_UP_TO
    for year in all_years:
        for quarter, name in enumerate(_QUARTERS):
            start = date2num(date(year, 3 * quarter + 1, 1))
            end = date2num(date(year + (quarter == 3), (3 * quarter + 3) % 12 + 1, 1))
            if quarter % 2 == 0:
                axes.axvspan(start, end, color=_BAND, zorder=0, linewidth=0)
            if full:
                write(axes, (start + end) / 2, -0.72, f"{name}/{year}", 10, ha="center", va="bottom")
            else:
                short = name.removeprefix("Quý ")
                write(axes, (start + end) / 2, rows - 0.35, short, 8, colour=FAINT, ha="center", va="top")
        if not full:
            write(axes, date2num(date(year, 7, 1)), -0.72, str(year), 10.5, ha="center", va="bottom")
        axes.axvline(date2num(date(year, 1, 1)), color="#9AA5B1", linewidth=0.8, zorder=1)


def _draw_section(axes: Any, row: int, section: SectionOutcome, first: date, end: date, today: date) -> None:
    if section.window_start or section.window_end:
        window_start = section.window_start or section.opened_on or first
        window_end = section.window_end or end
        _bar(axes, row, max(window_start, first), min(window_end + timedelta(days=1), end), 0.66, _WINDOW, 2)
    if section.opened_on:
        closed = section.closed_on + timedelta(days=1) if section.closed_on else today
        _bar(axes, row, max(section.opened_on, first), min(closed, end), 0.3, _RAN, 3)
    for last_day in section.last_days:
        if first <= last_day < end:
            at = date2num(last_day) + 1  # the day ends at its 24th hour
            axes.plot([at], [row], "D", markersize=7, color=_LAST_DAY, markeredgecolor="white", zorder=4, clip_on=False)
    if not section.opened_on:
        inside = axes.get_yaxis_transform()
        write(axes, 0.008, row, "chưa mở", 9, colour=FAINT, transform=inside, va="center", style="italic")


def _bar(axes: Any, row: int, start: date, end: date, height: float, colour: str, order: int) -> None:
    length = max(date2num(end) - date2num(start), 0.5)
    axes.barh(row, length, left=date2num(start), height=height, color=colour, zorder=order, linewidth=0)
