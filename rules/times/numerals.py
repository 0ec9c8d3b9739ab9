"""Numbers: digits, words ("mười lăm") and roman numerals of quarters."""

from __future__ import annotations

from rules.times.tokens import Tokens, follows

#: A parse: the value and the place behind it; None when there is none.
_UNITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_AFTER_TEN = {**_UNITS, "lăm": 5, "mốt": 1}
_QUARTER_WORDS = {"một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}


def in_words(row: Tokens, at: int) -> tuple[int, int] | None:
    """A number below 100 in words."""
    token = row[at]
    if not token.words:
        return None
    if "mười" in token.words:
        more = _value(row[at + 1].words, _AFTER_TEN)
        return (10 + more, at + 2) if more else (10, at + 1)
    unit = _value(token.words, _UNITS)
    if not unit:
        return None
    if follows(row, at + 1, "mươi") or follows(row, at + 1, "mười"):
        more = _value(row[at + 2].words, _AFTER_TEN)
        return (10 * unit + more, at + 3) if more else (10 * unit, at + 2)
    return unit, at + 1


def number(row: Tokens, at: int) -> tuple[int, int] | None:
    """A number of up to three digits, or one in words; "05 (năm)" is one number."""
    token = row[at]
    if token.number >= 0:
        if token.digits > 3:
            return None
        behind = at + 1
        if row[behind].mark == "(":
            said = in_words(row, behind + 1)
            if said and said[0] == token.number and row[said[1]].mark == ")":
                behind = said[1] + 1
        return token.number, behind
    return in_words(row, at)


def quarter_number(row: Tokens, at: int) -> tuple[int, int] | None:
    """1 to 4: "II", "2", "02", "hai", and a roman numeral torn apart ("I I")."""
    token = row[at]
    if token.mark and token.mark not in "|!":
        return None
    value = token.roman
    if value:
        after = row[at + 1]
        if after.spaced and after.end - after.start == 1 and after.text in "IV" and value <= 2 and after.text.isupper():
            joined = {("I", "I"): 2, ("I", "V"): 4, ("II", "I"): 3}.get((token.text, after.text))
            if joined:
                return joined, at + 2
        return value, at + 1
    if token.number >= 0:
        return (token.number, at + 1) if 1 <= token.number <= 4 and token.digits <= 2 else None
    word = _value(token.words, _QUARTER_WORDS)
    return (word, at + 1) if word else None


def _value(words: frozenset[str], table: dict[str, int]) -> int:
    return next((table[word] for word in words if word in table), 0)
