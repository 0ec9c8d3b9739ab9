"""The opening day of a period that is not the first to be known: R42-R44."""

from __future__ import annotations

from datetime import date, datetime

from oracle.days import day_of, midnight
from oracle.expand import Spec, duties, make
from oracle.leads import is_open, meant, members, own_groups
from oracle.periods import periods
from oracle.receivers import desk_of, owed_to_of
from oracle.world import Book, Coming, Row, Running


def lay_out(book: Book, plan: Running, moment: datetime) -> None:
    """R10, R42: all duties of all periods; what opens after today is to be looked at again."""
    for section, activity in duties(plan.text):
        for turn, span in enumerate(periods(plan.text["plan"], activity, book.world.days)):
            for row in who(book, plan, activity["leads"], span.opens):
                add(book, plan, make(plan.text, section, activity, span, row))
            if span.opens > day_of(moment):
                plan.coming.append(Coming(section, activity, span))
            elif turn:
                nobody(book, plan, activity, span.opens)


def open_periods(book: Book, plan: Running, now: datetime) -> None:
    """R43: once per period, at the first sweep on or after its opening day."""
    for coming in list(plan.coming):
        moment = book.world.days.next_sweep(midnight(coming.span.opens))
        if moment > now:
            continue
        plan.coming.remove(coming)
        found = who(book, plan, coming.activity["leads"], coming.span.opens)
        belongs = {row["id"] for row in found}
        theirs = [
            row for row in plan.of_activity.get(coming.activity["id"], ()) if row.spec.key[3] == coming.span.period
        ]
        for row in theirs:
            if row.state == "waiting" and row.agency == row.spec.key[2] and row.agency not in belongs:
                row.go("withdrawn", moment)
        there = {row.agency for row in theirs} | {row.spec.key[2] for row in theirs}
        for entry in found:
            if entry["id"] not in there:
                add(book, plan, make(plan.text, coming.section, coming.activity, coming.span, entry))
        nobody(book, plan, coming.activity, coming.span.opens)


def who(book: Book, plan: Running, leads: list[str], on: date) -> list[dict[str, str]]:
    """The members as of a day, by the directory as it is now."""
    return members(leads, plan.text, book.rows, book.world.phrases, on, book.after)


def add(book: Book, plan: Running, spec: Spec) -> None:
    """One duty more, waiting."""
    if spec.key in plan.rows:
        return
    agency = spec.key[2]
    row = Row(
        spec,
        max(plan.activated_at, midnight(spec.opens)),
        agency,
        desk_of(book, plan, spec, agency, spec.opens),
        owed_to_of(book, plan, spec, agency, spec.opens),
        original_due=spec.last_day,
        current_due=spec.last_day,
    )
    plan.rows[spec.key] = row
    plan.of_activity.setdefault(spec.key[1], []).append(row)


def nobody(book: Book, plan: Running, activity: dict[str, list[str]], on: date) -> None:
    """R44: a phrase without a member is an item."""
    groups = own_groups(plan.text)
    for phrase in activity["leads"]:
        if not meant(phrase, groups, book.rows, book.world.phrases, on, book.after) and not is_open(
            phrase, groups, book.rows, book.world.phrases
        ):
            book.items.add(("empty_group", plan.id, activity["id"], on.isoformat(), phrase))
