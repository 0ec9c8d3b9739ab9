"""The one engine step: bring a section up to date at a moment. Idempotent, batched, one transaction per batch."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from config.timezone import local_day
from engine.act import wake_successors
from engine.ceased import settle_ceased
from engine.conditions import Conditions
from engine.drafting import Climbed, add_lines
from engine.expand_period import expand_due
from engine.office import Office
from engine.section_state import settle_section
from engine.succeed import succeed
from engine.sweep_row import Frame, Swept, sweep_row
from models.assignment import Assignment
from models.dispatch import ItemKind
from models.notice import Notice
from models.plan import Activity, Plan, PlanState, SectionState
from rules.policies import from_stored
from store import assignments, dispatches, plan_work, plans
from store.insertion import insert_new

log = logging.getLogger(__name__)

#: Rows per transaction: some hundred milliseconds of work.
BATCH = 1000


@dataclass(slots=True)
class Advanced:
    """What a sweep of a section did."""

    opened: int = 0
    notices: int = 0
    rungs: int = 0
    lapsed: int = 0
    failed: int = 0
    state: SectionState | None = None

    def __bool__(self) -> bool:
        return bool(self.opened or self.notices or self.rungs or self.lapsed or self.failed)


def advance(office: Office, section_id: int, now: datetime) -> Advanced:
    """Open, remind, climb, lapse: everything due in the section up to `now`. A second call does nothing."""
    done = Advanced()
    while True:
        lapsed = done.lapsed
        with office.database.begin() as session:
            section = plans.section(session, section_id)
            plan = plans.plan(session, section.plan_id)
            rows = ()
            if plan.state is PlanState.ACTIVE:
                prepare(office, session, plan, now)
                rows = assignments.due(session, section_id, now, BATCH)
            if rows:
                _sweep(office, session, plan, rows, now, done)
            done.state = settle_section(session, section_id)
        if len(rows) < BATCH and done.lapsed == lapsed:  # a lapse may have woken others of this very section
            return done


def prepare(office: Office, session: Session, plan: Plan, now: datetime) -> None:
    """What the plan as a whole has to do before its duties: first opening days (R43), then ended agencies (R48)."""
    looks = plan.succession_at is not None and plan.succession_at <= now
    if not looks and not plan_work.due_periods(session, plan.id, now):
        return
    plan_work.lock(session, plan)  # two sections may be swept at once
    expanded = expand_due(office, session, plan, now)
    if expanded is not None:  # what was given to another agency before its period began is looked at now
        plan.succession_at = min(expanded, plan.succession_at or expanded)
    if plan.succession_at is not None and plan.succession_at <= now:
        succeed(office, session, plan, now)


def _sweep(
    office: Office, session: Session, plan: Plan, rows: Sequence[Assignment], now: datetime, done: Advanced
) -> None:
    activities = plans.activities(session, rows[0].section_id)
    frames = _Frames(office, session, plan, activities, now)
    swept: list[tuple[Assignment, Swept]] = []
    changes: list[dict[str, Any]] = []
    for row in rows:
        try:
            outcome = sweep_row(frames(row.activity_id), row)
        except Exception as error:  # one broken row must not stop the sweep, and must be seen
            log.exception("assignment %s is broken", row.key)
            changes.append(_broken(office, session, row, error, now))
            done.failed += 1
            continue
        swept.append((row, outcome))
        changes.append(outcome.change)
    assignments.write_back(session, changes)
    assignments.write_events(session, [event for _, outcome in swept for event in outcome.events])
    done.notices += insert_new(session, Notice, [notice for _, outcome in swept for notice in outcome.notices])
    done.rungs += add_lines(session, plan, [rung for row, outcome in swept for rung in _climbed(row, outcome)], now)
    dispatches.raise_items(session, [_stuck(row, now) for row, outcome in swept if outcome.stuck])
    done.opened += sum(outcome.opened for _, outcome in swept)
    for row, outcome in swept:
        if outcome.lapsed_at is not None:
            if row.orphaned_at is not None:
                settle_ceased(session, plan, row.agency_id, now)
            done.lapsed += 1  # an ongoing duty has no last day, so it stands in no draft
            wake_successors(office, session, row, outcome.lapsed_at)


def _climbed(row: Assignment, outcome: Swept) -> list[Climbed]:
    days = outcome.change["original_due"], outcome.change["current_due"]
    return [Climbed(row, step, *days) for step in outcome.rungs]


class _Frames:
    """The frames of a section's activities, made when first asked: a broken activity stops its own rows only."""

    def __init__(
        self, office: Office, session: Session, plan: Plan, activities: Sequence[Activity], now: datetime
    ) -> None:
        self._office = office
        self._activities = {activity.id: activity for activity in activities}
        self._conditions = Conditions(session, activities)
        self._last = date(plan.last_year, 12, 31)
        self._now = now
        self._made: dict[int, Frame] = {}

    def __call__(self, activity_id: int) -> Frame:
        """The frame of one activity."""
        if activity_id not in self._made:
            activity = self._activities[activity_id]
            self._made[activity_id] = Frame(
                self._office, self._conditions, from_stored(activity.policy), activity.days_after,
                activity.working_days, activity.waits_for_any, self._last, self._now,
            )  # fmt: skip
        return self._made[activity_id]


def _stuck(row: Assignment, now: datetime) -> dict[str, object]:
    """Its last day has passed while it still waits: neither late nor done, so a person must decide."""
    return {
        "key": f"{ItemKind.STUCK.value}:{row.key}:{row.current_due}",
        "plan_id": row.plan_id,
        "kind": ItemKind.STUCK,
        "title": f"Hết hạn {row.current_due:%d/%m/%Y} nhưng nhiệm vụ vẫn chờ điều kiện",
        "detail": f"Nhiệm vụ {row.key}: ghi nhận sự kiện, gia hạn hoặc rút.",
        "raised_at": now,
    }


def _broken(office: Office, session: Session, row: Assignment, error: Exception, now: datetime) -> dict[str, Any]:
    """Keep the row as it is, say so, and try again on the next working day."""
    dispatches.raise_items(
        session,
        [
            {
                "key": f"{ItemKind.BROKEN_ROW.value}:{row.key}",
                "plan_id": row.plan_id,
                "kind": ItemKind.BROKEN_ROW,
                "title": f"Lỗi khi xử lý nhiệm vụ {row.key}",
                "detail": f"{type(error).__name__}: {error}",
                "raised_at": now,
            }
        ],
    )
    again = office.calendar.sweep_on(office.calendar.after(local_day(now), 1))
    kept = ("id", "state", "opened_at", "anchored_at", "original_due", "current_due", "closed_at", "exhausts_at", "seq")
    return {name: getattr(row, name) for name in kept} | {
        "next_action_at": again,
        "broken": f"{type(error).__name__}: {error}",
    }
