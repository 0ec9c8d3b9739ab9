"""Text into tokens that remember where they stand in the verbatim text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.times.words import glued, meanings, roman, torn

_ACCENT = "\u0300-\u036f\u00ad\u200b-\u200d\ufeff"
_TOKEN = re.compile(
    # A number, with the letters scans put for 0 and 1 ("2O/11", "l5", "3I"), but not the first letters of a word.
    r"(?P<number>(?<![^\W\d_])[OolI|]{1,3}(?=\d)\d{0,12}(?:[OolI|]{1,3}(?![^\W\d_]))?"
    r"|\d{1,12}(?:(?:[OolI|]{1,3}\d{1,4})|(?:[OolI|]{1,3}(?![^\W\d_])))?)"
    rf"|(?P<word>(?:[^\W\d_][{_ACCENT}]*)+)"
    r"|(?P<mark>[^\s*_\u00ad\u200b-\u200d\ufeff])"
)
_DIGITS = str.maketrans("OolI|", "00111")
_ALIKE = {"-": "–—−‒‑‐→~÷•", "/": "∕⁄\\", ",": "，", ";": "；", ":": "：", "+": "&", '"': "”“", "(": "[", ")": "]"}
_MARKS = {other: mark for mark, others in _ALIKE.items() for other in others}
_NO_WORDS: frozenset[str] = frozenset()
_QUARTER = frozenset(("quý",))


@dataclass(slots=True)
class Token:
    """A number, a word or a mark."""

    start: int
    end: int
    text: str
    number: int = -1  #: -1: not a number
    digits: int = 0  #: how many digits the number is printed with
    words: frozenset[str] = _NO_WORDS
    mark: str = ""
    spaced: bool = False  #: white space stands before it
    line: bool = False  #: it begins a line

    @property
    def roman(self) -> int:
        """The quarter it names as a roman numeral, or 0."""
        return roman(self.text)


class Tokens(list[Token]):
    """Tokens in order. `known` remembers what a production found at a place, so that no place is parsed twice."""

    __slots__ = ("known", "leads")

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[int, object] = {}
        self.leads: dict[int, tuple[frozenset[str], int]] = {}


#: Tokens that end every list, so that a production may look ahead without asking.
LOOKAHEAD = 12
_TAIL = (Token(0, 0, "", mark="\0"),) * LOOKAHEAD


def tokens(text: str) -> Tokens:
    """The tokens of a text, followed by LOOKAHEAD empty ones; white space and Markdown stars are left out."""
    bare = text.isascii() or not any(c.isalpha() for c in text if c > "\x7f")
    found = Tokens()
    last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        printed, spaced, kind = match.group(), start > last, match.lastgroup
        line = spaced and "\n" in text[last:start]
        last = end
        if kind == "number":
            digits = printed if printed.isdigit() else printed.translate(_DIGITS)
            found.append(Token(start, end, printed, int(digits[:9]), len(printed), _NO_WORDS, "", spaced, line))
        elif kind == "mark":
            found.append(Token(start, end, printed, -1, 0, _NO_WORDS, _MARKS.get(printed, printed), spaced, line))
        else:
            _add_word(found, Token(start, end, printed, spaced=spaced, line=line), bare)
    found.extend(_TAIL)
    return found


def _add_word(found: Tokens, token: Token, bare: bool) -> None:
    """A word; two where it is glued, one with the token before where a scan has torn it."""
    printed = token.text
    token.words = meanings(printed, bare)
    if token.words:
        found.append(token)
        return
    cut = glued(printed)
    if cut:
        head = printed[:cut]
        words = meanings(head, bare) or (_QUARTER if cut > 1 else _NO_WORDS)
        found.append(Token(token.start, token.start + cut, head, -1, 0, words, "", token.spaced, token.line))
        token = Token(token.start + cut, token.end, printed[cut:], words=meanings(printed[cut:], bare))
    elif found and token.spaced and not found[-1].mark and torn(found[-1].text, printed, bare):
        before = found.pop()
        joined = before.text + printed
        token = Token(before.start, token.end, joined, -1, 0, meanings(joined, bare), "", before.spaced, before.line)
    found.append(token)


def count(row: Tokens) -> int:
    """How many tokens stand before the empty ones."""
    return len(row) - LOOKAHEAD


def follows(row: Tokens, at: int, *words: str) -> bool:
    """Whether these words stand at a place, one after the other."""
    for word in words:
        if word not in row[at].words:
            return False
        at += 1
    return True


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """As in "kể từ ngày | sau khi" as choices of words for `skip`."""
    return tuple(tuple(phrase.split()) for phrase in text.split("|"))


def skip(row: Tokens, at: int, *choices: tuple[str, ...]) -> int:
    """The place behind the first of the choices that stands here, or the same place."""
    for choice in choices:
        if follows(row, at, *choice):
            return at + len(choice)
    return at
