"""A reading as JSON: header, tasks and notes as the field's gold readings have them, places and certainty added."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from models.reading import AgencyReading, HeaderReading, Reading, TaskReading, TimeAlternative, TimeReading
from models.source_text import Place

#: Fields that are written even when nothing was read: null and [] are answers.
_ALWAYS_TASK = ("number", "section", "title", "core", "leads", "coordinators", "outputs", "times")
_ALWAYS_TIME = ("verbatim", "kind", "start", "end")


def reading_json(reading: Reading) -> dict[str, Any]:
    """The JSON value of a reading; `doc_id` is the file's name without its ending."""
    return {
        "doc_id": reading.name.rsplit(".", 1)[0],
        "source_files": [reading.name],
        "header": header_json(reading.header),
        "tasks": [task_json(task) for task in reading.tasks],
        "notes": list(reading.notes),
    }


def header_json(header: HeaderReading) -> dict[str, Any]:
    """The header: every field, then where each stands."""
    found = {field.name: _plain(getattr(header, field.name)) for field in fields(header) if field.name != "places"}
    found["places"] = {name: str(place) for name, place in header.places.items()}
    return found


def task_json(task: TaskReading) -> dict[str, Any]:
    """One task."""
    found = _filled(task, _ALWAYS_TASK)
    found["leads"] = [_agency(agency) for agency in task.leads]
    found["coordinators"] = [_agency(agency) for agency in task.coordinators]
    found["times"] = [_time(time) for time in task.times]
    return found


def _agency(agency: AgencyReading) -> dict[str, Any]:
    found = _filled(agency, ("text",))
    found["class"] = found.pop("klass")
    return found


def _time(time: TimeReading) -> dict[str, Any]:
    found = _filled(time, _ALWAYS_TIME)
    if "alternatives" in found:
        found["alt"] = [_filled(one, ("kind", "start", "end")) for one in time.alternatives]
        del found["alternatives"]
    return found


def _filled(
    value: TaskReading | AgencyReading | TimeReading | TimeAlternative, always: tuple[str, ...]
) -> dict[str, Any]:
    """The fields of a value that say something."""
    found = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return {name: one for name, one in found.items() if name in always or one not in (None, False, "", [])}


def _plain(value: Any) -> Any:
    if isinstance(value, Place):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
