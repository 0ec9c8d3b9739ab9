"""How long the documents of a province-year take. Run from the root: python -m bench.documents"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from documents.assignments_workbook import write_workbook
from documents.closing_folder import write_closing_folder
from documents.dispatch_letter import write_dispatch
from documents.heatmap import draw_heatmap
from documents.mail_index import write_mail_index
from documents.summary_page import write_summary
from documents.timeline import draw_timeline
from tests.closed_plan import dispatch, outcome

ROUNDS = 3


def main() -> None:
    """Print one JSON line a figure: the best and the first of a few rounds, seconds."""
    year = outcome(mails=3000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures: dict[str, Callable[[], object]] = {
            "dispatch, 1 line": lambda: write_dispatch(dispatch(1), folder / "a.docx"),
            "dispatch, 140 lines": lambda: write_dispatch(dispatch(140), folder / "b.docx"),
            "workbook, 839 assignments": lambda: write_workbook(year, folder / "a.xlsx"),
            "timeline": lambda: draw_timeline(year, folder / "a.png"),
            "heatmap": lambda: draw_heatmap(year, folder / "b.png"),
            "summary page": lambda: write_summary(year, folder),
            "mail pages, 3000 mails": lambda: write_mail_index(year.mails, folder),
            "whole closing folder": lambda: write_closing_folder(year, folder / "all"),
        }
        for figure, act in figures.items():
            spent = [_seconds(act) for _ in range(ROUNDS)]
            print(json.dumps({"figure": figure, "seconds": min(spent), "first": spent[0]}, ensure_ascii=False))


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return round(time.perf_counter() - start, 4)


if __name__ == "__main__":
    main()
