"""Plans, sections, activities, needs and triggers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, cast

from sqlalchemy.orm import Load, defer
from sqlmodel import Session, SQLModel, col, select

from models.plan import Activity, Need, NeedMode, Plan, PlanState, Section, Trigger, TriggerWait
from store.errors import NotFound

_Row = TypeVar("_Row", bound=SQLModel)


def lean() -> list[Load]:
    """Options of a query that names plan and activity in every row: long texts are read only when asked for."""
    long = (Plan.document, Plan.groups, Plan.phrases, Activity.terms)
    return [defer(column) for column in long]  # type: ignore[arg-type]


def _kept(session: Session, kind: type[_Row], key: object) -> _Row | None:
    """A row that is asked for again and again in one transaction; the session alone would forget it in between."""
    kept: dict[tuple[type[SQLModel], object], SQLModel] = session.info.setdefault("kept", {})
    row = kept.get((kind, key))
    if row is None:
        row = session.get(kind, key)
        if row is not None:
            kept[kind, key] = row
    return cast("_Row | None", row)


def plan(session: Session, plan_id: str) -> Plan:
    """One plan, or `NotFound`."""
    row = _kept(session, Plan, plan_id)
    if row is None:
        known = ", ".join(session.exec(select(Plan.id)).all()) or "chưa có kế hoạch nào được kích hoạt"
        raise NotFound(f"Không có kế hoạch “{plan_id}” ({known}).")
    return row


def active(session: Session) -> Sequence[Plan]:
    """Plans that run."""
    return session.exec(select(Plan).where(Plan.state == PlanState.ACTIVE).order_by(col(Plan.id))).all()


def active_ids(session: Session) -> list[str]:
    """Names of the plans that run."""
    return list(session.exec(select(Plan.id).where(Plan.state == PlanState.ACTIVE).order_by(col(Plan.id))).all())


def every(session: Session) -> Sequence[Plan]:
    """All plans, closed ones too."""
    return session.exec(select(Plan).order_by(col(Plan.id))).all()


def section(session: Session, section_id: int) -> Section:
    """One section, or `NotFound`."""
    row = _kept(session, Section, section_id)
    if row is None:
        raise NotFound(f"Không có mục số {section_id}.")
    return row


def locked_section(session: Session, section_id: int) -> Section:
    """One section as it stands now, locked: of two last acceptances one must see the other."""
    query = select(Section).where(Section.id == section_id).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).one()


def sections(session: Session, plan_id: str) -> Sequence[Section]:
    """The sections of a plan in order."""
    return session.exec(select(Section).where(Section.plan_id == plan_id).order_by(col(Section.position))).all()


def activities(session: Session, section_id: int) -> Sequence[Activity]:
    """The activities of a section in order."""
    query = select(Activity).where(Activity.section_id == section_id).order_by(col(Activity.position))
    return session.exec(query).all()


def activity(session: Session, activity_id: int) -> Activity:
    """One activity."""
    row = _kept(session, Activity, activity_id)
    if row is None:
        raise NotFound(f"Không có hoạt động số {activity_id}.")
    return row


def plan_activities(session: Session, plan_id: str) -> Sequence[Activity]:
    """All activities of a plan in order."""
    return session.exec(select(Activity).where(Activity.plan_id == plan_id).order_by(col(Activity.position))).all()


def needs(session: Session, activity_ids: Sequence[int], mode: NeedMode) -> Sequence[Need]:
    """What these activities rest on."""
    query = select(Need).where(col(Need.activity_id).in_(activity_ids), Need.mode == mode)
    return session.exec(query.order_by(col(Need.activity_id), col(Need.needed_id))).all()


def dependents(session: Session, needed_ids: Sequence[int], mode: NeedMode) -> Sequence[Need]:
    """Who rests on these activities."""
    known: dict[tuple[tuple[int, ...], NeedMode], Sequence[Need]] = session.info.setdefault("dependents", {})
    key = tuple(needed_ids), mode
    if key not in known:
        known[key] = session.exec(select(Need).where(col(Need.needed_id).in_(needed_ids), Need.mode == mode)).all()
    return known[key]


def triggers(session: Session, plan_id: str) -> Sequence[Trigger]:
    """The triggers of a plan."""
    return session.exec(select(Trigger).where(Trigger.plan_id == plan_id).order_by(col(Trigger.id))).all()


def trigger(session: Session, plan_id: str, key: str) -> Trigger:
    """One trigger, locked, or `NotFound`."""
    query = select(Trigger).where(Trigger.plan_id == plan_id).order_by(col(Trigger.id)).with_for_update()
    found = session.exec(query).all()
    for row in found:
        if row.key == key:
            return row
    raise NotFound(f"Kế hoạch “{plan_id}” không có sự kiện “{key}”. Có: {', '.join(row.key for row in found) or '—'}")


def waits(session: Session, activity_ids: Sequence[int]) -> list[tuple[int, Trigger]]:
    """(activity, trigger) for these activities."""
    query = (
        select(TriggerWait.activity_id, Trigger)
        .join(Trigger, col(Trigger.id) == col(TriggerWait.trigger_id))
        .where(col(TriggerWait.activity_id).in_(activity_ids))
        .order_by(col(Trigger.id))
    )
    return [(activity_id, row) for activity_id, row in session.exec(query).all()]


def waiting_for(session: Session, trigger_id: int) -> list[int]:
    """The activities that wait for a trigger."""
    return list(session.exec(select(TriggerWait.activity_id).where(TriggerWait.trigger_id == trigger_id)).all())
