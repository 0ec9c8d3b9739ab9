"""What flows look at, as plain values: what is due, a section, a plan, its schedule, the mails of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from config.timezone import local_day
from engine import plan_schedule, section_view, standing
from engine.section_view import SectionView
from engine.standing import PlanOverview
from models.kinds import SectionKind
from models.notice import MailState
from rules.schedule import SectionSchedule
from store import assignments, plans, section_facts
from tasks.resources import office


@dataclass(frozen=True, slots=True)
class DueSection:
    """A section with something due."""

    plan: str
    key: str
    kind: SectionKind
    province: str


def due_sections(plan: str, now: datetime) -> list[DueSection]:
    """The sections of a plan that something is due in, in the order of the plan."""
    with office().database.read() as session:
        found = [plans.section(session, number) for number in assignments.due_sections(session, now, plan)]
        province = plans.plan(session, plan).province
        return [DueSection(plan, row.key, row.kind, province) for row in found]


def due_plans(now: datetime) -> list[str]:
    """Running plans with a section to advance, or an end to look at."""
    with office().database.read() as session:
        ending = set(assignments.plans_to_settle(session, now))
        running = plans.active(session)
        return [row.id for row in running if row.id in ending or assignments.due_sections(session, now, row.id)]


def province_of(plan: str) -> str:
    """The province of a plan; raises `NotFound`."""
    with office().database.read() as session:
        return plans.plan(session, plan).province


def activated_on(plan: str) -> date:
    """The plan-local day on which the plan was activated."""
    with office().database.read() as session:
        return local_day(plans.plan(session, plan).activated_at)


def read_section(plan: str, section: str, now: datetime) -> SectionView:
    """A section at a moment."""
    return section_view.view_section(office(), plan, section, now)


def read_plan(plan: str, now: datetime) -> PlanOverview:
    """A plan at a moment."""
    return standing.overview(office(), plan, now)


def read_schedule(plan: str) -> list[tuple[str, str, SectionSchedule]]:
    """(key, title, schedule) of a plan's sections."""
    return plan_schedule.plan_schedule(office(), plan)


def read_mails(now: datetime) -> list[tuple[str, MailState, int]]:
    """(kind, state, how many) of the mails of the day."""
    with office().database.read() as session:
        return section_facts.mails_of_day(session, local_day(now))
