"""Texts of a document made fit for a plan file: one clean line, no longer than allowed, and a form to compare by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Words of a title or an output kept in a plan file; longer text stays in the document.
MOST_WORDS = 15

_SPACE = re.compile(r"\s+")
#: Words of two syllables that a title is not cut within.
_JOINED = frozenset(
    {
        "pháp luật", "thi hành", "thực hiện", "tình hình", "lĩnh vực", "theo dõi", "cơ quan", "kế hoạch", "nhân dân",
        "báo cáo", "kết quả", "quy phạm", "quy định", "địa bàn", "địa phương", "thông tin", "công tác", "quản lý",
        "văn bản", "trọng tâm", "liên ngành", "kiểm tra", "khảo sát", "hướng dẫn", "đơn vị", "tổ chức", "cá nhân",
        "ủy ban", "sở tư", "tư pháp", "phòng tư", "cán bộ", "công chức", "chính phủ", "thủ tướng", "kiến nghị",
    }
)  # fmt: skip
#: Words a title does not end with after it was cut.
_LOOSE = frozenset(
    {
        "và", "của", "về", "trong", "các", "những", "theo", "tại", "cho", "với", "để", "do", "từ", "là", "bằng",
        "trên", "đối", "thuộc", "việc", "nhằm", "có", "được", "hoặc", "một",
    }
)  # fmt: skip


def plain(text: str, most: int = 160) -> str:
    """NFC, one line, without control and format characters; cut at a word when longer than `most` characters."""
    kept = "".join(
        char if unicodedata.category(char)[0] != "C" else "" if unicodedata.category(char) == "Cf" else " "
        for char in text
    )
    line = unicodedata.normalize("NFC", _SPACE.sub(" ", unicodedata.normalize("NFC", kept)).strip())
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return (head[: head.rindex(" ")] if " " in head[most // 2 :] else head).rstrip() + "…"


def bare(text: str) -> str:
    """Lower case without tone and vowel marks, character by character: as long as the text itself."""
    return "".join(_bare_char(char) for char in text)


def words(text: str) -> list[str]:
    """The words of the bare form, punctuation left out."""
    return re.findall(r"[^\W_]+", bare(plain(text, 2000)))


def brief(text: str, most: int = MOST_WORDS) -> str:
    """A title of at most `most` words: cut at the last clause that fits, else at the last word."""
    line = plain(text, 2000).strip(" .;:,-–+")
    parts = line.split(" ")
    if len(parts) > most:
        head = " ".join(parts[:most])
        stop = max(head.rfind(mark) for mark in (";", "(", ","))
        whole = stop > 0 and len(head[:stop].split(" ")) * 4 >= most * 3
        after = "" if whole else parts[most]
        parts = (head[:stop] if whole else head).rstrip(" ,;:(").split(" ")
        if len(parts) > 1 and f"{parts[-1]} {after}".strip(",;:.").lower() in _JOINED:
            parts.pop()
        while len(parts) > 1 and parts[-1].strip(",;:(").lower() in _LOOSE:
            parts.pop()
        return plain(sentence_case(" ".join(parts).rstrip(" ,;:(")) + "…", 160)
    return plain(sentence_case(" ".join(parts)), 160)


def sentence_case(text: str) -> str:
    """A first capital; a text all in capitals becomes small but for its first letter."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) > 3 and all(char.isupper() for char in letters):
        text = " ".join(word if re.search(r"[\d/]", word) else word.lower() for word in text.split(" "))
    return text[:1].upper() + text[1:] if len(text[:1].upper()) == 1 else text


@lru_cache(maxsize=4096)
def _bare_char(char: str) -> str:
    if char in "đĐ":
        return "d"
    base = unicodedata.normalize("NFD", char)[0]
    return base.lower() if len(base.lower()) == 1 else base
