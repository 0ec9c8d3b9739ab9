"""The Word files of the day's draft urging letters: drafts only, a person signs."""

from __future__ import annotations

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from engine.draft_letter import write_drafts
from store import dispatches
from tasks.batch import RETRY_DELAYS, is_passing
from tasks.resources import office, resources


def has_drafts() -> bool:
    """Whether any draft waits for a signature: mostly there is none, and a task run is not free."""
    with office().database.read() as session:
        return bool(dispatches.drafts(session))


@task(
    name="Dự thảo công văn đôn đốc", persist_result=False, cache_policy=NO_CACHE, retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS, retry_condition_fn=is_passing,
)  # fmt: skip
async def draft_dispatches() -> list[Path]:
    """Write all drafts into the folder; equal rows give equal bytes, so writing twice changes nothing."""
    return write_drafts(office(), None, resources().folder)
