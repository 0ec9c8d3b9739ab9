"""Who collects a result and to whom it is owed: the last paragraph of R10, R51."""

from __future__ import annotations

from datetime import date

from oracle.expand import Spec
from oracle.leads import called, ended, heir, meant, plain
from oracle.world import Book, Running

SAME_LEVEL = "ubnd cùng cấp"


def desk_of(book: Book, plan: Running, spec: Spec, agency: str, on: date) -> str | None:
    """For a commune the office of its district, else the desk named, else the coordinator as it is now."""
    row = book.by_id[agency]
    if spec.commune_desk and row["class"] == "ubnd_xa":
        offices = meant(spec.commune_desk, {}, book.rows, book.world.phrases, on, book.after)
        beside = [office["id"] for office in offices if office["parent"] == row["parent"]]
        if beside:
            return beside[0]
    named = called(spec.desk, book.rows, book.world.phrases, on, book.after) if spec.desk else None
    return named or plan.senders["department"]


def owed_to_of(book: Book, plan: Running, spec: Spec, agency: str, on: date) -> str | None:
    """The committee of the same level, else the agency named, else the owner as it is now."""
    parent = book.by_id[agency]["parent"]
    if spec.owed_to and plain(spec.owed_to) == SAME_LEVEL and parent:
        if not ended(book.by_id[parent], on):
            return parent
        return heir(parent, on, book.rows, book.after) or plan.senders["province"]
    named = called(spec.owed_to, book.rows, book.world.phrases, on, book.after) if spec.owed_to else None
    return named or plan.senders["province"]
