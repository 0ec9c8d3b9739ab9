"""The reviewed file of successions of one province (plans/succession/*.yaml), in and out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from documents.model_problems import validated
from documents.yaml_source import read_yaml
from models.problem import Problem, Problems
from models.succession import Succession, SuccessionCertainty, SuccessionKind

SCHEMA = "dondoc/succession/1"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EntryFile(_Strict):
    """One agency that ended."""

    predecessor: str = Field(min_length=1)  #: mã cơ quan cũ
    successors: tuple[str, ...] = ()  #: mã cơ quan kế thừa
    kind: SuccessionKind
    date: date  #: ngày cơ quan kế thừa bắt đầu
    source: str = Field(min_length=1)  #: căn cứ
    certainty: SuccessionCertainty = SuccessionCertainty.FOUND
    note: str = Field(default="", max_length=300)

    @model_validator(mode="after")
    def _kind_fits(self) -> EntryFile:
        count = len(self.successors)
        if self.kind is SuccessionKind.ABOLISHED and count:
            raise ValueError("kind 'abolished' không có 'successors'")
        if self.kind in (SuccessionKind.RENAMED, SuccessionKind.MERGED_INTO) and count != 1:
            raise ValueError(f"kind '{self.kind.value}' cần đúng một cơ quan trong 'successors'")
        if self.kind is SuccessionKind.SPLIT_INTO and count < 2:
            raise ValueError("kind 'split_into' cần ít nhất hai cơ quan trong 'successors'")
        return self

    def value(self) -> Succession:
        """The same as a plain value."""
        return Succession(
            self.predecessor, self.successors, self.date, self.kind, self.source, self.note, self.certainty
        )


class ToDecideFile(_Strict):
    """Something the preparation could not match: a person looks at it."""

    agency: str | None = None  #: mã cơ quan, nếu là một cơ quan của danh mục
    text: str = ""  #: tên nêu trong tài liệu
    why: str = Field(min_length=1, max_length=300)


class SuccessionFile(_Strict):
    """A whole file."""

    # `schema` is a method name of pydantic's BaseModel; the YAML key is still `schema`.
    schema_id: Literal["dondoc/succession/1"] = Field(alias="schema")
    province: str
    directory: str  #: danh mục cơ quan mà các mã thuộc về
    entries: tuple[EntryFile, ...] = ()
    to_decide: tuple[ToDecideFile, ...] = ()


def read(path: Path) -> SuccessionFile:
    """The whole file with what a person has to decide; raises `Problems` with every problem at once."""
    source = read_yaml(path)
    file = validated(SuccessionFile, source)
    seen: dict[str, int] = {}
    problems: list[Problem] = []
    for index, entry in enumerate(file.entries):
        place = ("entries", index)
        if entry.predecessor in entry.successors:
            message = f"'{entry.predecessor}' kế thừa chính nó."
            problems.append(source.problem(place, message, "Xóa dòng này.", "succession-circle"))
        if entry.predecessor in seen:
            message = f"'{entry.predecessor}' đã có ở dòng {source.line(('entries', seen[entry.predecessor]))}."
            problems.append(source.problem(place, message, "Giữ lại một.", "duplicate-id"))
        seen.setdefault(entry.predecessor, index)
    if problems:
        raise Problems(problems)
    return file


def load(path: Path) -> tuple[Succession, ...]:
    """The successions of a file, in its order; raises `Problems`."""
    return tuple(entry.value() for entry in read(path).entries)
