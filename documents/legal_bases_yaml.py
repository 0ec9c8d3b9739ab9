"""The file of legal documents and their validity (plans/legal_bases.yaml)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from documents.model_problems import validated
from documents.yaml_source import read_yaml
from models.kinds import SectionKind
from models.legal_base import LegalDocument, Mark
from models.problem import Problem, Problems


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Document(_Strict):
    number: str = Field(min_length=3)
    title: str = Field(min_length=1)
    mark: Mark
    issued_on: date | None = None
    in_force_from: date | None = None
    ended_on: date | None = None
    replaced_by: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    province: str | None = None
    regime: bool = False
    lacks: tuple[SectionKind, ...] = ()
    source: str = ""
    note: str = ""


class _File(_Strict):
    schema_id: Literal["dondoc/legal-bases/1"] = Field(alias="schema")
    documents: tuple[_Document, ...]


def read_legal_bases(path: Path) -> tuple[LegalDocument, ...]:
    """Read it; raises `Problems` with every problem of the file, a number given twice among them."""
    source = read_yaml(path)
    file = validated(_File, source)
    problems: list[Problem] = []
    seen: set[tuple[str, date | None]] = set()
    for index, document in enumerate(file.documents):
        key = (document.number, document.issued_on)
        if key in seen:
            message = f"văn bản {document.number} ghi hai lần."
            problems.append(source.problem(("documents", index, "number"), message, "Giữ lại một.", "duplicate-id"))
        seen.add(key)
    if problems:
        raise Problems(problems)
    return tuple(LegalDocument(**dict(document)) for document in file.documents)
