"""What every channel promises, whichever way the mail goes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from notifications.channel import Channel
from notifications.errors import WrongAddress
from notifications.folder import FolderChannel
from notifications.memory import MemoryChannel
from notifications.message import Message
from notifications.mime import build_mime
from notifications.smtp import SmtpChannel
from smtp_server import mail_server

SENDER = "stp@soctrang.gov.vn"


@dataclass
class Case:
    """A channel and what has arrived at its other end."""

    channel: Channel
    arrived: Callable[[], list[bytes]]


@pytest.fixture(params=["memory", "folder", "smtp"])
async def case(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Case]:
    if request.param == "memory":
        memory = MemoryChannel()
        yield Case(memory, lambda: [mail.raw for mail in memory.sent])
    elif request.param == "folder":
        folder = FolderChannel(tmp_path / "mails")
        yield Case(folder, lambda: [file.read_bytes() for file in (tmp_path / "mails").glob("*.eml")])
    else:
        async with mail_server() as server:
            channel = SmtpChannel(server.address(), connections=2)
            yield Case(channel, lambda: [raw for _, raw in server.received])
            await channel.close()


def mail(key: str, text: str = "Nội dung thư.\r\n") -> bytes:
    return build_mime(
        Message(
            key=key,
            domain="soctrang.gov.vn",
            sender_name="Sở Tư pháp tỉnh Sóc Trăng",
            sender_address=SENDER,
            to_name="Sở Y tế",
            to_address="soyte@soctrang.gov.vn",
            subject="Nhắc việc",
            text=text,
            html="<p>Nội dung thư.</p>",
            date=datetime(2022, 3, 1, 1, 0, tzinfo=UTC),
        )
    )


async def test_the_bytes_arrive_as_they_were_given(case: Case) -> None:
    raw = mail("a") + b".\r\n..a line with a leading dot\r\n"
    await case.channel.send(SENDER, "soyte@soctrang.gov.vn", raw)
    assert case.arrived() == [raw]


async def test_every_mail_of_a_crowd_arrives(case: Case) -> None:
    mails = [mail(f"crowd:{n}") for n in range(20)]
    await asyncio.gather(*(case.channel.send(SENDER, f"a{n}@x.vn", raw) for n, raw in enumerate(mails)))
    assert sorted(case.arrived()) == sorted(mails)


@pytest.mark.parametrize("address", ["", "không@x.vn", "a@b", "a@x.vn\r\nRCPT TO:<b@x.vn>", "a@x.vn, b@x.vn"])
async def test_a_wrong_address_is_refused_before_anything_is_sent(case: Case, address: str) -> None:
    with pytest.raises(WrongAddress):
        await case.channel.send(SENDER, address, mail("wrong"))
    assert case.arrived() == []


async def test_a_repeated_mail_keeps_its_message_id(case: Case) -> None:
    await case.channel.send(SENDER, "a@x.vn", mail("same"))
    await case.channel.send(SENDER, "a@x.vn", mail("same"))
    ids = {message_from_bytes(raw, policy=policy.default)["Message-ID"] for raw in case.arrived()}
    assert len(ids) == 1


async def test_closing_twice_and_sending_again_are_allowed(case: Case) -> None:
    await case.channel.send(SENDER, "a@x.vn", mail("one"))
    await case.channel.close()
    await case.channel.close()
    await case.channel.send(SENDER, "a@x.vn", mail("two"))
    assert len(case.arrived()) == 2
