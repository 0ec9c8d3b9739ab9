"""Repeated or skipped letters of a list a), b), c), d), đ), e) …: the Vietnamese alphabet without f, j, w, z.

A list that does use f, j, w or z is judged by the Latin order. Small roman numerals i), ii), v) are no letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.source_text import SourceText
from rules.lint.outline_walk import Standing, standings
from rules.lint.rule import Finding

ALPHABET = "abcdđeghiklmnopqrstuvxy"
LATIN = "abcdefghijklmnopqrstuvwxyz"

_LETTERED = re.compile(r"^(?P<letter>[a-zđ])\s?\)", re.IGNORECASE)
_ROMAN = re.compile(r"^[ivx]{2,5}\s?\)", re.IGNORECASE)
#: Of a very long list the beginning is shown.
_SHOWN = 23
_ROMAN_LETTERS = frozenset("ivx")


def lettering(source: SourceText) -> Iterator[Finding]:
    """One finding per list whose letters do not follow each other; a new heading or an a) begins a new list."""
    for items in _lists(source):
        letters = [letter for letter, _ in items]
        faults = _faults(letters)
        if faults:
            under = f" của mục {items[0][1].path}" if items[0][1].path else ""
            yield Finding(
                str(items[min(faults)][1].paragraph.place),
                f"thứ tự chữ cái{under} là {_shown(letters)}: {'; '.join(dict.fromkeys(faults.values()))}.",
                "Dẫn chiếu “điểm đ” sẽ chỉ vào hai chỗ hoặc không chỉ vào chỗ nào.",
                "Đánh lại chữ cái theo thứ tự a, b, c, d, đ, e.",
            )


def _lists(source: SourceText) -> Iterator[list[tuple[str, Standing]]]:
    """The lettered lists; lists of different table cells do not mix."""
    items: list[tuple[str, Standing]] = []
    roman = False
    for standing in standings(source):
        match = _LETTERED.match(standing.paragraph.text)
        letter = match["letter"].lower() if match else ""
        other_cell = bool(items) and items[-1][1].list_of != standing.list_of
        if items and (standing.heading or letter == "a" or other_cell):
            yield _letters(items, roman)
            items, roman = [], False
        roman = roman or _ROMAN.match(standing.paragraph.text) is not None
        if letter:
            items.append((letter, standing))
    yield _letters(items, roman)


def _letters(items: list[tuple[str, Standing]], roman: bool) -> list[tuple[str, Standing]]:
    """Where ii) or iv) stand among them, i) and v) are numbers."""
    return [item for item in items if item[0] not in _ROMAN_LETTERS] if roman else items


def _faults(letters: list[str]) -> dict[int, str]:
    """What is wrong with letters after the one before them, by position; one of another alphabet is not judged."""
    alphabet = LATIN if set(letters) & (set(LATIN) - set(ALPHABET)) else ALPHABET
    found: dict[int, str] = {}
    seen = set(letters[:1])
    for index in range(1, len(letters)):
        letter, last = letters[index], letters[index - 1]
        before, here = alphabet.find(last), alphabet.find(letter)
        if before >= 0 and here >= 0 and here != before + 1:
            skipped = [one for one in alphabet[before + 1 : here] if one not in seen]
            if letter in seen:
                found[index] = f"“{letter}” dùng lại"
            elif here < before:
                found[index] = f"“{letter}” đứng sau “{last}”"
            elif skipped:
                found[index] = f"bỏ qua “{'”, “'.join(skipped)}”"
        seen.add(letter)
    return found


def _shown(letters: list[str]) -> str:
    return ", ".join(letters[:_SHOWN]) + (" …" if len(letters) > _SHOWN else "")
