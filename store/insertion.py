"""Insert rows that may be there already: doing twice is refused by the database, silently and in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_new(session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> int:
    """Insert those rows whose unique keys are not there yet; returns how many were new. All rows have the same keys."""
    if not rows:
        return 0
    target = table.__table__  # type: ignore[attr-defined]
    connection = session.connection()
    # One statement, many parameter sets: compiled once, whatever the number of rows.
    if connection.dialect.name == "sqlite":
        return connection.execute(sqlite.insert(target).on_conflict_do_nothing(), list(rows)).rowcount
    key = next(iter(target.primary_key.columns))  # psycopg does not count the rows of many sets; what it returns does
    statement = postgresql.insert(target).on_conflict_do_nothing().returning(key)
    return len(connection.execute(statement, list(rows)).all())
