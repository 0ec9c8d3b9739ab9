"""How wide a line was on paper, and how wide the lines of a document are: was a line broken because it was full?"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_NARROW = frozenset("iljtfrI.,;:!'|()[]/ -")
_WIDE = frozenset("mwMW%—…")
#: A document is wrapped when its lines are as long as a page's: in mean small letters.
SHORTEST, LONGEST = 42.0, 130.0
#: A line of this part of the width, the next word added, was broken for lack of room.
FULL, SURELY_FULL = 0.90, 0.96


@lru_cache(maxsize=2048)
def _of_letter(char: str) -> float:
    base = unicodedata.normalize("NFD", char)[0]
    if base in _NARROW:
        return 0.62
    if base in _WIDE:
        return 1.6
    return 1.4 if base.isupper() or base in "Đ" else 1.0


def width(text: str) -> float:
    """The width of a text in a proportional serif face, the mean small letter being 1."""
    return sum(map(_of_letter, text))


def page_width(texts: Sequence[str], gaps: Sequence[int]) -> float | None:
    """The width at which the lines were broken; None when lines are whole paragraphs."""
    if len(texts) < 3:
        return None
    inner = sorted(
        width(text) for text, gap in zip(texts, [*gaps[1:], 9], strict=True) if gap == 0 and text and len(text) < 400
    )
    broken = [one for one in inner if one >= SHORTEST * 0.7]
    if len(broken) < 3 or len(broken) * 5 < len(texts):
        return None
    widest = broken[min(len(broken) - 1, int(len(broken) * 0.95))]
    near = sum(1 for one in broken if one >= 0.8 * widest)
    long = sum(1 for text in texts if width(text[:600]) > 1.3 * widest)
    if not SHORTEST <= widest <= LONGEST or near * 10 < len(broken) * 3 or long * 10 > len(texts):
        return None
    return widest


def is_full(line: str, following: str, widest: float, part: float = FULL) -> bool:
    """Whether the first word of the following line had no more room on this one."""
    word = following.split(" ", 1)[0]
    return width(line) + 0.6 + width(word) > part * widest
