"""Composing digests: once a working day at 08:00, over all sections and plans, one per address (R38-R41)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session

from config.timezone import local_day
from engine.digest import Told as _Shown
from engine.digest import Writer
from engine.office import Office
from models.dispatch import ItemKind
from models.kinds import ContactRole
from models.moves import OUTSTANDING
from models.notice import Mail, MailLine, NoticeKind, Told
from store import agencies, dispatches, mails, notices
from store.insertion import insert_new
from store.notices import Pending


@dataclass(slots=True)
class Composed:
    """What composing did."""

    digests: int = 0
    told: int = 0
    dropped: int = 0

    def __bool__(self) -> bool:
        return bool(self.digests or self.told or self.dropped)


@dataclass
class _Round:
    """One composing: who is to be told what."""

    by_address: dict[str, list[Pending]] = field(default_factory=lambda: defaultdict(list))
    dropped: list[int] = field(default_factory=list[int])
    addresses_of: dict[int, set[str]] = field(default_factory=dict[int, set[str]])  #: notice → addresses


def compose_digests(office: Office, now: datetime) -> Composed:
    """Compose the digests of the day if its hour has come. One transaction.

    A second call on the same day only serves addresses that have no digest of the day yet.
    """
    moment = office.calendar.digest_moment(now)
    if moment is None:
        return Composed()
    with office.database.read() as session:
        first = notices.next_pending(session)
    if first is None or first > moment:
        return Composed()
    with office.database.begin() as session:
        mails.lock_composing(session)
        rows = notices.pending(session, moment)
        day = local_day(moment)
        round_ = _sort_out(session, rows, day, now)
        had = mails.digested(session, day)
        fresh = {address: told for address, told in round_.by_address.items() if address not in had}
        _write(office, session, fresh, moment)
        told = [number for number, to in round_.addresses_of.items() if to.isdisjoint(had)]
        notices.mark(session, told, Told.MAILED)
        notices.mark(session, round_.dropped, Told.DROPPED)
        return Composed(len(fresh), len(told), len(round_.dropped))


def _sort_out(session: Session, rows: Sequence[Pending], day: date, now: datetime) -> _Round:
    round_ = _Round()
    told = notices.told_addresses(session, [row.Notice.id for row in rows])
    book = agencies.addresses(session, {row.Assignment.agency_id for row in rows}, day)
    for row in rows:
        if _outdated(row):
            round_.dropped.append(row.Notice.id)
            continue
        to = _audience(book.get(row.Agency.id, {}), row.Notice.audience)
        if not to:
            round_.dropped.append(row.Notice.id)
            _no_address(session, row, now)
            continue
        round_.addresses_of[row.Notice.id] = left = to - told[row.Notice.id]
        for address in sorted(left):
            round_.by_address[address].append(row)
    return round_


def _outdated(row: Pending) -> bool:
    """Nobody can be told any more, or its day was moved after the notice had been written (R38, R50)."""
    if row.Assignment.state not in OUTSTANDING or row.Assignment.orphaned_at is not None:
        return True
    anchored = row.Assignment.anchored_at
    moved = anchored is not None and row.Notice.moment <= anchored
    return moved and row.Notice.kind is not NoticeKind.OPENED


def _audience(book: dict[ContactRole, list[str]], roles: str) -> set[str]:
    """R41: the roles' addresses; where a role is vacant the others stand in."""
    to: set[str] = set()
    for role in roles.split(","):
        found = book.get(ContactRole(role))
        to |= set(found or [address for addresses in book.values() for address in addresses])
    return to


def _write(office: Office, session: Session, fresh: dict[str, list[Pending]], moment: datetime) -> None:
    writer = Writer(office, session, moment)
    letters: list[_Shown] = [writer.digest(address, fresh[address]) for address in sorted(fresh)]
    insert_new(session, Mail, [letter.row for letter in letters])
    numbers = mails.existing_keys(session, [letter.row["key"] for letter in letters])
    lines = [
        {"notice_id": notice, "mail_id": numbers[letter.row["key"]]} for letter in letters for notice in letter.notices
    ]
    insert_new(session, MailLine, lines)


def _no_address(session: Session, row: Pending, now: datetime) -> None:
    item: dict[str, object] = {
        "key": f"{ItemKind.NO_ADDRESS.value}:{row.Plan.id}:{row.Agency.id}",
        "plan_id": row.Plan.id,
        "kind": ItemKind.NO_ADDRESS,
        "title": f"{row.Agency.name} không có địa chỉ thư điện tử",
        "detail": f"Không thể báo việc “{row.Activity.title}”. Bổ sung bằng: dondoc agency import TỆP",
        "raised_at": now,
    }
    dispatches.raise_items(session, [item])
