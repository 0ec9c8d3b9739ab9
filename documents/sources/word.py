"""A .docx as repaired blocks: body and tables in order, accepted text, headers, footers and footnotes left out."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any

from documents.repair.line_join import join_lines
from documents.repair.web_noise import drop_web_noise
from documents.sources.limits import (
    LARGEST_PART,
    LARGEST_TEXT,
    LARGEST_UNPACKED,
    MOST_LINES,
    MOST_TAGS,
    refused,
    too_large,
    too_many_lines,
)
from models.source_text import SourceText

_BROKEN_HINT = "Mở bằng Word rồi lưu lại, hoặc xin lại tệp gốc."


def read_word(name: str, raw: bytes) -> SourceText:
    """The text of a Word document; `Problems` for one that is broken, or too large when unpacked."""
    from documents.sources.word_body import WordBody

    _check_size(name, raw)
    document = _open(name, raw)
    try:
        body = WordBody(document)
        blocks = body.blocks()
    except (ValueError, KeyError, AttributeError, TypeError, IndexError) as error:
        raise refused(name, "tệp Word có cấu trúc hỏng, không đọc được.", _BROKEN_HINT, "broken-file") from error
    if len(blocks) > MOST_LINES:
        raise too_many_lines(name)
    if body.length > LARGEST_TEXT:
        raise too_large(name, "văn bản", LARGEST_TEXT)
    if not blocks:
        raise refused(
            name, "tệp Word không có chữ (có thể chỉ có ảnh quét).", "Cần nhận dạng chữ (OCR) trước.", "needs-ocr"
        )
    joined, about_joins = join_lines(blocks)
    cleaned, about_noise = drop_web_noise(joined)
    return SourceText(name, "docx", tuple(cleaned), (*body.notes(), *about_joins, *about_noise))


def _check_size(name: str, raw: bytes) -> None:
    """Refuse by the sizes the archive declares; unpacking never gives more than declared."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise refused(name, "tệp .docx bị hỏng.", _BROKEN_HINT, "broken-file") from error
    if any(part.flag_bits & 1 for part in parts):
        raise refused(name, "tệp .docx có mật khẩu.", "Mở bằng Word, bỏ mật khẩu và lưu lại.", "encrypted")
    text = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if text > LARGEST_PART or len(parts) > 5000:
        raise too_large(name, "phần văn bản trong tệp Word", LARGEST_PART)
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise too_large(name, "tệp Word sau khi giải nén", LARGEST_UNPACKED)
    _check_tags(name, raw)


def _check_tags(name: str, raw: bytes) -> None:
    """A tag takes some 200 bytes of memory, however short it is: count them before they are parsed."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = [
                part for part in archive.infolist() if part.filename.endswith(".xml") and part.file_size > 1_000_000
            ]
            tags = sum(archive.read(part).count(b"<") for part in parts)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, zlib.error) as error:
        raise refused(name, "tệp .docx bị hỏng.", _BROKEN_HINT, "broken-file") from error
    if tags > MOST_TAGS:
        raise too_many_lines(name)


def _open(name: str, raw: bytes) -> Any:
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    broken = (OpcError, LxmlError, KeyError, ValueError, AttributeError, TypeError, IndexError, OSError, zlib.error)
    try:
        return Document(BytesIO(raw))
    except (*broken, zipfile.BadZipFile, NotImplementedError, RecursionError) as error:
        raise refused(name, "tệp .docx bị hỏng, không mở được.", _BROKEN_HINT, "broken-file") from error
