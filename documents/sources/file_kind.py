"""What a file really is, by its content: the ending of a name says nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

Format = Literal["text", "docx", "pdf"]

_SAVE_DOCX = "Mở bằng Word (hoặc LibreOffice) và lưu lại dạng .docx."
_OCR = "Nhận dạng chữ (OCR) rồi lưu dạng .docx hoặc PDF có chữ."
_UNPACK = "Giải nén rồi chọn đúng tệp văn bản bên trong."


@dataclass(frozen=True, slots=True)
class FileKind:
    """A format that can be read, or what the file is and what to do about it."""

    format: Format | None
    what: str = ""
    hint: str = ""
    code: str = "wrong-type"


_IMAGES = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"BM": "BMP", b"II*\x00": "TIFF", b"MM\x00*": "TIFF",
}  # fmt: skip
_PACKED = {b"\x1f\x8b": "gzip", b"7z\xbc\xaf": "7z", b"Rar!": "RAR", b"BZh": "bzip2", b"\xfd7zXZ": "xz"}
_TEXTUAL = {
    b"{\\rtf": "tệp RTF", b"<!doctype html": "trang mạng (HTML)", b"<html": "trang mạng (HTML)",
    b"mime-version:": "trang mạng lưu thành một tệp (MHT)",
}  # fmt: skip


def kind_of(raw: bytes) -> FileKind:
    """The kind of a file from its bytes."""
    if b"%PDF-" in raw[:1024]:
        return FileKind("pdf")
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(raw)
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _of_ole(raw)
    for mark, name in _IMAGES.items():
        if raw.startswith(mark) and (len(mark) > 2 or raw[6:10] == b"\0\0\0\0"):
            return FileKind(None, f"ảnh {name}", _OCR, "needs-ocr")
    if raw[4:12] in (b"ftypheic", b"ftypmif1") or (raw.startswith(b"RIFF") and raw[8:12] == b"WEBP"):
        return FileKind(None, "ảnh chụp", _OCR, "needs-ocr")
    for mark, name in _PACKED.items():
        if raw.startswith(mark):
            return FileKind(None, f"tệp nén {name}", _UNPACK)
    return _of_text(raw)


def _of_text(raw: bytes) -> FileKind:
    head = raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, name in _TEXTUAL.items():
        if head.startswith(mark):
            return FileKind(None, name, _SAVE_DOCX)
    if head.startswith(b"<?xml"):
        return FileKind(None, "tệp XML", _SAVE_DOCX)
    sample = raw[:8192]
    control = sum(1 for byte in sample if byte < 9 or 13 < byte < 32)
    if raw.startswith((b"MZ", b"\x7fELF")) or (control * 10 > len(sample) and not _like_utf16(sample)):
        return FileKind(None, "tệp nhị phân, không phải văn bản", _SAVE_DOCX)
    return FileKind("text")


def _like_utf16(sample: bytes) -> bool:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return max(even, odd) > 4 * min(even, odd) and max(even, odd) * 4 > len(sample) // 2


def _of_ole(raw: bytes) -> FileKind:
    names: tuple[tuple[str, Callable[[], FileKind]], ...] = (
        (
            "EncryptedPackage",
            lambda: FileKind(None, "tệp Word có mật khẩu", "Mở bằng Word, bỏ mật khẩu và lưu lại.", "encrypted"),
        ),
        ("WordDocument", lambda: FileKind(None, "tệp Word kiểu cũ (.doc)", _SAVE_DOCX)),
        ("Workbook", lambda: FileKind(None, "tệp Excel kiểu cũ (.xls)", "Chép bảng sang Word và lưu dạng .docx.")),
        ("PowerPoint Document", lambda: FileKind(None, "tệp PowerPoint kiểu cũ (.ppt)", _SAVE_DOCX)),
    )
    for name, make in names:
        if name.encode("utf-16-le") in raw:
            return make()
    return FileKind(None, "tệp Office kiểu cũ", _SAVE_DOCX)


def _of_zip(raw: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return FileKind(
            None, "tệp .docx (hoặc tệp nén) bị hỏng", "Xin lại tệp gốc, hoặc mở bằng Word rồi lưu lại.", "broken-file"
        )
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return FileKind("docx")
    for folder, what in (("xl/", "bảng tính Excel (.xlsx)"), ("ppt/", "tệp PowerPoint (.pptx)")):
        if any(name.startswith(folder) for name in names):
            return FileKind(None, what, "Chép nội dung sang Word và lưu dạng .docx.")
    if "content.xml" in names:
        return FileKind(None, "tệp OpenDocument (.odt)", _SAVE_DOCX)
    return FileKind(None, "tệp nén ZIP", _UNPACK)
