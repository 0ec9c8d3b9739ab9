"""Numbers that Word writes itself ("1.", "a)", "II."): computed as Word computes them, so that they are in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DASHES = "-–—−\uf02d\uf0be"


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    text: str
    start: int
    legal: bool


@dataclass(slots=True)
class _List:
    key: str  #: định nghĩa chung: các danh sách cùng định nghĩa đếm chung
    levels: dict[int, _Level]
    restart: dict[int, int] = field(default_factory=dict[int, int])


class Numbering:
    """The lists of a document and where each has come to."""

    def __init__(self, document: Any) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()
        part = next(
            (
                one.target_part
                for one in document.part.rels.values()
                if one.reltype.endswith("/numbering") and not one.is_external
            ),
            None,
        )
        root = getattr(part, "element", None)
        if root is not None:
            self._load(root)

    def _load(self, root: Any) -> None:
        abstract = {one.get(qn("w:abstractNumId")): _levels(one) for one in root.findall(qn("w:abstractNum"))}
        for one in root.findall(qn("w:num")):
            link = one.find(qn("w:abstractNumId"))
            key = link.get(qn("w:val")) if link is not None else ""
            levels = dict(abstract.get(key, {}))
            restart: dict[int, int] = {}
            for override in one.findall(qn("w:lvlOverride")):
                level = int(override.get(qn("w:ilvl")) or 0)
                start = override.find(qn("w:startOverride"))
                if start is not None:
                    restart[level] = int(start.get(qn("w:val")) or 1)
                changed = override.find(qn("w:lvl"))
                if changed is not None:
                    levels[level] = _level(changed)
            self._lists[one.get(qn("w:numId"))] = _List(key, levels, restart)

    def label(self, number: tuple[str, int]) -> tuple[str | None, str]:
        """Bullet and number of the next paragraph of a list: ("-", "") or (None, "2.1.")."""
        found = self._lists.get(number[0])
        depth = number[1]
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return None, ""
        if level.kind == "bullet":
            return _bullet(level.text), ""
        if level.kind == "none":
            return None, ""
        counts = self._counts.setdefault(found.key, {})
        if depth in found.restart and (number[0], depth) not in self._restarted:
            self._restarted.add((number[0], depth))
            counts[depth] = found.restart[depth]
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return None, self._text(found, level, counts).strip()

    def _text(self, found: _List, level: _Level, counts: dict[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            one = found.levels.get(at, level)
            kind = "decimal" if level.legal else one.kind
            return formatted(counts.setdefault(at, one.start), kind)

        return _PLACEHOLDER.sub(number, level.text)


def _levels(abstract: Any) -> dict[int, _Level]:
    return {int(one.get(qn("w:ilvl")) or 0): _level(one) for one in abstract.findall(qn("w:lvl"))}


def _level(element: Any) -> _Level:
    def value(tag: str, default: str) -> str:
        found = element.find(qn(tag))
        return (found.get(qn("w:val")) or default) if found is not None else default

    start = value("w:start", "1")
    legal = element.find(qn("w:isLgl")) is not None
    return _Level(value("w:numFmt", "decimal"), value("w:lvlText", ""), int(start) if start.isdigit() else 1, legal)


def _bullet(text: str) -> str:
    mark = text.strip()[:1]
    return "-" if mark and mark in _DASHES else "+" if mark == "+" else "•"


def formatted(number: int, kind: str) -> str:
    """A number in one of Word's formats; unknown formats are decimal."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        out = ""
        for value, letters in _ROMAN:
            out += letters * (number // value)
            number %= value
        return out if kind == "lowerRoman" else out.upper()
    return f"{number:02d}" if kind == "decimalZero" else str(number)
