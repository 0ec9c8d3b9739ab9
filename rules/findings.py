"""Collecting what is wrong with a plan: every finding says where, what, and what one could do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

from models.plan_file import ActivityFile
from models.problem import Problem


class Findings:
    """Problems of one plan, in the order found."""

    def __init__(self, plan_id: str) -> None:
        self.plan_id = plan_id
        self.problems: list[Problem] = []

    def error(self, place: str, message: str, code: str, hint: str = "") -> None:
        """Something that stops an activation."""
        self._add(place, message, code, hint, "error")

    def warning(self, place: str, message: str, code: str, hint: str = "") -> None:
        """Something a person should look at."""
        self._add(place, message, code, hint, "warning")

    def _add(self, place: str, message: str, code: str, hint: str, severity: Literal["error", "warning"]) -> None:
        self.problems.append(Problem(self.plan_id, place, message, hint, code, severity))


def place_of(activity: ActivityFile, key: str = "") -> str:
    """The place of an activity, or of one of its keys, as the readers of files find it again."""
    return f"hoạt động '{activity.id}'" + (f", {key}" if key else "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint with the nearest known word, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Có phải '{close[0]}'?" if close else ""
