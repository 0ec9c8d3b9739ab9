"""Titles of activities: the deed without who does it, at most fifteen words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.plan_draft.duty import Duty
from rules.plan_draft.scope import Scope
from rules.plan_draft.texts import MOST_WORDS, bare, brief, plain

_ORDER = re.compile(r"^(?:(?:giao|yeu cau|de nghi|cac|thu truong|giam doc|chu tich)\s+)+")
#: A time that stands before the deed.
_WHEN = re.compile(r"^(?:(?:dinh ky )?hang (?:nam|quy|thang),?\s+|(?:truoc|cham nhat)(?: vao)? ngay [\d/.-]+,?\s+)+")
_BETWEEN = re.compile(r"^[\s,;]*(?:va\s+|cac\s+)*")
_ROLE = re.compile(
    r"^[\s,:;]*(?:(?:co trach nhiem|chiu trach nhiem(?! (?:truoc|ve)\b)|phai|la dau moi|chu tri)\s*[,:;]?\s*)*"
    r"(?P<with>(?:chu tri,? )?phoi hop(?: voi)?\s+)?"
)
#: Words left for the deed beside the name of its lead; with fewer the name is left out.
_LEAST_DEED = 5
#: Names of agencies a title may list one after the other.
_MOST_NAMES = 8


def deed(title: str, leads: Iterable[str], coordinators: Iterable[str]) -> str:
    """ "Sở Tư pháp chủ trì, phối hợp với A tham mưu …" → "tham mưu …"; as it is when little would remain."""
    said = plain(title, 1000).lstrip(" -+•")
    when = _WHEN.match(bare(said))
    said = said[when.end() :] if when and len(said[when.end() :].split()) >= 2 else said
    order = _ORDER.match(bare(said))
    rest = _without(said[order.end() :] if order else said, leads)
    named = len(rest) < len(said) - (order.end() if order else 0)
    if not named:
        rest = said
    role = _ROLE.match(bare(rest))
    if role is not None:
        tail = _without(rest[role.end() :], coordinators)
        taken = len(tail) < len(rest) - role.end()
        # "phối hợp với" alone is the deed itself unless those it names are the coordinating ones.
        if taken or not role.group("with"):
            rest = tail if named or not role.group("with") else rest
    return rest.strip(" ,:;") if len(rest.split()) >= 2 else said


def activity_title(duty: Duty, scope: Scope) -> str:
    """The title of one activity; never empty."""
    said = plain(duty.title, 1000)
    name = scope.book.phrase(duty.leads[0]) if duty.leads else ""
    if not name or not said.startswith(f"{name}: "):
        return brief(said) or brief(duty.task.title) or "Hoạt động không có tên"
    rest, room = said[len(name) + 2 :], MOST_WORDS - len(name.split(" "))
    if room < _LEAST_DEED:
        return brief(rest) or brief(said)
    return plain(f"{name}: {_small(brief(rest, room))}", 160)


def _without(text: str, names: Iterable[str]) -> str:
    """The text without the names it begins with, in any order."""
    keys = [key for name in names if (key := bare(plain(name, 200)).removeprefix("cac "))]
    rest = text
    for _ in range(_MOST_NAMES):
        low = bare(rest)
        between = _BETWEEN.match(low)
        start = between.end() if between else 0
        found = next(
            (key for key in keys if low.startswith(key, start) and not low[start + len(key) :][:1].isalnum()), None
        )
        if found is None:
            return rest
        rest = rest[start + len(found) :]
    return rest


def _small(text: str) -> str:
    """A small first letter after a colon, but for names all in capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
