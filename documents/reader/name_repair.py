"""A person's name with a slip of the keyboard repaired: two tone marks in one syllable."""

from __future__ import annotations

import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def repaired_name(name: str) -> str | None:
    """The name with one tone a syllable, the last of two equal ones kept; None when nothing is to be repaired."""
    words = [_syllable(word) for word in name.split(" ")]
    repaired = " ".join(words)
    return repaired if repaired != name else None


def _syllable(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = [(index, char) for index, char in enumerate(letters) if char in _TONES]
    if len(tones) < 2 or len({char for _, char in tones}) > 1:
        return word
    doubled = {index for index, _ in tones[:-1]}
    return unicodedata.normalize("NFC", "".join(char for index, char in enumerate(letters) if index not in doubled))
