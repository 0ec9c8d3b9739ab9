"""The walk: day by day through sweeps, composing and acts, and what has been written at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from oracle.acts import act
from oracle.days import DIGEST, SWEEP, at, day_of, stamp
from oracle.expand import duties
from oracle.leads import called
from oracle.letters import compose
from oracle.opening_day import lay_out
from oracle.periods import as_day
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
    """R10, R45, and the items of R8's undated ones (section 8)."""
    header = run.text["plan"]
    on = as_day(header["issued_on"])
    assert on is not None
    senders = {
        "department": called(header["coordinator"], book.rows, book.world.phrases, on),
        "province": called(header["issuer"], book.rows, book.world.phrases, on),
    }
    plan = book.plans[header["id"]] = Running(run.text, header["id"], senders, header["years"][1], run.activated_at)
    for name, event in (run.text.get("triggers") or {}).items():
        happened = as_day(event.get("happened_on"))
        if happened is not None:
            plan.triggers[name] = (run.activated_at, happened)
    lay_out(book, plan, run.activated_at)
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
        items=ordered([*book.items, *ceased(book)]),
        refused=sorted(book.refused),
        holders=ordered(
            (*row.spec.key, row.agency, row.desk, row.owed_to, row.orphan and row.state not in FINAL)
            for plan in book.plans.values()
            for row in plan.rows.values()
        ),
        roles=ordered((plan.id, plan.senders["province"], plan.senders["department"]) for plan in book.plans.values()),
    )


def ceased(book: Book) -> Iterable[Told]:
    """R50: the item of each agency that ended without one heir, and whether something is left to decide."""
    for name, agency in book.ceased:
        plan = book.plans[name]
        left = any(row.orphan and row.agency == agency and row.state not in FINAL for row in plan.rows.values())
        asked = plan.closed_on is None and (left or agency in plan.senders.values())
        yield "ceased_agency", name, agency, "open" if asked else "done"


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
