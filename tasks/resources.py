"""The one place that turns settings into real objects: database, calendar, mail channel. Nothing is built at import."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from config.clock import now
from config.settings import Settings, settings
from config.timezone import local_day
from documents.working_calendar import read_calendar
from engine.office import MailSender, Office
from notifications.channel import Channel
from notifications.folder import FolderChannel
from notifications.smtp import SmtpChannel
from notifications.smtp_address import Security, SmtpAddress
from store.database import Database
from store.schema import ensure_schema

#: Years of calendar around the present: plans may have begun long ago and run for years.
_BACK, _AHEAD = 8, 8


def make_office(config: Settings, moment: datetime) -> Office:
    """The office of an installation, its database brought up to date."""
    config.data.mkdir(parents=True, exist_ok=True)
    database = Database(config.database, config.sqlite_synchronous)
    ensure_schema(database)
    year = local_day(moment).year
    calendar = read_calendar(config.plans / "calendar", year - _BACK, year + _AHEAD)
    return Office(database, calendar, make_sender(config))


def make_sender(config: Settings) -> MailSender:
    """Who our mails come from."""
    default = MailSender()
    return MailSender(
        name=config.mail_name,
        address=config.mail_address,
        domain=config.mail_domain or config.mail_address.partition("@")[2],
        reply_to=config.mail_reply_to,
        how_to_answer=config.mail_how_to_answer or default.how_to_answer,
    )


def make_channel(config: Settings) -> Channel:
    """SMTP when a server is configured, else .eml files in the data folder."""
    if not config.smtp_host:
        return FolderChannel(outbox_folder(config))
    address = SmtpAddress(
        host=config.smtp_host,
        port=config.smtp_port,
        security=Security(config.smtp_security),
        username=config.smtp_username,
        password=config.smtp_password.get_secret_value() if config.smtp_password else None,
        timeout=config.smtp_timeout,
        ca_file=str(config.smtp_ca_file) if config.smtp_ca_file else None,
    )
    return SmtpChannel(address, config.smtp_connections)


def outbox_folder(config: Settings) -> Path:
    """Where mails go while no server is configured."""
    return config.data / "mails"


def drafts_folder(config: Settings) -> Path:
    """Where draft letters lie until somebody signs them."""
    return config.data / "dispatches"


@dataclass(frozen=True, slots=True)
class Resources:
    """What a flow works with."""

    office: Office
    channel: Channel
    folder: Path  #: nơi đặt dự thảo công văn
    connections: int = 4  #: số thư gửi cùng lúc


_USED: ContextVar[Resources | None] = ContextVar("dondoc_resources", default=None)


@contextmanager
def use(office: Office, channel: Channel, folder: Path, connections: int = 4) -> Iterator[Resources]:
    """Let the flows called inside work with these (tests, the demo, the service) instead of the settings'."""
    chosen = Resources(office, channel, folder, connections)
    token = _USED.set(chosen)
    try:
        yield chosen
    finally:
        _USED.reset(token)


def resources() -> Resources:
    """What `use` installed, else what the settings say; the latter is made once per process."""
    return _USED.get() or _of_process()


def office() -> Office:
    """The office of this process."""
    return resources().office


@cache
def _of_process() -> Resources:
    config = settings()
    channel = make_channel(config)
    return Resources(make_office(config, now()), channel, drafts_folder(config), config.smtp_connections)
