"""A real Prefect server for tests, on a copy of the empty database that the installation keeps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tasks.prefect_server import LocalServer
from tasks.prefect_template import make_template


@contextmanager
def started(home: Path) -> Iterator[LocalServer]:
    """A server of its own in `home`, on a free port; ended with everything it started."""
    make_template()
    with LocalServer(home) as server:
        yield server
