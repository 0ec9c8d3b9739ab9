"""What all our tasks have in common: nothing cached, nothing persisted, a second try after a passing fault of the database."""

from __future__ import annotations

from typing import Any

from config.errors import TryAgain
from prefect import Task
from prefect.client.schemas.objects import State, TaskRun
from sqlalchemy.exc import InterfaceError, OperationalError

#: Seconds before the second and the third try.
RETRY_DELAYS: list[float] = [1, 10]


async def is_passing(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether trying again may help: the database was locked or away. Each step is idempotent, so nothing is doubled."""
    error = await state.result(raise_on_failure=False)
    return isinstance(error, OperationalError | InterfaceError | TryAgain)
