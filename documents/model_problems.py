"""Pydantic's findings said in Vietnamese, each with the line of the file and a "did you mean"."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from documents.yaml_source import Place, YamlSource
from models.problem import Problem, Problems
from rules.findings import did_you_mean

M = TypeVar("M", bound=BaseModel)

_DATE_HINT = "Viết ngày theo thứ tự năm-tháng-ngày, ví dụ 2022-01-28."

_MESSAGES: Mapping[str, tuple[str, str]] = {
    "missing": ("thiếu khóa '{name}'.", "missing-key"),
    "extra_forbidden": ("không có khóa '{name}'.", "unknown-key"),
    "string_type": ("'{name}' phải là chữ; nếu là số thì đặt trong dấu nháy.", "wrong-type"),
    "string_too_short": ("'{name}' không được để trống.", "too-short"),
    "string_too_long": ("'{name}' dài quá {max_length} ký tự.", "too-long"),
    "string_pattern_mismatch": (
        "'{value}' không phải mã: chỉ dùng chữ thường không dấu, số và dấu gạch nối.",
        "bad-id",
    ),
    "too_short": ("'{name}' cần ít nhất {min_length} mục.", "too-short"),
    "too_long": ("'{name}' có nhiều hơn {max_length} mục.", "too-long"),
    "enum": ("'{value}' không dùng được cho '{name}'; chọn một trong: {expected}.", "unknown-value"),
    "literal_error": ("'{value}' không dùng được cho '{name}'; chọn một trong: {expected}.", "unknown-value"),
    "none_required": ("'{name}' để dành cho phiên bản sau: bỏ trống.", "reserved"),
    "int_type": ("'{name}' phải là số nguyên.", "wrong-type"),
    "int_from_float": ("'{name}' phải là số nguyên.", "wrong-type"),
    "bool_type": ("'{name}' phải là true hoặc false.", "wrong-type"),
    "tuple_type": ("'{name}' phải là một danh sách.", "wrong-type"),
    "dict_type": ("'{name}' phải gồm các dòng 'khóa: giá trị'.", "wrong-type"),
    "model_type": ("'{name}' phải gồm các dòng 'khóa: giá trị'.", "wrong-type"),
    "greater_than_equal": ("'{name}' phải từ {ge} trở lên.", "out-of-range"),
    "less_than_equal": ("'{name}' phải từ {le} trở xuống.", "out-of-range"),
    "value_error": ("{error}.", "not-fitting"),
}
_NATURAL = {
    "date": ("'{value}' không phải một ngày.", "bad-date"),
    "time": ("'{value}' không phải một giờ.", "bad-time"),
}


def validated(model: type[M], source: YamlSource) -> M:
    """The data as the model, checked strictly; raises `Problems` with everything wrong in the file at once."""
    text = json.dumps(source.data)
    problems = list(source.problems)
    try:
        value = model.model_validate_json(text, strict=True)
    except ValidationError as error:
        found = error.errors(include_url=False)
        problems += [_problem(one, model, source) for one in found if not _follows_from_others(one)]
    else:
        if not problems:
            return value
    raise Problems(sorted(problems, key=lambda problem: int(re.sub(r"\D", "", problem.place) or 0)))


def _follows_from_others(found: ErrorDetails) -> bool:
    """Pydantic calls a list too short when its items are faulty; the items are named already."""
    return found["type"] == "too_short" and len(found["input"]) >= found.get("ctx", {}).get("min_length", 0)


def _problem(found: ErrorDetails, model: type[BaseModel], source: YamlSource) -> Problem:
    place: Place = tuple(part for part in found["loc"] if part != "[key]")
    kind = found["type"]
    unforeseen = ("giá trị của '{name}' không dùng được.", kind)
    template, code = _MESSAGES.get(kind) or _NATURAL.get(kind.split("_")[0]) or unforeseen
    context = {key: str(value).strip(". ") for key, value in found.get("ctx", {}).items()}
    expected = re.findall(r"'([^']*)'", context.pop("expected", ""))
    value = str(found["input"]) if isinstance(found["input"], str | int | float) else "giá trị này"
    message = template.format_map(_Blank(context, name=_name(place), value=value[:80], expected=", ".join(expected)))
    if kind == "extra_forbidden":
        hint = did_you_mean(_name(place), list(_fields(model, place[:-1])))
    elif code == "bad-date":
        hint = _date_hint(value)
    else:
        hint = did_you_mean(value, expected)
    return source.problem(place, message, hint, code)


class _Blank(dict[str, str]):
    """Context of a message: what pydantic did not give stays blank."""

    def __missing__(self, key: str) -> str:
        return ""


def _name(place: Place) -> str:
    """The last named part of a place: the key the writer sees."""
    return next((part for part in reversed(place) if isinstance(part, str)), "tệp")


def _date_hint(value: str) -> str:
    parts = [int(number) for number in re.findall(r"\d{1,4}", value)]
    if len(parts) == 3 and parts[2] > 999:
        try:
            return f"Viết: {date(parts[2], parts[1], parts[0]).isoformat()}"
        except ValueError:
            return _DATE_HINT
    return _DATE_HINT


def _fields(model: type[BaseModel], place: Place) -> list[str]:
    """The keys allowed at a place of a model, found by walking its annotations."""
    kind: Any = model
    for part in place:
        kind = _step(_inner(kind), part)
    kind = _inner(kind)
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return []
    return [info.alias or name for name, info in kind.model_fields.items()]


def _step(kind: Any, part: str | int) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        named = {info.alias or name: info.annotation for name, info in kind.model_fields.items()}
        return named.get(str(part))
    arguments = [argument for argument in get_args(kind) if argument is not ...]
    return arguments[-1] if arguments else None


def _inner(kind: Any) -> Any:
    """Without Annotated and Optional."""
    while get_origin(kind) in (Annotated, Union, UnionType):
        kind = next(argument for argument in get_args(kind) if argument is not type(None))
    return kind
