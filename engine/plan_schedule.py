"""The schedules of a plan's sections, made from the windows of its assignments."""

from __future__ import annotations

from datetime import date

from engine.office import Office
from models.plan import Plan
from rules.schedule import SectionSchedule, Window, section_schedule
from store import plans, section_facts


def plan_schedule(office: Office, plan_id: str) -> list[tuple[str, str, SectionSchedule]]:
    """(key, title, schedule) of each section, in the order of the plan; raises `NotFound`."""
    with office.database.read() as session:
        plan = plans.plan(session, plan_id)
        spans = section_facts.windows(session, plan_id)
        found: list[tuple[str, str, SectionSchedule]] = []
        for section in plans.sections(session, plan_id):
            mine = [_window(plan, opens, due, ends) for number, opens, due, ends in spans if number == section.id]
            schedule = section_schedule(mine, plan.issued_on, office.calendar)
            if schedule is not None:
                found.append((section.key, section.title, schedule))
        return found


def _window(plan: Plan, opens: date, due: date | None, ends: date | None) -> Window:
    return Window(opens, due or ends or date(plan.last_year, 12, 31), dated=due is not None)
