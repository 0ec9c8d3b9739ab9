"""Agencies and their contacts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from sqlalchemy import Date, Select, bindparam
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from models.agency import Agency, Contact, DirectoryList
from models.directory import Directory
from models.kinds import ContactRole


def directory(session: Session, key: str) -> Directory:
    """A whole directory as plain values, in its own order."""
    listed = session.get(DirectoryList, key)
    if listed is None:
        return Directory.of(key, ())
    found = agencies(session, listed.members)
    return Directory.of(key, (found[member].entry() for member in listed.members if member in found))


def list_members(session: Session, key: str, members: Sequence[str]) -> None:
    """Say which agencies a directory lists; those it no longer names stay, at its end."""
    listed = session.get(DirectoryList, key) or DirectoryList(key=key)
    wanted = list(dict.fromkeys([*members, *listed.members]))
    if wanted != listed.members:
        listed.members = wanted
        session.add(listed)


def agencies(session: Session, ids: Iterable[str]) -> dict[str, Agency]:
    """Agencies by id."""
    wanted = sorted(set(ids))
    found: dict[str, Agency] = {}
    for start in range(0, len(wanted), 500):
        rows = session.exec(select(Agency).where(col(Agency.id).in_(wanted[start : start + 500]))).all()
        found |= {row.id: row for row in rows}
    return found


def every(session: Session) -> Sequence[Agency]:
    """All agencies."""
    return session.exec(select(Agency).order_by(col(Agency.directory), col(Agency.position))).all()


def addresses(session: Session, ids: Iterable[str], on: date) -> dict[str, dict[ContactRole, list[str]]]:
    """agency → role → addresses valid on the day, in the order entered."""
    found: dict[str, dict[ContactRole, list[str]]] = defaultdict(lambda: defaultdict(list))
    fetched: dict[tuple[str, date], dict[ContactRole, list[str]]] = session.info.get("addresses", {})
    wanted: list[str] = []
    for agency in sorted(set(ids)):
        if (agency, on) in fetched:
            found[agency] = fetched[agency, on]
        else:
            wanted.append(agency)
    for start in range(0, len(wanted), 500):
        rows = session.execute(_valid_contacts(), {"agencies": wanted[start : start + 500], "day": on})
        for agency, role, email in rows:
            found[agency][role].append(email)
    return found


def fetch_addresses(session: Session, ids: Iterable[str], on: date) -> None:
    """Load many at once, for acts done together; `addresses` then asks no more."""
    wanted = set(ids)
    book = addresses(session, wanted, on)
    session.info.setdefault("addresses", {}).update({(agency, on): book.get(agency, {}) for agency in wanted})


@cache
def _valid_contacts() -> Select[tuple[str, ContactRole, str]]:
    day = bindparam("day", type_=Date())
    begun = col(Contact.valid_from).is_(None) | (col(Contact.valid_from) <= day)
    running = col(Contact.valid_to).is_(None) | (col(Contact.valid_to) >= day)
    mine = col(Contact.agency_id).in_(bindparam("agencies", expanding=True))
    living = col(Agency.valid_to).is_(None) | (col(Agency.valid_to) >= day)  # R41: who has ended has no contacts
    columns = sa_select(col(Contact.agency_id), col(Contact.role), col(Contact.email))
    columns = columns.join(Agency, col(Agency.id) == col(Contact.agency_id))
    return columns.where(mine, begun, running, living).order_by(col(Contact.id))


def contacts(session: Session, ids: Iterable[str]) -> list[Contact]:
    """The contacts of these agencies."""
    wanted = sorted(set(ids))
    found: list[Contact] = []
    for start in range(0, len(wanted), 500):
        query = select(Contact).where(col(Contact.agency_id).in_(wanted[start : start + 500]))
        found.extend(session.exec(query.order_by(col(Contact.id))).all())
    return found
