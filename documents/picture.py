"""A drawing area and its bytes: no global state, the same file for the same data."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

#: comes with the drawing library and has all Vietnamese letters
FONT = "DejaVu Sans"
INK = "#1b2733"
FAINT = "#5b6875"
_DOTS_PER_INCH = 110


def new_figure(width: float, height: float) -> Figure:
    """An empty white figure of so many inches."""
    figure = Figure(figsize=(width, height), dpi=_DOTS_PER_INCH, facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def save_figure(figure: Figure, path: Path) -> None:
    """Write a PNG without the name and version of the library in it."""
    canvas: Any = figure.canvas
    canvas.print_png(str(path), metadata={"Software": None})


def write(place: Any, x: float, y: float, text: str, size: float, *, colour: str = INK, **look: Any) -> None:
    """Write a text on axes or on a figure, in the font of all pictures."""
    place.text(x, y, text, fontsize=size, color=colour, fontname=FONT, **look)


def write_titles(figure: Figure, title: str, note: str) -> None:
    """Title, cut to one line, and a faint note below it, in the upper left corner."""
    width, height = figure.get_figwidth(), figure.get_figheight()
    left = 0.25 / width
    write(figure, left, 1 - 0.38 / height, folded(title, int(width * 9.2), 1), 12.5, fontweight="bold")
    write(figure, left, 1 - 0.68 / height, note, 10, colour=FAINT)


def label_axis(axes: Any, direction: str, places: list[float], labels: list[str], size: float) -> None:
    """Label the "x" or "y" axis at these places, without ticks."""
    axis = getattr(axes, f"{direction}axis")
    axis.set_ticks(places, labels=labels, fontsize=size, fontname=FONT, color=INK)
    axis.set_tick_params(length=0, pad=6)


def bare(axes: Any) -> None:
    """Take the frame away."""
    for edge in axes.spines.values():
        edge.set_visible(False)


def add_legend(figure: Figure, marks: list[Any], left: float, bottom: float) -> None:
    """A legend in one line; its lower left corner in inches."""
    place = (left / figure.get_figwidth(), bottom / figure.get_figheight())
    look = {"family": FONT, "size": 9.5}
    figure.legend(handles=marks, loc="lower left", bbox_to_anchor=place, ncols=len(marks), frameon=False, prop=look)


def folded(text: str, width: int, lines: int) -> str:
    """The text in at most `lines` lines of about even length, `width` characters at most, cut with "…"."""
    parts = wrap(text, width) or [""]
    even = wrap(text, min(width, len(text) // len(parts) + 6)) or [""]
    if len(even) <= len(parts) <= lines:
        parts = even
    if len(parts) > lines:
        parts = [*parts[: lines - 1], parts[lines - 1][: width - 1].rstrip(" ,;") + "…"]
    return "\n".join(parts)
