"""The text of a .txt or .md file, or of pasted text, as repaired blocks."""

from __future__ import annotations

from typing import Literal

from documents.repair.characters import clean_characters
from documents.repair.footnotes import drop_footnotes
from documents.repair.html_tables import html_tables
from documents.repair.line_join import join_lines
from documents.repair.markdown_blocks import markdown_blocks
from documents.repair.page_numbers import drop_page_numbers
from documents.repair.raw_line import RawLine
from documents.repair.spaced_tables import spaced_tables
from documents.repair.text_columns import text_columns
from documents.repair.web_noise import drop_web_noise
from documents.sources.limits import MOST_LINES, too_many_lines
from models.source_text import Place, SourceText


def source_of_text(name: str, kind: Literal["txt", "md"], text: str, notes: tuple[str, ...] = ()) -> SourceText:
    """The whole text repaired. Markup is taken out of a .txt too: texts from the web are half markdown."""
    lines, starts = drop_page_numbers(raw_lines(clean_characters(text)))
    if len(lines) > MOST_LINES:
        raise too_many_lines(name)
    lines, about_footnotes = drop_footnotes(lines, starts)
    blocks, about_joins = join_lines(markdown_blocks(text_columns(spaced_tables(html_tables(lines)))))
    blocks, about_noise = drop_web_noise(blocks)
    return SourceText(name, kind, tuple(blocks), (*notes, *about_footnotes, *about_joins, *about_noise))


def raw_lines(text: str) -> list[RawLine]:
    """The lines that are not blank, each with its number, the blank lines before it, and where a page begins."""
    out: list[RawLine] = []
    gap = 0
    page_start = False
    for number, line in enumerate(text.split("\n"), 1):
        page_start = page_start or "\f" in line
        content = line.replace("\f", "")
        if not content.strip():
            gap += 1
            continue
        out.append(RawLine(content.rstrip(), Place(line=number), gap if out else 0, page_start=page_start))
        gap, page_start = 0, False
    return out
