"""Bringing a database to the schema of this version, through the migrations."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from store.database import Database
from store.errors import SchemaOutOfDate

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def ensure_schema(database: Database) -> None:
    """Create or upgrade; does nothing when the schema is the newest."""
    config = alembic_config(database)
    scripts = ScriptDirectory.from_config(config)
    with database.engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    if found == scripts.get_current_head():
        return
    if found is not None and found not in {script.revision for script in scripts.walk_revisions()}:
        raise SchemaOutOfDate(f"Cơ sở dữ liệu thuộc phiên bản mới hơn ({found}); xin dùng đúng phiên bản phần mềm.")
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def alembic_config(database: Database) -> Config:
    """Alembic over our migrations and this database."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("sqlalchemy.url", database.url.replace("%", "%%"))
    return config
