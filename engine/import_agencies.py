"""Taking in a directory of agencies and their contacts; both can be repeated, also with changes."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from engine.office import Office
from models.agency import Agency, Contact
from models.contact_row import ContactRow
from models.directory import AgencyEntry, Directory
from notifications.address import normalise_address
from store import agencies, successions
from store.insertion import insert_new

log = logging.getLogger(__name__)

#: What a directory file may change of an agency that is stored; its id, class and directory stay.
_CHANGING = (
    "position", "name", "parent_id", "short_name", "symbol", "system", "code", "valid_from", "valid_to", "successor_id",
)  # fmt: skip
#: Changes after which running plans have to look whether an agency has ended (R48).
_ENDING = {"valid_from", "valid_to", "successor_id"}


@dataclass(frozen=True, slots=True)
class AgencyChange:
    """One value of a stored agency that a directory replaced."""

    agency: str
    what: str  #: name, valid_to, successor_id …
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class StoredDirectory:
    """What storing a directory did."""

    added: int
    changes: tuple[AgencyChange, ...] = ()  #: không kể thứ tự trong danh mục


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import changed."""

    agencies: int
    contacts: int
    replaced: int
    changes: tuple[AgencyChange, ...] = ()


def store_directory(session: Session, directory: Directory, look_at: datetime | None = None) -> StoredDirectory:
    """Add new agencies and bring the known ones of this directory up to date, each change a line of the log.

    Nothing is deleted, and what was written with an old name (drafts, mails, closed duties) stays as it is. Plans
    look at ended agencies again at the sweep moment `look_at` when an end or a successor changed.
    """
    known = agencies.agencies(session, directory.by_id)
    rows = [_row(directory.key, position, entry) for position, entry in enumerate(directory.agencies)]
    changes: list[AgencyChange] = []
    for row in rows:
        stored = known.get(row["id"])
        if stored is not None and stored.directory == directory.key:
            changes += _amend(session, stored, row)
    added = insert_new(session, Agency, [row for row in rows if row["id"] not in known])
    agencies.list_members(session, directory.key, [entry.id for entry in directory.agencies])
    for change in changes:
        log.info("agency %s: %s changed from %r to %r", change.agency, change.what, change.old, change.new)
    if look_at is not None and any(change.what in _ENDING for change in changes):
        successions.look_again(session, look_at)
    return StoredDirectory(added, tuple(changes))


def _amend(session: Session, stored: Agency, row: dict[str, Any]) -> list[AgencyChange]:
    changes: list[AgencyChange] = []
    for name in _CHANGING:
        old, new = getattr(stored, name), row[name]
        if old != new:
            setattr(stored, name, new)
            session.add(stored)
            if name != "position":
                changes.append(AgencyChange(stored.id, name, old, new))
    return changes


def _row(key: str, position: int, entry: AgencyEntry) -> dict[str, Any]:
    return {
        "id": entry.id, "directory": key, "position": position, "name": entry.name, "klass": entry.klass,
        "province": entry.province, "parent_id": entry.parent, "short_name": entry.short_name,
        "symbol": entry.symbol, "system": entry.system, "code": entry.code, "valid_from": entry.valid_from,
        "valid_to": entry.valid_to, "successor_id": entry.successor,
    }  # fmt: skip


def import_contacts(
    office: Office, directory: Directory, lines: Iterable[ContactRow], at: datetime | None = None
) -> Imported:
    """Store the directory and its contacts; an agency named in the lines has its former contacts replaced.

    `at` is needed where plans run already: they look at what changed on the next sweep after it.
    """
    wanted = list(lines)
    with office.database.begin() as session:
        look_at = office.calendar.next_sweep(at) if at is not None else None
        stored = store_directory(session, directory, look_at)
        former = agencies.contacts(session, {line.agency_id for line in wanted})
        for contact in former:
            session.delete(contact)
        session.flush()
        rows = [
            {
                "agency_id": line.agency_id, "role": line.role, "email": normalise_address(line.address),
                "name": line.name, "title": line.position, "valid_from": line.valid_from, "valid_to": line.valid_to,
            }
            for line in wanted
        ]  # fmt: skip
        return Imported(stored.added, insert_new(session, Contact, rows), len(former), stored.changes)
