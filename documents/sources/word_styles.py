"""What the styles of a Word document say about a paragraph: level, bold, italic, numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_HEADING = re.compile(r"(?:heading|tiêu đề)\s*(\d)", re.IGNORECASE)
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it inherits."""

    level: int | None = None
    bold: bool = False
    italic: bool = False
    number: tuple[str, int] | None = None  #: (numId, bậc)


class Styles:
    """All styles by id, each followed up its chain once."""

    def __init__(self, document: Any) -> None:
        try:
            root = document.part.styles.element
        except (KeyError, AttributeError):
            root = None
        found = root.findall(qn("w:style")) if root is not None else []
        self._raw: dict[str, Any] = {one.get(qn("w:styleId")): one for one in found}
        self._done: dict[str, Style] = {}
        self.default = next(
            (
                key
                for key, one in self._raw.items()
                if one.get(qn("w:default")) == "1" and one.get(qn("w:type")) == "paragraph"
            ),
            "",
        )

    def of(self, style_id: str | None) -> Style:
        """The style of an id; the default style for none."""
        key = style_id or self.default
        if key not in self._done:
            self._done[key] = self._resolve(key, frozenset())
        return self._done[key]

    def _resolve(self, key: str, seen: frozenset[str]) -> Style:
        element = self._raw.get(key)
        if element is None or key in seen or len(seen) > 20:
            return Style()
        parent = element.find(qn("w:basedOn"))
        base = self._resolve(parent.get(qn("w:val")), seen | {key}) if parent is not None else Style()
        name = element.find(qn("w:name"))
        heading = _HEADING.match(name.get(qn("w:val")) or "") if name is not None else None
        ppr, rpr = element.find(qn("w:pPr")), element.find(qn("w:rPr"))
        level = outline_level(ppr)
        return Style(
            int(heading[1]) if heading else level if level is not None else base.level,
            switched(rpr, "w:b", base.bold), switched(rpr, "w:i", base.italic), number_of(ppr) or base.number,
        )  # fmt: skip


def outline_level(ppr: Any) -> int | None:
    """The outline level of paragraph properties, from 1; None for body text."""
    found = ppr.find(qn("w:outlineLvl")) if ppr is not None else None
    value = found.get(qn("w:val")) if found is not None else None
    return int(value) + 1 if value is not None and value.isdigit() and int(value) < 9 else None


def switched(rpr: Any, tag: str, inherited: bool) -> bool:
    """A toggle of run properties, or what is inherited."""
    found = rpr.find(qn(tag)) if rpr is not None else None
    return inherited if found is None else (found.get(qn("w:val")) or "1").lower() not in _OFF


def number_of(ppr: Any) -> tuple[str, int] | None:
    """The list and level of paragraph properties; the list "0" means none."""
    found = ppr.find(qn("w:numPr")) if ppr is not None else None
    if found is None:
        return None
    number, level = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
    value = level.get(qn("w:val")) if level is not None else "0"
    return (number.get(qn("w:val")) if number is not None else "0", int(value) if (value or "").isdigit() else 0)
