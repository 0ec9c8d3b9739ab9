"""The versions of a plan, and what an amendment reads and changes of it at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from models.assignment import Assignment
from models.dispatch import Item
from models.plan import Activity, ActivityPeriod, Need, Plan, PlanVersion, Section, Trigger, TriggerWait
from store.errors import NotFound


def versions(session: Session, plan_id: str) -> Sequence[PlanVersion]:
    """All versions of a plan, the activation first."""
    query = select(PlanVersion).where(PlanVersion.plan_id == plan_id)
    return session.exec(query.order_by(col(PlanVersion.version))).all()


def present_plan(session: Session, plan_id: str, *, lock: bool) -> Plan:
    """The plan as it stands now; locked, of two amendments the second sees the first. Raises `NotFound`."""
    query = select(Plan).where(Plan.id == plan_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    row = session.exec(query).first()
    if row is None:
        raise NotFound(f"Kế hoạch “{plan_id}” chưa được kích hoạt. Kích hoạt bằng: dondoc plan activate {plan_id}")
    return row


def record(
    session: Session, plan: Plan, number: str | None, dated: date | None, signer: str | None, at: datetime, by: str
) -> None:
    """Write down the plan's present version for good, with the document it comes from."""
    session.add(
        PlanVersion(
            plan_id=plan.id, version=plan.version, document=plan.document, document_hash=plan.document_hash,
            number=number, dated=dated, signer=signer, applied_at=at, applied_by=by,
        )
    )  # fmt: skip


def rows(session: Session, plan_id: str, *, lock: bool) -> Sequence[Assignment]:
    """Every assignment of a plan, in the order in which sweeps lock them."""
    query = select(Assignment).where(Assignment.plan_id == plan_id).order_by(col(Assignment.id))
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return session.exec(query).all()


def periods(session: Session, plan_id: str) -> Sequence[ActivityPeriod]:
    """The periods of all activities of a plan."""
    return session.exec(select(ActivityPeriod).where(ActivityPeriod.plan_id == plan_id)).all()


def drop_section(session: Session, section: Section) -> bool:
    """Take a section away that nothing belongs to any more; others stay, for their history."""
    if session.exec(select(Activity.id).where(Activity.section_id == section.id).limit(1)).first() is not None:
        return False
    session.delete(section)
    return True


def drop_trigger(session: Session, trigger: Trigger) -> None:
    """Take an event away that is not recorded and that nothing waits for."""
    session.delete(trigger)


def drop_waits(session: Session, activity_id: int, trigger_ids: Sequence[int]) -> None:
    """An activity no longer waits for these events."""
    mine = delete(TriggerWait).where(col(TriggerWait.activity_id) == activity_id)
    session.connection().execute(mine.where(col(TriggerWait.trigger_id).in_(trigger_ids)))


def needs(session: Session, plan_id: str) -> Sequence[Need]:
    """What the activities of a plan rest on."""
    query = select(Need).join(Activity, col(Activity.id) == col(Need.activity_id)).where(Activity.plan_id == plan_id)
    return session.exec(query).all()


def reopen_item(session: Session, key: str) -> None:
    """An item that was done is to be decided anew."""
    item = session.exec(select(Item).where(Item.key == key, col(Item.done_at).is_not(None))).first()
    if item is not None:
        item.done_at = None
        session.add(item)


def retire_item(session: Session, key: str, new_key: str, at: datetime) -> None:
    """Put an item by under another key, done, so that it may be raised once more later."""
    item = session.exec(select(Item).where(Item.key == key)).first()
    if item is not None:
        item.key, item.done_at = new_key, item.done_at or at
        session.add(item)
