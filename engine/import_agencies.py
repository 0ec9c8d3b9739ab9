"""Taking in a directory of agencies and their contacts; both can be repeated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from engine.office import Office
from models.agency import Agency, Contact
from models.contact_row import ContactRow
from models.directory import Directory
from notifications.address import normalise_address
from store import agencies
from store.insertion import insert_new


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import changed."""

    agencies: int
    contacts: int
    replaced: int


def store_directory(session: Session, directory: Directory) -> int:
    """The agencies that are not there yet; known ones are left as they are (history belongs to the rows)."""
    rows = [
        {
            "id": entry.id, "directory": directory.key, "position": position, "name": entry.name,
            "klass": entry.klass, "province": entry.province, "parent_id": entry.parent,
            "short_name": entry.short_name, "symbol": entry.symbol, "system": entry.system, "code": entry.code,
            "valid_from": entry.valid_from, "valid_to": entry.valid_to, "successor_id": entry.successor,
        }
        for position, entry in enumerate(directory.agencies)
    ]  # fmt: skip
    return insert_new(session, Agency, rows)


def import_contacts(office: Office, directory: Directory, lines: Iterable[ContactRow]) -> Imported:
    """Store the directory and its contacts; an agency named in the lines has its former contacts replaced."""
    wanted = list(lines)
    with office.database.begin() as session:
        made = store_directory(session, directory)
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
        return Imported(made, insert_new(session, Contact, rows), len(former))
