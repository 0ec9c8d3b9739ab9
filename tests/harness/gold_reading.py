"""Readings as the gold JSON files give them, for steps that must not depend on how well the reader reads."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from models.reading import AgencyReading, HeaderReading, PhraseClass, Reading, TaskReading, TimeAlternative, TimeReading

GOLD = Path(__file__).parents[3] / "shared" / "gold"


def gold_reading(number: str) -> Reading:
    """The correct reading of one of the five documents ("000" … "004")."""
    found = sorted(GOLD.glob(f"s{number}_*.json"))
    if not found:
        if os.environ.get("CI"):
            pytest.fail(f"no gold reading {number} beside the checkout")
        pytest.skip("the gold readings are not beside this checkout")
    return reading_of(json.loads(found[0].read_text("utf-8")))


def reading_of(data: dict[str, Any]) -> Reading:
    """The values of one gold file."""
    source = (data.get("source_files") or [data.get("doc_id", "")])[0]
    tasks = tuple(_task(task) for task in data["tasks"])
    return Reading(Path(source).name, _header(data["header"]), tasks, tuple(data.get("notes", ())))


def _header(data: dict[str, Any]) -> HeaderReading:
    known = {name: data[name] for name in HeaderReading.__dataclass_fields__ if name in data and name != "places"}
    lists = {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
    return HeaderReading(**{**known, **lists})


def _task(data: dict[str, Any]) -> TaskReading:
    title = data["title"]
    return TaskReading(
        id=data["id"], number=data.get("number") or "", section=data.get("section") or "", title=title,
        core=data.get("core", True), kind=data.get("kind"), parent=data.get("parent"),
        leads=tuple(map(_agency, data.get("leads", ()))),
        coordinators=tuple(map(_agency, data.get("coordinators", ()))), outputs=tuple(data.get("outputs", ())),
        times=tuple(map(_time, data.get("times", ()))), requested=title.startswith("Đề nghị"), note=data.get("note"),
    )  # fmt: skip


def _agency(data: dict[str, Any]) -> AgencyReading:
    return AgencyReading(data["text"], PhraseClass(data["class"]), data.get("inherited", False))


def _time(data: dict[str, Any]) -> TimeReading:
    others = tuple(
        TimeAlternative(alt["kind"], alt.get("start"), alt.get("end"), alt.get("recurrence"))
        for alt in data.get("alt", ())
    )
    names = ("start", "end", "face", "trigger", "offset_days", "recurrence", "time", "part")
    plain: dict[str, Any] = {name: data[name] for name in names if data.get(name) is not None}
    return TimeReading(
        data["verbatim"], data["kind"], exclusive=data.get("exclusive", False),
        ambiguous=data.get("ambiguous", False), alternatives=others, **plain,
    )  # fmt: skip
