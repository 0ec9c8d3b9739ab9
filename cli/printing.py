"""What commands print: tables for people, JSON for machines, problems with place and hint."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from models.problem import Problem

if TYPE_CHECKING:
    from rich.console import Console

#: Width of a table that goes into a file or another program: nothing is cut there.
_WIDE = 1000
_WORDS = {"error": "lỗi", "warning": "lưu ý"}


def say(text: str = "") -> None:
    """One line on stdout."""
    print(text)


def say_json(value: Any) -> None:
    """A value as JSON on stdout; days and moments as ISO text, moments in UTC."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], title: str = "", right: Iterable[int] = ()) -> None:
    """A table; `right` are the columns of numbers."""
    from rich import box
    from rich.table import Table

    numbers = set(right)
    grid = Table(box=box.SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False, title_style="bold")
    for index, header in enumerate(headers):
        grid.add_column(header, justify="right" if index in numbers else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(str(cell) for cell in row))
    _console().print(grid)


def problem_lines(problems: Sequence[Problem]) -> list[str]:
    """Problems by file; a hint that several have in common is said once, after the last of them."""
    lines: list[str] = []
    for file, group in groupby(problems, key=lambda problem: problem.file):
        lines.append(f"{file}:")
        found = list(group)
        for index, problem in enumerate(found):
            rule = f" {problem.rule}" if problem.rule else ""
            lines.append(f"  {_WORDS[problem.severity]}{rule} · {problem.place}: {problem.message}")
            following = found[index + 1] if index + 1 < len(found) else None
            if problem.why and (following is None or problem.why != following.why):
                lines.append(f"      Vì sao: {problem.why}")
            if problem.hint and (following is None or problem.hint != following.hint):
                lines.append(f"      → {problem.hint}")
    errors = sum(problem.severity == "error" for problem in problems)
    lines.append(f"{errors} lỗi, {len(problems) - errors} lưu ý.")
    return lines


def problem_values(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Problems for a machine."""
    names = ("severity", "rule", "code", "file", "place", "message", "why", "hint")
    return [{name: str(getattr(problem, name)) for name in names} for problem in problems]


def _console() -> Console:
    from rich.console import Console

    width = None if sys.stdout.isatty() else _WIDE
    return Console(width=width, markup=False, highlight=False, emoji=False)


def _plain(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)  # type: ignore[attr-defined]
