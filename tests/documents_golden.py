"""Golden files of the documents: DONDOC_RECORD=1 rewrites them, the diff is what a person reviews."""

from __future__ import annotations

import os
from pathlib import Path

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

GOLDEN = Path(__file__).parent / "golden" / "documents"


def assert_golden(name: str, text: str) -> None:
    """Compare with the golden file, or record it."""
    path = GOLDEN / name
    if os.environ.get("DONDOC_RECORD") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs; if it is meant, record with DONDOC_RECORD=1"


def words_of(path: Path) -> str:
    """The text of a .docx in reading order: a line a paragraph, a line a table row with " | " between cells."""
    lines: list[str] = []
    for block in Document(str(path)).iter_inner_content():
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += _rows(block)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _rows(table: Table) -> list[str]:
    rows: list[str] = []
    for row in table.rows:
        cells = dict.fromkeys(cell.text.replace("\n", " / ") for cell in row.cells)  # a merged cell is met once
        rows.append(" | ".join(cells))
    return rows
