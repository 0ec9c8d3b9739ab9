"""Names of administrative units, and the ways two spellings of one name may differ."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TYPES = ("thành phố", "thị xã", "thị trấn", "đặc khu", "phường", "quận", "huyện", "tỉnh", "xã")

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NUMBERS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROMAN = {text: str(number) for number, text in enumerate(_NUMBERS, 1)}


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name with its type apart: ("xã", "Kế An")."""

    kind: str  #: "" nếu không ghi loại
    name: str

    @property
    def agency(self) -> str:
        """As the name of the People's Committee says it: "xã Kế An"."""
        return f"{self.kind} {self.name}".strip()


@lru_cache(maxsize=65536)
def split_name(text: str) -> UnitName:
    """Type and name; the type is recognised in any case ("Xã", "xã", "TT." is not)."""
    clean = " ".join(unicodedata.normalize("NFC", text).split())
    lowered = clean.casefold()
    for kind in TYPES:
        if lowered.startswith(f"{kind} "):
            return UnitName(kind, clean[len(kind) + 1 :])
    return UnitName("", clean)


@lru_cache(maxsize=65536)
def same_key(name: str) -> str:
    """The name whatever the place of the tone mark (Hòa, Hoà), the apostrophe, hyphen and spaces (R'Măng, R’ Măng)."""
    words: list[str] = []
    for word in _letters(name).split():
        marks = "".join(char for char in word if char in _TONES)
        words.append("".join(char for char in word if char not in _TONES) + marks)
    return "".join(words)


@lru_cache(maxsize=65536)
def loose_key(name: str) -> str:
    """The name without any mark, y written as i, a Roman numeral at its end as a number (Hòa Tú II, Hòa Tú 2)."""
    plain = "".join(char for char in _letters(name) if not unicodedata.combining(char))
    words = plain.split()
    if len(words) > 1 and words[-1] in _ROMAN:
        words[-1] = _ROMAN[words[-1]]
    return "".join(words).replace("y", "i")


def nearly(one: str, other: str, shortest: int = 5) -> bool:
    """Whether two names are one misspelt: loose keys equal, or one letter apart in names of `shortest` letters up."""
    left, right = loose_key(one), loose_key(other)
    if left == right:
        return True
    if min(len(left), len(right)) < shortest or abs(len(left) - len(right)) > 1 or re.search(r"\d", left + right):
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    tails = (left[start:], right[start:])
    return tails[0][1:] == tails[1][1:] or tails[0][1:] == tails[1] or tails[0] == tails[1][1:]


def _letters(name: str) -> str:
    parted = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    parted = re.sub(r"['’‘ʼ`´\-–]", "", parted)
    return "".join(char if unicodedata.category(char)[0] in "LNM" else " " for char in parted)
