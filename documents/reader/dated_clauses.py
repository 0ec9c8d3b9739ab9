"""A duty's text cut where another duty with its own time begins: sentences, then clauses between ";"."""

from __future__ import annotations

import re
from collections.abc import Callable

from documents.repair.letters import UPPER
from models.reading import TimeReading

_I = re.IGNORECASE
SENTENCE_END = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=\d{4})|(?<=[^\W_]\)))\.\s+(?=[" + UPPER + r"])")
_CLAUSE_END = re.compile(
    r";\s+(?![^()]*\))|(?<=\d)\)?,?\s+và\s+"
    r"(?=(?:gửi|tổng hợp|trình|báo cáo(?!\s+(?:năm|quý|tháng|\d|tổng kết|cả năm|giữa)))\s)",
    _I,
)
#: Words of a sentence or clause that only says when the work before it is due.
_ONLY_WHEN = re.compile(
    r"\s*(?:(?:và\s+)?(?:hoàn thành|thời gian|thời hạn|thời điểm|xong|thực hiện xong|tiến độ|hạn|chậm nhất|trước|"
    r"kỳ|đợt|lần|giai đoạn|định kỳ \S+ trước|sơ kết|tổng kết|"
    r"báo cáo (?:năm|\d|quý|tháng|giữa kỳ|cuối kỳ|tổng kết))(?!\w))",
    _I,
)

#: A first clause that says with whom is the task itself, the next one its report.
_SHARED = re.compile(r"phối\s+hợp", _I)
_SHORT = 14  # words
#: The times that make a duty of a text.
Times = Callable[[str], tuple[TimeReading, ...]]


def is_only_when(text: str) -> bool:
    """Whether a line of few words says only when the work before it is due."""
    return len(text.split()) <= _SHORT and _ONLY_WHEN.match(text) is not None


def sentences_of(text: str) -> list[str]:
    """The sentences; one that only says when belongs to the one before."""
    sentences: list[str] = []
    for sentence in SENTENCE_END.split(text):
        if sentences and _ONLY_WHEN.match(sentence):
            sentences[-1] += ". " + sentence
        else:
            sentences.append(sentence)
    return sentences


def dated_clauses(sentence: str, times_of: Times) -> list[str]:
    """The clauses of a sentence that have times of their own, each with those that only say more about when; an undated
    clause before a dated one is another, standing duty and is left out."""
    pieces = _CLAUSE_END.split(sentence)
    if len(pieces) == 1:
        return [sentence] if times_of(sentence) else []
    groups: list[str] = []
    begun = False
    for piece in pieces:
        if groups and begun and (_ONLY_WHEN.match(piece) or not times_of(piece)):
            groups[-1] += "; " + piece if _ONLY_WHEN.match(piece) else ""
        elif times_of(piece):
            whole = not groups and piece is not pieces[0] and (_ONLY_WHEN.match(piece) or _SHARED.search(pieces[0]))
            groups.append(sentence[: sentence.find(piece) + len(piece)] if whole else piece)
            begun = True
    return groups or ([sentence] if times_of(sentence) else [])
