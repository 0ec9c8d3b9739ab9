"""The plan's flow: start the section flows that are due, each at top level; settle the plan; draw its progress."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from prefect import flow, get_run_logger
from prefect.client.schemas.objects import State

from config.clock import now as clock
from config.errors import Bug
from config.timezone import local_day
from engine.standing import PlanOverview
from flows.by_kind import start_section
from flows.run_labels import RESULTS, plan_state, run_name, untagged
from flows.top_level import at_top_level
from tasks.errors import SectionsFailed
from tasks.publish_artifacts import publish_progress, publish_schedule
from tasks.read_standing import activated_on, due_sections, read_plan, read_schedule
from tasks.settle_plan import settle_plan

#: A closing may wake a successor, which may lapse and wake another; such chains are short.
MOST_PASSES = 50
DESCRIPTION = (
    "Cập nhật các mục đến lượt của kế hoạch, xét kết thúc kế hoạch, vẽ tiến độ. "
    "Mỗi mục là một lần chạy riêng trên bảng theo dõi."
)


@flow(
    name="Thực hiện kế hoạch",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def carry_out_plan(plan: str, now: datetime | None = None) -> State[Any]:
    """Bring a plan up to date at `now` (default: the present); the result is the keys of the sections that were run.

    Raises `SectionsFailed` at the very end when a section's run failed.
    """
    moment = now or clock()
    ran, failed = await run_due_sections(plan, moment)
    with untagged():
        await settle_plan(plan, moment)
    standing = read_plan(plan, moment)
    await draw(standing, moment)
    line = summary(standing, ran)
    get_run_logger().info(line)
    if failed:
        raise SectionsFailed(f"Các mục gặp lỗi: {', '.join(failed)}. Xem lần chạy của từng mục.")
    return plan_state(standing, line, ran)


async def run_due_sections(plan: str, now: datetime) -> tuple[list[str], list[str]]:
    """Run what is due until nothing is; (keys that were run, keys whose run failed). A failed one is not run again."""
    ran: dict[str, None] = {}
    failed: dict[str, None] = {}
    for _ in range(MOST_PASSES):
        due = [section for section in due_sections(plan, now) if section.key not in failed]
        if not due:
            return list(ran), list(failed)
        for section in due:
            state = await at_top_level(partial(start_section, section, now))
            ran[section.key] = None
            if not state.is_completed():
                failed[section.key] = None
    raise Bug(f"{plan}: the sections {', '.join(ran)} do not come to rest in {MOST_PASSES} passes")


async def draw(standing: PlanOverview, now: datetime) -> None:
    """The progress of every run; the year's schedule on kick-off days and on the day of activation."""
    day = local_day(now)
    await publish_progress(standing, day)
    schedule = read_schedule(standing.id)
    if day == activated_on(standing.id) or any(day in plan.kickoffs for _, _, plan in schedule):
        await publish_schedule(standing.id, schedule)


def summary(standing: PlanOverview, ran: list[str]) -> str:
    """The one line of the run's log."""
    return (
        f"{standing.id}: {len(ran)} mục đã cập nhật ({', '.join(ran) or 'không có mục nào đến lượt'}); "
        f"trễ hạn {standing.late}, chờ người quyết {standing.items}, thư chờ gửi {standing.queued}."
    )
