"""A .docx as repaired blocks: body and tables in order, accepted text, headers, footers and footnotes left out."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any

from documents.repair.line_join import join_lines
from documents.repair.web_noise import drop_web_noise
from documents.sources.limits import LARGEST_TEXT, MOST_LINES, refused, too_large, too_many_lines
from documents.sources.word_archive import BROKEN_HINT, check_archive
from models.source_text import SourceText

_SAVE = "Mở bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (.docx)”."
#: Words in the archive's own tables of other kinds of Word files, and what those kinds are called.
_OTHER_KINDS = (
    ("[Content_Types].xml", b"macroEnabled", "tệp Word có macro (.docm)"),
    ("[Content_Types].xml", b"wordprocessingml.template", "tệp mẫu của Word (.dotx)"),
    ("_rels/.rels", b"purl.oclc.org/ooxml", "tệp Word kiểu “Strict Open XML”"),
)


def read_word(name: str, raw: bytes) -> SourceText:
    """The text of a Word document; `Problems` for one that is broken, or too large when unpacked."""
    from documents.sources.word_body import WordBody

    check_archive(name, raw)
    document = _open(name, raw)
    try:
        body = WordBody(document)
        blocks = body.blocks()
    except (ValueError, KeyError, AttributeError, TypeError, IndexError) as error:
        raise refused(name, "tệp Word có cấu trúc hỏng, không đọc được.", BROKEN_HINT, "broken-file") from error
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


def _open(name: str, raw: bytes) -> Any:
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    broken = (OpcError, LxmlError, KeyError, ValueError, AttributeError, TypeError, IndexError, OSError, zlib.error)
    try:
        return Document(BytesIO(raw))
    except (*broken, zipfile.BadZipFile, NotImplementedError, RecursionError) as error:
        other = _other_kind(raw)
        if other is not None:
            raise refused(name, f"đây là {other}, chưa đọc được.", _SAVE, "wrong-type") from error
        raise refused(name, "tệp .docx bị hỏng, không mở được.", BROKEN_HINT, "broken-file") from error


def _other_kind(raw: bytes) -> str | None:
    """What a Word file is that the library does not open though it is whole."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return next((kind for part, word, kind in _OTHER_KINDS if word in archive.read(part)), None)
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, zlib.error):
        return None
