"""What came of a renewal besides the plan: points a person must decide, and changes made by the program."""

from __future__ import annotations

from dataclasses import dataclass, field

#: The longest text of one point; longer ones are cut.
LONGEST = 280


@dataclass(frozen=True, slots=True)
class Point:
    """One thing about the plan or one of its activities."""

    where: str  #: mã hoạt động; trống: cả kế hoạch
    text: str


@dataclass(slots=True)
class Notes:
    """Collected while a plan is renewed; the same text is kept once per place."""

    decide: list[Point] = field(default_factory=list[Point])
    changed: list[Point] = field(default_factory=list[Point])

    def to_decide(self, text: str, where: str = "") -> None:
        """A person has to decide it before the plan may be activated."""
        _add(self.decide, Point(where, _cut(text)))

    def change(self, text: str, where: str = "") -> None:
        """Done by the program; worth a look."""
        _add(self.changed, Point(where, _cut(text)))

    def of(self, where: str) -> tuple[str, ...]:
        """What is to be decided at one place."""
        return tuple(point.text for point in self.decide if point.where == where)


def _add(points: list[Point], point: Point) -> None:
    if point not in points:
        points.append(point)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
