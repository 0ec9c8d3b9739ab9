"""One rule of the lint: its number, its stable code, and the function that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.problem import Problem
from rules.lint.scene import Scene


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found at one place."""

    place: str
    message: str
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule over a plan."""

    name: str  #: "R1" … "R9", như trong docs/lint.md
    code: str  #: mã ổn định cho máy đọc
    find: Callable[[Scene], Iterator[Finding]]

    def problems(self, scene: Scene) -> Iterator[Problem]:
        """Its findings as warnings about the plan."""
        for one in self.find(scene):
            file = scene.plan.plan.id
            yield Problem(file, one.place, one.message, one.hint, self.code, "warning", one.why, self.name)
