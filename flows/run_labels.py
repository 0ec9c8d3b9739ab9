"""What a run is called and tagged on the dashboard, and the names of its final states."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from prefect.client.schemas.objects import State
from prefect.context import TagsContext
from prefect.runtime import flow_run as run
from prefect.states import Completed

from config.settings import ROOT
from config.timezone import local_day
from engine.section_view import SectionView
from engine.standing import PlanOverview
from models.moves import State as Progress
from models.plan import PlanState, SectionState
from rules.periods import quarter_of

#: Where what a failed run raised is kept (nothing else is). Naming it spares each run two questions to the server.
RESULTS = ROOT / "data" / "prefect"
#: Names of completed runs: waiting and being late are no failures of the software.
WAITING, LATE, FOLLOWED, DONE = "Chờ điều kiện", "Quá hạn", "Đang theo dõi", "Đã xong"


def run_name() -> str:
    """ "Ban hành kế hoạch · soc-trang-2022 · 28/02/2022": the flow, the plan, the plan's own date."""
    moment: datetime = run.parameters.get("now") or run.scheduled_start_time
    parts = [run.flow_name, run.parameters.get("plan"), f"{local_day(moment):%d/%m/%Y}"]
    return " · ".join(part for part in parts if part)


def run_tags(plan: str, province: str, day: date) -> list[str]:
    """By which runs are found on the dashboard."""
    return [f"ke-hoach:{plan}", f"tinh:{province}", quarter_tag(day)]


def quarter_tag(day: date) -> str:
    """ "quy:2022-Q1"."""
    return f"quy:{day.year}-Q{quarter_of(day)}"


def untagged() -> TagsContext:
    """Within it, task runs do not take over the run's tags: for a tagged one the server is asked for a free slot."""
    return TagsContext(current_tags=set())


def section_state(view: SectionView, message: str) -> State[Any]:
    """Where a section stands, as the final state of its run."""
    if view.state is SectionState.CLOSED:
        return Completed(name=DONE, message=message)
    if view.late:
        return Completed(name=LATE, message=message)
    if all(duty.state is Progress.WAITING for duty in view.duties):
        return Completed(name=WAITING, message=message)
    return Completed(name=FOLLOWED, message=message)


def plan_state(plan: PlanOverview, message: str, ran: list[str]) -> State[Any]:
    """Where a plan stands; the state's result is the keys of the sections that were run."""
    if plan.state is PlanState.CLOSED:
        name = DONE
    elif plan.late:
        name = LATE
    elif all(section.state is SectionState.WAITING for section in plan.sections):
        name = WAITING
    else:
        name = FOLLOWED
    return Completed(name=name, message=message, data=ran)
