"""Where it is late: class of agency by section, coloured by the on-time share of what was due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from matplotlib import colormaps
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from documents.picture import (
    FAINT,
    INK,
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
from models.outcome import AssignmentRow, PlanOutcome, Verdict

#: even steps of lightness, made for colour-blind eyes
_MAP = "cividis"
_UNCOUNTED, _EMPTY = "#DDE1E5", "#F5F6F7"
#: inches
_COLUMN, _ROW, _LEFT, _TOP, _BOTTOM = 1.22, 0.82, 2.0, 1.75, 0.95
_NARROWEST, _SCALE = 9.0, 3.0


def draw_heatmap(outcome: PlanOutcome, path: Path) -> None:
    """Draw heatmap.png; cells without a dated duty are grey, "không tính"."""
    sections = sorted(outcome.sections, key=lambda section: section.order)
    classes = list(dict.fromkeys(row.agency_class for row in outcome.assignments))
    counts = _counted(outcome.assignments)
    width = max(_NARROWEST, _LEFT + _COLUMN * len(sections) + 0.3)
    height = _TOP + _ROW * max(len(classes), 1) + _BOTTOM
    figure = new_figure(width, height)
    box = (_LEFT / width, _BOTTOM / height, 1 - (_LEFT + 0.3) / width, 1 - (_TOP + _BOTTOM) / height)
    axes: Any = figure.add_axes(box)
    for row, agency_class in enumerate(classes):
        for column, section in enumerate(sections):
            _draw_cell(axes, column, row, counts.get((agency_class, section.key), Counter()))
    axes.set_xlim(0, max(len(sections), 1))
    axes.set_ylim(max(len(classes), 1), 0)
    axes.xaxis.tick_top()
    titles = [folded(f"{section.order}. {section.title}", 17, 4) for section in sections]
    label_axis(axes, "x", [column + 0.5 for column in range(len(sections))], titles, 8.5)
    label_axis(axes, "y", [row + 0.5 for row in range(len(classes))], [folded(name, 20, 2) for name in classes], 10)
    bare(axes)
    note = "Số việc đúng hạn / số việc đến hạn, theo loại cơ quan và mục"
    write_titles(figure, outcome.title, f"{note}, đến ngày {table_date(outcome.closed_on)}")
    _draw_scale(figure)
    save_figure(figure, path)


def _counted(rows: Sequence[AssignmentRow]) -> dict[tuple[str, str], Counter[Verdict]]:
    counts: dict[tuple[str, str], Counter[Verdict]] = {}
    for row in rows:
        counts.setdefault((row.agency_class, row.section_key), Counter())[row.timeliness] += 1
    return counts


def _draw_cell(axes: Any, column: int, row: int, counts: Counter[Verdict]) -> None:
    on_time, late, missing = (counts[each] for each in (Verdict.ON_TIME, Verdict.LATE, Verdict.MISSING))
    due = on_time + late + missing
    colour: Any = colormaps[_MAP](on_time / due) if due else _UNCOUNTED if counts else _EMPTY
    axes.add_patch(Rectangle((column, row), 1, 1, facecolor=colour, edgecolor="white", linewidth=2))
    middle = column + 0.5
    if not due:
        write(axes, middle, row + 0.5, _why_uncounted(counts), 8, colour=FAINT, ha="center", va="center")
        return
    ink = "white" if on_time / due < 0.55 else "#111111"
    raised = 0.36 if late or missing else 0.5
    write(axes, middle, row + raised, f"{on_time}/{due}", 13, colour=ink, ha="center", va="center")
    if late or missing:
        said = ", ".join(f"{count} {word}" for count, word in ((late, "trễ"), (missing, "thiếu")) if count)
        write(axes, middle, row + 0.7, said, 8.5, colour=ink, ha="center", va="center")


def _why_uncounted(counts: Counter[Verdict]) -> str:
    if counts[Verdict.PENDING]:
        return "chưa đến hạn"
    return "không tính" if counts.total() else "–"


def _draw_scale(figure: Figure) -> None:
    """The meaning of the colours, below the cells."""
    width, height = figure.get_figwidth(), figure.get_figheight()
    scale: Any = figure.add_axes((_LEFT / width, 0.48 / height, _SCALE / width, 0.17 / height))
    bar: Any = figure.colorbar(ScalarMappable(Normalize(0, 1), colormaps[_MAP]), cax=scale, orientation="horizontal")
    bar.set_ticks([0, 0.25, 0.5, 0.75, 1], labels=["0%", "25%", "50%", "75%", "100%"])
    bar.ax.tick_params(labelsize=8.5, length=2, colors=INK)
    bar.outline.set_visible(False)
    write(scale, 0, 1.35, "Tỷ lệ đúng hạn", 9, transform=scale.transAxes, va="bottom")
    grey = Patch(color=_UNCOUNTED, label="Không tính: có việc nhưng không có hạn")
    add_legend(figure, [grey], _LEFT + _SCALE + 0.5, 0.3)
