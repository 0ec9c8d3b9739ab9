"""Putting the lines of a paragraph together again: hard wraps, and sentences cut by the end of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from documents.repair.line_width import SURELY_FULL, is_full, page_width
from documents.repair.raw_line import RawBlock, RawLine, Repaired
from documents.repair.unit_start import begins_small, is_capitals, is_numbered, starts_unit
from models.source_text import Paragraph, TableRow

CLOSED = re.compile(r"[.;:!?…][”\"')\]]*$|/\.?/?\.?$")
_WANTS_MORE = re.compile(
    r"(?:,|\b(?:và|của|các|những|về|với|cho|theo|tại|do|được|trong|hoặc|hay|là|có|từ|đến|thuộc|trên|số|ngày"
    r"|tháng|năm|quý|quí|tuần|giai đoạn|học kỳ|Sở|Bộ|Ủy ban|UBND|"
    r"Điều|khoản|Nghị định|Thông tư|Quyết định|Luật|tỉnh|huyện|thành phố|xã|phường|bằng|để|khi|sau|trước|một số|việc))$"
)
#: The words that open the preamble under a title; a title may end with a word that wants more ("trên địa bàn tỉnh").
_OPENER = re.compile(r"(?:Thực hiện|Căn cứ|Để |Nhằm |Xét |Trên cơ sở|Theo đề nghị)")
_NAMES_UNIT = re.compile(r"(?:tỉnh|huyện|thành phố|xã|phường|một số|việc|có|số|năm|tháng)$")
_HALF = 0.6
_SHORT = 12  # characters
#: Shorter paragraphs are headings and labels, not sentences cut by a page: characters.
_CUT_AT_LEAST = 40
_UNSURE_AT_LEAST = 120


def join_lines(blocks: Iterable[RawBlock]) -> tuple[list[Repaired], list[str]]:
    """Paragraphs from lines, and notes on what was joined over a page or left because it was not sure."""
    blocks = list(blocks)
    lines = [block for block in blocks if isinstance(block, RawLine)]
    widest = page_width([line.text for line in lines], [line.gap for line in lines])
    out: list[Repaired] = []
    notes: list[str] = []
    open_lines: list[RawLine] = []
    for block in blocks:
        if isinstance(block, RawLine) and open_lines and _continues(open_lines, block, widest):
            if block.gap:
                notes.append(f"Nối lại đoạn bị ngắt ở {block.place}.")
            open_lines.append(replace(block, text=f"{block.bullet} {block.text}") if block.bullet else block)
            continue
        if isinstance(block, RawLine) and open_lines and _unsure(open_lines, block):
            notes.append(f"Đoạn ở {open_lines[0].place} có thể bị ngắt giữa chừng, để nguyên.")
        if open_lines:
            out.append(paragraph_of(open_lines))
            open_lines = []
        if isinstance(block, TableRow):
            out.append(block)
        else:
            open_lines = [block]
    if open_lines:
        out.append(paragraph_of(open_lines))
    return out, notes


def _continues(above: Sequence[RawLine], line: RawLine, widest: float | None) -> bool:
    last, first = above[-1], above[0]
    if line.starts is not None:
        return not line.starts
    if _in_bracket(last, line, widest):
        return True
    if line.bullet or line.level is not None or (starts_unit(line.text, last.text)):
        return False
    if not line.gap and glue(last.text, line.text) == "":
        return True
    if last.level is not None and (line.gap or line.bold != last.bold):
        return False
    if is_capitals(last.text) != is_capitals(line.text) and (is_capitals(last.text) or len(line.text) > 12):
        return False
    if line.gap:
        return _cut_by_page(above, line)
    if is_capitals(line.text) and not _ends_sentence(last, line):
        return (
            is_numbered(first.text) and not line.gap and (widest is None or is_full(last.text, line.text, widest, 0.6))
        )
    return _wrapped(last, line, widest)


def _in_bracket(last: RawLine, line: RawLine, widest: float | None) -> bool:
    """Whether a dash at a line's beginning parts a name inside a bracket that a full line left open."""
    if line.bullet != "-" or line.gap or widest is None or not is_full(last.text, line.text, widest):
        return False
    open_at = last.text.rfind("(")
    return open_at >= 0 and ")" not in last.text[open_at:] and not CLOSED.search(last.text)


def _ends_sentence(last: RawLine, line: RawLine) -> bool:
    """Whether a short line of capitals is the end of a sentence ("… giữa quý" / "III/2022.") and no heading."""
    return len(line.text) <= _SHORT and not is_capitals(last.text) and not CLOSED.search(last.text)


def _wrapped(last: RawLine, line: RawLine, widest: float | None) -> bool:
    full = last.full if last.full is not None else widest is not None and is_full(last.text, line.text, widest)
    small = begins_small(line.text)
    if not CLOSED.search(last.text):
        return small or full or (bool(_WANTS_MORE.search(last.text)) and not _opens_text(last, line, widest))
    if not full:
        return False
    if small:
        return True
    return last.full is not None or (widest is not None and is_full(last.text, line.text, widest, SURELY_FULL))


def _opens_text(last: RawLine, line: RawLine, widest: float | None) -> bool:
    """Whether a line with a capital letter begins the text under a line that only seems to want more: a preamble under
    a title, a sentence under a short numbered heading ("2.2. Tại cấp xã")."""
    if _OPENER.match(line.text):
        return True
    roomy = widest is None or not is_full(last.text, line.text, widest, _HALF)
    return roomy and is_numbered(last.text) and _NAMES_UNIT.search(last.text) is not None


def _cut_by_page(above: Sequence[RawLine], line: RawLine) -> bool:
    last = above[-1]
    if not _is_long(above, _CUT_AT_LEAST) or CLOSED.search(last.text):
        return False
    wants_more = _WANTS_MORE.search(last.text) and last.bold == line.bold and not _OPENER.match(line.text)
    return begins_small(line.text) or bool(wants_more)


def _unsure(above: Sequence[RawLine], line: RawLine) -> bool:
    last = above[-1]
    if line.bullet or line.level is not None or last.level is not None or starts_unit(line.text, last.text):
        return False
    if not _is_long(above, _UNSURE_AT_LEAST) or CLOSED.search(last.text):
        return False
    return not is_capitals(line.text) and not last.bold


def _is_long(lines: Sequence[RawLine], least: int) -> bool:
    length = 0
    for line in lines:
        length += len(line.text)
        if length >= least:
            return True
    return False


def paragraph_of(lines: Sequence[RawLine]) -> Paragraph:
    """One paragraph of its lines, with the place of each."""
    first = lines[0]
    pieces, parts, length = [first.text], [(0, first.place)], len(first.text)
    for above, line in pairwise(lines):
        between = glue(above.text, line.text)
        parts.append((length + len(between), line.place))
        pieces += (between, line.text)
        length += len(between) + len(line.text)
    return Paragraph(
        "".join(pieces), first.place, first.level, all(line.bold for line in lines), all(line.italic for line in lines),
        first.bullet, tuple(parts) if len(parts) > 1 else (),
    )  # fmt: skip


def glue(above: str, below: str) -> str:
    """What stands between two joined lines: nothing inside a number broken at its hyphen or slash."""
    broken = len(above) > 1 and above[-1] in "-/" and above[-2].isalnum() and below[:1].isalnum()
    return "" if broken else " "
