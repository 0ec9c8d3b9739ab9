"""Ids of a plan file: short, ASCII, unique, and the same for the same document."""

from __future__ import annotations

import re

from rules.plan_draft.texts import bare, plain, words

_LONGEST = 44
_WORDS = 6
#: What every line of such a plan is about.
_FIELD = re.compile(r"\b(?:công tác )?(?:theo dõi )?(?:việc |tình hình )?thi hành pháp luật\b|\btheo dõi\b")
#: Words that tell nothing apart in an id.
_SILENT = frozenset(
    {
        "và", "của", "về", "các", "trong", "theo", "tại", "cho", "với", "để", "do", "từ", "là", "trên", "đối",
        "thuộc", "việc", "những", "một", "số", "có", "được", "tổ", "chức", "thực", "hiện",
    }
)  # fmt: skip


def slug(text: str, count: int = _WORDS) -> str:
    """The first telling words of a text, joined by hyphens; empty when there is none."""
    line = plain(text, 400).lower()
    said = re.findall(r"[^\W_]+", _FIELD.sub(" ", line)) or re.findall(r"[^\W_]+", line)
    telling = [word for word in said if word not in _SILENT] or said
    joined = "-".join([word for word in map(bare, telling) if re.fullmatch(r"[a-z0-9]+", word)][:count])
    while len(joined) > _LONGEST and "-" in joined:
        joined = joined.rpartition("-")[0]
    return joined[:_LONGEST]


def initials(name: str) -> str:
    """A short sign for an agency: "Sở Tài nguyên và Môi trường" → "stnmt"."""
    return "".join(word[0] for word in words(name) if word != "va" and re.fullmatch(r"[a-z0-9]+", word))[:10]


class Ids:
    """Gives each thing an id no other has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, *candidates: str) -> str:
        """The first free one of the candidates, else the first with a number."""
        usable = [name for name in candidates if name] or ["muc"]
        free = next((name for name in usable if name not in self._taken), None)
        number = 2
        while free is None:
            numbered = f"{usable[0]}-{number}"
            free = None if numbered in self._taken else numbered
            number += 1
        self._taken.add(free)
        return free
