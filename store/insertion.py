"""Insert rows that may be there already: doing twice is refused by the database, silently and in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

#: Rows per statement: SQLite allows 32,766 bound values, PostgreSQL 65,535.
_BOUND_VALUES = 30_000


def insert_new(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> int:
    """Insert those rows whose unique keys are not there yet; returns how many were new."""
    if not rows:
        return 0
    made = 0
    size = max(1, _BOUND_VALUES // len(rows[0]))
    for start in range(0, len(rows), size):
        made += _insert(session, table, rows[start : start + size])
    return made


def _insert(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> int:
    target = table.__table__  # type: ignore[attr-defined]
    build = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = build(target).values(list(rows)).on_conflict_do_nothing()
    return session.execute(statement).rowcount  # type: ignore[attr-defined, return-value]
