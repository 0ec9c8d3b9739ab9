"""Bytes to text: UTF-8, UTF-16, and the encodings from before Unicode, recognised by the words they give."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from documents.sources.font_capitals import with_capitals
from documents.sources.legacy_tables import TCVN3, VISCII, vni_pairs

#: Words of nearly every document that no other encoding gives by chance.
_WORDS = re.compile(
    r"(?<!\w)(?:của|các|và|ngày|tháng|thực hiện|nhân dân|kế hoạch|quyết định|phối hợp|tỉnh|số|về|được|năm|ủy ban"
    r"|uỷ ban|pháp luật|cơ quan)(?!\w)",
    re.IGNORECASE,
)
_SAMPLE, _ENOUGH = 20_000, 3
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip


class UnknownEncoding(ValueError):
    """Không nhận ra bảng mã của văn bản; `line` là dòng đầu tiên có byte lạ."""

    def __init__(self, line: int, byte: int) -> None:
        super().__init__()
        self.line, self.byte = line, byte


def decode(raw: bytes) -> tuple[str, str | None]:
    """The text and the name of the encoding it was converted from (None: Unicode); raises `UnknownEncoding`."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(f"{name}-{_order(mark)}" if "8" not in name else name, "replace"), None
    zeros = _zero_columns(raw)
    if zeros is not None:
        return raw.decode(zeros, "replace"), None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        found = _from_bytes(raw)
        if found is None:
            if _stray(raw, error):
                return raw.decode("utf-8", "replace"), "UTF-8 có byte hỏng"
            raise UnknownEncoding(raw.count(b"\n", 0, error.start) + 1, raw[error.start]) from error
        return found
    return from_legacy_text(text) or (text, None)


def _order(mark: bytes) -> str:
    return "be" if mark[:1] in (b"\xfe", b"\x00") else "le"


def _zero_columns(raw: bytes) -> str | None:
    """UTF-16 without a mark: nearly half of the bytes of Western text are zero, all in one column."""
    sample = raw[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < 8 or max(even, odd) < len(sample) // 8:
        return None
    return "utf-16-be" if even > 4 * odd else "utf-16-le" if odd > 4 * even else None


def _stray(raw: bytes, error: UnicodeDecodeError) -> bool:
    """UTF-8 with a few broken bytes (a page cut in the middle of a letter) is still UTF-8."""
    bad = raw.decode("utf-8", "replace").count("\ufffd")
    return bad <= 3 + len(raw) // 2000 and any(byte >= 0xC2 for byte in raw[: error.start])


def _from_bytes(raw: bytes) -> tuple[str, str] | None:
    candidates = {
        "VISCII": raw.decode("latin-1").translate(VISCII),
        "Windows-1258": raw.decode("cp1258", "replace"),
    }
    found = from_legacy_text(raw.decode("latin-1"))
    best = max(candidates, key=lambda name: vietnamese_words(candidates[name]))
    score = vietnamese_words(candidates[best])
    if found is not None and vietnamese_words(found[0]) >= score:
        return found
    return (candidates[best], best) if score >= _ENOUGH else None


def from_legacy_text(text: str) -> tuple[str, str] | None:
    """Text typed with an ABC or VNI font and seen as Unicode ("Céng hßa"): the Vietnamese, and how it was written."""
    sample = text[:_SAMPLE]
    if not any("\u00a1" <= char <= "\u00ff" for char in sample):
        return None
    plain = vietnamese_words(sample)
    best = max((tcvn3, vni), key=lambda convert: vietnamese_words(convert(sample)))
    if vietnamese_words(best(sample)) < max(_ENOUGH, 2 * plain):
        return None
    return (with_capitals(tcvn3(text)), "TCVN3 (ABC)") if best is tcvn3 else (vni(text), "VNI")


def tcvn3(text: str) -> str:
    """Text of an ABC font (".VnTime")."""
    return text.translate(TCVN3)


def vni(text: str) -> str:
    """Text of a VNI font ("VNI-Times")."""
    pattern, pairs = _vni()
    return pattern.sub(lambda found: pairs[found[0]], text)


@lru_cache(maxsize=1)
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = vni_pairs()
    return re.compile("|".join(sorted(map(re.escape, pairs), key=len, reverse=True))), pairs


def vietnamese_words(text: str) -> int:
    """How many everyday words of an administrative document a text has."""
    return sum(1 for _ in _WORDS.finditer(text))
