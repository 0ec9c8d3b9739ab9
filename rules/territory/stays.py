"""How long each unit of the three-tier system stayed as it was: its stays, and the steps from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from models.succession import SuccessionCertainty, SuccessionKind
from models.units import Level, Unit, UnitChange
from rules.territory.unit_names import split_name


@dataclass(slots=True)
class Stay:
    """One unit under one name and one superior."""

    level: Level
    code: str
    name: str
    parent: str  #: mã đơn vị cấp trên
    since: date | None = None
    until: date | None = None

    @property
    def suffix(self) -> str:
        """Tells this stay from earlier ones of the same code: "07682", "07682-2025"."""
        return self.code if self.since is None else f"{self.code}-{self.since.year}"


@dataclass(frozen=True, slots=True)
class Step:
    """From one stay to the next, on the day the next one begins."""

    old: Stay
    new: Stay
    on: date
    kind: SuccessionKind
    source: str
    certainty: SuccessionCertainty
    note: str = ""


@dataclass
class Stays:
    """All stays and steps of a province until the end of the three-tier system."""

    current: dict[tuple[Level, str], Stay]
    all: list[Stay] = field(default_factory=list[Stay])
    steps: list[Step] = field(default_factory=list[Step])

    def final(self, level: Level) -> tuple[Unit, ...]:
        """The units as they stood at the end, under their codes."""
        return tuple(
            Unit(stay.level, stay.code, stay.name, stay.parent) for stay in self.current.values() if stay.level == level
        )

    def last_of(self, stay: Stay) -> Stay:
        """The stay at the end that took this one over; itself if nothing changed."""
        steps = {id(step.old): step.new for step in self.steps}
        while id(stay) in steps:
            stay = steps[id(stay)]
        return stay

    def apply(self, changes: Sequence[UnitChange]) -> None:
        """All changes of one day: districts first, then communes; communes follow a district that changed."""
        on = changes[0].on
        moved = self._changed([change for change in changes if change.level == "district"], on)
        told = {change.code for change in changes if change.level == "commune"}
        follow = [
            UnitChange(on, "commune", stay.code, stay.code, "", moved[stay.parent].new_code, moved[stay.parent].source,
                       moved[stay.parent].certainty)
            for stay in self.current.values()
            if stay.level == "commune" and stay.parent in moved and stay.code not in told
        ]  # fmt: skip
        filled = [
            change if change.new_parent or change.level != "commune" else self._with_district(change, moved)
            for change in changes
            if change.level == "commune"
        ]
        self._changed([*filled, *follow], on)

    def _with_district(self, change: UnitChange, moved: dict[str, UnitChange]) -> UnitChange:
        stay = self.current.get(("commune", change.code))
        step = moved.get(stay.parent) if stay else None
        if step is None:
            return change
        return UnitChange(
            change.on, change.level, change.code, change.new_code, change.new_name, step.new_code, change.source,
            change.certainty,
        )  # fmt: skip

    def _changed(self, changes: Iterable[UnitChange], on: date) -> dict[str, UnitChange]:
        """Renamed and new units first, so that what is merged finds the unit it goes to; the changes by old code."""
        ordered = sorted(changes, key=lambda change: bool(change.code) and change.code != change.new_code)
        for change in ordered:
            if change.code in ("", change.new_code):
                self._begin(change, on)
            else:
                self._merge(change)
        return {change.code: change for change in ordered if change.code}

    def _begin(self, change: UnitChange, on: date) -> None:
        key = (change.level, change.new_code)
        old = self.current.get(key)
        name = change.new_name or (old.name if old else "")
        parent = change.new_parent or (old.parent if old else "")
        new = Stay(change.level, change.new_code, name, parent, on)
        self.all.append(new)
        self.current[key] = new
        if old is not None:
            note = "" if change.new_name else "đổi đơn vị cấp trên"
            self._step(old, new, change, SuccessionKind.RENAMED, note)

    def _merge(self, change: UnitChange) -> None:
        old = self.current.pop((change.level, change.code), None)
        new = self.current.get((change.level, change.new_code))
        if old is not None and new is not None:
            self._step(old, new, change, SuccessionKind.MERGED_INTO, f"nhập vào {split_name(new.name).agency}")

    def _step(self, old: Stay, new: Stay, change: UnitChange, kind: SuccessionKind, note: str) -> None:
        old.until = change.on - timedelta(days=1)
        certainty = SuccessionCertainty(change.certainty)
        self.steps.append(Step(old, new, change.on, kind, change.source, certainty, note))


def stays(units: Iterable[Unit], changes: Sequence[UnitChange], ended_on: date) -> Stays:
    """The stays of these units under the changes before `ended_on`, the last day of the three-tier system."""
    first = [Stay(unit.level, unit.code, unit.name, unit.parent) for unit in units]
    found = Stays({(stay.level, stay.code): stay for stay in first}, list(first))
    for _, day in groupby(sorted(changes, key=lambda change: change.on), key=lambda change: change.on):
        found.apply(list(day))
    for stay in found.current.values():
        stay.until = ended_on
    return found
