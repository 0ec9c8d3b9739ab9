"""From what a person types to one agency of a directory: its id, the end of its id, or its name."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches

from models.directory import AgencyEntry, Directory
from rules.agency_names import bare_key, named
from store.errors import NotFound


def find_agency(directory: Directory, text: str, on: date) -> AgencyEntry:
    """The one agency meant; raises `NotFound` with what was probably meant, or with the ids to choose from."""
    short = [entry for entry in directory.agencies if entry.id.endswith(f"/{text}")]
    found = tuple(short) or named(text, directory, on)
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(entry.id for entry in found[:6])
        raise NotFound(f"Có {len(found)} cơ quan “{text}”. Ghi mã: {ids}")
    known = {bare_key(entry.name): f"{entry.name} ({entry.id})" for entry in reversed(directory.agencies)}
    known |= {entry.id.rpartition("/")[2]: entry.id for entry in directory.agencies}
    near = [known[key] for key in get_close_matches(bare_key(text), known, n=2, cutoff=0.6)]
    near = near or [known[key] for key in get_close_matches(text, known, n=2, cutoff=0.6)]
    tail = f" Có phải {' hoặc '.join(near)}?" if near else " Xem danh sách: dondoc agency list"
    raise NotFound(f"Không có cơ quan “{text}” trong danh mục {directory.key}.{tail}")
