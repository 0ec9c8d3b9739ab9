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
from cli.read_draft import Choices, make_draft

if TYPE_CHECKING:
    from models.source_text import SourceText

Document = Annotated[
    str, typer.Argument(metavar="TỆP", help="Văn bản .docx, .pdf, .txt hoặc .md; “-” là văn bản dán vào.")
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi thành tệp kế hoạch (YAML).")]

DirectoryKey = Annotated[
    str | None, typer.Option("--directory", metavar="DANH_MỤC", help="Danh mục cơ quan (mặc định: của tỉnh).")
]
IssuedOn = Annotated[
    date | None,
    typer.Option("--issued-on", parser=read_day, metavar="NGÀY", help="Ngày ban hành, khi văn bản để trống."),
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
    """Đọc một văn bản kế hoạch: phần đầu, nhiệm vụ, thời hạn, chỗ trong văn bản; soát lỗi của chính văn bản."""
    from cli.invocation import of
    from cli.read_findings import findings_of, in_document
    from config.timezone import local_day
    from documents.reader.read import read_text

    source = _source(document)
    reading, call = read_text(source), of(ctx)
    today, choices = local_day(call.now), Choices(directory, issued)
    if output is not None:
        from cli.read_plan import say_draft, write_draft

        written = write_draft(reading, output, call.plans, today, directory, issued, force, source)
        say_draft(written.draft, output, findings_of(source, written, call.plans))
        return
    known = (call.plans / "phrases.yaml").is_file()  # without an installation the document alone is read
    drafted = make_draft(reading, call.plans, today, choices, source) if reading.tasks and known else None
    found = in_document(findings_of(source, drafted, call.plans), drafted, reading.name)
    if as_json:
        from cli.printing import problem_values, say_json
        from documents.reading_json import reading_json

        say_json(reading_json(reading) | {"findings": problem_values(found)})
        return
    from cli.read_page import say_reading

    say_reading(reading, drafted.draft if drafted else None, found, document)


def _source(document: str) -> SourceText:
    from documents.sources import read_pasted, read_source

    return read_pasted(sys.stdin.buffer) if document == "-" else read_source(Path(document))
