"""The schema the migrations build: equal to the models on both databases, reversible, and strict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import SQLModel

from models.columns import Moment
from models.dispatch import ItemKind
from models.tables import TABLES
from store.database import Database
from store.schema import alembic_config, ensure_schema

NOW = datetime(2022, 4, 1, 7, 30, tzinfo=timezone(timedelta(hours=7)))
PARTIAL = {
    "ux_extension_open": "asked", "ix_notice_pending": "pending", "ix_mail_queued": "queued",
    "ix_activity_period_due": "expanded_at",
}  # fmt: skip


def tables() -> list[sa.Table]:
    """All tables of the models, parents first."""
    assert TABLES
    return SQLModel.metadata.sorted_tables


def differences(database: Database) -> list[Any]:
    """What `alembic revision --autogenerate` would still change."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, SQLModel.metadata))


def choices() -> Iterator[tuple[sa.Table, sa.Column[Any], sa.Enum]]:
    """Every column with a closed list."""
    for table in tables():
        for column in table.columns:
            if isinstance(column.type, sa.Enum):
                yield table, column, column.type


EXAMPLES = {
    sa.String: "x", sa.Integer: 1, sa.Boolean: False, sa.LargeBinary: b"x", sa.JSON: "[]",
    sa.Date: "2022-01-01", sa.Time: "17:00:00", sa.DateTime: "2022-04-01 00:30:00+00:00",
}  # fmt: skip


def good_value(column: sa.Column[Any]) -> Any:
    """A value that fits; all texts are "x" and all numbers 1, so every reference finds its row."""
    if isinstance(column.type, sa.Enum):
        return column.type.enums[0]
    plain = column.type.impl_instance if isinstance(column.type, sa.TypeDecorator) else column.type
    return next(value for kind, value in EXAMPLES.items() if isinstance(plain, kind))


def raw_insert(connection: sa.Connection, table: sa.Table, change: dict[str, Any] | None = None) -> None:
    """One row by plain SQL, past every check of Python."""
    row = {column.name: good_value(column) for column in table.columns} | (change or {})
    quoted = connection.dialect.identifier_preparer.quote
    names = ", ".join(quoted(name) for name in row)
    values = ", ".join(f":{name}" for name in row)
    connection.execute(sa.text(f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({values})"), row)


def test_the_models_have_all_tables() -> None:
    assert len(tables()) == 23


def test_upgrade_from_nothing_equals_the_models(empty_database: Database) -> None:
    ensure_schema(empty_database)
    assert differences(empty_database) == []
    names = set(sa.inspect(empty_database.engine).get_table_names())
    assert names == {table.name for table in tables()} | {"alembic_version"}


def test_a_forgotten_column_would_be_seen(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE plan DROP COLUMN document_hash"))
    assert [change[0] for change in differences(database)] == ["add_column"]


def test_down_to_nothing_and_up_again(database: Database) -> None:
    config = alembic_config(database)
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert sa.inspect(database.engine).get_table_names() == ["alembic_version"]
    ensure_schema(database)
    assert differences(database) == []


def test_alembic_check_alone(database: Database) -> None:
    command.check(alembic_config(database))


def test_a_second_call_only_looks(database: Database) -> None:
    with database.engine.begin() as connection:
        raw_insert(connection, tables()[0])
    statements: list[str] = []
    sa.event.listen(database.engine, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    ensure_schema(database)
    assert 1 <= len(statements) <= 6  # it takes milliseconds: the schema is not walked through again
    assert not [statement for statement in statements if statement.startswith(("CREATE", "ALTER", "DROP", "INSERT"))]
    with database.engine.connect() as connection:
        assert connection.execute(sa.select(tables()[0])).all()


def test_a_good_row_fits_into_every_table(database: Database) -> None:
    with database.engine.begin() as connection:
        for table in tables():
            raw_insert(connection, table)
    with database.engine.connect() as connection:
        assert all(len(connection.execute(sa.text(f'SELECT 1 FROM "{table.name}"')).all()) == 1 for table in tables())


def test_rubbish_in_a_closed_list_is_refused(database: Database) -> None:
    refused = []
    with database.engine.begin() as connection:
        for table in tables():
            for owner, column, kind in choices():
                if owner is table:
                    with pytest.raises(IntegrityError, match=str(kind.name)), connection.begin_nested():
                        raw_insert(connection, table, {column.name: "rubbish"})
                    refused.append((table.name, column.name))
            raw_insert(connection, table)
    assert refused == [(table.name, column.name) for table, column, _ in choices()]
    assert len(refused) == 26


def test_the_name_of_a_member_is_rubbish_too(database: Database) -> None:
    """SQLAlchemy would store `SO` for AgencyClass.SO; we store the value."""
    with database.engine.begin() as connection:
        with pytest.raises(IntegrityError), connection.begin_nested():
            raw_insert(connection, SQLModel.metadata.tables["agency"], {"klass": "SO"})
        raw_insert(connection, SQLModel.metadata.tables["agency"], {"klass": "so"})


def test_a_moment_without_zone_is_refused(database: Database) -> None:
    for table in tables():
        for column in (column for column in table.columns if isinstance(column.type, Moment)):
            with database.engine.connect() as connection, pytest.raises(StatementError, match="naive moment"):
                connection.execute(sa.update(table).values({column.name: NOW.replace(tzinfo=None)}))


def test_a_moment_comes_back_in_utc(database: Database) -> None:
    item = SQLModel.metadata.tables["item"]
    row = {"key": "k", "kind": ItemKind.SET_DATE, "title": "x", "detail": "", "raised_at": NOW}
    with database.engine.begin() as connection:
        connection.execute(sa.insert(item).values(row))
        back = connection.execute(sa.select(item.c.raised_at, item.c.done_at)).one()
    assert back == (NOW, None)
    assert back.raised_at.tzinfo is UTC


def test_moments_carry_their_zone_in_postgresql(postgres_url: str) -> None:
    database = Database(postgres_url)
    query = sa.text(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE data_type = :kind AND table_schema = 'public'"
    )
    with database.engine.connect() as connection:
        zoned = set(connection.execute(query, {"kind": "timestamp with time zone"}))
        naked = connection.execute(query, {"kind": "timestamp without time zone"}).all()
    database.dispose()
    columns = [(table.name, column) for table in tables() for column in table.columns]
    assert zoned == {(name, column.name) for name, column in columns if isinstance(column.type, Moment)}
    assert naked == []


def test_partial_indexes_are_partial(database: Database) -> None:
    catalogue = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    if not database.is_sqlite:
        catalogue = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    with database.engine.connect() as connection:
        found = {name: sql for name, sql in connection.execute(sa.text(catalogue)) if "WHERE" in sql}
    assert found.keys() == PARTIAL.keys()
    assert all(value in found[name] for name, value in PARTIAL.items())


def test_two_open_extensions_are_refused(database: Database) -> None:
    with database.engine.begin() as connection:
        for table in tables():
            raw_insert(connection, table, {"state": "asked"} if table.name == "extension" else None)
        extension = SQLModel.metadata.tables["extension"]
        with pytest.raises(IntegrityError), connection.begin_nested():
            raw_insert(connection, extension, {"id": 2, "state": "asked"})
        raw_insert(connection, extension, {"id": 3, "state": "granted"})
