"""Databases that are thrown away (simulations): all tables at once, without the migrations."""

from __future__ import annotations

from sqlmodel import SQLModel

from store.database import Database


def create_tables(database: Database) -> None:
    """Create every table that is not there."""
    SQLModel.metadata.create_all(database.engine)
