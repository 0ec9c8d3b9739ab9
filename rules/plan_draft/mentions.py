"""Who sends what to whom, from a short text such as "sở, ngành gửi Sở Tư pháp"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.reading import PhraseClass
from rules.plan_draft.texts import bare

_NAMED: tuple[tuple[PhraseClass, str], ...] = (
    (PhraseClass.SO_TU_PHAP, r"so tu phap|stp"),
    (PhraseClass.BO_NGANH, r"bo tu phap|thu tuong chinh phu|chinh phu"),
    (PhraseClass.PHONG_TU_PHAP, r"(?:cac )?phong tu phap(?: cap huyen)?"),
    (PhraseClass.UBND_CAC_CAP, r"(?:ubnd|uy ban nhan dan) cac cap"),
    (PhraseClass.UBND_TINH, r"(?:chu tich )?(?:ubnd|uy ban nhan dan) (?:cap )?tinh"),
    (
        PhraseClass.SO_NGANH_TINH,
        r"(?:cac )?co quan chuyen mon(?: thuoc (?:ubnd|uy ban nhan dan))?(?: tinh)?"
        r"|(?:cac )?so(?:,? ban)?,? nganh(?: (?:cap )?tinh)?|(?:cac )?so,? co quan(?: thuoc ubnd tinh)?|cac so",
    ),
    (
        PhraseClass.UBND_CAP_HUYEN,
        r"(?:chu tich )?(?:(?:ubnd|uy ban nhan dan) )?(?:cac )?(?:cap )?huyen(?:,? (?:thi xa|thanh pho))*",
    ),
    (
        PhraseClass.UBND_CAP_XA,
        r"(?:chu tich )?(?:(?:ubnd|uy ban nhan dan) )?(?:cac )?(?:cap )?xa(?:,? (?:phuong|thi tran|dac khu))*",
    ),
)
_PATTERNS = tuple((klass, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for klass, words in _NAMED)
_SEND = re.compile(r"(?<!\w)(?:gui|trinh|bao cao)(?: (?:ve|den|len|cho))?\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A body named in a text, with the words it is named by."""

    klass: PhraseClass
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sending:
    """Who sends, and to whom; empty and None when the text does not say."""

    senders: tuple[Mention, ...] = ()
    receiver: Mention | None = None


def mentions(text: str) -> list[Mention]:
    """The bodies a text names, in order, without overlaps."""
    low = bare(text)
    found = [
        Mention(klass, text[match.start() : match.end()], match.start(), match.end())
        for klass, pattern in _PATTERNS
        for match in pattern.finditer(low)
    ]
    chosen: list[Mention] = []
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return chosen


def sending(text: str) -> Sending:
    """Senders stand before the verb of sending; the receiver right after it. Only bodies: all are senders."""
    named = mentions(text)
    if not named:
        return Sending()
    for verb in _SEND.finditer(bare(text)):
        receiver = next((one for one in named if one.start == verb.end()), None)
        if receiver is not None:
            return Sending(tuple(one for one in named if one.end <= verb.start()), receiver)
    if named[0].start <= len(text) - len(text.lstrip(" -+")):
        return Sending(tuple(named))
    return Sending()
