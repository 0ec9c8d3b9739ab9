"""One connection to the Prefect server for many runs: a new client per run doubles what a run costs this process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from prefect.context import AsyncClientContext, SyncClientContext


@asynccontextmanager
async def shared_clients() -> AsyncIterator[None]:
    """All flows run inside use the same two clients; use it around a pass, a demo, a service."""
    with SyncClientContext.get_or_create():
        async with AsyncClientContext.get_or_create():
            yield
