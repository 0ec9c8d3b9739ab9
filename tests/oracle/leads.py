"""Whom a lead phrase means on a day: R7."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from oracle.periods import as_day

Rows = list[dict[str, Any]]  #: the directory's rows
After = Mapping[str, list[str]]  #: agency that ended → who followed, where that is known
NOBODY: After = {}


def members(
    leads: Any, text: Mapping[str, Any], rows: Rows, phrases: Mapping[str, Any], on: date, after: After = NOBODY
) -> Rows:
    """The agencies that the lead phrases mean on a day, each once."""
    groups = own_groups(text)
    found: dict[str, dict[str, Any]] = {}
    for lead in leads:
        for row in meant(lead, groups, rows, phrases, on, after):
            found.setdefault(row["id"], row)
    return list(found.values())


def own_groups(text: Mapping[str, Any]) -> dict[str, Any]:
    """The plan's own groups by their compared names."""
    return {plain(name): group for name, group in (text.get("groups") or {}).items()}


def meant(
    phrase: str, groups: Mapping[str, Any], rows: Rows, phrases: Mapping[str, Any], on: date, after: After = NOBODY
) -> Rows:
    """One phrase: a group of the plan, else an agency's name (its heir's, R7), else a group of the common table."""
    group = groups.get(plain(phrase))
    if group is None:
        named = [row for row in rows if is_called(row, phrase)]
        group = None if named else common_group(phrase, phrases)
        if group is None:
            living = [row for row in named if valid(row, on)]
            if not living and len(named) == 1 and ended(named[0], on):
                follower = heir(named[0]["id"], on, rows, after)
                living = [row for row in rows if row["id"] == follower]
            return living
    chosen: Rows = []
    if group.get("members"):
        chosen = [row for name in group["members"] for row in rows if is_called(row, name)]
    elif not group.get("open"):
        chosen = [row for row in rows if row["class"] in (group.get("classes") or ())]
    chosen += [row for name in group.get("add") or () for row in rows if is_called(row, name)]
    gone = group.get("remove") or ()
    return [row for row in chosen if valid(row, on) and not any(is_called(row, name) for name in gone)]


def common_group(phrase: str, phrases: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the common table (plans/phrases.yaml, as parsed) says about a phrase."""
    words = plain(phrase)
    for entry in phrases.get("groups") or ():
        if words in {plain(known) for known in entry["phrases"]}:
            return {"classes": entry["classes"]}
    loose = phrases.get("open") or {}
    if (
        words in {plain(known) for known in loose.get("phrases") or ()}
        or any(words.startswith(plain(prefix)) for prefix in loose.get("prefixes") or ())
        or any(words.endswith(plain(suffix)) for suffix in loose.get("suffixes") or ())
    ):
        return {"open": True}
    return None


def is_called(row: Mapping[str, Any], name: str) -> bool:
    """Whether an agency goes by that id, name or short name."""
    if name == row["id"]:
        return True
    return plain(name) in {plain(row["name"]), plain(row.get("short_name") or row["name"])}


def valid(row: Mapping[str, Any], on: date) -> bool:
    """Whether an agency exists on a day."""
    begin, end = as_day(row.get("valid_from")), as_day(row.get("valid_to"))
    return (begin is None or begin <= on) and (end is None or on <= end)


def ended(row: Mapping[str, Any], on: date) -> bool:
    """Whether an agency has ended before a day (R48)."""
    end = as_day(row.get("valid_to"))
    return end is not None and end < on


def heir(agency: str, on: date, rows: Rows, after: After) -> str | None:
    """R48: from one successor to the next, while there is exactly one, to the one that exists on the day."""
    by_id = {row["id"]: row for row in rows}
    seen: set[str] = set()
    while agency not in seen:
        seen.add(agency)
        named = after.get(agency)
        if named is None and by_id[agency].get("successor") and by_id[agency].get("valid_to"):
            named = [by_id[agency]["successor"]]
        if named is None or len(named) != 1 or named[0] not in by_id:
            return None
        agency = named[0]
        if valid(by_id[agency], on):
            return agency
        if not ended(by_id[agency], on):
            return None
    return None


def is_open(phrase: str, groups: Mapping[str, Any], rows: Rows, phrases: Mapping[str, Any]) -> bool:
    """Whether a phrase means an open set, which makes nothing and surprises nobody."""
    group = groups.get(plain(phrase))
    if group is None and not any(is_called(row, phrase) for row in rows):
        group = common_group(phrase, phrases)
    return bool(group and group.get("open"))


def above(agency: str | None, rows: Rows) -> Iterator[str]:
    """The ids of the agencies above one, nearest first."""
    parents = {row["id"]: row.get("parent") or None for row in rows}
    seen = {agency}
    while agency is not None and (agency := parents.get(agency)) is not None and agency not in seen:
        seen.add(agency)
        yield agency


def called(name: str, rows: Rows, phrases: Mapping[str, Any], on: date, after: After = NOBODY) -> str | None:
    """The id of the one agency a field names, as of a day."""
    found = meant(name, {}, rows, phrases, on, after)
    return found[0]["id"] if len(found) == 1 else None


def plain(text: str) -> str:
    """A phrase for comparing: case, punctuation, spaces, "và" and a leading "các" do not count."""
    words = re.sub(r"[^\w&]+", " ", unicodedata.normalize("NFC", text).casefold())
    words = f" {words} ".replace(" và ", " ").replace(" uỷ ", " ủy ").replace(" ủy ban nhân dân ", " ubnd ")
    return " ".join(words.split()).removeprefix("các ")
