"""YAML with the line of every value: plain data for validation, and where each piece stands in the file."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from documents.text_file import read_text
from models.problem import Problem, Problems

#: Larger files are refused, in bytes; a province's plan has 15 kB.
LARGEST = 500_000
#: Deeper nesting is refused; a plan file needs nine levels.
DEEPEST = 40

_HEAP = re.compile(rf"(?:[\[{{]\s*){{{DEEPEST + 1}}}")

Place: TypeAlias = tuple[str | int, ...]

#: Plain scalars that are not text, as in YAML 1.2; dates stay text, the plan's fields know what they are.
_NULLS = {"", "~", "null", "Null", "NULL"}
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
#: The parser fails in these ways too on what is not YAML at all.
_UNREADABLE = (YAMLError, ValueError, TypeError, AttributeError, LookupError, AssertionError, NotImplementedError)
_SYNTAX_HINT = "Kiểm tra thụt đầu dòng, dấu hai chấm và dấu nháy ở dòng này và dòng trước."


@dataclass(slots=True)
class YamlSource:
    """A file as plain data, with the line (from 1) of every key and value."""

    path: Path
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict[Place, int])
    problems: list[Problem] = field(default_factory=list[Problem])

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, place: Place, message: str, hint: str = "", code: str = "") -> Problem:
        """A problem at a place of this file."""
        return Problem(self.path.name, f"dòng {self.line(place)}", message, hint, code)


def read_yaml(path: Path) -> YamlSource:
    """Read one document. Syntax, encoding and an empty file raise `Problems` at once; what can be said together
    with the problems of the content (duplicate keys, aliases, odd characters) is kept in `problems`."""
    source = YamlSource(path)
    root = _compose(path, read_text(path, LARGEST))
    if root is None:
        raise Problems([Problem(path.name, "cả tệp", "tệp trống.", "Chép một tệp mẫu rồi sửa.", "empty-file")])
    source.data = _Reader(source).value(root, ())
    if not isinstance(root, MappingNode):
        raise Problems([source.problem((), "tệp phải gồm các dòng 'khóa: giá trị'.", code="wrong-type")])
    return source


def _compose(path: Path, text: str) -> Node | None:
    try:
        _check_depth(path, text)
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 1
        found = Problem(path.name, f"dòng {line}", "không đúng cú pháp YAML.", _SYNTAX_HINT, "yaml-syntax")
        raise Problems([found]) from error
    except _UNREADABLE as error:
        found = Problem(path.name, "cả tệp", "không đọc được như YAML.", _SYNTAX_HINT, "yaml-syntax")
        raise Problems([found]) from error


def _check_depth(path: Path, text: str) -> None:
    """Stop early: on "[[[[…" the parser's time grows with the square of the depth, and composing recurses."""
    heap = _HEAP.search(text)
    if heap is not None:
        raise _too_deep(path, text.count("\n", 0, heap.start()) + 1)
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, CollectionStartEvent):
            depth += 1
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise _too_deep(path, event.start_mark.line + 1)


def _too_deep(path: Path, line: int) -> Problems:
    return Problems([Problem(path.name, f"dòng {line}", "các mục lồng nhau quá sâu.", code="too-deep")])


class _Reader:
    """Turns nodes into plain data; each node is visited once, so an alias bomb has nothing to multiply."""

    def __init__(self, source: YamlSource) -> None:
        self.source = source
        self._seen: set[int] = set()

    def value(self, node: Node, place: Place) -> Any:
        self.source.lines.setdefault(place, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._note(place, "không dùng bí danh (&tên, *tên) của YAML.", "Viết lại nội dung.", "alias")
            return None
        self._seen.add(id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, place)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*place, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, place) if isinstance(node, ScalarNode) else None

    def _mapping(self, node: MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self.source.lines.setdefault((*place, "?"), key_node.start_mark.line + 1)
                self._note((*place, "?"), "khóa phải là một từ.", "", "wrong-type")
                continue
            key = self._text(key_node, place)
            if key in found:
                line = key_node.start_mark.line + 1
                first = self.source.line((*place, key))
                message = f"khóa '{key}' viết hai lần (lần đầu ở dòng {first})."
                self.source.problems.append(
                    Problem(self.source.path.name, f"dòng {line}", message, "Giữ lại một.", "duplicate-key")
                )
                continue
            self.source.lines[(*place, key)] = key_node.start_mark.line + 1
            found[key] = self.value(value_node, (*place, key))
        return found

    def _scalar(self, node: ScalarNode, place: Place) -> Any:
        text = self._text(node, place)
        if node.style:  # quoted or a block: text, whatever it looks like
            return text
        if text in _NULLS:
            return None
        return _BOOLS[text] if text in _BOOLS else _number(text)

    def _text(self, node: ScalarNode, place: Place) -> str:
        text = unicodedata.normalize("NFC", str(node.value))
        if any(unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" for char in text):
            self.source.lines.setdefault(place, node.start_mark.line + 1)
            self._note(place, "có ký tự điều khiển không in được.", "Xóa và gõ lại đoạn này.", "control-character")
            return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cs"))
        return text

    def _note(self, place: Place, message: str, hint: str, code: str) -> None:
        self.source.problems.append(self.source.problem(place, message, hint, code))


def _number(text: str) -> int | float | str:
    """The number, or the text where it is none we can use (infinity, thousands of digits)."""
    if _INT.fullmatch(text):
        return int(text) if len(text) < 19 else text
    if not _FLOAT.fullmatch(text):
        return text
    number = float(text)
    return number if math.isfinite(number) else text
