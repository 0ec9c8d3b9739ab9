"""Where a plan stands at a moment: per section and per duty, as values for a table, a page or a machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from config.timezone import LOCAL, local_day
from engine.office import Office
from models.moves import OUTSTANDING, State
from models.plan import PlanState, SectionState
from store import dispatches, plans
from store import standing as store
from store.standing import DutyFilter, LocalNow


@dataclass(frozen=True, slots=True)
class SectionStanding:
    """One section."""

    key: str
    title: str
    state: SectionState
    opened_on: date | None
    closed_on: date | None
    by_state: dict[State, int]
    late: int  #: đang trễ hạn
    next_at: datetime | None  #: lần tới có việc cho phần mềm

    @property
    def assigned(self) -> int:
        """All its assignments."""
        return sum(self.by_state.values())


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """One plan."""

    id: str
    title: str
    state: PlanState
    closed_on: date | None
    sections: tuple[SectionStanding, ...]
    items: int  #: việc chờ người quyết
    drafts: int  #: dự thảo công văn chờ ký
    queued: int  #: thư chờ gửi (mọi kế hoạch)

    @property
    def late(self) -> int:
        """Late now, over all sections."""
        return sum(section.late for section in self.sections)


@dataclass(frozen=True, slots=True)
class DutyStanding:
    """One assignment."""

    key: str
    section: str
    activity: str
    agency_id: str
    agency: str
    state: State
    last_day: date | None
    days_late: int  #: số ngày (theo lịch) đã quá hạn, 0 nếu không trễ
    broken: str | None


def overview(office: Office, plan_id: str, now: datetime) -> PlanOverview:
    """The plan at `now`; raises `NotFound`."""
    with office.database.read() as session:
        plan = plans.plan(session, plan_id)
        by_state, next_at = store.counts(session, plan_id), store.next_moments(session, plan_id)
        late = store.late_counts(session, plan_id, local_now(now))
        sections = tuple(
            SectionStanding(
                row.key, row.title, row.state, row.opened_on, row.closed_on,
                by_state.get(row.id or 0, {}), late.get(row.id or 0, 0), next_at.get(row.id or 0),
            )
            for row in plans.sections(session, plan_id)
        )  # fmt: skip
        items = len(dispatches.open_items(session, plan_id))
        drafts, queued = store.drafts(session, plan_id), store.queued(session)
        return PlanOverview(plan.id, plan.title, plan.state, plan.closed_on, sections, items, drafts, queued)


def duties(office: Office, plan_id: str, now: datetime, wanted: DutyFilter) -> list[DutyStanding]:
    """The plan's assignments, in its order; raises `NotFound` for an unknown plan."""
    moment = local_now(now)
    with office.database.read() as session:
        plans.plan(session, plan_id)
        return [
            DutyStanding(
                row.key, section.key, activity.title, agency.id, agency.name, row.state, row.current_due,
                _days_late(row.state, row.requested, row.current_due, moment.day), row.broken,
            )
            for row, activity, agency, section in store.duties(session, plan_id, moment, wanted)
        ]  # fmt: skip


def local_now(now: datetime) -> LocalNow:
    """The moment as plan-local day and time of day."""
    return LocalNow(local_day(now), now.astimezone(LOCAL).time())


def _days_late(state: State, requested: bool, due: date | None, today: date) -> int:
    if due is None or requested or state not in OUTSTANDING:
        return 0
    return max(0, (today - due).days)
