"""`dondoc run`: bring everything up to date now, once; what the service does by itself every working day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.days import moment_text
from cli.group import add
from cli.invocation import Invocation, of
from cli.parameters import Json

if TYPE_CHECKING:
    from datetime import datetime

    from engine.compose import Composed
    from engine.deliver import Delivered
    from engine.round import Round

NoMail = Annotated[bool, typer.Option("--no-mail", help="Soạn nhưng không gửi thư.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "run", run)


def run(ctx: typer.Context, no_mail: NoMail = False, as_json: Json = False) -> None:
    """Cập nhật ngay: mở việc, nhắc, khép kỳ, soạn thư tổng hợp, dự thảo công văn, gửi thư."""
    from cli.exit import ExitCode
    from engine.compose import compose_digests
    from engine.deliver import Delivered
    from engine.draft_letter import write_drafts
    from engine.round import sweep_all

    call = of(ctx)
    swept = sweep_all(call.office, call.now)
    composed = compose_digests(call.office, call.now)
    letters = write_drafts(call.office, None, drafts_folder(call))
    if not as_json:
        _say(swept, composed, letters)
    delivered = Delivered() if no_mail else _deliver(call)
    queued, next_try = _queue(call)
    if as_json:
        _say_json(swept, composed, letters, delivered, queued)
    else:
        _say_mail(_way(call), delivered, queued, next_try, no_mail)
    if swept.failed:
        raise typer.Exit(ExitCode.NEEDS_PERSON)
    if queued and not no_mail:
        raise typer.Exit(ExitCode.TRY_AGAIN)


def drafts_folder(call: Invocation) -> Path:
    """Where draft letters lie until somebody signs them."""
    return call.settings.data / "dispatches"


def _deliver(call: Invocation) -> Delivered:
    import asyncio

    from engine.deliver import deliver
    from tasks.resources import make_channel

    async def send() -> Delivered:
        channel = make_channel(call.settings)
        try:
            return await deliver(call.office, channel, call.now, call.settings.smtp_connections)
        finally:
            await channel.close()

    return asyncio.run(send())


def _queue(call: Invocation) -> tuple[int, datetime | None]:
    from store import mails, standing

    with call.office.database.read() as session:
        return standing.queued(session), mails.next_try(session)


def _say(swept: Round, composed: Composed, letters: list[Path]) -> None:
    from cli.printing import say

    for section in swept.sections:
        done = section.done
        told = max(0, done.notices - done.opened - done.rungs)  # an opening and a draft's line are notices too
        broken = f", LỖI {done.failed}" if done.failed else ""
        say(
            f"{section.plan_id} · {section.title}: mở {done.opened}, nhắc {told}, "
            f"đưa vào dự thảo công văn {done.rungs}, hết kỳ {done.lapsed}{broken}"
        )
    if not swept.sections:
        say("Không có việc nào đến lúc.")
    for plan_id in swept.closed:
        say(f"Kế hoạch {plan_id} đã kết thúc: mọi nhiệm vụ đã xong.")
    for plan_id in swept.proposed:
        say(f"Đề nghị kết thúc kế hoạch {plan_id}: dondoc plan close {plan_id}")
    if swept.failed:
        say(f"{swept.failed} nhiệm vụ có lỗi: dondoc item list")
    say(f"Thư tổng hợp: soạn {composed.digests} (báo {composed.told} việc, bỏ {composed.dropped}).")
    if letters:
        say(f"Dự thảo công văn chờ ký: {len(letters)} tệp trong {letters[0].parent}")


def _way(call: Invocation) -> str:
    """How mails leave: without a mail server they only become files, and that must be said."""
    if call.settings.smtp_host:
        return "Gửi thư"
    return f"Chưa cấu hình máy chủ thư, thư chỉ được ghi vào {call.settings.data / 'mails'}"


def _say_mail(how: str, delivered: Delivered, queued: int, next_try: datetime | None, no_mail: bool) -> None:
    from cli.printing import say

    if no_mail:
        say(f"Không gửi thư; {queued} thư chờ gửi.")
        return
    say(f"{how}: xong {delivered.sent}, bị từ chối {delivered.refused}, sẽ gửi lại {delivered.again}.")
    if queued:
        say(f"Còn {queued} thư chờ gửi; lần thử sau: {moment_text(next_try)}.")


def _say_json(swept: Round, composed: Composed, letters: list[Path], delivered: Delivered, queued: int) -> None:
    from dataclasses import asdict

    from cli.printing import say_json

    value: dict[str, Any] = {
        "sections": [asdict(section) for section in swept.sections],
        "closed": swept.closed,
        "proposed": swept.proposed,
        "digests": asdict(composed),
        "drafts": [str(path) for path in letters],
        "mails": asdict(delivered) | {"queued": queued},
    }
    say_json(value)
