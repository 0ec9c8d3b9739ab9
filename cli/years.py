"""A year as a person types it."""

from __future__ import annotations

import typer

FIRST, LAST = 1945, 2100


def read_year(text: str) -> int:
    """The year, of four digits from 1945 to 2100; raises `BadParameter` for anything else."""
    said = text.strip()
    if not (said.isascii() and said.isdecimal() and len(said) == 4 and FIRST <= int(said) <= LAST):
        raise typer.BadParameter(f"'{text}' không phải một năm từ {FIRST} đến {LAST}. Viết 2027.")
    return int(said)
