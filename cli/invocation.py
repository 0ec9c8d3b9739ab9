"""What one call of a command works with: its moment, its settings, its office. All opened when first needed."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

import typer

from cli.errors import BadSettings

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import Settings
    from engine.office import Actor, Office


@dataclass
class Invocation:
    """Made once per call; `now` is read at its start and nowhere else."""

    now: datetime

    @cached_property
    def settings(self) -> Settings:
        """The installation's settings; raises `BadSettings`."""
        from pydantic import ValidationError

        from config.settings import Settings

        try:
            return Settings()
        except ValidationError as error:
            said = "; ".join(_setting(found) for found in error.errors())
            raise BadSettings(f"Cấu hình (biến DONDOC_… hoặc tệp .env) chưa đúng: {said}") from error

    @cached_property
    def office(self) -> Office:
        """The office, its database brought up to date."""
        from tasks.resources import make_office

        return make_office(self.settings, self.now)

    def close(self) -> None:
        """Give the database back, if it was opened."""
        if "office" in self.__dict__:
            self.office.database.dispose()

    @property
    def plans(self) -> Path:
        """The folder of plans, agencies, calendars."""
        return self.settings.plans


def of(ctx: typer.Context) -> Invocation:
    """The invocation a command belongs to."""
    found = ctx.find_root().obj
    assert isinstance(found, Invocation)
    return found


def person(name: str | None) -> Actor:
    """Who acts: the given name, else the one logged in."""
    from engine.office import Actor
    from models.kinds import ActorKind

    return Actor(ActorKind.COORDINATOR, name or _login())


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user in the password database, as in bare containers
        return "không rõ"


def _setting(found: object) -> str:
    assert isinstance(found, dict)
    name = "_".join(str(part) for part in found["loc"])
    return f"DONDOC_{name.upper()}: {found['msg']}" if name else str(found["msg"])
