"""The file of the reorganisation of 2025 (plans/two_tier.yaml)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from documents.model_problems import validated
from documents.yaml_source import read_yaml
from models.kinds import AgencyClass
from models.two_tier import Province, TwoTier


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Ended(_Strict):
    klass: AgencyClass = Field(alias="class")
    why: str


class _Merged(_Strict):
    old: str
    new: str


class _Province(_Strict):
    name: str
    city: bool = False
    formed_from: tuple[str, ...] = Field(min_length=1)


class _File(_Strict):
    schema_id: Literal["dondoc/two-tier/1"] = Field(alias="schema")
    since: date
    source: str
    ended: tuple[_Ended, ...] = ()
    departments: tuple[_Merged, ...] = ()
    provinces: tuple[_Province, ...] = Field(min_length=1)


def read_two_tier(path: Path) -> TwoTier:
    """Read it; raises `Problems` with every problem of the file."""
    file = validated(_File, read_yaml(path))
    return TwoTier(
        file.since,
        file.source,
        tuple(Province(one.name, one.city, one.formed_from) for one in file.provinces),
        {one.klass: one.why for one in file.ended},
        {one.old: one.new for one in file.departments},
    )
