"""The tables a directory is prepared from: administrative units, provincial bodies, changes known from documents."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from documents.table_file import Table
from models.kinds import AgencyClass
from models.succession import SuccessionCertainty
from models.units import Body, Level, Unit, UnitChange
from rules.findings import did_you_mean

#: The whole country before 2025 has about 11,400 rows and 0.5 MB.
LARGEST = 5_000_000
_LEVELS: tuple[Level, ...] = get_args(Level)


def read_units(path: Path) -> tuple[Unit, ...]:
    """Columns level, code, name, parent_code and, in the two-tier system, formed_from; raises `Problems`."""
    table = Table(path, ("level", "code", "name", "parent_code", "formed_from"), ("level", "code", "name"), LARGEST)
    units: list[Unit] = []
    seen: dict[tuple[str, str], int] = {}
    for number, row in table.rows():
        level = _level(table, number, row["level"])
        if (row["level"], row["code"]) in seen:
            table.add(number, f"mã '{row['code']}' đã có ở dòng {seen[row['level'], row['code']]}.", "duplicate-id")
        seen.setdefault((row["level"], row["code"]), number)
        if level is not None:
            units.append(Unit(level, row["code"], row["name"], row["parent_code"], row["formed_from"]))
    table.done()
    return tuple(units)


def read_bodies(path: Path) -> tuple[Body, ...]:
    """Columns slug, name, class, short_name, symbol, era, successor, how; raises `Problems`."""
    columns = ("slug", "name", "class", "short_name", "symbol", "era", "successor", "how")
    table = Table(path, columns, ("slug", "name", "class"))
    allowed = {"class": [klass.value for klass in AgencyClass], "era": ["", "before", "after"], "how": ["", "renamed"]}
    bodies: list[Body] = []
    for number, row in table.rows():
        for name, values in allowed.items():
            if row[name] not in values:
                hint = did_you_mean(row[name], values)
                table.add(number, f"không hiểu '{name}' '{row[name]}'.", "unknown-value", hint)
        bodies.append(
            Body(
                row["slug"], row["name"], row["class"], row["short_name"], row["symbol"], row["era"], row["successor"],
                row["how"] == "renamed",
            )
        )  # fmt: skip
    slugs = {body.slug for body in bodies}
    for body in bodies:
        if body.successor and body.successor not in slugs:
            table.add(0, f"'{body.slug}': không có cơ quan kế thừa '{body.successor}'.", "unknown-successor")
    table.done()
    return tuple(bodies)


def read_changes(path: Path) -> tuple[UnitChange, ...]:
    """Columns date, level, code, new_code, new_name, new_parent, certainty, source; raises `Problems`."""
    columns = ("date", "level", "code", "new_code", "new_name", "new_parent", "certainty", "source")
    table = Table(path, columns, ("date", "level", "new_code", "source"))
    known = [one.value for one in SuccessionCertainty]
    changes: list[UnitChange] = []
    for number, row in table.rows():
        on, level = table.day(number, row["date"]), _level(table, number, row["level"])
        certainty = row["certainty"] or SuccessionCertainty.FOUND.value
        if certainty not in known:
            table.add(number, f"không hiểu 'certainty' '{certainty}'.", "unknown-value", did_you_mean(certainty, known))
        if on is not None and level is not None:
            new = (row["new_code"], row["new_name"], row["new_parent"])
            changes.append(UnitChange(on, level, row["code"], *new, row["source"], certainty))
    table.done()
    return tuple(sorted(changes, key=lambda change: change.on))


def _level(table: Table, number: int, text: str) -> Level | None:
    for level in _LEVELS:
        if text == level:
            return level
    table.add(number, f"không có cấp '{text}'.", "unknown-value", did_you_mean(text, _LEVELS))
    return None
