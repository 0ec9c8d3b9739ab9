"""The plan file (tệp kế hoạch) from YAML: either a whole `PlanFile`, or every problem of the file with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from documents.model_problems import validated
from documents.yaml_source import Place, YamlSource, read_yaml
from models.plan_file import PlanFile
from models.problem import Problem

_NAMED = re.compile(r"(?P<what>mục|hoạt động|nhóm|sự kiện) '(?P<id>[^']*)'(?:, (?P<key>[a-z_]+))?")


def read_plan(path: Path) -> PlanFile:
    """Read and validate; raises `Problems` with all problems of the file (encoding, syntax, keys, values)."""
    return validated(PlanFile, read_yaml(path))


def with_lines(path: Path, problems: Iterable[Problem]) -> list[Problem]:
    """The findings of `rules.plan_check.check`, with this file's name and the line of the thing they name."""
    source = read_yaml(path)
    places = _places(source)
    return [
        replace(found, file=path.name, place=f"dòng {source.line(_place(found.place, places))} ({found.place})")
        for found in problems
    ]


def _place(text: str, places: dict[tuple[str, str], list[Place]]) -> Place:
    match = _NAMED.search(text)
    if match is None:
        key = text.split(" ")[0]
        return ("plan", key)
    found = places.get((match["what"], match["id"]))
    if not found:
        return ()
    # The last of several: of a repeated id the second one is the mistake.
    return (*found[-1], match["key"] or "id")


def _places(source: YamlSource) -> dict[tuple[str, str], list[Place]]:
    found: dict[tuple[str, str], list[Place]] = {}
    data: dict[str, Any] = source.data
    for what, key in (("nhóm", "groups"), ("sự kiện", "triggers")):
        for name in data.get(key) or {}:
            found.setdefault((what, name), []).append((key, name))
    for index, section in enumerate(data.get("sections") or []):
        found.setdefault(("mục", str(section.get("id"))), []).append(("sections", index))
        for number, activity in enumerate(section.get("activities") or []):
            place = ("sections", index, "activities", number)
            found.setdefault(("hoạt động", str(activity.get("id"))), []).append(place)
    return found
