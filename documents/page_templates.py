"""The HTML templates of the closing pages: escaped, strict about names, without anything from outside."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from documents.vietnamese_date import table_date, table_moment

_FOLDER = Path(__file__).parent / "templates"


def page_templates() -> Environment:
    """A fresh environment; filters: day, moment, number, percent, share, link."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["day"] = table_date
    environment.filters["moment"] = table_moment
    environment.filters["number"] = number
    environment.filters["percent"] = percent
    environment.filters["share"] = share
    environment.filters["link"] = link
    return environment


def number(count: int) -> str:
    """ "3.000": thousands with the Vietnamese point."""
    return f"{count:,}".replace(",", ".")


def percent(rate: float | None) -> str:
    """ "81,3 %" with the Vietnamese comma; a dash without a denominator."""
    return "–" if rate is None else f"{rate * 100:.1f} %".replace(".", ",")


def share(parts: tuple[int, int]) -> str:
    """(part, whole) as a percentage."""
    part, whole = parts
    return percent(part / whole if whole else None)


def link(path: str) -> str:
    """A relative path as the value of href; a colon is quoted too, so it can never name a scheme."""
    return quote(path, safe="/")
