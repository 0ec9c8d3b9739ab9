"""The one canonical writer of plan files: fixed order of keys, defaults left out; comments are not kept."""

from __future__ import annotations

import io
from datetime import time
from enum import StrEnum
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from models.plan_file import PlanFile

#: Keys whose value stands on one line.
_ONE_LINE = frozenset({"years", "before", "to", "read", "applied", "waits_for"})


def write_plan(plan: PlanFile) -> str:
    """The plan as YAML text; reading it back gives an equal plan."""
    content = plan.model_dump(by_alias=True, exclude_defaults=True)
    sections = content.pop("sections")
    parts = [_dumped({key: value}) for key, value in content.items()]
    body = "\n".join(_dumped([section]) for section in sections)
    return "\n".join([*parts, f"sections:\n{body}"])


class _Plain(RoundTripRepresenter):
    """Writes a value met twice (one day in two places) twice, never as an alias."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (the name is the base class's)
        return True


def _dumped(content: Any) -> str:
    yaml = YAML(typ="rt", pure=True)
    yaml.Representer = _Plain
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(_arranged(content), stream)
    return stream.getvalue()


def _arranged(value: Any, flow: bool = False) -> Any:
    """Plain YAML values: enums by value, times as quoted text, short mappings and lists on one line."""
    if isinstance(value, BaseModel):
        return _arranged(value.model_dump(by_alias=True, exclude_defaults=True), flow)
    if isinstance(value, dict):
        mapping = CommentedMap()
        for key, inner in value.items():
            mapping[_arranged(key)] = _arranged(inner, flow or key in _ONE_LINE)
        if flow:
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list | tuple):
        sequence = CommentedSeq(_arranged(inner, flow) for inner in value)
        if flow:
            sequence.fa.set_flow_style()
        return sequence
    if isinstance(value, time):
        return DoubleQuotedScalarString(value.isoformat())
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str) and not value[:1].isalnum():
        # The emitter leaves some of these plain ("?ì") and then reads them as syntax.
        return DoubleQuotedScalarString(value)
    return value
