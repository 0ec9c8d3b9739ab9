"""Agencies that end while a plan runs: R48-R52."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from oracle.days import day_of, midnight
from oracle.leads import ended, heir
from oracle.periods import as_day
from oracle.receivers import desk_of, owed_to_of
from oracle.world import FINAL, OUTSTANDING, Book, Row, Running

OWED = OUTSTANDING | {"waiting", "suspended"}


def succeed(book: Book, plan: Running, now: datetime) -> None:
    """The look of one sweep: roles, duties, desks."""
    on = day_of(now)
    for role, agency in plan.senders.items():
        if agency is not None and ended(book.by_id[agency], on):
            follower = heir(agency, on, book.rows, book.after)
            if follower is None:
                book.ceased.add((plan.id, agency))
            else:
                plan.senders[role] = follower
    bereft = [row for row in plan.rows.values() if row.state in OWED and (row.orphan or left_alone(book, row, on))]
    for row in sorted(bereft, key=lambda row: precedence(book, row)):
        pass_on(book, plan, row, now)
    for row in plan.rows.values():
        if row.state not in FINAL and any(ended(book.by_id[one], on) for one in (row.desk, row.owed_to) if one):
            redirect(book, plan, row, on)


def left_alone(book: Book, row: Row, on: date) -> bool:
    """R49: the agency has ended and the period has begun."""
    return row.spec.opens <= on and ended(book.by_id[row.agency], on)


def precedence(book: Book, row: Row) -> tuple[int, date, int]:
    """R49: which of several comes first."""
    rank = 0 if row.state in OUTSTANDING else 1 if row.state == "waiting" else 2
    place = next(n for n, entry in enumerate(book.rows) if entry["id"] == row.agency)
    return rank, row.current_due or date.max, place


def nominal(book: Book, plan: Running, row: Row, now: datetime) -> datetime:
    """R49's M: an import (or an activation) at the very moment of a sweep counts for it and is seen by the next."""
    days, known = book.world.days, book.imported_at
    if row.orphan or not ended(book.by_id[row.agency], day_of(now)):
        exact = known is not None and days.next_sweep(known) == known
        return known if exact and known and days.next_sweep(known + timedelta(minutes=1)) == now else now
    end = as_day(book.by_id[row.agency]["valid_to"])
    assert end is not None
    moments = [midnight(end + timedelta(days=1)), row.ready_at, row.anchored_at, plan.activated_at, known]
    return days.next_sweep(max(moment for moment in moments if moment is not None))


def pass_on(book: Book, plan: Running, row: Row, sweep: datetime) -> None:
    """R49, R50: one duty."""
    on, now = day_of(sweep), nominal(book, plan, row, sweep)
    if not ended(book.by_id[row.agency], on):
        free(row, now)
        return
    follower = heir(row.agency, on, book.rows, book.after)
    theirs = None if follower is None else owner_of(plan, row, follower)
    if follower is None or (theirs is not None and theirs.state not in OWED):
        if not row.orphan:
            row.orphan = True
            book.ceased.add((plan.id, row.agency))
            book.strike(row.spec.key)
    elif theirs is not None:
        row.go("withdrawn", now)
        row.orphan = False
        book.strike(row.spec.key)
    else:
        move(book, plan, row, follower, now, on)


def owner_of(plan: Running, row: Row, agency: str) -> Row | None:
    """The duty of the same activity and period that an agency has."""
    same = [other for other in plan.of_activity[row.spec.key[1]] if other.spec.key[3] == row.spec.key[3]]
    return next((other for other in same if other.agency == agency), None)


def move(book: Book, plan: Running, row: Row, agency: str, moment: datetime, on: date) -> None:
    """R49, R52: the duty is another agency's from now on, and that one is told."""
    left, row.agency = row.agency, agency
    for other in plan.rows.values():
        own = any(needed == row.spec.key[1] and same for needed, same in other.spec.after)
        if other.state == "waiting" and (other is row or (own and other.agency == left)):
            other.ready_at = max(other.ready_at, moment)
    book.strike(row.spec.key)
    redirect(book, plan, row, on)
    if row.orphan:
        free(row, moment)
    if row.state in OUTSTANDING:
        book.tell(row, moment)


def redirect(book: Book, plan: Running, row: Row, on: date) -> None:
    """R51: desk and addressee anew."""
    on = max(on, row.spec.opens)
    row.desk = desk_of(book, plan, row.spec, row.agency, on)
    row.owed_to = owed_to_of(book, plan, row.spec, row.agency, on)


def free(row: Row, moment: datetime) -> None:
    """R50: reminders count from now on."""
    row.orphan = False
    if row.state == "waiting":
        row.ready_at = moment
    elif row.state in OUTSTANDING:
        row.anchored_at = moment
