"""Names of places and agencies printed in capitals, written as a sentence writes them."""

from __future__ import annotations

import re

_UNITS = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp.": "thành phố", "tp": "thành phố", "huyện": "huyện", "quận": "quận",
    "thị xã": "thị xã", "tx.": "thị xã", "xã": "xã", "phường": "phường", "thị trấn": "thị trấn", "đặc khu": "đặc khu",
}  # fmt: skip
UNIT = r"tỉnh|thành phố|TP\.?|huyện|quận|thị xã|TX\.|xã|phường|thị trấn|đặc khu"
_UNIT_NAME = re.compile(rf"(?:^|\s)({UNIT})\s+(.+)$", re.IGNORECASE)
#: Words of an agency's name that are written with a small letter even after the first.
_JOINS = {"và", "của", "các", "ở"}
#: First words of agencies' names that are two syllables.
_LONG_HEADS = {
    "văn phòng",
    "thanh tra",
    "công an",
    "trung tâm",
    "hội đồng",
    "tòa án",
    "toà án",
    "tổng cục",
    "chi cục",
    "liên đoàn",
    "bảo hiểm",
}
_PARTY = re.compile(r"(?i)(tỉnh|huyện|thành|thị|quận|đảng)\s+(?:ủy|uỷ)")


def place_name(text: str) -> str:
    """ "BÀ RỊA - VŨNG TÀU" → "Bà Rịa - Vũng Tàu"; a name already in small letters stays."""
    if text != text.upper():
        return text
    return re.sub(r"[^\W\d_]+", lambda word: word[0][:1] + word[0][1:].lower(), text)


def unit_name(text: str) -> str | None:
    """ "TỈNH SÓC TRĂNG" → "tỉnh Sóc Trăng", the last unit named first: "HUYỆN A, TỈNH B" → "huyện A"."""
    found = _UNIT_NAME.search(text.split(",", 1)[0])
    if found is None:
        return None
    return f"{_UNITS[found[1].lower()]} {place_name(found[2].strip())}"


def agency_name(text: str) -> str:
    """ "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" → "Sở Nông nghiệp và Môi trường"; party bodies: "Tỉnh ủy Bắc Giang"."""
    if text != text.upper():
        return text
    party = _PARTY.match(text)
    if party is not None:
        rest = text[party.end() :].strip()
        where = unit_name(rest) or place_name(rest)
        return f"{party[1].capitalize()} ủy {where}".strip()
    words = text.lower().split()
    long = " ".join(words[:2]) in _LONG_HEADS
    out = [" ".join(words[:2]).capitalize()] if long else [words[0].capitalize()]
    fresh = 1
    for word in words[2 if long else 1 :]:
        if word in _JOINS:
            out.append(word)
            fresh = 1
            continue
        out.append(word.capitalize() if fresh else word)
        fresh = 1 if word.endswith((",", "-")) else max(0, fresh - 1)
    return " ".join(out)
