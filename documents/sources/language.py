"""Is the text Vietnamese? A document in another script or language is refused before anything is read into it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from documents.sources.limits import refused
from models.source_text import Paragraph, SourceText

_SCRIPTS = {
    "ARABIC": "chữ Ả Rập", "HEBREW": "chữ Do Thái", "CYRILLIC": "chữ Kirin", "CJK": "chữ Hán", "HIRAGANA": "chữ Nhật",
    "KATAKANA": "chữ Nhật", "HANGUL": "chữ Hàn", "THAI": "chữ Thái", "LAO": "chữ Lào", "KHMER": "chữ Khmer",
    "GREEK": "chữ Hy Lạp", "DEVANAGARI": "chữ Ấn Độ",
}  # fmt: skip
#: Letters that hardly another language has: French and Portuguese have à, é, ô, ã as well.
_MARKED = re.compile("[ăđơưảạằắẳẵặầấẩẫậẻẽẹềếểễệỉĩịỏọồốổỗộờớởỡợủũụừứửữựỷỹỵ]", re.IGNORECASE)
_LOST = re.compile(r"[^\W\d_]\?(?=[^\W\d_])|(?<!\w)\?(?=[^\W\d_])")
_BARE = re.compile(
    r"\b(?:ke hoach|thuc hien|nhan dan|phap luat|uy ban|thoi gian|co quan|quyet dinh|don vi|phoi hop|nhiem vu"
    r"|kinh gui|ngay \d)\b",
    re.IGNORECASE,
)
_SAMPLE = 60_000
#: Vietnamese prose has about one such letter in six; less than this share is another language, or no marks at all.
_LEAST_MARKED = 0.04
#: Shorter texts say too little to be judged: letters.
_SHORTEST = 50


def check_language(source: SourceText) -> SourceText:
    """The same text, with a note when its marks are missing; `Problems` when it is not Vietnamese."""
    text, place = _sample(source)
    letters = [char for char in text if char.isalpha()]
    if not letters:
        raise refused(source.name, "không có chữ nào đọc được.", "Kiểm tra lại tệp.", "empty-file")
    foreign = Counter(_script(char) for char in letters if ord(char) > 0x24F and not 0x1E00 <= ord(char) <= 0x1EFF)
    if sum(foreign.values()) * 2 > len(letters):
        name = _SCRIPTS.get(foreign.most_common(1)[0][0], "chữ viết khác")
        raise refused(
            source.name,
            f"văn bản viết bằng {name}, không phải tiếng Việt.",
            "Chọn bản tiếng Việt.",
            "not-vietnamese",
            place,
        )
    if len(letters) < _SHORTEST or len(_MARKED.findall(text)) >= _LEAST_MARKED * len(letters):
        return source
    if len(_LOST.findall(text)) >= _LEAST_MARKED * len(letters):
        raise refused(
            source.name,
            "chữ có dấu đã mất, thành dấu “?”, khi tệp được lưu.",
            "Lấy lại tệp gốc và lưu với bảng mã UTF-8.",
            "wrong-encoding",
            place,
        )
    if len(_BARE.findall(text)) * 1500 < len(letters):
        raise refused(
            source.name, "văn bản không phải tiếng Việt.", "Chọn bản tiếng Việt của văn bản.", "not-vietnamese", place
        )
    note = "Văn bản không có dấu tiếng Việt: mọi giá trị đọc được cần người xem lại."
    return SourceText(source.name, source.format, source.blocks, (*source.notes, note))


def _sample(source: SourceText) -> tuple[str, str]:
    pieces: list[str] = []
    length = 0
    for block in source.blocks:
        paragraphs = (block,) if isinstance(block, Paragraph) else tuple(one for cell in block.cells for one in cell)
        for paragraph in paragraphs:
            pieces.append(paragraph.text[:_SAMPLE])
            length += len(paragraph.text)
        if length > _SAMPLE:
            break
    place = str(source.blocks[0].place) if source.blocks else ""
    return " ".join(pieces), place or "cả tệp"


def _script(char: str) -> str:
    return unicodedata.name(char, "?").split(" ", 1)[0]
