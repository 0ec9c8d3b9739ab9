"""A section as its page shows it: its duties, what they rest on, what came in. Plain values, read at one moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session

from engine.office import Office
from engine.standing import local_now
from models.kinds import SectionKind, TimeForm
from models.moves import FINAL, OUTSTANDING, State
from models.plan import NeedMode, Section, SectionState
from store import assignments, plans, section_facts
from store import standing as store
from store.errors import NotFound


@dataclass(frozen=True, slots=True)
class Duty:
    """One assignment."""

    activity: str
    agency: str
    period: str  #: once, 2022-Q2, …
    form: TimeForm
    state: State
    last_day: date | None
    days_late: int  #: số ngày (theo lịch) đã quá hạn
    number: str | None  #: số văn bản đã gửi
    dated: date | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing an activity draws on."""

    title: str
    total: int
    missing: tuple[str, ...]  #: cơ quan chưa xong


@dataclass(frozen=True, slots=True)
class Event:
    """An outside event an activity waits for."""

    title: str
    number: str | None
    dated: date | None
    recorded: bool


@dataclass(frozen=True, slots=True)
class ActivityView:
    """One activity."""

    title: str
    outputs: tuple[str, ...]
    draws_on: tuple[Drawn, ...]
    used_by: tuple[str, ...]  #: hoạt động dùng kết quả này
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section at one moment."""

    plan: str
    province: str
    key: str
    kind: SectionKind
    title: str
    state: SectionState
    day: date
    late: int
    activities: tuple[ActivityView, ...]
    duties: tuple[Duty, ...] = field(repr=False)

    @property
    def by_state(self) -> Counter[State]:
        """How many duties are in each state."""
        return Counter(duty.state for duty in self.duties)

    @property
    def done(self) -> int:
        """How many need nothing any more."""
        return sum(duty.state in FINAL for duty in self.duties)

    @property
    def outstanding(self) -> list[Duty]:
        """What somebody still owes: the latest first, then by last day, what has none at the end."""
        owed = [duty for duty in self.duties if duty.state in OUTSTANDING]
        return sorted(owed, key=lambda duty: (-duty.days_late, duty.last_day or date.max))


def view_section(office: Office, plan_id: str, key: str, now: datetime) -> SectionView:
    """The section at `now`; raises `NotFound`."""
    with office.database.read() as session:
        plan, section = plans.plan(session, plan_id), find_section(session, plan_id, key)
        assert section.id is not None
        moment = local_now(now)
        return SectionView(
            plan=plan.id,
            province=plan.province,
            key=section.key,
            kind=section.kind,
            title=section.title,
            state=section.state,
            day=moment.day,
            late=store.late_counts(session, plan_id, moment).get(section.id, 0),
            activities=_activities(session, section.id),
            duties=_duties(session, section.id, moment.day),
        )


def find_section(session: Session, plan_id: str, key: str) -> Section:
    """The section of a plan by its key; raises `NotFound`."""
    known = plans.sections(session, plan_id)
    for row in known:
        if row.key == key:
            return row
    raise NotFound(f"Kế hoạch “{plan_id}” không có mục “{key}”. Có: {', '.join(row.key for row in known) or '—'}")


def _duties(session: Session, section_id: int, today: date) -> tuple[Duty, ...]:
    sent = section_facts.documents(session, section_id)
    found: list[Duty] = []
    for row in section_facts.duties(session, section_id):
        number, dated = sent.get(row.id, (None, None))
        owed = row.state in OUTSTANDING and not row.requested
        late = max(0, (today - row.current_due).days) if owed and row.current_due is not None else 0
        found.append(
            Duty(row.activity, row.agency, row.period, row.form, row.state, row.current_due, late, number, dated)
        )
    return tuple(found)


def _activities(session: Session, section_id: int) -> tuple[ActivityView, ...]:
    rows = plans.activities(session, section_id)
    ids = [row.id for row in rows if row.id is not None]
    drawn, used = _drawn(session, ids), _used_by(session, ids)
    waits = plans.waits(session, ids)
    return tuple(
        ActivityView(
            row.title,
            tuple(row.outputs),
            tuple(drawn.get(row.id or 0, ())),
            tuple(used.get(row.id or 0, ())),
            tuple(
                Event(event.title, event.number, event.dated, event.recorded_at is not None)
                for activity_id, event in waits
                if activity_id == row.id
            ),
        )
        for row in rows
    )


def _drawn(session: Session, ids: Sequence[int]) -> dict[int, list[Drawn]]:
    needs = plans.needs(session, ids, NeedMode.DRAWS_ON)
    wanted = sorted({need.needed_id for need in needs})
    if not wanted:
        return {}
    totals, missing = assignments.totals(session, wanted), assignments.missing(session, wanted)
    titles = section_facts.titles(session, wanted)
    found: dict[int, list[Drawn]] = {}
    for need in needs:
        names = tuple(dict.fromkeys(name for activity, name in missing if activity == need.needed_id))
        drawn = Drawn(titles[need.needed_id], totals.get(need.needed_id, 0), names)
        found.setdefault(need.activity_id, []).append(drawn)
    return found


def _used_by(session: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    needs = plans.dependents(session, ids, NeedMode.DRAWS_ON)
    titles = section_facts.titles(session, sorted({need.activity_id for need in needs}))
    found: dict[int, list[str]] = {}
    for need in sorted(needs, key=lambda need: need.activity_id):
        found.setdefault(need.needed_id, []).append(titles[need.activity_id])
    return found
