"""Reading a plan document: what the file really is decides, not its name."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from documents.os_trouble import why
from documents.sources.encodings import UnknownEncoding, decode
from documents.sources.file_kind import kind_of
from documents.sources.language import check_language
from documents.sources.limits import LARGEST_FILE, LARGEST_TEXT, refused, too_large
from documents.sources.text_lines import source_of_text
from models.source_text import SourceText

_EMPTY_HINT = "Kiểm tra lại tệp; có thể tệp chưa được lưu."


def read_source(path: Path) -> SourceText:
    """The repaired text of a .txt, .md, .docx or .pdf file.

    `Problems` when it cannot be read: what the file is, where, and what to do. Nothing is written.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise refused(path.name or str(path), f"không đọc được ({why(error)}).", "", "file-unreadable") from error
    return check_language(_read(path.name, raw, "md" if path.suffix.lower() in (".md", ".markdown") else "txt"))


def read_pasted(stream: BinaryIO) -> SourceText:
    """The repaired text of what comes from a pipe or was pasted; also a whole .docx or .pdf."""
    return check_language(_read("văn bản dán vào", stream.read(LARGEST_FILE + 1), "txt"))


def _read(name: str, raw: bytes, text_format: str) -> SourceText:
    if len(raw) > LARGEST_FILE:
        raise too_large(name, "tệp", LARGEST_FILE)
    if not raw.strip(b" \t\r\n\f\v\0\xef\xbb\xbf"):
        raise refused(name, "tệp trống.", _EMPTY_HINT, "empty-file")
    kind = kind_of(raw)
    if kind.format == "docx":
        from documents.sources.word import read_word

        return read_word(name, raw)
    if kind.format == "pdf":
        from documents.sources.pdf import read_pdf

        return read_pdf(name, raw)
    if kind.format is None:
        raise refused(name, f"đây là {kind.what}, chưa đọc được.", kind.hint, kind.code)
    return _read_text(name, raw, text_format)


def _read_text(name: str, raw: bytes, text_format: str) -> SourceText:
    if len(raw) > LARGEST_TEXT:
        raise too_large(name, "văn bản", LARGEST_TEXT)
    try:
        text, converted = decode(raw)
    except UnknownEncoding as error:
        message = f"không nhận ra bảng mã (byte 0x{error.byte:02X})."
        hint = "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8."
        raise refused(name, message, hint, "wrong-encoding", f"dòng {error.line}") from error
    notes = (f"Đã chuyển từ bảng mã {converted} sang Unicode; cần xem lại chữ hoa và dấu.",) if converted else ()
    return source_of_text(name, "md" if text_format == "md" else "txt", text, notes)
