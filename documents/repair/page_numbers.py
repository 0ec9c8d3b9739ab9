"""Page numbers, running heads and form feeds among the lines of a text: taken out, the pages remembered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.repair.raw_line import RawLine

_ALONE = re.compile(r"\s*(?:[-–—]\s*)?(?:[Tt]rang\s*:?\s*)?(\d{1,3})(?:\s*[/|]\s*\d{1,3})?(?:\s*[-–—])?\s*$")
#: Two page numbers are at least this far apart, in characters: numbers of a table's rows are nearer.
_PAGE_AT_LEAST = 700


def drop_page_numbers(lines: Sequence[RawLine]) -> tuple[list[RawLine], list[int]]:
    """The lines without page numbers, and the indexes (in the result) of lines that begin a page."""
    numbers = _numbering(lines)
    out: list[RawLine] = []
    starts: list[int] = []
    gap = 0
    fresh = False
    for index, line in enumerate(lines):
        if index in numbers:
            gap = max(gap, line.gap)
            fresh = True
            continue
        if fresh or line.page_start:
            starts.append(len(out))
        if fresh:
            line = replace(line, gap=max(gap, line.gap), page_start=True)
        out.append(line)
        gap, fresh = 0, False
    return out, starts


def _numbering(lines: Sequence[RawLine]) -> set[int]:
    """The longest run of lone numbers n, n+1, … a page apart, beginning with 1 or 2."""
    position = 0
    runs: dict[int, tuple[int, list[int]]] = {}  # số trang cuối → (vị trí, các dòng)
    best: list[int] = []
    for index, line in enumerate(lines):
        found = _ALONE.match(line.text)
        if found is not None:
            number = int(found[1])
            before = runs.get(number - 1)
            chain = None
            if before is not None and position - before[0] >= _PAGE_AT_LEAST:
                chain = [*before[1], index]
            elif number == 1 or (number == 2 and position >= _PAGE_AT_LEAST) or _dressed(line.text):
                chain = [index]
            if chain is not None and len(chain) >= len(runs.get(number, (0, []))[1]):
                runs[number] = (position, chain)
                if len(chain) > len(best):
                    best = chain
        position += len(line.text) + 1
    if len(best) == 1 and not (_first_of_two(lines, best[0]) or _dressed(lines[best[0]].text)):
        return set()
    return set(best)


def _first_of_two(lines: Sequence[RawLine], index: int) -> bool:
    """A lone "2" in a short document: a page number only between two lines of running text."""
    if not 0 < index < len(lines) - 1:
        return False
    above, below = lines[index - 1].text.strip(), lines[index + 1].text.strip()
    return lines[index].text.strip() == "2" and len(above) > 30 and len(below) > 30


def _dressed(text: str) -> bool:
    return "rang" in text or bool(re.match(r"\s*[-–—]\s*\d+\s*[-–—]\s*$", text))
