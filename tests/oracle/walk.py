"""The walk: day by day through sweeps, composing and acts, and what has been written at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from oracle.acts import act
from oracle.days import DIGEST, SWEEP, at, day_of, stamp
from oracle.expand import duties, expand
from oracle.leads import called
from oracle.letters import compose
from oracle.sweep import sweep
from oracle.world import FINAL, Act, Book, PlanRun, Prediction, Row, Running, Told, World


def predict(world: World, script: Sequence[Act], until: date) -> Prediction:
    """Every row there must be at the end of the day `until`.

    Order within one moment: sweep, composing, activations, then the acts in the order of the script. Acts after
    `until` are left out.
    """
    book = Book(world)
    runs = sorted(world.plans, key=lambda run: run.activated_at)
    doings: dict[date, list[tuple[datetime, int, int]]] = {}
    for index, run in enumerate(runs):
        doings.setdefault(day_of(run.activated_at), []).append((run.activated_at, 2, index))
    for index, what in enumerate(script):
        doings.setdefault(day_of(what.moment), []).append((what.moment, 3, index))
    day = min(doings)
    while day <= until:
        todo = doings.get(day, [])
        if world.days.is_working(day):
            todo = [*todo, (at(day, SWEEP), 0, 0), (at(day, DIGEST), 1, 0)]
        for moment, what, index in sorted(todo):
            if what == 0:
                sweep(book, moment)
            elif what == 1:
                compose(book, moment)
            elif what == 2:
                activate(book, runs[index])
            elif not act(book, script[index]):
                book.refused.append(index)
        day += timedelta(days=1)
    return written(book)


def activate(book: Book, run: PlanRun) -> None:
    """R10, and the items of R8's undated ones (section 8)."""
    world, header = book.world, run.text["plan"]
    rows: dict[Any, Row] = {}
    of_activity: dict[str, list[Row]] = {}
    for spec in expand(run.text, world.directory, world.phrases, world.days):
        ready = max(run.activated_at, at(spec.opens, datetime.min.time()))
        rows[spec.key] = Row(spec, ready, original_due=spec.last_day, current_due=spec.last_day)
        of_activity.setdefault(spec.key[1], []).append(rows[spec.key])
    on = day_of(run.activated_at)
    senders = {
        "department": called(header["coordinator"], world.directory, world.phrases, on),
        "province": called(header["issuer"], world.directory, world.phrases, on),
    }
    book.plans[header["id"]] = Running(run.text, header["id"], rows, senders, header["years"][1], of_activity)
    if header.get("issued_assumed"):
        book.items.add(("assumed_date", header["id"]))
    for _, activity in duties(run.text):
        if activity["applied"]["form"] == "undated":
            book.items.add(("set_date", header["id"], activity["id"]))
        if activity.get("lead_inferred"):
            book.items.add(("lead_inferred", header["id"], activity["id"]))


def written(book: Book) -> Prediction:
    """All rows as sorted tuples."""
    return Prediction(
        assignments=ordered(assignment(row) for plan in book.plans.values() for row in plan.rows.values()),
        notices=ordered(
            (*note.key, note.kind, note.offset, note.anchor.isoformat(), stamp(note.moment), note.told)
            for note in book.notices
        ),
        digests=ordered(book.digests),
        shown=ordered(book.shown),
        answers=ordered(book.answers),
        dispatch_lines=ordered(
            (plan, offset, day.isoformat(), to, key, struck)
            for (plan, offset, day, _), lines in book.drafts.items()
            for key, (to, struck) in lines.items()
        ),
        dispatches=ordered(
            (plan, offset, day.isoformat(), sender, "voided" if all(s for _, s in lines.values()) else "draft")
            for (plan, offset, day, sender), lines in book.drafts.items()
        ),
        sections=ordered(sections(book)),
        plans=ordered(plans(book)),
        items=ordered(book.items),
        refused=sorted(book.refused),
    )


def ordered(rows: Iterable[Told]) -> list[Told]:
    """Sorted, with None first and numbers by their text."""
    return sorted(rows, key=lambda row: tuple("" if part is None else str(part) for part in row))


def assignment(row: Row) -> Told:
    """One assignment's tuple."""
    days = (row.original_due, row.current_due, row.redo_by)
    return (
        *row.spec.key,
        row.state,
        stamp(row.opened_at),
        *(None if day is None else day.isoformat() for day in days),
        stamp(row.closed_at),
        row.timeliness,
        row.timeliness_original,
    )


def sections(book: Book) -> Iterable[Told]:
    """R34: opened when the first left `waiting`, closed when all are final."""
    for plan in book.plans.values():
        for section in plan.text["sections"]:
            rows = [row for row in plan.rows.values() if row.spec.section == section["id"]]
            left = [day_of(row.left_waiting) for row in rows if row.left_waiting is not None]
            closed = [day_of(row.closed_at) for row in rows if row.closed_at is not None]
            done = bool(rows) and all(row.state in FINAL for row in rows)
            state = "closed" if done else "open" if left else "waiting"
            opened_on = min(left).isoformat() if left else None
            yield plan.id, section["id"], state, opened_on, max(closed).isoformat() if done else None


def plans(book: Book) -> Iterable[Told]:
    """R35, R37; a plan not activated by the end is a draft."""
    for run in book.world.plans:
        plan = book.plans.get(run.text["plan"]["id"])
        closed_on = None if plan is None else plan.closed_on
        state = "draft" if plan is None else "closed" if closed_on else "active"
        yield run.text["plan"]["id"], state, closed_on.isoformat() if closed_on else None
