"""Whether a database fits this version of the software; only looks."""

from __future__ import annotations

from enum import StrEnum

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import make_url

from store.database import Database
from store.schema import alembic_config


class SchemaState(StrEnum):
    """What the next command will find."""

    EMPTY = "empty"  #: chưa có bảng; sẽ được tạo
    OLD = "old"  #: của phiên bản trước; sẽ được nâng cấp
    CURRENT = "current"
    UNKNOWN = "unknown"  #: của phiên bản mới hơn: không được dùng


def schema_state(database: Database) -> SchemaState:
    """Raises SQLAlchemy's `OperationalError` when the database cannot be reached."""
    scripts = ScriptDirectory.from_config(alembic_config(database))
    with database.engine.connect() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        return SchemaState.EMPTY
    if revision == scripts.get_current_head():
        return SchemaState.CURRENT
    known = {script.revision for script in scripts.walk_revisions()}
    return SchemaState.OLD if revision in known else SchemaState.UNKNOWN


def sqlite_file(url: str) -> str | None:
    """The file of an SQLite database, None for any other."""
    parsed = make_url(url)
    return parsed.database if parsed.get_backend_name() == "sqlite" else None
