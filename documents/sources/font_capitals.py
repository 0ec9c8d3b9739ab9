"""Capitals of text typed with an ABC font: its fonts of capitals (".VnTimeH") hold small codes for toned letters."""

from __future__ import annotations

import re
from itertools import accumulate

_WORD = re.compile(r"[^\W\d_]+")
#: A toned letter that begins a paragraph: at the start, after a sentence and an empty line, or after a number.
_OPENING = re.compile(
    r"(?:\A|[.;:]\s*\n[ \t]*\n|\n[ \t]*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)))[ \t]*(?:[-+*•][ \t]*)?"
    r"([^\W\d_a-zA-Z])(?=\w| \w)"
)
_PLAIN_SMALL = re.compile("[a-z]")
_PLAIN_CAPITAL = re.compile("[A-Z]")


def with_capitals(text: str) -> str:
    """The text with whole words of headings in capitals, and paragraphs that begin with one ("HOạCH" → "HOẠCH").

    A word says what it is by its letters without tone; one that does not ("ủy", "Số") goes with the words beside it.
    """
    lines = [_line(line) for line in text.split("\n")]
    return _OPENING.sub(lambda found: found[0][:-1] + found[0][-1].upper(), "\n".join(lines))


def _line(line: str) -> str:
    words = list(_WORD.finditer(line))
    said = [_said(word[0]) for word in words]
    if not any(capital and not word[0].isascii() for word, capital in zip(words, said, strict=True)):
        return line  # abbreviations ("UBND") say nothing about the words beside them
    before, after = _last_said(said), _last_said(said[::-1])[::-1]
    out: list[str] = []
    end = 0
    for word, *told in zip(words, said, before, after, strict=True):
        capital = told[0] if told[0] is not None else told[1] is not False and told[2] is not False
        out += [line[end : word.start()], word[0].upper() if capital else word[0]]
        end = word.end()
    return "".join(out) + line[end:]


def _said(word: str) -> bool | None:
    """Whether a word is one of capitals; None where its letters without tone do not say."""
    if _PLAIN_SMALL.search(word):
        return False
    if _PLAIN_CAPITAL.search(word[1:]):
        return True
    return None


def _last_said(said: list[bool | None]) -> list[bool | None]:
    """For each word what the nearest one before it says, its own included."""
    return list(accumulate(said, lambda last, one: last if one is None else one))
