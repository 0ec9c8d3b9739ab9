"""The agency a sentence of a plan speaks of: "Giao Sở A chủ trì …", "Căn cứ …, các Sở, ngành tỉnh ban hành …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.agency_phrases.lists import AgencyPhrase, agencies_at
from rules.agency_phrases.phrase_at import phrase_end

_I = re.IGNORECASE
_ORDER_VERB = re.compile(
    r"\s*(giao|yêu cầu|đề nghị|phân công|riêng(?:\s+đối với)?|đối với|trách nhiệm(?:\s+của)?|"
    r"nhiệm vụ của)(?:\s+cho)?\s*:?\s+",
    _I,
)
_OPENING = re.compile(
    r"\s*(?:căn cứ|trên cơ sở|định kỳ|hàng|hằng|trước|chậm nhất|sau|trong|để|nhằm|ngay|theo(?! dõi)|quý|tháng|"
    r"đối với|ở|đến|tại|khi|từ|"
    r"thông qua|thực hiện (?:nghị|quyết|công|kế hoạch|chỉ thị|thông báo|luật|kết luận)|trên đây|riêng|bên cạnh|"
    r"ngoài ra|đồng thời|cấp|ủy ban|ubnd|chủ tịch)(?!\w)",
    _I,
)
_ASKED = re.compile(r"(?:yêu cầu|đề nghị|giao|phân công)(?:\s+cho)?\s*:?\s+", _I)
_NOT_A_VERB = re.compile(
    r"\s*(?:của|về|trong|trên|tại|thuộc|với|là(?!\s+(?:cơ quan\s+|đơn vị\s+)?(?:đầu mối|thường trực|"
    r"chủ trì))|có thẩm quyền|\)|\.|$)",
    _I,
)
_IN_A_LIST = re.compile(r"(?:ban|ngành|cơ quan|đơn vị|địa phương|tổ chức|cá nhân|đoàn thể|doanh nghiệp|hội)(?!\w)")
_FIRST = 700  # characters in which a subject is looked for


@dataclass(frozen=True, slots=True)
class Subject:
    """The agencies, where what they are to do begins, and whether they are asked ("đề") or named alone."""

    agencies: tuple[AgencyPhrase, ...]
    end: int
    requested: bool = False
    ordered: bool = False  #: "Giao …", "Yêu cầu …"
    alone: bool = False  #: không có động từ theo sau: tiêu đề "Sở Tư pháp:"


def subject_of(sentence: str) -> Subject | None:
    """The subject at the head of a sentence, or after its opening clause; None when the sentence names none."""
    text = sentence[:_FIRST]
    order = _ORDER_VERB.match(text)
    if order is not None:
        found = _from(text, order.end(), order.group(1))
        if found is not None:
            return found
    found = _from(text, len(text) - len(text.lstrip()), "")
    if found is not None:
        return _asked_by(text, found) or found
    return _after_opening(text) if _OPENING.match(text) else None


def _asked_by(text: str, asking: Subject) -> Subject | None:
    """Those who are asked, not the one who asks ("UBND tỉnh yêu cầu các sở …")."""
    asked = re.compile(r"\s*(?:,\s*)?" + _ASKED.pattern, _I).match(text, asking.end)
    return _from(text, asked.end(), asked.group().strip(" ,").split()[0]) if asked else None


def _after_opening(text: str) -> Subject | None:
    """The first clause that begins with agencies and goes on with a verb, after ",", ";" or ":"."""
    for match in re.finditer(r"[,;:]\s+|\s(?=(?:yêu cầu|đề nghị|giao)\s)", text):
        asked = _ASKED.match(text, match.end())
        start = asked.end() if asked else match.end()
        found = _from(text, start, asked.group().split(maxsplit=1)[0] if asked else "")
        if found is not None and not found.alone and (asked or not _IN_A_LIST.match(text, start)):
            return found
    return None


def _from(text: str, start: int, order: str) -> Subject | None:
    if phrase_end(text, start) is None and not agencies_at(text, start):
        return None
    agencies = agencies_at(text, start)
    if not agencies:
        return None
    end = agencies[-1].end
    note = re.compile(r"\s*\([^()]{0,200}\)").match(text, end)
    end = note.end() if note else end
    rest = text[end:]
    lowered = order.casefold()
    alone = not rest.strip(" .:;,/*")
    if not alone and _NOT_A_VERB.match(rest) and not lowered:
        return None
    return Subject(agencies, end, lowered.startswith("đề"), bool(lowered), alone)
