"""One task run per section and pass: the engine's `advance`, whatever the number of agencies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from engine.advance import advance
from engine.section_view import find_section
from tasks.batch import RETRY_DELAYS, is_passing
from tasks.resources import office


@dataclass(frozen=True, slots=True)
class Done:
    """What a sweep of a section did."""

    opened: int
    notices: int
    rungs: int
    lapsed: int
    failed: int


# The engine blocks the event loop for milliseconds; a thread would cost more and cross SQLite connections.
@task(
    name="Cập nhật nhiệm vụ", persist_result=False, cache_policy=NO_CACHE, retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS, retry_condition_fn=is_passing,
)  # fmt: skip
async def advance_section(plan: str, section: str, now: datetime) -> Done:
    """Bring the section up to date; raises `NotFound` for an unknown plan or section."""
    with office().database.read() as session:
        number = find_section(session, plan, section).id
    assert number is not None
    done = advance(office(), number, now)
    return Done(done.opened, done.notices, done.rungs, done.lapsed, done.failed)
