"""Fixtures for everybody: a clean environment, and databases built by the migrations."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from config.settings import Settings
from postgres_server import Postgres, PostgresAbsent, start_postgres
from store.database import Database
from store.schema import ensure_schema

OURS = ("DONDOC_", "PREFECT_")


def pytest_configure() -> None:
    """A developer's own settings must not reach the tests (nor the processes they start)."""
    for name in [name for name in os.environ if name.startswith(OURS) and name != "DONDOC_RECORD"]:
        del os.environ[name]
    Settings.model_config["env_file"] = None
    # At home every run looks for new examples; what a build server says must not depend on luck.
    hypothesis_settings.register_profile("ci", derandomize=True)
    if os.environ.get("CI"):
        hypothesis_settings.load_profile("ci")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server of this test process. It may be absent at home, never in CI."""
    try:
        server = start_postgres()
    except PostgresAbsent as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def postgres_template(postgres: Postgres) -> str:
    """The name of a database with the newest schema, to be copied."""
    _migrate(postgres.create("template_dondoc"))
    return "template_dondoc"


@pytest.fixture
def postgres_url(postgres: Postgres, postgres_template: str) -> Iterator[str]:
    """A fresh PostgreSQL database with the newest schema."""
    url = postgres.create(postgres.fresh_name(), template=postgres_template)
    yield url
    postgres.drop(url)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest schema, to be copied."""
    path = tmp_path_factory.mktemp("schema") / "template.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh SQLite database with the newest schema."""
    path = shutil.copy(sqlite_template, tmp_path / "dondoc.db")
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database with the newest schema, on both."""
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The same, opened."""
    opened = Database(database_url, "OFF")
    yield opened
    opened.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without any table, on both."""
    if request.param == "sqlite":
        opened = Database(f"sqlite:///{tmp_path / 'empty.db'}", "OFF")
        yield opened
        opened.dispose()
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.create(server.fresh_name())
    opened = Database(url)
    yield opened
    opened.dispose()
    server.drop(url)


def _migrate(url: str) -> None:
    database = Database(url, "OFF")
    ensure_schema(database)
    database.dispose()
