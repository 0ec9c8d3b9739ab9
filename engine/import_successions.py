"""Taking in the reviewed file of successions of a province; it can be repeated, also with changes."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from engine.office import Office
from models.agency import StoredSuccession
from models.problem import Problem, Problems
from models.succession import Succession
from store import agencies, successions
from store.insertion import insert_new

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoredSuccessions:
    """What an import of successions did."""

    added: int
    changed: tuple[str, ...]  #: mã các cơ quan có dòng đã được thay


def import_successions(office: Office, entries: Sequence[Succession], file: str, at: datetime) -> StoredSuccessions:
    """Store them; raises `Problems` for agencies that no directory in the database has (`file` for the message)."""
    with office.database.begin() as session:
        named = {entry.predecessor for entry in entries} | {name for entry in entries for name in entry.successors}
        unknown = sorted(named - agencies.agencies(session, named).keys())
        if unknown:
            hint = "Nhập danh mục cơ quan trước: dondoc agency import TỆP."
            raise Problems(
                [Problem(file, f"mã '{name}'", "không có trong danh mục.", hint, "unknown-agency") for name in unknown]
            )
        return store_successions(session, entries, office.calendar.next_sweep(at))


def store_successions(session: Session, entries: Sequence[Succession], look_at: datetime) -> StoredSuccessions:
    """Add new ones and replace those that read otherwise now, each a line of the log.

    Running plans look at ended agencies again at the sweep moment `look_at` when anything changed (R48).
    """
    known = successions.every(session, (entry.predecessor for entry in entries))
    changed: list[str] = []
    for entry in entries:
        stored = known.get(entry.predecessor)
        if stored is not None and stored.value() != entry:
            log.info("succession of %s: changed from %s to %s", entry.predecessor, stored.value(), entry)
            for name, value in _row(entry).items():
                setattr(stored, name, value)
            session.add(stored)
            changed.append(entry.predecessor)
    rows = [_row(entry) for entry in entries if entry.predecessor not in known]
    added = insert_new(session, StoredSuccession, rows)
    if added or changed:
        successions.look_again(session, look_at)
    return StoredSuccessions(added, tuple(changed))


def _row(entry: Succession) -> dict[str, object]:
    return {
        "predecessor_id": entry.predecessor, "successors": list(entry.successors), "on": entry.on, "kind": entry.kind,
        "source": entry.source, "note": entry.note, "certainty": entry.certainty,
    }  # fmt: skip
