"""The archive of a .docx before it is opened: what it says of its sizes is checked, not believed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from documents.sources.limits import (
    LARGEST_PART,
    LARGEST_UNPACKED,
    MOST_TAGS,
    refused,
    too_large,
    too_many_lines,
)

BROKEN_HINT = "Mở bằng Word rồi lưu lại, hoặc xin lại tệp gốc."

_MOST_PARTS = 5000
_PIECE = 1 << 16
_LOCAL_HEADER = struct.Struct("<26xHH")


def check_archive(name: str, raw: bytes) -> None:
    """Refuse a locked archive, one too large when unpacked, one with more tags than memory should hold.

    The sizes an archive declares may be false, and the library unpacks a part whole before it cuts it to the declared
    size: each part is unpacked here in small pieces first. Raises `Problems`.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise refused(name, "tệp .docx bị hỏng.", BROKEN_HINT, "broken-file") from error
    if any(part.flag_bits & 1 for part in parts):
        raise refused(name, "tệp .docx có mật khẩu.", "Mở bằng Word, bỏ mật khẩu và lưu lại.", "encrypted")
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise too_large(name, "tệp Word sau khi giải nén", LARGEST_UNPACKED)
    if len(parts) > _MOST_PARTS or any(_is_text(part) and part.file_size > LARGEST_PART for part in parts):
        raise too_large(name, "phần văn bản trong tệp Word", LARGEST_PART)
    tags = 0
    for part in parts:
        tags += _tags(name, raw, part)
        if tags > MOST_TAGS:
            raise too_many_lines(name)


def _is_text(part: zipfile.ZipInfo) -> bool:
    return part.filename.endswith((".xml", ".rels"))


def _tags(name: str, raw: bytes, part: zipfile.ZipInfo) -> int:
    """The tags of a part that is markup, whatever its name; 0 for pictures and fonts."""
    length = tags = 0
    markup = _is_text(part)
    for piece in _pieces(name, raw, part):
        markup = markup or (length == 0 and piece.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"))
        length += len(piece)
        if length > part.file_size:
            raise refused(name, "tệp .docx bị hỏng (kích thước ghi trong tệp không đúng).", BROKEN_HINT, "broken-file")
        if markup and length > LARGEST_PART:
            raise too_large(name, "phần văn bản trong tệp Word", LARGEST_PART)
        tags += piece.count(b"<") if markup else 0
    return tags


def _pieces(name: str, raw: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """What a part holds, unpacked in pieces of at most 64 kB."""
    try:
        following, extra = _LOCAL_HEADER.unpack_from(raw, part.header_offset)
    except struct.error as error:
        raise refused(name, "tệp .docx bị hỏng.", BROKEN_HINT, "broken-file") from error
    start = part.header_offset + _LOCAL_HEADER.size + following + extra
    packed = memoryview(raw)[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield from (bytes(packed[at : at + _PIECE]) for at in range(0, len(packed), _PIECE))
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:  # Word writes no other, and others cannot be unpacked piecewise
        raise refused(name, "tệp .docx nén theo cách Word không dùng.", BROKEN_HINT, "broken-file")
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _PIECE):
            rest = bytes(packed[at : at + _PIECE])
            while rest and not unpacking.eof:
                yield unpacking.decompress(rest, _PIECE)
                rest = unpacking.unconsumed_tail
    except zlib.error as error:
        raise refused(name, "tệp .docx bị hỏng.", BROKEN_HINT, "broken-file") from error
