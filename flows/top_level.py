"""Starting a run at top level from within a run: a sub-flow with a task in it costs more than a second, and hides."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextvars import copy_context
from typing import Any, TypeVar

from prefect.context import FlowRunContext, TaskRunContext

T = TypeVar("T")


async def at_top_level(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Await `work` as if no flow were running: same settings, clients and resources, but no parent run."""
    context = copy_context()
    for parent in (FlowRunContext, TaskRunContext):
        context.run(parent.__var__.set, None)
    return await asyncio.get_running_loop().create_task(work(), context=context)
