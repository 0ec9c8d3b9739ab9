"""Markdown's emphasis marks taken out of a block of lines, told which lines are wholly bold or italic."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

_RUN = re.compile(r"\*{1,3}|(?<![^\W_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![^\W_])|~~")
_TAG = re.compile(
    r"</?(?:u|b|i|em|strong|span|p|div|font|center|sub|sup|small|a|mark)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SQUARE = re.compile(r"(?<=m)<sup>([23])</sup>", re.IGNORECASE)
_SUPERSCRIPT = re.compile(r"<sup>\s*\(?\d{1,3}\)?\s*</sup>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|/|#|www\.)[^()\s]{0,500}\)")
_FOOTNOTE_MARK = re.compile(r"\[\^[\w-]{1,20}\](?!:)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A line without marks; bold and italic when all its letters are."""

    text: str
    bold: bool
    italic: bool


def strip_inline(text: str) -> str:
    """Images, links, HTML tags and entities, footnote marks; emphasis is left to `unmark`."""
    if "<" in text:
        text = _SUPERSCRIPT.sub("", _SQUARE.sub(lambda found: "²³"[int(found[1]) - 2], _BREAK.sub("\n", text)))
        text = _TAG.sub("", text)
    if "[" in text:
        text = _FOOTNOTE_MARK.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    return html.unescape(text) if "&" in text else text


def unmark(lines: Sequence[str]) -> list[Unmarked]:
    """The lines of one block; a mark opened on one line may close on a later one. Unpaired marks stay."""
    text = "\n".join(lines)
    if not any(mark in text for mark in "*_~\\"):
        return [Unmarked(line, False, False) for line in lines]
    drop, bold, italic = _paired(text)
    out: list[Unmarked] = []
    start = 0
    for line in lines:
        kept = [index for index in range(start, start + len(line)) if not drop[index]]
        letters = [index for index in kept if text[index].isalnum()]
        clean = _ESCAPE.sub(r"\1", "".join(text[index] for index in kept))
        out.append(
            Unmarked(
                clean,
                bool(letters) and all(bold[i] for i in letters),
                bool(letters) and all(italic[i] for i in letters),
            )
        )
        start += len(line) + 1
    return out


def _paired(text: str) -> tuple[bytearray, bytearray, bytearray]:
    """Per character: is it a paired mark, is it bold, is it italic."""
    drop, bold, italic = bytearray(len(text)), bytearray(len(text)), bytearray(len(text))
    opened: dict[str, int] = {}
    for found in _RUN.finditer(text):
        start, end, run = found.start(), found.end(), found[0]
        if start and text[start - 1] == "\\":
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        can_close, can_open = bool(before) and not before.isspace(), bool(after) and not after.isspace()
        for mark in _closes(run, opened) if can_close else ():
            at = opened.pop(mark)
            drop[at : at + len(mark)] = b"\x01" * len(mark)
            if len(mark) != 1 and mark != "~~":
                _fill(bold, at, end)
            if len(mark) != 2:
                _fill(italic, at, end)
            drop[start:end] = b"\x01" * len(run)
        if can_open and not drop[start]:
            opened[run] = start
    return drop, bold, italic


def _closes(run: str, opened: dict[str, int]) -> tuple[str, ...]:
    if run in opened:
        return (run,)
    if len(run) == 3 and run[:1] in opened and run[:2] in opened:
        return run[:1], run[:2]
    return ()


def _fill(flags: bytearray, start: int, end: int) -> None:
    flags[start:end] = b"\x01" * (end - start)
