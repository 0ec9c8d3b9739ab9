"""The other end of `pdf_extract`: start it, give it the file, take its words; say what went wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from documents.sources.limits import MOST_PAGES, refused, too_many_lines

_SECONDS = 60
_ROOT = Path(__file__).parents[2]
_BROKEN_HINT = "Xin lại tệp gốc, hoặc mở bằng trình đọc PDF rồi in lại ra PDF."


@dataclass(slots=True)
class Word:
    """One word on a page; the origin is below left, in points."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class Page:
    """One page: words, straight lines (x0, y0, x1, y1), number of pictures."""

    number: int
    width: float
    height: float
    words: list[Word]
    edges: list[tuple[float, float, float, float]]
    images: int
    broken: bool = False


def extracted_pages(name: str, raw: bytes) -> list[Page]:
    """The pages of a PDF; `Problems` for one that is broken, locked, too long or that takes too much."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))}
    command = [sys.executable, "-m", "documents.sources.pdf_extract"]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=_SECONDS, env=environment, check=False)
    except subprocess.TimeoutExpired as error:
        raise refused(name, "đọc tệp PDF quá lâu, đã dừng.", _BROKEN_HINT, "broken-file") from error
    if done.returncode != 0:
        raise refused(name, "tệp PDF bị hỏng hoặc cần quá nhiều bộ nhớ.", _BROKEN_HINT, "broken-file")
    value: dict[str, Any] = json.loads(done.stdout)
    if "error" in value:
        raise _refusal(name, value["error"])
    return [
        Page(number, page["width"], page["height"], [Word(*word) for word in page["words"]],
             [tuple(edge) for edge in page["edges"]], page["images"], page.get("broken", False))
        for number, page in enumerate(value["pages"], 1)
    ]  # fmt: skip


def _refusal(name: str, code: str) -> Exception:
    if code == "password":
        return refused(name, "tệp PDF có mật khẩu.", "Mở bằng mật khẩu rồi lưu bản không có mật khẩu.", "encrypted")
    if code == "pages":
        return refused(name, f"tệp PDF có hơn {MOST_PAGES} trang.", "Tách riêng phần kế hoạch.", "file-too-large")
    if code == "characters":
        return too_many_lines(name)
    return refused(name, "tệp PDF bị hỏng, không mở được.", _BROKEN_HINT, "broken-file")
