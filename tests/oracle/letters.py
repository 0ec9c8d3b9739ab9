"""Composing the digests of a working day: R38-R41."""

from __future__ import annotations

from datetime import datetime

from oracle.days import day_of
from oracle.world import OUTSTANDING, Book, Notice


def compose(book: Book, now: datetime) -> None:
    """Tell every notice that has an audience and has not been told."""
    day = day_of(now).isoformat()
    boxes: dict[str, list[Notice]] = {}
    for notice in book.notices:
        if notice.told != "pending" or notice.moment > now:
            continue
        row = book.row(notice.key)
        assert row is not None
        moved = row.anchored_at is not None and notice.moment <= row.anchored_at and notice.kind != "opened"
        if row.state not in OUTSTANDING or moved or row.orphan:
            notice.told = "dropped"
            continue
        addresses = book.addresses(row.agency, notice.roles, day_of(now))
        notice.told = "mailed" if addresses else "dropped"
        if not addresses:
            book.items.add(("no_address", notice.key[0], row.agency))
        for address in addresses:
            if address not in notice.told_to:
                boxes.setdefault(address, []).append(notice)
                notice.told_to.add(address)
    for address, notices in boxes.items():
        shown = {notice.key: notice for notice in sorted(notices, key=rank)}
        book.digests.append((address, day, len(shown), len(notices)))
        for key, notice in shown.items():
            book.shown.append((address, day, key, notice.kind, notice.offset, notice.anchor.isoformat()))


def rank(notice: Notice) -> tuple[datetime, int, bool]:
    """R39: the greatest is shown: latest moment, then highest offset, then anything before `opened`."""
    return notice.moment, notice.offset, notice.kind != "opened"
