"""One task run per working day: the digests of 08:00, over all sections and plans."""

from __future__ import annotations

from datetime import datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from engine import compose
from engine.compose import Composed
from tasks.batch import RETRY_DELAYS, is_passing
from tasks.resources import office


@task(
    name="Soạn thư tổng hợp", persist_result=False, cache_policy=NO_CACHE, retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS, retry_condition_fn=is_passing,
)  # fmt: skip
async def compose_digests(now: datetime) -> Composed:
    """Compose what is to be told today; nothing before 08:00 or on a day off."""
    return compose.compose_digests(office(), now)
