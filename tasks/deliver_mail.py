"""Sending what is queued, through the channel of this process."""

from __future__ import annotations

from datetime import datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from engine.deliver import Delivered, deliver
from tasks.batch import RETRY_DELAYS, is_passing
from tasks.resources import resources


async def send_queued(now: datetime) -> Delivered:
    """Send all mails due; each is marked as soon as the server has it, so a second try sends only the rest."""
    have = resources()
    return await deliver(have.office, have.channel, now, have.connections)


deliver_mail = task(
    name="Gửi thư", persist_result=False, cache_policy=NO_CACHE, retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS, retry_condition_fn=is_passing,
)(send_queued)  # fmt: skip
