"""What a commune was formed from: free text such as "Xã A (huyện B), một phần … Xã C và phần còn lại của Xã D"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rules.territory.unit_names import split_name

UNCHANGED = "giữ nguyên"

_COMMUNE = r"(?:xã|phường|thị trấn|đặc khu)"
_AND = re.compile(rf"\s+và\s+(?=(?:{_COMMUNE}|các|một phần|phần còn|toàn bộ)\s)", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_PIECE = re.compile(r"một phần|phần còn l[aạ]i", re.IGNORECASE)
_WHOLE = re.compile(r"toàn bộ diện tích", re.IGNORECASE)
_LIST = re.compile(rf"\bcác(?:\s+({_COMMUNE}))?\s+", re.IGNORECASE)
_OF = re.compile(r"\bcủ(?:a)?(?:\s+của)?\s+|\btự nhiên\s+|\bquy mô dân số\s+", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:sau khi|theo quy định)\b.*$", re.IGNORECASE)
_DOUBLED = re.compile(rf"^{_COMMUNE}\s+(?:[^\W\d_]+\s+)*?(?={_COMMUNE}\s)", re.IGNORECASE)
_DISTRICTS = ("huyện", "quận", "thị xã", "thành phố")


@dataclass(frozen=True, slots=True)
class Part:
    """One unit named in the text."""

    text: str  #: như nêu trong tài liệu, có loại
    district: str = ""  #: đơn vị cấp huyện ghi trong ngoặc
    piece: bool = False  #: chỉ một phần, hoặc phần còn lại


def parts(text: str) -> tuple[Part, ...]:
    """The units named, in order; empty for "giữ nguyên" and for a text that names none.

    "một phần …" and "phần còn lại …" hold for the next unit, and for all of a list opened by "của các phường".
    """
    clean = " ".join(unicodedata.normalize("NFC", text).split())
    return () if clean.casefold() == UNCHANGED else tuple(_parts(clean))


def _parts(text: str) -> Iterator[Part]:
    piece, listing, kind = False, False, ""
    for clause in _clauses(text):
        head, brackets = _BRACKETS.sub(" ", clause), _BRACKETS.findall(clause)
        if _PIECE.search(head) or _WHOLE.search(head):
            piece, listing = _PIECE.search(head) is not None, False
        opened = _LIST.search(head)
        if opened:
            listing, kind = True, opened[1] or ""
        unit = _unit(head[opened.end() :] if opened else head, kind if listing else "")
        if not unit:
            continue
        district = next((one for one in brackets if split_name(one).kind in _DISTRICTS), "")
        yield Part(unit, district, piece or any(_PIECE.search(one) for one in brackets))
        piece = piece and listing


def _clauses(text: str) -> list[str]:
    """At commas and semicolons outside brackets, and at an "và" before another unit."""
    clauses: list[str] = []
    depth, start = 0, 0
    for index, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char in ",;" and depth <= 0:
            clauses.append(text[start:index])
            start = index + 1
    clauses.append(text[start:])
    return [piece.strip(" .") for clause in clauses for piece in _AND.split(clause) if piece.strip(" .")]


def _unit(head: str, kind: str) -> str:
    """The unit a clause ends with, with its type; a bare name takes the type of the list it stands in."""
    *_, last = _OF.split(head)
    last = _AFTER.sub("", last).strip()
    last = last[3:].strip() if last.casefold().startswith("và ") else last
    last = _DOUBLED.sub("", last)
    found = split_name(last)
    if found.kind and found.kind not in _DISTRICTS:
        return f"{found.kind[:1].upper()}{found.kind[1:]} {found.name}"
    if kind and last[:1].isupper():
        return f"{kind[:1].upper()}{kind[1:]} {last}"
    return ""
