from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from matplotlib.image import imread

from closed_plan import outcome
from documents.heatmap import draw_heatmap
from documents.picture import folded
from documents.timeline import draw_timeline
from models.outcome import PlanOutcome, Verdict

YEAR = outcome(mails=0)
Draw = Callable[[PlanOutcome, Path], None]


def multi_year() -> PlanOutcome:
    sections = tuple(
        replace(each, window_start=date(2021, 7, 1), window_end=date(2026, 12, 31), opened_on=None, closed_on=None)
        for each in YEAR.sections
    )
    return replace(YEAR, years=(2021, 2022, 2023, 2024, 2025, 2026), sections=sections, closed_on=date(2026, 12, 31))


@pytest.mark.parametrize("draw", [draw_timeline, draw_heatmap])
def test_same_outcome_gives_same_bytes(draw: Draw, tmp_path: Path) -> None:
    draw(YEAR, tmp_path / "one.png")
    draw(YEAR, tmp_path / "two.png")

    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
    assert b"Matplotlib" not in (tmp_path / "one.png").read_bytes()


@pytest.mark.parametrize("draw", [draw_timeline, draw_heatmap])
@pytest.mark.parametrize("year", [multi_year(), replace(YEAR, sections=(), assignments=())], ids=["2021-2026", "empty"])
def test_other_plans_can_be_drawn(draw: Draw, year: PlanOutcome, tmp_path: Path) -> None:
    draw(year, tmp_path / "picture.png")

    height, width, _ = imread(tmp_path / "picture.png").shape
    assert width >= 900
    assert height >= 200


def largest(path: Path, among: set[tuple[int, int, int]]) -> tuple[int, int, int]:
    """The one of these colours that covers most of the picture."""
    image = (imread(path)[..., :3] * 255).round().astype(int)
    return max(among, key=lambda colour: int((image == colour).all(axis=2).sum()))


def test_the_colour_of_a_cell_is_its_rate(tmp_path: Path) -> None:
    for fate in (Verdict.ON_TIME, Verdict.MISSING, Verdict.UNCOUNTED):
        rows = tuple(replace(row, timeliness=fate, section_key="issue") for row in YEAR.assignments[:20])
        draw_heatmap(replace(YEAR, assignments=rows, sections=YEAR.sections[:1]), tmp_path / f"{fate}.png")

    yellow, blue, grey = (254, 232, 56), (0, 34, 78), (221, 225, 229)  # both ends of the map, and "không tính"
    kept = {yellow, blue, grey}
    # The scale below the cells holds both ends, so the cell itself is looked for by its area.
    assert largest(tmp_path / "on_time.png", kept) == yellow
    assert largest(tmp_path / "missing.png", kept) == blue
    assert largest(tmp_path / "uncounted.png", kept) == grey


def test_a_late_closing_makes_a_longer_bar(tmp_path: Path) -> None:
    blue = (0, 114, 178)
    lengths: list[int] = []
    for closed in (date(2022, 3, 1), date(2022, 9, 1)):
        section = replace(YEAR.sections[0], closed_on=closed, last_days=())
        draw_timeline(replace(YEAR, sections=(section,)), tmp_path / "bar.png")
        image = (imread(tmp_path / "bar.png")[..., :3] * 255).round().astype(int)
        lengths.append(int((image == blue).all(axis=2).sum(axis=1).max()))

    assert lengths[1] > 3 * lengths[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tập huấn", "Tập huấn"),
        ("Xây dựng danh mục văn bản pháp luật", "Xây dựng danh mục\nvăn bản pháp luật"),
        ("một hai ba bốn năm sáu bảy tám chín mười mười một mười hai", "một hai ba bốn năm\nsáu bảy tám chín…"),
    ],
)
def test_labels_fold_evenly(text: str, expected: str) -> None:
    assert folded(text, 20, 2) == expected
