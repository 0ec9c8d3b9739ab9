"""The file of group phrases (plans/phrases.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from documents.model_problems import validated
from documents.yaml_source import read_yaml
from models.kinds import AgencyClass
from rules.group_phrases import Phrases


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid")

    classes: tuple[AgencyClass, ...] = Field(min_length=1)
    phrases: tuple[str, ...] = Field(min_length=1)


class _Open(BaseModel):
    model_config = ConfigDict(extra="forbid")

    phrases: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()


class _PhrasesFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    schema_id: Literal["dondoc/phrases/1"] = Field(alias="schema")
    groups: tuple[_Group, ...]
    open: _Open = _Open()


def read_phrases(path: Path) -> Phrases:
    """Read it; raises `Problems` with every problem of the file."""
    file = validated(_PhrasesFile, read_yaml(path))
    groups = [(group.classes, group.phrases) for group in file.groups]
    return Phrases.of(groups, file.open.phrases, file.open.prefixes, file.open.suffixes)
