"""`dondoc check`: is this installation fit to run?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from cli.group import add
from cli.invocation import Invocation, of
from cli.parameters import Json

if TYPE_CHECKING:
    from config.settings import Settings
    from engine.fitness import Finding

_MARKS = {"ok": "tốt", "warning": "lưu ý", "error": "LỖI", "again": "thử lại"}
#: Endings that no mail server on earth delivers to (RFC 2606).
_RESERVED = (".example", ".invalid", ".test")


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "check", check)


def check(ctx: typer.Context, as_json: Json = False) -> None:
    """Kiểm tra bản cài: cấu hình, tệp dữ liệu, lịch, cơ sở dữ liệu, địa chỉ, máy chủ thư."""
    from cli.exit import ExitCode
    from engine.fitness import Level

    found = _findings(of(ctx))
    _say(found, as_json)
    levels = {finding.level for finding in found}
    if Level.ERROR in levels:
        raise typer.Exit(ExitCode.NEEDS_PERSON)
    if Level.AGAIN in levels:
        raise typer.Exit(ExitCode.TRY_AGAIN)


def _findings(call: Invocation) -> list[Finding]:
    from cli.errors import BadSettings
    from config.timezone import local_day
    from engine.fitness import Finding, Level, check_calendar, check_database, check_files
    from store.database import Database

    try:
        config = call.settings
    except BadSettings as error:
        return [Finding("cấu hình", Level.ERROR, str(error))]
    today = local_day(call.now)
    database = Database(config.database)
    try:
        found = [*check_files(config.plans), *check_calendar(config.plans, today), *check_database(database, today)]
    finally:
        database.dispose()
    return found + _mail(config)


def _mail(config: Settings) -> list[Finding]:
    from engine.fitness import Finding, Level
    from tasks.resources import outbox_folder

    if not config.smtp_host:
        message = f"chưa cấu hình; thư được ghi thành tệp trong {outbox_folder(config)}."
        return [Finding("máy chủ thư", Level.WARNING, message, "Đặt DONDOC_SMTP_HOST khi đã sẵn sàng gửi thật.")]
    found = [_reached(config)]
    if config.mail_address.rpartition("@")[2].endswith(_RESERVED):
        message = f"địa chỉ người gửi {config.mail_address} chỉ là mẫu."
        found.append(Finding("người gửi", Level.ERROR, message, "Đặt DONDOC_MAIL_ADDRESS."))
    return found


def _reached(config: Settings) -> Finding:
    import asyncio

    from engine.fitness import Finding, Level
    from notifications.errors import MailTryAgain, SmtpMisconfigured
    from notifications.smtp import SmtpChannel
    from tasks.resources import make_channel

    server, channel = f"{config.smtp_host}:{config.smtp_port}", make_channel(config)
    assert isinstance(channel, SmtpChannel)
    try:
        asyncio.run(channel.reach())
    except MailTryAgain as error:
        return Finding("máy chủ thư", Level.AGAIN, f"{server}: {error}")
    except SmtpMisconfigured as error:
        return Finding("máy chủ thư", Level.ERROR, f"{server}: {error}")
    return Finding("máy chủ thư", Level.OK, f"{server}: đã kết nối, đăng nhập được.")


def _say(found: list[Finding], as_json: bool) -> None:
    from dataclasses import asdict

    from cli.printing import say, say_json

    if as_json:
        say_json([asdict(finding) for finding in found])
        return
    for finding in found:
        say(f"[{_MARKS[finding.level]}] {finding.what}: {finding.message}")
        if finding.hint:
            say(f"      → {finding.hint}")
