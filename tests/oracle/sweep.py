"""What a sweep does by itself: opening, lapsing, notices, drafts, closing. R12-R24, R33-R36."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from oracle.days import SWEEP, Days, at, day_of, midnight
from oracle.ladder import Step
from oracle.leads import above, valid
from oracle.opening_day import open_periods
from oracle.succession import succeed
from oracle.world import FINAL, OUTSTANDING, Book, Notice, Row, Running


def sweep(book: Book, now: datetime) -> None:
    """One sweep over everything active: move until nothing moves, then note, close and propose."""
    for plan in book.plans.values():
        if plan.closed_on is not None:
            continue
        open_periods(book, plan, now)
        succeed(book, plan, now)
        moved = True
        while moved:
            moved = False
            for row in plan.rows.values():
                moved |= advance(book, plan, row, now)
        for row in plan.rows.values():
            if row.state in OUTSTANDING and row.current_due is not None and not row.orphan:
                remind(book, plan, row, now)
        finish(book, plan, now)


def advance(book: Book, plan: Running, row: Row, now: datetime) -> bool:
    """Open or lapse one assignment, at its nominal moment, if that has come; whether it moved."""
    days = book.world.days
    opening = opens_at(plan, row, days) if row.state == "waiting" else None
    lapsing = lapses_at(row, days)
    # Reading of R33: what is over by the moment it would open lapses unopened.
    if lapsing is not None and lapsing <= now and (opening is None or lapsing <= opening):
        row.go("lapsed", lapsing)
        book.strike(row.spec.key)
        return True
    if opening is not None and opening <= now:
        open_row(book, plan, row, opening)
        return True
    return False


def opens_at(plan: Running, row: Row, days: Days) -> datetime | None:
    """R13, R14: the sweep moment at which a waiting one opens, or nothing while something is missing."""
    if row.orphan:
        return None
    ready = [row.ready_at]
    spec = row.spec
    if spec.waits_all:
        if any(name not in plan.triggers for name in spec.waits_all):
            return None
        ready += [plan.triggers[name][0] for name in spec.waits_all]
    if spec.waits_any:
        recorded = [plan.triggers[name][0] for name in spec.waits_any if name in plan.triggers]
        if not recorded:
            return None
        ready.append(min(recorded))
    for activity, own in spec.after:
        for needed in needed_rows(plan, row, activity, own):
            if needed.closed_at is None:
                return None
            ready.append(needed.closed_at)
    return days.next_sweep(max(ready))


def needed_rows(plan: Running, row: Row, activity: str, own: bool) -> list[Row]:
    """R12: the assignments one waits for."""
    theirs = plan.of_activity.get(activity, [])
    if not own:
        return theirs
    period = row.spec.key[3]
    keys = {other.spec.key[3] for other in theirs}
    wanted = next(iter(keys)) if len(keys) == 1 else period
    return [other for other in theirs if other.agency == row.agency and other.spec.key[3] == wanted]


def lapses_at(row: Row, days: Days) -> datetime | None:
    """R33: the sweep moment at which an ongoing one lapses."""
    if row.spec.ends is None or row.state not in OUTSTANDING | {"waiting"}:
        return None
    since = row.ready_at if row.state == "waiting" else row.anchored_at
    over = midnight(row.spec.ends + timedelta(days=1))
    return days.next_sweep(over if since is None else max(over, since))


def open_row(book: Book, plan: Running, row: Row, moment: datetime) -> None:
    """R14, R15: open, with the last day that the triggers give."""
    row.go("open", moment)
    row.opened_at = row.anchored_at = moment
    spec = row.spec
    recorded = [plan.triggers[name] for name in spec.waits_all + spec.waits_any if name in plan.triggers]
    known = [happened for noted, happened in recorded if noted <= moment]
    if spec.days_after and known and row.current_due is None:
        row.original_due = row.current_due = later(max(known), spec.days_after, spec.working_days, book.world.days)
    write(book, row, Step("opened", 0, day_of(moment), moment))


def later(day: date, count: int, working: bool, days: Days) -> date:
    """N days, or N working days, after a day."""
    return days.after(day, count) if working else day + timedelta(days=count)


def write(book: Book, row: Row, step: Step) -> bool:
    """Write a notice unless it is there already."""
    if (step.kind, step.offset, step.anchor) in row.written:
        return False
    row.written.add((step.kind, step.offset, step.anchor))
    roles = () if step.kind in {"dispatch", "named"} else step.roles
    told = "pending" if roles else "none"
    book.notices.append(Notice(row.spec.key, step.kind, step.offset, step.anchor, step.moment, roles, told))
    return True


def remind(book: Book, plan: Running, row: Row, now: datetime) -> None:
    """R17-R21: write what has come since the assignment was last anchored."""
    days, ladder, late_from = book.world.days, row.spec.ladder, row.late_from
    if row.spec.requested:
        steps = [ladder.polite(late_from, days)]
    else:
        anchor = row.redo_by or row.current_due
        assert anchor is not None
        steps = list(ladder.steps(anchor, late_from, now, days))
    assert row.anchored_at is not None
    for step in steps:
        if row.anchored_at < step.moment <= now and write(book, row, step) and step.sender is not None:
            draft(book, plan, row, step)


def draft(book: Book, plan: Running, row: Row, step: Step) -> None:
    """R23: a line in the draft of this rung and day, or an item for the leader."""
    assert step.sender is not None
    agency, day = row.agency, day_of(step.moment)
    sender = plan.senders[step.sender]
    if agency in (sender, plan.senders["province"]) or agency in above(sender, book.rows):
        book.items.add(("own_leader", *row.spec.key, step.offset, step.anchor.isoformat()))
        return
    lines = book.drafts.setdefault((plan.id, step.offset, day, step.sender), {})
    lines[row.spec.key] = (addressee(book, row, day), False)


def addressee(book: Book, row: Row, day: date) -> str:
    """R23: the agency; for a commune its district while that exists."""
    if book.by_id[row.agency]["class"] != "ubnd_xa":
        return row.agency
    parent = book.by_id.get(book.by_id[row.agency].get("parent") or "")
    return parent["id"] if parent and parent["class"] == "ubnd_huyen" and valid(parent, day) else row.agency


def finish(book: Book, plan: Running, now: datetime) -> None:
    """R35, R36: close the plan, or propose it."""
    left = [row for row in plan.rows.values() if row.state not in FINAL]
    if not left:
        if plan.coming:
            return
        plan.closed_on = plan.ended if plan.rows else day_of(now)
    elif not plan.proposed and all(exhausted(plan, row, now, book.world.days) for row in left):
        plan.proposed = True
        book.items.add(("propose_closing", plan.id))


def exhausted(plan: Running, row: Row, now: datetime, days: Days) -> bool:
    """R36: nothing more will happen by itself."""
    if row.state == "submitted":
        return False
    if row.current_due is not None and row.state not in {"waiting", "suspended"} and not row.orphan:
        return row.spec.ladder.exhausted(row.late_from, days, row.spec.requested) <= now
    return now >= at(date(plan.last_year + 1, 1, 1), SWEEP)
