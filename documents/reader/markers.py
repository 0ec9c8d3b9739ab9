"""The mark at the head of a paragraph: "II.", "A.", "2.1.", "a)", "(1)", "-", "+"; letters are never keyed on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.source_text import Paragraph

#: How deep each kind of mark stands; a number adds its dots. Prose has no mark and no depth of its own.
RANKS = {"part": 0.0, "alpha": 1.0, "roman": 2.0, "section": 2.0, "number": 3.0, "paren": 9.0, "letter": 10.0,
         "dash": 12.0, "plus": 13.0, "prose": 20.0}  # fmt: skip
LABEL_RANK = 11.5  #: một nhãn không có dấu đầu dòng đứng trên các gạch đầu dòng theo sau
STRUCTURAL = ("part", "alpha", "roman", "section", "number")

_PART = re.compile(r"(?:phụ lục|phu luc)(?:\s+(?:số\s+)?(?P<label>\d{1,2}|[IVX]{1,5}|[A-H]))?(?!\w)", re.IGNORECASE)
_ROMAN = re.compile(
    r"(?:(?:phần|mục|chương)\s+)?(?P<label>[IVX]{1,6})\s*(?:\.[-–]|[.)]|[:/]\.?(?=\s)|\s?[-–](?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
_ALPHA = re.compile(r"(?:phần\s+)?(?P<label>[A-HĐ])\s*(?:\.[-–]|[.)]|[:/]\.?(?=\s)|\s[-–])\s*(?=[^\W\d_])")
_DOTTED = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,4})(?:\s*[.):/]|\s?[-–](?=\s))?(?!\d|[./]\d)\s*(?=[^\s\d%,).])")
_NUMBER = re.compile(
    r"(?:(?:nhiệm vụ|nội dung|hoạt động|bước|điều)\s+)?(?P<label>\d{1,2})\s*(?:\.[-–]|[.):]|[/–-]\.?(?=\s)|"
    r"\s[-–](?=\s))\s*(?=[^\s\d])",
    re.IGNORECASE,
)
_PAREN = re.compile(r"\(\s*(?P<label>\d{1,2}|[a-zđ]|[ivx]{1,4})\s*\)\s*(?=\S)")
_LETTER = re.compile(r"(?P<label>[a-zđ](?:\.?\d{1,2})?)\s*(?:[)/]|\.(?=\s*[^\W\d_]))\s*(?=\S)")
_DASH = re.compile(r"[-–—−‐•●▪■◦·*\uf02d\uf0b7]+\s*(?=\S)")
_PLUS = re.compile(r"\++\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """Kind, label as printed and the text after it."""

    kind: str
    label: str
    rest: str

    @property
    def rank(self) -> float:
        """Depth: smaller stands above."""
        return RANKS[self.kind] + (self.label.count(".") if self.kind == "number" else 0.0)


def marker_of(paragraph: Paragraph) -> Marker:
    """The mark of a paragraph; a bullet before another mark ("- b) …") gives way to it."""
    text = paragraph.text.strip().strip("*_").strip()
    bullet = paragraph.bullet
    if bullet is None and (dash := _DASH.match(text) or _PLUS.match(text)):
        bullet, text = text[: dash.end()].strip(), text[dash.end() :]
    inner = _numbered(text) if bullet is None else _PAREN.match(text) and _marked("paren", _PAREN, text)
    if bullet is not None and inner is None:
        inner = _marked("letter", _LETTER, text) or _marked("number", _DOTTED, text)
    if inner is not None:
        return inner
    if bullet is not None:
        return Marker("plus" if "+" in bullet else "dash", bullet[:1], text)
    return Marker("prose", "", text)


def _numbered(text: str) -> Marker | None:
    if (part := _PART.match(text)) and (text[:3].isupper() or len(text) < 24):
        return Marker("part", f"PL{part.group('label') or ''}", text[part.end() :].strip(" .:-–"))
    roman = _ROMAN.match(text)
    if roman and roman.group("label").isupper():
        return Marker("roman", roman.group("label"), text[roman.end() :])
    return (
        _marked("alpha", _ALPHA, text)
        or _marked("number", _DOTTED, text)
        or _marked("number", _NUMBER, text)
        or _marked("paren", _PAREN, text)
        or _marked("letter", _LETTER, text)
    )


def _marked(kind: str, pattern: re.Pattern[str], text: str) -> Marker | None:
    match = pattern.match(text)
    return Marker(kind, match.group("label"), text[match.end() :]) if match else None


def is_capitals(text: str) -> bool:
    """Whether a line is set in capital letters ("TỔ CHỨC THỰC HIỆN")."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 6 and sum(char.isupper() for char in letters) >= 0.9 * len(letters)
