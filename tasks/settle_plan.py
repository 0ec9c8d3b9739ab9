"""One task run per plan and pass: close the plan if all is final, propose closing it if nothing more is to come."""

from __future__ import annotations

from datetime import datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from engine import close_plan
from engine.close_plan import PlanStanding
from tasks.batch import RETRY_DELAYS, is_passing
from tasks.resources import office


@task(
    name="Xét kết thúc kế hoạch", persist_result=False, cache_policy=NO_CACHE, retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS, retry_condition_fn=is_passing,
)  # fmt: skip
async def settle_plan(plan: str, now: datetime) -> PlanStanding:
    """Where the plan stands after the look."""
    return close_plan.settle_plan(office(), plan, now)
