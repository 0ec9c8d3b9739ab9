"""Titles: a heading as printed, or the first clause of a duty in prose with the agency and the opening left out."""

from __future__ import annotations

import re

from documents.reader.duty_words import is_request
from documents.repair.letters import LOWER, UPPER
from rules.agency_phrases import subject_of

_I = re.IGNORECASE
_EDGES = " \t\n.:;,/-–+*_"
_LONG = 30  # words; a longer first sentence is cut at a clause
_LEAST = 7  # words a title keeps
_SENTENCE = re.compile(r"[.;](?=\s+[" + UPPER + r"“\"])|[.;]\s*$|;\s|\./")
_OPENING = re.compile(
    r"^(?:trước|chậm nhất|định kỳ|hàng năm|hằng năm|hàng quý|hằng quý|hàng tháng|hằng tháng|trong (?:tháng|quý|năm)|"
    r"đến|sau khi|ngay)"
    r"[^,:]{0,80}[,:]\s*",
    _I,
)
_CYCLE = re.compile(
    r"^(?:(?:định kỳ )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)|định kỳ(?: (?:6|sáu) tháng| quý| năm| tháng)?)"
    r"(?:(?:,| và) (?:(?:hằng |hàng )?(?:năm|quý|tháng)|(?:6|sáu) tháng))*(?:\s*\([^()]{3,60}\))?[,:]?\s+(?=\w{2})",
    _I,
)
_BASIS = re.compile(r"^(?:căn cứ|trên cơ sở|theo(?! dõi)|để|nhằm)\s.{5,300}?,\s+(?=[" + LOWER + r"])", _I)
_BASIS_VERB = re.compile(
    r"^(?:căn cứ|trên cơ sở)\s.{5,300}?\s(?=(?:xây dựng|ban hành|triển khai|tổ chức|chủ động|báo cáo|tham mưu|lập|"
    r"rà soát|gửi|"
    r"thực hiện|chỉ đạo|hướng dẫn|tiến hành|bố trí)\s)",
    _I,
)
_SHARED_SUBJECT = re.compile(
    r"^và .{3,200}?\s(?=(?:phải|có trách nhiệm|tiếp tục|tổ chức|thực hiện|chịu|chủ động|căn cứ)\s)"
)
_CLAUSE = re.compile(
    r",\s+(?=(?:đồng thời|trong đó|trình|gửi|báo cáo|bảo đảm|đảm bảo|nhằm|để|nhất là|đặc biệt|phù hợp)\b)|[;:]\s|,\s",
    _I,
)
_TIME_TAIL = re.compile(
    r"[\s,(;]+(?:hoàn thành\s+)?(?:trước|chậm nhất|xong trước|trong)\s+(?:vào\s+)?"
    r"(?:(?:ngày|tháng|quý|năm)\b|\d{1,2}/\d).*$",
    _I | re.DOTALL,
)


def heading_title(text: str) -> str:
    """A heading's own words: verbatim, without trailing punctuation; a long one is cut to its first clause."""
    return _clip(_first_sentence(text))


def duty_title(text: str) -> str:
    """The first clause of a duty with the agency, the legal basis and the leading time left out; verbatim otherwise."""
    rest = text.strip().strip(_EDGES)
    if is_request(rest):
        return _clip(_first_sentence(rest))
    for _ in range(3):
        shorter = _without_opening(rest)
        if shorter == rest or len(shorter.split()) < 3:
            break
        rest = shorter
    title = _clip(_first_sentence(rest))
    without_time = _TIME_TAIL.sub("", title).strip(_EDGES)
    shown = without_time if len(without_time.split()) >= 3 else title
    return _closed(shown)


def _closed(title: str) -> str:
    """Without a bracket that was cut open."""
    open_at = title.rfind("(")
    cut = open_at >= 0 and ")" not in title[open_at:] and len(title[:open_at].split()) >= 3
    return title[:open_at].strip(_EDGES) if cut else title


def _without_opening(text: str) -> str:
    subject = subject_of(text)
    if subject is not None and not subject.alone:
        after = text[subject.end :].lstrip(" ,:;")
        if verb := _SHARED_SUBJECT.match(after):
            return after[verb.end() :]
        return after if after[:1].isalpha() else text
    for pattern in (_OPENING, _CYCLE, _BASIS_VERB, _BASIS):
        if match := pattern.match(text):
            return text[match.end() :].strip(_EDGES)
    return text


def _first_sentence(text: str) -> str:
    stripped = text.strip().strip("*_ ")
    for match in _SENTENCE.finditer(stripped):
        if len(stripped[: match.start()].split()) >= 4:
            return stripped[: match.start()].strip(_EDGES)
    return stripped.strip(_EDGES)


def _clip(title: str) -> str:
    """Cut a long sentence at the first clause border that leaves enough words."""
    if len(title.split()) <= _LONG:
        return title
    for match in _CLAUSE.finditer(title):
        if len(title[: match.start()].split()) >= max(_LEAST, 12):
            return title[: match.start()].strip(_EDGES)
    return title
