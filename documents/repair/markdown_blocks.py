"""Markdown's blocks as raw lines and table rows: headings, rules, tables, quotes; plain text passes unchanged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.repair.characters import one_line
from documents.repair.emphasis import Unmarked, strip_inline, unmark
from documents.repair.raw_line import RawBlock, RawLine
from documents.repair.unit_start import split_bullet
from models.source_text import Paragraph, Place, TableRow

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*)")
_RULE = re.compile(r"\s{0,3}(?:[-_*=~.–—]\s?){3,}\s*$|^[\s*_~.…-]+$")
_DIVIDER = re.compile(r"\|?:?-{2,}:?(?:\|:?-{2,}:?)*\|?$")
_BAR = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_QUOTE = re.compile(r"^\s{0,3}>\s?")


def markdown_blocks(lines: Sequence[RawLine]) -> list[RawBlock]:
    """The same document without markup; lines keep their places, rows of a table get theirs."""
    out: list[RawBlock] = []
    block: list[RawLine] = []
    tables = 0
    row = 0
    skipped = 0
    for index, line in enumerate(lines):
        if _in_table(lines, index):
            out += _plain(block)
            block = []
            if row == 0:
                tables += 1
            if not _is_divider(line.text):
                row += 1
                out.append(_row(line, tables, row))
            continue
        row = 0
        if _is_rule(line.text) or _FENCE.match(line.text):
            skipped = max(skipped, line.gap) + 1
            continue
        if skipped > line.gap:
            line = replace(line, gap=skipped)
        skipped = 0
        if line.gap or _HEADING.match(line.text):
            out += _plain(block)
            block = []
        block.append(line)
    return out + _plain(block)


def _is_rule(text: str) -> bool:
    if text[:1].isalnum() or (len(text) > 200 and any(char.isalnum() for char in text[:200])):
        return False
    return text.strip() == "|" or (bool(_RULE.match(text)) and not any(char.isalnum() for char in text))


def _is_divider(text: str) -> bool:
    return "--" in text and _DIVIDER.match("".join(text.split())) is not None


def _in_table(lines: Sequence[RawLine], index: int) -> bool:
    text = lines[index].text.strip()
    if "|" not in text or text == "|":
        return False
    if text.startswith("|") and (text.endswith("|") or text.count("|") > 2):
        return True
    near = [lines[at].text for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return _is_divider(text) or any("|" in one and _is_divider(one) for one in near)


def _row(line: RawLine, table: int, row: int) -> TableRow:
    text = line.text.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    base = Place(line=line.place.line, table=table, row=row)
    cells = [
        _cell(cell.replace("\\|", "|"), replace(base, column=column)) for column, cell in enumerate(_BAR.split(text), 1)
    ]
    return TableRow(tuple(cells), base)


def _cell(text: str, place: Place) -> tuple[Paragraph, ...]:
    pieces = [piece for piece in strip_inline(text.strip()).split("\n") if piece.strip()]
    return tuple(cell_paragraph(piece, place) for piece in unmark(pieces) if piece.text.strip())


def cell_paragraph(piece: Unmarked, place: Place) -> Paragraph:
    """A paragraph of a cell, its bullet split off."""
    bullet, text = split_bullet(one_line(piece.text))
    return Paragraph(text, place, bold=piece.bold, italic=piece.italic, bullet=bullet)


def _plain(block: Sequence[RawLine]) -> list[RawBlock]:
    """One run of lines without a blank one between."""
    if not block:
        return []
    levels: list[int | None] = []
    texts: list[str] = []
    for line in block:
        heading = _HEADING.match(line.text)
        levels.append(len(heading[1]) if heading else line.level)
        texts.append(strip_inline(_QUOTE.sub("", heading[2].rstrip("# ") if heading else line.text)).replace("\n", " "))
    marked = [split_bullet(one_line(text)) for text in texts]
    out: list[RawBlock] = []
    for line, level, (bullet, _), piece in zip(
        block, levels, marked, unmark([text for _, text in marked]), strict=True
    ):
        text = one_line(piece.text)
        if not bullet:  # "**- Báo cáo**": dấu đầu dòng nằm trong phần in đậm
            bullet, text = split_bullet(text)
        if text:
            out.append(
                replace(line, text=text, level=level, bold=piece.bold or line.bold, italic=piece.italic, bullet=bullet)
            )
    return out
