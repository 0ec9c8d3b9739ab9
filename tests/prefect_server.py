"""A real Prefect server for tests. Its empty database is kept in pytest's cache: Prefect's own migrations take 12 s."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import prefect
import pytest

from tasks.prefect_server import LocalServer


@contextmanager
def started(home: Path, config: pytest.Config) -> Iterator[LocalServer]:
    """A server of its own in `home`, on a free port; ended with everything it started."""
    template = config.cache.mkdir("prefect") / f"empty-{prefect.__version__}.db"
    server = LocalServer(home)
    home.mkdir(parents=True, exist_ok=True)
    if template.exists():
        _copy(template, server.database_file)
    with server:
        if not template.exists():
            fresh = template.with_suffix(f".{os.getpid()}")
            _copy(server.database_file, fresh)
            fresh.replace(template)
        yield server


def _copy(source: Path, target: Path) -> None:
    """A consistent copy, also while the server is writing."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
