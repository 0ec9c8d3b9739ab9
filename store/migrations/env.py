"""Alembic's entry: over a connection handed in (`store.schema`), or alone (`alembic check`, `alembic revision`)."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import models.tables  # noqa: F401 - importing it fills the metadata
from config.settings import settings
from models.columns import Moment
from store.database import Database


def plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Our own column types as plain ones: a migration must not change its meaning with the code."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def migrate(connection: Connection) -> None:
    """Run what the command asked for, in the connection's transaction."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        compare_type=True,
        render_item=plain_type,
        render_as_batch=connection.dialect.name == "sqlite",  # SQLite alters a table by copying it
    )
    with context.begin_transaction():
        context.run_migrations()


def address() -> str:
    """The address given to Alembic, else the installation's."""
    return context.config.get_main_option("sqlalchemy.url") or settings().database


def run() -> None:
    """Over the connection handed in, or over one of our own."""
    given: Connection | None = context.config.attributes.get("connection")
    if given is not None:
        migrate(given)
        return
    database = Database(address())
    try:
        with database.engine.begin() as connection:
            migrate(connection)
    finally:
        database.dispose()


def print_sql() -> None:
    """`--sql`: only write the statements, for a database somebody else looks after."""
    context.configure(
        url=address(), target_metadata=SQLModel.metadata, literal_binds=True, dialect_opts={"paramstyle": "named"}
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    print_sql()
else:
    run()
