"""Comparing Vietnamese names of agencies as a clerk does: case, punctuation, spacing and "và" do not matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from models.directory import AgencyEntry, Directory

_COMMITTEE = ("ủy ban nhân dân", "uỷ ban nhân dân")


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """The key under which names and group phrases are compared; empty for a text without letters.

    NFC, lower case, punctuation as spaces, no leading "các", no "và", "Ủy ban nhân dân" as "ubnd".
    """
    lowered = unicodedata.normalize("NFC", text).casefold()
    spaced = "".join(char if unicodedata.category(char)[0] in "LNM" else " " for char in lowered)
    joined = " ".join(word for word in spaced.split() if word != "và")
    for committee in _COMMITTEE:
        joined = joined.replace(committee, "ubnd")
    return joined.removeprefix("các ")


@lru_cache(maxsize=65536)
def bare_key(text: str) -> str:
    """The key without tone and vowel marks, for names typed without them ("So Tu phap")."""
    parted = unicodedata.normalize("NFD", name_key(text).replace("đ", "d"))
    bare = "".join(char for char in parted if unicodedata.category(char) != "Mn")
    bare = bare.replace("uy ban nhan dan", "ubnd")
    return " ".join(word for word in bare.split() if word != "va").removeprefix("cac ")


def labels(entry: AgencyEntry, directory: Directory) -> Iterable[str]:
    """What an agency may be called: full name, short name, and the name with its superior's place."""
    yield entry.name
    if entry.short_name:
        yield entry.short_name
    parent = directory.by_id.get(entry.parent or "")
    if parent is not None:
        yield f"{entry.name} {parent.name.removeprefix('UBND ')}"


def named(text: str, directory: Directory, on: date | None = None) -> tuple[AgencyEntry, ...]:
    """The agencies a text can mean: by id, else by name, else by name without marks; `on` keeps those of that day.

    More than one: the name is ambiguous and the id has to be given. An agency known but not valid on the day
    is left out only when another one with that name exists on it.
    """
    wanted = unicodedata.normalize("NFC", text).strip()
    if wanted in directory.by_id:
        return (directory.by_id[wanted],)
    for key in (name_key, bare_key):
        target = key(wanted)
        found = tuple(
            entry for entry in directory.agencies if any(key(label) == target for label in labels(entry, directory))
        )
        if target and found:
            existing = tuple(entry for entry in found if on is None or entry.valid_on(on))
            return existing or found
    return ()
