"""What people do: R25-R32, R37; and triggers being recorded (R11). Each returns whether the rules allow it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from oracle.days import at, day_of, stamp
from oracle.leads import valid
from oracle.succession import OWED, move, owner_of
from oracle.world import FINAL, OUTSTANDING, Act, Book, Row, Running

Details = Mapping[str, Any]


def act(book: Book, what: Act) -> bool:
    """Do one act; False when it is refused."""
    if what.name == "import":
        book.learn(what.details["directory"], what.details["after"])
        book.imported_at = what.moment
        return True
    plan = book.plans.get(what.target[0])
    if plan is None or plan.closed_on is not None:
        return False
    if what.name == "trigger":
        return trigger(plan, what)
    if what.name == "close_plan":
        return close_plan(book, plan, what.moment)
    row = book.row(what.target)
    return row is not None and BY_NAME[what.name](book, row, what.moment, what.details)


def answer(book: Book, row: Row, kind: str, moment: datetime) -> None:
    """R32: one mail at once to the focal point (R41: where there is none, to whoever there is)."""
    for address in book.addresses(row.agency, ("focal_point",), day_of(moment)):
        book.answers.append((address, kind, row.spec.key, stamp(moment)))


def submit(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R25; closes an open request (R28) and strikes lines (R24)."""
    if row.state not in OUTSTANDING | {"waiting"}:
        return False
    row.go("submitted", moment)
    row.sent_at, row.received_on = moment, details.get("received_on")
    row.declared = bool(details.get("not_needed"))
    row.asked = None
    book.strike(row.spec.key)
    answer(book, row, "receipt", moment)
    return True


def accept(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R26."""
    if row.state != "submitted":
        return False
    row.go("not_needed" if row.declared else "accepted", moment)
    if not row.declared and not row.spec.requested and row.current_due is not None:
        assert row.original_due is not None
        row.timeliness = timely(row, row.current_due)
        row.timeliness_original = timely(row, row.original_due)
    answer(book, row, "not_needed_confirmed" if row.declared else "accepted", moment)
    return True


def timely(row: Row, due: date) -> str:
    """Whether the last submission came within the last good moment of a day (R26)."""
    assert row.sent_at is not None
    if row.received_on is not None:
        good = row.received_on <= due
    elif row.spec.hour is not None and due == row.original_due:
        good = row.sent_at <= at(due, row.spec.hour)
    else:
        good = day_of(row.sent_at) <= due
    return "on_time" if good else "late"


def give_back(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R27: not for a day that has passed."""
    if row.state != "submitted" or details["redo_by"] < day_of(moment):
        return False
    row.go("returned", moment)
    row.redo_by, row.anchored_at = details["redo_by"], moment
    answer(book, row, "returned", moment)
    return True


def ask_extension(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R28: in open or returned, one at a time, for a later day than the present one."""
    if row.state not in OUTSTANDING or row.asked is not None or row.current_due is None:
        return False
    if row.spec.set_by == "superior" or details["new_date"] <= max(row.current_due, day_of(moment)):
        return False
    row.asked = details["new_date"]
    return True


def decide_extension(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R28: grant or refuse what was asked."""
    if row.asked is None or (details["granted"] and row.asked < day_of(moment)):
        return False
    if details["granted"]:
        row.current_due, row.redo_by, row.anchored_at = row.asked, None, moment
        book.strike(row.spec.key)
    row.asked = None
    answer(book, row, "extension_granted" if details["granted"] else "extension_refused", moment)
    return True


def suspend(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R29."""
    if row.state not in OUTSTANDING | {"waiting"}:
        return False
    row.go("suspended", moment)
    book.strike(row.spec.key)
    answer(book, row, "suspended", moment)
    return True


def resume(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R29: one that was waiting waits again."""
    if row.state != "suspended":
        return False
    if row.anchored_at is None:
        row.go("waiting", moment)
        row.ready_at = moment
    else:
        row.go("open", moment)
        row.anchored_at = moment
    answer(book, row, "resumed", moment)
    return True


def withdraw(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R30."""
    if row.state in FINAL:
        return False
    row.go("withdrawn", moment)
    book.strike(row.spec.key)
    answer(book, row, "withdrawn", moment)
    return True


def reassign(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R52: to an agency that exists on the day and owes not the same already."""
    plan, to = book.plans[row.spec.key[0]], book.by_id.get(details["to"])
    if row.state not in OWED or to is None or not valid(to, day_of(moment)):
        return False
    if owner_of(plan, row, to["id"]) is not None:
        return False
    move(book, plan, row, to["id"], moment, day_of(moment))
    return True


def set_last_day(book: Book, row: Row, moment: datetime, details: Details) -> bool:
    """R31."""
    if row.spec.form not in {"undated", "triggered"} or row.current_due is not None or row.state in FINAL:
        return False
    if details["date"] < day_of(moment):
        return False
    row.original_due = row.current_due = details["date"]
    if row.state in OUTSTANDING:
        row.anchored_at = moment
    return True


def trigger(plan: Running, what: Act) -> bool:
    """R11: each trigger of the plan is recorded once."""
    name = what.target[1]
    if name not in (plan.text.get("triggers") or {}) or name in plan.triggers:
        return False
    plan.triggers[name] = (what.moment, what.details["date"])
    return True


def close_plan(book: Book, plan: Running, moment: datetime) -> bool:
    """R37."""
    if any(row.state == "submitted" for row in plan.rows.values()):
        return False
    for row in plan.rows.values():
        if row.state not in FINAL:
            row.go("lapsed", moment)
            book.strike(row.spec.key)
            if row.current_due is not None and not row.spec.requested:
                row.timeliness = row.timeliness_original = "missing"
    plan.closed_on = day_of(moment)
    return True


BY_NAME: dict[str, Callable[[Book, Row, datetime, Details], bool]] = {
    "submit": submit,
    "accept": accept,
    "return": give_back,
    "ask_extension": ask_extension,
    "decide_extension": decide_extension,
    "suspend": suspend,
    "resume": resume,
    "withdraw": withdraw,
    "set_last_day": set_last_day,
    "reassign": reassign,
}
