"""Starting runs: at top level from within a run (a sub-flow with a task in it costs more than a second), to a state."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextvars import ContextVar, copy_context
from typing import Any, TypeVar

from prefect import Flow
from prefect.client.schemas.objects import State
from prefect.context import FlowRunContext, TaskRunContext

T = TypeVar("T")


async def at_top_level(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Await `work` as if no flow were running: same settings, clients and resources, but no parent run."""
    context = copy_context()
    for parent in (FlowRunContext, TaskRunContext):
        variable: ContextVar[Any] = parent.__var__
        context.run(variable.set, None)
    return await asyncio.get_running_loop().create_task(work(), context=context)


async def run_to_state(flow: Flow[..., Any], *arguments: object) -> State[Any]:
    """Run a flow to its end; a failed run comes back as its state instead of raising."""
    return await flow(*arguments, return_state=True)
