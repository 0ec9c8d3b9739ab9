"""Draft urging letters and items for a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from models.assignment import Assignment
from models.dispatch import Dispatch, DispatchLine, DispatchState, Item, ItemKind
from store.errors import NotFound
from store.insertion import insert_new


def ensure(session: Session, plan_id: str, rung: int, day: date, sender: str) -> Dispatch:
    """The draft of a plan, rung, day and sender, locked; made if it is not there.

    A voided one is a draft again as soon as there is something to urge; after a signed one a further part is begun.
    """
    row = {"plan_id": plan_id, "rung": rung, "day": day, "sender": sender, "part": 1, "state": DispatchState.DRAFT}
    insert_new(session, Dispatch, [row])
    query = select(Dispatch).where(Dispatch.plan_id == plan_id, Dispatch.rung == rung, Dispatch.day == day)
    query = query.where(Dispatch.sender == sender).order_by(col(Dispatch.part).desc()).limit(1).with_for_update()
    found = session.exec(query).one()
    if found.state is DispatchState.SIGNED:
        found = Dispatch(
            plan_id=plan_id, rung=rung, day=day, sender=sender, part=found.part + 1, state=DispatchState.DRAFT
        )
        session.add(found)
        session.flush()
    elif found.state is DispatchState.VOIDED:
        found.state = DispatchState.DRAFT
        session.add(found)
    return found


def not_lined(session: Session, plan_id: str, rung: int, day: date, rows: Sequence[Assignment]) -> set[int]:
    """Which of these assignments stand in no draft of that plan, rung and day yet."""
    wanted = {row.id for row in rows if row.id is not None}
    query = (
        select(DispatchLine.assignment_id)
        .join(Dispatch, col(Dispatch.id) == col(DispatchLine.dispatch_id))
        .where(Dispatch.plan_id == plan_id, Dispatch.rung == rung, Dispatch.day == day)
    )
    return wanted - set(session.exec(query).all())


def strike(session: Session, assignment_id: int, at: datetime) -> None:
    """R24: strike the assignment out of all drafts; a draft with no line left is voided."""
    lines = session.exec(
        select(DispatchLine)
        .join(Dispatch, col(Dispatch.id) == col(DispatchLine.dispatch_id))
        .where(
            DispatchLine.assignment_id == assignment_id,
            col(DispatchLine.struck_at).is_(None),
            Dispatch.state == DispatchState.DRAFT,
        )
    ).all()
    if not lines:
        return
    for line in lines:
        line.struck_at = at
        session.add(line)
    session.flush()
    for line in lines:
        left = session.exec(
            select(DispatchLine.assignment_id)
            .where(DispatchLine.dispatch_id == line.dispatch_id, col(DispatchLine.struck_at).is_(None))
            .limit(1)
        ).first()
        if left is None:
            statement = update(Dispatch.__table__).where(col(Dispatch.id) == line.dispatch_id)  # type: ignore[attr-defined]
            session.connection().execute(statement.values(state=DispatchState.VOIDED))


def every(session: Session, plan_id: str) -> Sequence[Dispatch]:
    """The dispatches of a plan, oldest first."""
    query = select(Dispatch).where(Dispatch.plan_id == plan_id).order_by(col(Dispatch.day), col(Dispatch.rung))
    return session.exec(query).all()


def drafts(session: Session, plan_id: str | None = None, day: date | None = None) -> Sequence[Dispatch]:
    """Drafts that wait for a signature, of one plan and one day or of all."""
    query = select(Dispatch).where(Dispatch.state == DispatchState.DRAFT)
    if plan_id is not None:
        query = query.where(Dispatch.plan_id == plan_id)
    if day is not None:
        query = query.where(Dispatch.day == day)
    return session.exec(query.order_by(col(Dispatch.id))).all()


def voided(session: Session, plan_id: str | None = None) -> Sequence[Dispatch]:
    """Drafts that were dropped."""
    query = select(Dispatch).where(Dispatch.state == DispatchState.VOIDED)
    if plan_id is not None:
        query = query.where(Dispatch.plan_id == plan_id)
    return session.exec(query).all()


def dispatch(session: Session, dispatch_id: int) -> Dispatch:
    """One dispatch, or `NotFound`."""
    row = session.exec(select(Dispatch).where(Dispatch.id == dispatch_id).with_for_update()).first()
    if row is None:
        raise NotFound(f"Không có dự thảo công văn số {dispatch_id}.")
    return row


def lines(session: Session, dispatch_id: int) -> list[tuple[DispatchLine, Assignment]]:
    """The lines of a dispatch with their assignments, in the order of the plan."""
    query = (
        select(DispatchLine, Assignment)
        .join(Assignment, col(Assignment.id) == col(DispatchLine.assignment_id))
        .where(DispatchLine.dispatch_id == dispatch_id)
        .order_by(col(DispatchLine.assignment_id))
        .with_for_update(of=Assignment)
    )
    return [(line, assignment) for line, assignment in session.exec(query).all()]


def raise_items(session: Session, rows: Sequence[dict[str, object]]) -> int:
    """Raise items; those raised before are left as they are."""
    return insert_new(session, Item, rows)


def raise_again(session: Session, row: dict[str, object]) -> None:
    """Bring an item raised before up to date; a done one waits for a person again."""
    item = session.exec(select(Item).where(Item.key == row["key"]).with_for_update()).one()
    if item.done_at is not None:
        item.done_at = None
    item.title, item.detail = str(row["title"]), str(row["detail"])
    session.add(item)


def open_items(session: Session, plan_id: str | None = None) -> Sequence[Item]:
    """Items waiting for a person."""
    query = select(Item).where(col(Item.done_at).is_(None))
    if plan_id is not None:
        query = query.where(Item.plan_id == plan_id)
    return session.exec(query.order_by(col(Item.raised_at), col(Item.id))).all()


def items(session: Session, plan_id: str) -> Sequence[Item]:
    """All items of a plan."""
    return session.exec(select(Item).where(Item.plan_id == plan_id).order_by(col(Item.raised_at), col(Item.id))).all()


def settle_item(session: Session, key: str, at: datetime) -> None:
    """Mark an item as done, if it is there and open."""
    item = session.exec(select(Item).where(Item.key == key, col(Item.done_at).is_(None))).first()
    if item is not None:
        item.done_at = at
        session.add(item)


def settle_kind(session: Session, plan_id: str, kind: ItemKind, at: datetime) -> None:
    """Mark the open items of a kind as done, all those of a plan."""
    open_ones = col(Item.plan_id) == plan_id, col(Item.kind) == kind, col(Item.done_at).is_(None)
    session.connection().execute(update(Item.__table__).where(*open_ones).values(done_at=at))  # type: ignore[attr-defined]


def raised(session: Session, key: str) -> bool:
    """Whether an item was raised, done or not."""
    return session.exec(select(Item.id).where(Item.key == key)).first() is not None


def raised_keys(session: Session, keys: Sequence[str]) -> set[str]:
    """Which of these items were raised, done or not."""
    found: set[str] = set()
    for start in range(0, len(keys), 500):
        found.update(session.exec(select(Item.key).where(col(Item.key).in_(keys[start : start + 500]))).all())
    return found


def open_item(session: Session, key: str) -> Item | None:
    """An item that still waits for a person."""
    return session.exec(select(Item).where(Item.key == key, col(Item.done_at).is_(None))).first()
