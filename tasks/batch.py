"""What all our tasks have in common: another try after a passing fault of the database."""

from __future__ import annotations

from typing import Any

from prefect import Task
from prefect.client.schemas.objects import State, TaskRun
from sqlalchemy.exc import InterfaceError, OperationalError

from config.errors import TryAgain

#: Seconds before the second and the third try.
RETRY_DELAYS: list[float] = [1, 10]


def is_passing(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether trying again may help: the database was locked or away. Every step is idempotent."""
    return isinstance(state.data, OperationalError | InterfaceError | TryAgain)
