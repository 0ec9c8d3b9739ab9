"""`dondoc mail`: what was sent to whom, to the byte."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.days import moment_text
from cli.group import add, new_group
from cli.invocation import of
from cli.parameters import Json

if TYPE_CHECKING:
    from email.message import EmailMessage

    from models.notice import Mail


class State(StrEnum):
    """The states of `models.notice.MailState`, which is too heavy to import for a help page."""

    QUEUED = "queued"
    SENT = "sent"
    REFUSED = "refused"


StateOption = Annotated[State | None, typer.Option("--state", help="Chỉ thư chờ gửi, đã gửi, bị từ chối.")]
Address = Annotated[str | None, typer.Option("--address", metavar="ĐỊA_CHỈ", help="Chỉ thư của địa chỉ này.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=10000, help="Số thư mới nhất.")]
MailNumber = Annotated[int, typer.Argument(metavar="SỐ", help="Số của thư (dondoc mail list).")]
Raw = Annotated[bool, typer.Option("--raw", help="Đúng từng byte như đã gửi.")]
Text = Annotated[bool, typer.Option("--text", help="Chỉ phần chữ.")]
Html = Annotated[bool, typer.Option("--html", help="Chỉ phần HTML.")]

_STATES = {"queued": "chờ gửi", "sent": "đã gửi", "refused": "bị từ chối"}


def make_group() -> typer.Typer:
    """The group `mail`."""
    group = new_group("Thư đã soạn và đã gửi.")
    add(group, "list", list_)
    add(group, "show", show)
    return group


def list_(
    ctx: typer.Context, state: StateOption = None, address: Address = None, limit: Limit = 50, as_json: Json = False
) -> None:
    """Thư mới nhất trước."""
    from cli.printing import say, say_json, table
    from models.notice import MailState
    from notifications.address import normalise_address
    from store import mails

    wanted = normalise_address(address) if address is not None else None
    with of(ctx).office.database.read() as session:
        found = mails.recent(session, limit, wanted, MailState(state) if state is not None else None)
    if as_json:
        say_json([_value(mail) for mail in found])
        return
    rows = [
        (
            mail.id,
            moment_text(mail.created_at),
            mail.address,
            mail.subject,
            mail.duties,
            _STATES[mail.state],
            mail.error,
        )
        for mail in found
    ]
    table(("Số", "Soạn lúc", "Địa chỉ", "Tiêu đề", "Việc", "Tình trạng", "Lỗi"), rows, right=[0, 4])
    say(f"{len(found)} thư.")


def show(ctx: typer.Context, number: MailNumber, raw: Raw = False, text: Text = False, html: Html = False) -> None:
    """Xem một thư."""
    from cli.printing import say
    from engine.outbox import raw_bytes
    from store import mails

    if raw + text + html > 1:
        raise typer.BadParameter("chỉ chọn một trong --raw, --text, --html.")
    with of(ctx).office.database.read() as session:
        mail = mails.mail(session, number)
    content = raw_bytes(mail.raw)
    if raw:
        sys.stdout.buffer.write(content)
        return
    message = _parsed(content)
    if not (text or html):
        for name in ("From", "To", "Reply-To", "Date", "Subject", "Message-ID"):
            if message[name] is not None:
                say(f"{name}: {message[name]}")
        sent = f" lúc {moment_text(mail.sent_at)}" if mail.sent_at is not None else ""
        say(f"Tình trạng: {_STATES[mail.state]}{sent}{f' ({mail.error})' if mail.error else ''}\n")
    part = message.get_body(("html",) if html else ("plain",))
    say(part.get_content() if part is not None else "(thư không có phần này)")


def _parsed(content: bytes) -> EmailMessage:
    from email import message_from_bytes
    from email.message import EmailMessage
    from email.policy import default

    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def _value(mail: Mail) -> dict[str, Any]:
    return mail.model_dump(exclude={"raw", "claimed_until"})
