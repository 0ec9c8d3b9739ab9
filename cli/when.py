"""`dondoc when`: how a phrase of time is read, for a person; a whole table of them, for a measurement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.days import read_day
from cli.group import add
from cli.invocation import Invocation, of
from cli.parameters import Json
from cli.years import FIRST, LAST, read_year

if TYPE_CHECKING:
    from models.problem import Problem
    from models.reading import TimeReading

Phrase = Annotated[str | None, typer.Argument(metavar="CỤM_TỪ", help='Cụm từ chỉ thời gian: "Quý II và Quý III/2022".')]
Year = Annotated[
    int | None,
    typer.Option("--year", parser=read_year, metavar="NĂM", help="Năm của kế hoạch, khi cụm từ không nói năm."),
]
Issued = Annotated[
    date | None, typer.Option("--issued", parser=read_day, metavar="NGÀY", help="Ngày ban hành kế hoạch.")
]
Table = Annotated[
    Path | None,
    typer.Option(
        "--tsv", metavar="TỆP", help="Đọc cả bảng (cột verbatim, context_year, context_date); in lại bảng đã điền."
    ),
]

_NEEDED = ("verbatim", "context_year")
_FILLED = ("start", "end", "kind", "recurrence")


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "when", when)


def when(
    ctx: typer.Context,
    phrase: Phrase = None,
    year: Year = None,
    issued: Issued = None,
    tsv: Table = None,
    as_json: Json = False,
) -> None:
    """Giải thích một cụm từ chỉ thời gian: khoảng thời gian, hạn cuối, cách hiểu khác."""
    if (phrase is None) == (tsv is None):
        raise typer.BadParameter("Nêu một cụm từ, hoặc --tsv TỆP.")
    if tsv is not None:
        _fill_table(tsv)
        return
    from config.timezone import local_day
    from rules.times import read_times

    call = of(ctx)
    readings = read_times(phrase or "", year or (issued or local_day(call.now)).year, issued)
    if as_json:
        from dataclasses import asdict

        from cli.printing import say_json

        say_json([asdict(reading) for reading in readings])
        return
    _say(readings, _working_day(call, readings))


def _say(readings: tuple[TimeReading, ...], working_day: Callable[[date], date] | None) -> None:
    from cli.printing import say
    from rules.times.explained import explain

    if not readings:
        say("Không phải thời hạn.")
    for number, reading in enumerate(readings, 1):
        head = f"{number}. " if len(readings) > 1 else ""
        part = f" ({reading.part})" if reading.part else ""
        lines = explain(reading, working_day)
        if head:
            say(f"{head}“{reading.verbatim}”{part}")
        for line in lines:
            say(f"   {line}" if head else line)


def _working_day(call: Invocation, readings: tuple[TimeReading, ...]) -> Callable[[date], date] | None:
    """T of a day, from the installation's calendar; None where no year is said."""
    years = [int(reading.end[:4]) for reading in readings if reading.end]
    if not years:
        return None
    from documents.working_calendar import read_calendar

    calendar = read_calendar(call.plans / "calendar", min(years) - 1, max(years))
    return calendar.on_or_before


def _fill_table(path: Path) -> None:
    """The same table with the readings filled in; nothing is printed when a line is at fault."""
    import sys

    sys.stdout.write("\n".join(_filled(path)) + "\n")


def _filled(path: Path) -> Iterator[str]:
    from models.problem import Problems

    lines = _lines(path)
    header = lines[0].split("\t") if lines else []
    if missing := [name for name in _NEEDED if name not in header]:
        raise Problems([_problem(path, 1, f"thiếu cột {', '.join(missing)}.")])
    columns = header + [name for name in _FILLED if name not in header]
    made = ["\t".join(columns)]
    faults: list[Problem] = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        row = dict(zip(header, line.split("\t"), strict=False))
        try:
            row.update(_row(row))
        except ValueError:
            faults.append(_problem(path, number, "năm hoặc ngày không đúng (2022; 2022-01-19)."))
            continue
        made.append("\t".join(row.get(name, "") for name in columns))
    if faults:
        raise Problems(faults)
    yield from made


def _lines(path: Path) -> list[str]:
    from models.problem import Problems

    try:
        text = path.read_text("utf-8-sig")
    except OSError:
        raise Problems([_problem(path, 0, "không có tệp này, hoặc không đọc được.")]) from None
    except UnicodeDecodeError:
        raise Problems([_problem(path, 0, "tệp không phải UTF-8.")]) from None
    return [line.rstrip("\r") for line in text.split("\n")]


def _problem(path: Path, line: int, message: str) -> Problem:
    from models.problem import Problem

    return Problem(path.name, f"dòng {line}" if line else "tệp", message)


def _row(row: dict[str, str]) -> dict[str, str]:
    from rules.times import read_times

    said, year = row.get("context_date", ""), int(row.get("context_year", ""))
    if not FIRST <= year <= LAST:
        raise ValueError(year)
    issued = date.fromisoformat(said) if said else None
    readings = read_times(row.get("verbatim", ""), year, issued)
    if not readings:
        return {"start": "", "end": "", "kind": "none", "recurrence": ""}
    chosen = _chosen(readings)
    codes = [reading.recurrence for reading in readings if reading.recurrence]
    rhythm = "|".join(codes) if len(codes) == len(readings) else chosen.recurrence or ""
    return {"start": chosen.start or "", "end": chosen.end or "", "kind": chosen.kind, "recurrence": rhythm}


def _chosen(readings: tuple[TimeReading, ...]) -> TimeReading:
    """One row holds one reading: of several the earliest last day, else the first."""
    dated = [reading for reading in readings if reading.kind == "by"]
    return min(dated, key=lambda reading: reading.end or "") if dated else readings[0]
