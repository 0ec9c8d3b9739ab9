"""The rows of the database in the words of the oracle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, select

from models.assignment import Assignment
from models.dispatch import Dispatch, DispatchLine, Item, ItemKind
from models.moves import FINAL
from models.notice import Mail, MailClass, MailLine, Notice
from models.plan import Plan, Section
from oracle.days import stamp
from oracle.walk import ordered
from oracle.world import Prediction, World
from store.database import Database

COMPARED = {
    ItemKind.OWN_LEADER, ItemKind.NO_ADDRESS, ItemKind.PROPOSE_CLOSING, ItemKind.SET_DATE, ItemKind.ASSUMED_DATE,
    ItemKind.LEAD_INFERRED, ItemKind.EMPTY_GROUP, ItemKind.CEASED_AGENCY,
}  # fmt: skip


def read_rows(database: Database, world: World, refused: Sequence[int]) -> Prediction:
    """Everything the oracle predicts, as the engine wrote it."""
    with database.read() as session:
        keys = {row.id: key_of(row) for row in session.exec(select(Assignment))}
        digests, shown = _digests(session, keys)
        return Prediction(
            assignments=ordered(_assignments(session)),
            notices=ordered(_notices(session, keys)),
            digests=ordered(digests),
            shown=ordered(shown),
            answers=ordered(_answers(session)),
            dispatch_lines=ordered(_lines(session, keys)),
            dispatches=ordered(
                (row.plan_id, row.rung, row.day.isoformat(), row.sender, row.state.value)
                for row in session.exec(select(Dispatch))
            ),
            sections=ordered(_sections(session, world)),
            plans=ordered(_plans(session, world)),
            items=ordered(_items(session)),
            refused=sorted(refused),
            holders=ordered(_holders(session)),
            roles=ordered((row.id, row.owner_id, row.coordinator_id) for row in session.exec(select(Plan))),
        )


def key_of(row: Assignment) -> tuple[str, str, str, str]:
    """(plan, activity, agency, period); an agency's id has a slash of its own."""
    plan, activity, *agency, period = row.key.split("/")
    return plan, activity, "/".join(agency), period


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _assignments(session: Session) -> Iterable[tuple[Any, ...]]:
    for row in session.exec(select(Assignment)):
        yield (
            *key_of(row), row.state.value, stamp(row.opened_at), _iso(row.original_due), _iso(row.current_due),
            _iso(row.redo_by), stamp(row.closed_at), row.timeliness.value if row.timeliness else None,
            row.timeliness_original.value if row.timeliness_original else None,
        )  # fmt: skip


def _holders(session: Session) -> Iterable[tuple[Any, ...]]:
    for row in session.exec(select(Assignment)):
        orphan = row.orphaned_at is not None and row.state not in FINAL
        yield *key_of(row), row.agency_id, row.desk_id, row.owed_to_id, orphan


def _notices(session: Session, keys: dict[int | None, tuple[str, ...]]) -> Iterable[tuple[Any, ...]]:
    for row in session.exec(select(Notice)):
        yield (
            *keys[row.assignment_id], row.kind.value, row.offset, row.anchor.isoformat(), stamp(row.moment),
            row.told.value,
        )  # fmt: skip


def _digests(
    session: Session, keys: dict[int | None, tuple[str, ...]]
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    told: dict[int | None, tuple[Mail, list[Notice]]] = {}
    query = select(Mail, Notice).join(MailLine, MailLine.mail_id == Mail.id).join(Notice)
    for mail, notice in session.exec(query.where(Mail.klass == MailClass.DIGEST)):
        told.setdefault(mail.id, (mail, []))[1].append(notice)
    digests: list[tuple[Any, ...]] = []
    shown: list[tuple[Any, ...]] = []
    for mail, notices in told.values():
        day = mail.day.isoformat()
        digests.append((mail.address, day, mail.duties, len(notices)))
        best: dict[int, Notice] = {}
        for notice in sorted(notices, key=lambda one: (one.moment, one.offset, one.kind.value != "opened")):
            best[notice.assignment_id] = notice
        for notice in best.values():
            step = (notice.kind.value, notice.offset, notice.anchor.isoformat())
            shown.append((mail.address, day, keys[notice.assignment_id], *step))
    return digests, shown


def _answers(session: Session) -> Iterable[tuple[Any, ...]]:
    for mail in session.exec(select(Mail).where(Mail.klass == MailClass.ANSWER)):
        path = mail.key.split(":")[1]
        plan, activity, *agency, period = path.split("/")
        yield mail.address, mail.kind, (plan, activity, "/".join(agency), period), stamp(mail.created_at)


def _lines(session: Session, keys: dict[int | None, tuple[str, ...]]) -> Iterable[tuple[Any, ...]]:
    for line, draft in session.exec(select(DispatchLine, Dispatch).join(Dispatch)):
        struck = line.struck_at is not None
        yield draft.plan_id, draft.rung, draft.day.isoformat(), line.addressee_id, keys[line.assignment_id], struck


def _sections(session: Session, world: World) -> Iterable[tuple[Any, ...]]:
    rows = {(row.plan_id, row.key): row for row in session.exec(select(Section))}
    known = {row.id for row in session.exec(select(Plan))}
    for run in world.plans:
        plan = run.text["plan"]["id"]
        for section in run.text["sections"]:
            row = rows.get((plan, section["id"]))
            if row is not None:
                yield plan, row.key, row.state.value, _iso(row.opened_on), _iso(row.closed_on)
            elif plan in known:
                yield plan, section["id"], "waiting", None, None


def _plans(session: Session, world: World) -> Iterable[tuple[Any, ...]]:
    rows = {row.id: row for row in session.exec(select(Plan))}
    for run in world.plans:
        plan = rows.get(run.text["plan"]["id"])
        if plan is None:
            yield run.text["plan"]["id"], "draft", None
        else:
            yield plan.id, plan.state.value, _iso(plan.closed_on)


def _items(session: Session) -> Iterable[tuple[Any, ...]]:
    for item in session.exec(select(Item)):
        if item.kind not in COMPARED:
            continue
        parts = item.key.split(":")
        match item.kind:
            case ItemKind.OWN_LEADER:
                plan, activity, *agency, period = parts[1].split("/")
                yield parts[0], plan, activity, "/".join(agency), period, int(parts[2]), parts[3]
            case ItemKind.CEASED_AGENCY:
                yield *parts, "open" if item.done_at is None else "done"
            case ItemKind.ASSUMED_DATE:
                yield parts[0], parts[1]
            case _:
                yield tuple(parts)
