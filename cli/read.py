"""`dondoc read`: what a plan document says, as a page, as JSON, or as a plan file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.group import add
from cli.parameters import Json

if TYPE_CHECKING:
    from models.reading import Reading

Document = Annotated[
    str, typer.Argument(metavar="TỆP", help="Văn bản .docx, .pdf, .txt hoặc .md; “-” là văn bản dán vào.")
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi thành tệp kế hoạch (YAML).")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "read", read)


def read(document: Document, as_json: Json = False, output: Output = None) -> None:
    """Đọc một văn bản kế hoạch: phần đầu, nhiệm vụ, thời hạn, chỗ trong văn bản."""
    reading = _reading(document)
    if output is not None:
        from cli.read_plan import write_draft

        write_draft(reading, output)
    elif as_json:
        from cli.printing import say_json
        from documents.reading_json import reading_json

        say_json(reading_json(reading))
    else:
        from cli.read_page import say_reading

        say_reading(reading)


def _reading(document: str) -> Reading:
    from documents.reader.read import read_document, read_paste

    return read_paste(sys.stdin.buffer) if document == "-" else read_document(Path(document))
