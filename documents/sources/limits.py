"""How large a document may be, and how a refusal is said."""

from __future__ import annotations

from models.problem import Problem, Problems

#: Bytes of a whole file: a Word file with pictures of maps is below it.
LARGEST_FILE = 50_000_000
#: Bytes of text: the longest plans, appendices included, have half of it.
LARGEST_TEXT = 1_000_000
#: Lines, paragraphs and cells of a document: each takes about 2 kB of memory while it is read.
MOST_LINES = 60_000
#: Bytes of one part of a .docx unpacked: XML has some 10 bytes per byte of text.
LARGEST_PART = 12_000_000
#: Tags of a .docx's text: a plan of 100 pages has 200,000.
MOST_TAGS = 700_000
#: Bytes of all parts of a .docx unpacked, pictures included.
LARGEST_UNPACKED = 120_000_000
#: Pages of a PDF, and characters of all of them.
MOST_PAGES, MOST_CHARACTERS = 400, 1_500_000


def refused(name: str, message: str, hint: str = "", code: str = "", place: str = "cả tệp") -> Problems:
    """One problem of a file, to be raised."""
    return Problems([Problem(name, place, message, hint, code)])


def too_many_lines(name: str) -> Problems:
    """More lines than any plan has."""
    return refused(
        name,
        f"văn bản có hơn {MOST_LINES} dòng hoặc đoạn, không phải một kế hoạch.",
        "Tách riêng phần cần đọc.",
        "file-too-large",
    )


def too_large(name: str, what: str, largest: int) -> Problems:
    """A file above a limit."""
    message = f"{what} lớn hơn {largest // 1_000_000} MB, không phải một kế hoạch."
    return refused(name, message, "Tách riêng phần văn bản cần đọc.", "file-too-large")
