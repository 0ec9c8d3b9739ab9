"""Reading a text file a person made: UTF-8 or a problem that names the line and how to save it again."""

from __future__ import annotations

from pathlib import Path

from documents.os_trouble import why
from models.problem import Problem, Problems

#: Larger files are refused, in bytes: a directory of the whole country has about 500 kB.
LARGEST = 2_000_000

_SAVE = "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8."
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, largest: int = LARGEST) -> str:
    """The text without a byte order mark; `Problems` for a missing, too large or wrongly encoded file."""
    try:
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except OSError as error:
        raise Problems([_problem(path, f"không đọc được tệp ({why(error)}).", "file-unreadable")]) from error
    if len(raw) > largest:
        raise Problems([_problem(path, f"tệp lớn hơn {largest // 1000} kB.", "file-too-large")])
    if raw.startswith(_UTF16) or b"\x00" in raw:
        raise Problems([_problem(path, "tệp ở bảng mã UTF-16 hoặc không phải văn bản.", "wrong-encoding", _SAVE)])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{raw[error.start]:02X} không phải UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258)."
        raise Problems([_problem(path, message, "wrong-encoding", _SAVE, line)]) from error


def _problem(path: Path, message: str, code: str, hint: str = "", line: int | None = None) -> Problem:
    return Problem(path.name, f"dòng {line}" if line else "cả tệp", message, hint, code)
