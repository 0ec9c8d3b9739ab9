"""`dondoc read`: what a plan document says, as a page, as JSON, or as a plan file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.days import read_day
from cli.group import add
from cli.parameters import Json

if TYPE_CHECKING:
    from models.reading import Reading

Document = Annotated[
    str, typer.Argument(metavar="TỆP", help="Văn bản .docx, .pdf, .txt hoặc .md; “-” là văn bản dán vào.")
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi thành tệp kế hoạch (YAML).")]

DirectoryKey = Annotated[
    str | None, typer.Option("--directory", metavar="DANH_MỤC", help="Với -o: danh mục cơ quan (mặc định: của tỉnh).")
]
IssuedOn = Annotated[
    date | None,
    typer.Option("--issued-on", parser=read_day, metavar="NGÀY", help="Với -o: ngày ban hành, khi văn bản để trống."),
]
Force = Annotated[bool, typer.Option("--force", help="Với -o: ghi đè tệp đã có.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "read", read)


def read(
    ctx: typer.Context,
    document: Document,
    as_json: Json = False,
    output: Output = None,
    directory: DirectoryKey = None,
    issued: IssuedOn = None,
    force: Force = False,
) -> None:
    """Đọc một văn bản kế hoạch: phần đầu, nhiệm vụ, thời hạn, chỗ trong văn bản."""
    reading = _reading(document)
    if output is not None:
        from cli.read_plan import draft_to_file

        draft_to_file(ctx, reading, output, directory, issued, force)
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
