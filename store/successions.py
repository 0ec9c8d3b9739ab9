"""What became of agencies that ended, as imported; and which plans and duties have to look at it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import func, or_, update
from sqlmodel import Session, col, select

from models.agency import Agency, StoredSuccession
from models.assignment import Assignment
from models.directory import AgencyEntry, Directory
from models.moves import FINAL, State
from models.plan import Plan, PlanState
from models.succession import Succession
from rules.succession import OWED, Heirs
from store import agencies


def heirs(session: Session, directory: Directory) -> Heirs:
    """The successions of a directory's agencies, and of those that follow them, wherever they are listed."""
    known: dict[str, AgencyEntry] = dict(directory.by_id)
    found: dict[str, Succession] = {}
    wanted = set(known)
    while wanted:
        fresh = _of(session, wanted)
        found |= fresh
        named = {successor for step in fresh.values() for successor in step.successors}
        named |= {known[key].successor or "" for key in wanted if key in known} - {""}
        wanted = named - known.keys()
        met = agencies.agencies(session, wanted)
        known |= {key: row.entry() for key, row in met.items()}
        wanted &= met.keys()
    return Heirs(known, found)


def _of(session: Session, predecessors: Iterable[str]) -> dict[str, Succession]:
    ids = sorted(predecessors)
    found: dict[str, Succession] = {}
    for start in range(0, len(ids), 500):
        query = select(StoredSuccession).where(col(StoredSuccession.predecessor_id).in_(ids[start : start + 500]))
        found |= {row.predecessor_id: row.value() for row in session.exec(query).all()}
    return found


def every(session: Session, predecessors: Iterable[str]) -> dict[str, StoredSuccession]:
    """The stored rows of these agencies."""
    ids = sorted(predecessors)
    found: dict[str, StoredSuccession] = {}
    for start in range(0, len(ids), 500):
        query = select(StoredSuccession).where(col(StoredSuccession.predecessor_id).in_(ids[start : start + 500]))
        found |= {row.predecessor_id: row for row in session.exec(query).all()}
    return found


def look_again(session: Session, at: datetime, plan_id: str | None = None) -> None:
    """Running plans (or one) are to look at ended agencies at that sweep moment, if not before."""
    later = col(Plan.succession_at).is_(None) | (col(Plan.succession_at) > at)
    statement = update(Plan.__table__).where(col(Plan.state) == PlanState.ACTIVE, later)  # type: ignore[attr-defined]
    if plan_id is not None:
        statement = statement.where(col(Plan.id) == plan_id)
    session.connection().execute(statement.values(succession_at=at))


def has_ended(session: Session, agency_id: str, on: date) -> bool:
    """Whether an agency has ended before the day."""
    query = select(Agency.id).where(Agency.id == agency_id, col(Agency.valid_to) < on)
    return session.exec(query).first() is not None


def next_end(session: Session, on: date) -> date | None:
    """The last day of the agency that ends next, that day or later."""
    return session.exec(select(func.min(Agency.valid_to)).where(col(Agency.valid_to) >= on)).one()


def bereft(session: Session, plan_id: str, on: date) -> Sequence[Assignment]:
    """R49: duties of agencies that ended before the day, in periods that have begun; and those left to a person."""
    ended = (col(Agency.valid_to) < on) & (col(Assignment.opens) <= on)
    query = (
        select(Assignment)
        .join(Agency, col(Agency.id) == col(Assignment.agency_id))
        .where(
            Assignment.plan_id == plan_id,
            col(Assignment.state).in_(sorted(OWED)),
            ended | col(Assignment.orphaned_at).is_not(None),
        )
        .order_by(col(Assignment.id))
        .with_for_update(of=Assignment)
    )
    return session.exec(query).all()


def of_agencies(session: Session, plan_id: str, agency_ids: Iterable[str]) -> Sequence[Assignment]:
    """All duties of these agencies in a plan, final ones too."""
    query = select(Assignment).where(
        Assignment.plan_id == plan_id, col(Assignment.agency_id).in_(sorted(set(agency_ids)))
    )
    return session.exec(query.order_by(col(Assignment.id)).with_for_update()).all()


def waiting(session: Session, activity_ids: Sequence[int], agency_id: str) -> Sequence[Assignment]:
    """Duties of an agency in these activities that wait."""
    if not activity_ids:
        return ()
    query = select(Assignment).where(
        col(Assignment.activity_id).in_(activity_ids),
        Assignment.agency_id == agency_id,
        Assignment.state == State.WAITING,
    )
    return session.exec(query.order_by(col(Assignment.id)).with_for_update()).all()


def misdirected(session: Session, plan_id: str, on: date) -> Sequence[Assignment]:
    """R51: duties not final whose desk or addressee ended before the day."""
    gone = select(Agency.id).where(col(Agency.valid_to) < on)
    query = select(Assignment).where(
        Assignment.plan_id == plan_id,
        col(Assignment.state).not_in(FINAL),
        or_(col(Assignment.desk_id).in_(gone), col(Assignment.owed_to_id).in_(gone)),
    )
    return session.exec(query.order_by(col(Assignment.id)).with_for_update()).all()


def orphans(session: Session, plan_id: str, agency_id: str) -> Sequence[Assignment]:
    """R50: what waits for a person's decision since its agency ended, in the order of the plan."""
    query = select(Assignment).where(
        Assignment.plan_id == plan_id,
        Assignment.agency_id == agency_id,
        col(Assignment.orphaned_at).is_not(None),
        col(Assignment.state).not_in(FINAL),
    )
    return session.exec(query.order_by(col(Assignment.id))).all()
