"""The documents a preamble rests on: their numbers verbatim, laws without a number by name."""

from __future__ import annotations

import re

from documents.repair.letters import UPPER

NUMBER = re.compile(
    r"(?<![\w/.-])(\d{1,6}[a-zA-Z]?(?:/(?:19|20)\d\d)?\s?(?:/"
    r"|-)\s?(?:[A-ZĐÔƯ][A-Za-zĐđÔôƯư0-9&]*)(?:\s?[-–/]\s?[A-ZĐÔƯ][A-Za-zĐđÔôƯư0-9&]*)*)"
)
_LAW = re.compile(
    r"(?<![\w“\"])((?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)(?:\s+(?:sửa"
    r"|Sửa) đổi, bổ sung một số điều của (?:các )?(?:Bộ luật|Luật|Pháp lệnh)[^;\n]*?(?=\s+(?:số|ngày)\s|\s*[;(\n]|$)"
    rf"|\s+[{UPPER}][^;\n(]*?)(?=\s+(?:ngày|số|được|đã|và (?:Luật|Nghị định|các|Quyết định|Thông tư|Chỉ thị"
    rf"|Kế hoạch|Công văn|hướng dẫn))\s|\s*[;(\n.]|,\s+(?:Luật|Nghị định|Quyết định|Thông tư|Ủy ban|UBND|ngày|số"
    rf"|căn)|$))"
)
_NUMBERED = re.compile(r"\s*(?:ngày [^;]{0,40}?\s)?số(?:\s*:)?\s*\d")
_END = re.compile(r"(?:cụ thể\s+)?như\s+sau\s*:?|sau đây\s*:|QUYẾT ĐỊNH\s*:")


def preamble_end(text: str, start: int, limit: int) -> int:
    """Where the preamble ends: at "như sau:", or at the first section."""
    found = _END.search(text, start, limit)
    return found.end() if found else limit


def legal_bases(preamble: str) -> list[tuple[str, int]]:
    """What is cited, each once, with the offset of its first mention."""
    text = preamble.replace("\x00", " ")
    found: list[tuple[str, int]] = []
    for match in NUMBER.finditer(text):
        number = re.sub(r"\s+", "", match[1]).replace("–", "-").rstrip(".-/")
        found.append((number, match.start()))
    for match in _LAW.finditer(text):
        if _NUMBERED.match(text, match.end()):
            continue  # luật có số: đã nêu bằng số
        name = " ".join(match[1].split()).rstrip(" ,")
        if 8 <= len(name) <= 160:
            found.append((name, match.start()))
    seen: set[str] = set()
    once: list[tuple[str, int]] = []
    for value, offset in sorted(found, key=lambda one: one[1]):
        if value not in seen:
            seen.add(value)
            once.append((value, offset))
    return once
