"""Writing a succession file: one entry a line where it fits, comments on top, text that reads back equal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from documents.succession_file import SCHEMA
from models.succession import Succession, SuccessionCertainty
from rules.territory.succession_draft import Undecided


def succession_text(
    province: str,
    directory: str,
    entries: Iterable[Succession],
    undecided: Iterable[Undecided],
    comments: Sequence[str] = (),
) -> str:
    """The file that `documents.succession_file.read` takes."""
    lines = [f"# {comment}" for comment in comments]
    lines += [f"schema: {SCHEMA}", f"province: {_quoted(province)}", f"directory: {directory}", "entries:"]
    lines += [_entry(entry) for entry in entries] or ["  []"]
    listed = [_undecided(one) for one in undecided]
    lines += ["", "# Chưa xác định được: cần người xem.", "to_decide:", *listed] if listed else []
    return "\n".join(lines) + "\n"


def _entry(entry: Succession) -> str:
    heads = [f"predecessor: {entry.predecessor}"]
    if entry.successors:
        heads.append(f"successors: [{', '.join(entry.successors)}]")
    heads += [f"kind: {entry.kind.value}", f"date: {entry.on.isoformat()}", f"source: {_quoted(entry.source)}"]
    if entry.certainty is not SuccessionCertainty.FOUND:
        heads.append(f"certainty: {entry.certainty.value}")
    if entry.note:
        heads.append(f"note: {_quoted(entry.note)}")
    return f"  - {{{', '.join(heads)}}}"


def _undecided(one: Undecided) -> str:
    heads = [f"agency: {one.agency}"] if one.agency else []
    heads += [f"text: {_quoted(one.text)}"] if one.text else []
    return f"  - {{{', '.join([*heads, f'why: {_quoted(one.why)}'])}}}"


def _quoted(text: str) -> str:
    """Double-quoted, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)
