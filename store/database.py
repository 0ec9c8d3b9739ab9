"""Opening the database: SQLite as the embedded default, PostgreSQL when grown up. Same code on both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

import models.tables  # noqa: F401 - a statement may touch a table whose module nobody else has imported

Synchronous = Literal["FULL", "NORMAL", "OFF"]


class Database:
    """Hands out transactions. `begin` writes (commits on success), `read` only looks."""

    def __init__(self, url: str, synchronous: Synchronous = "FULL") -> None:
        """`synchronous` is SQLite's: FULL survives a power cut, NORMAL a killed process, OFF is for simulations."""
        self.url = url
        self.engine = _engine(url, synchronous)
        self._reader = self.engine.execution_options(dondoc_read=True)
        self._joined: ContextVar[Session | None] = ContextVar("joined", default=None)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def begin(self, *, looks: bool = True) -> Iterator[Session]:
        """One transaction: commit on success, roll back on error.

        Done together with others, what they changed is written first; an act that `looks` only at its own rows
        may say so, and a day of such acts is then written at once.
        """
        joined = self._joined.get()
        if joined is not None:
            if looks:
                joined.flush()
            yield joined
            if looks:
                joined.flush()
            return
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several acts in one transaction: all of them or none (bulk acceptance, a simulated day)."""
        with self.begin() as session:
            token = self._joined.set(session)
            try:
                yield
            finally:
                self._joined.reset(token)
            session.flush()
            for finish in session.info.pop("last", {}).values():
                finish()

    def last(self, session: Session, key: object, finish: Callable[[], object]) -> None:
        """Run `finish` once at the end of what is done together, before it is committed; alone, run it at once."""
        if self._joined.get() is session:
            session.info.setdefault("last", {})[key] = finish
        else:
            session.flush()
            finish()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that writes nothing."""
        joined = self._joined.get()
        if joined is not None:
            joined.flush()
            yield joined
            return
        with Session(self._reader, expire_on_commit=False, autoflush=False) as session:
            yield session

    def dispose(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _plain_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _engine(url: str, synchronous: Synchronous) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url, json_serializer=_plain_json, pool_pre_ping=True)
    in_memory = url in {"sqlite://", "sqlite:///:memory:"}
    if in_memory:
        engine = create_engine(
            url, json_serializer=_plain_json, poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
    else:
        engine = create_engine(url, json_serializer=_plain_json, connect_args={"timeout": 60})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:  # pyright: ignore[reportUnusedFunction]
        connection.isolation_level = None  # the driver must not open transactions behind our back
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        if not in_memory:
            cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute(f"PRAGMA synchronous = {synchronous}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:  # pyright: ignore[reportUnusedFunction]
        # A writer takes the lock at once: a reader that turns writer half-way would fail instead of waiting.
        reading = connection.get_execution_options().get("dondoc_read")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine
