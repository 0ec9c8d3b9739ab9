"""Everything a mail server can do to a mail, done by a real one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from notifications.errors import MailRefused, MailTryAgain, SmtpMisconfigured
from notifications.smtp import SmtpChannel
from smtp_server import MailServer, mail_server

SENDER, GOOD, BAD = "stp@soctrang.gov.vn", "soyte@soctrang.gov.vn", "soxaydung@soctrang.gov.vn"
RAW = b"Message-ID: <1@soctrang.gov.vn>\r\n\r\nbody\r\n"


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as server:
        yield server


@pytest.fixture
async def channel(server: MailServer) -> AsyncIterator[SmtpChannel]:
    channel = SmtpChannel(server.address())
    yield channel
    await channel.close()


async def test_a_refused_recipient_does_not_hold_up_the_next_mail(server: MailServer, channel: SmtpChannel) -> None:
    server.refuse[BAD] = "550 5.1.1 No such mailbox"
    with pytest.raises(MailRefused) as caught:
        await channel.send(SENDER, BAD, RAW)
    await channel.send(SENDER, GOOD, RAW)
    assert (caught.value.code, caught.value.text) == (550, "5.1.1 No such mailbox")
    assert server.received == [(GOOD, RAW)]


async def test_a_busy_mailbox_is_tried_again(server: MailServer, channel: SmtpChannel) -> None:
    server.refuse[GOOD] = "451 4.7.1 Greylisted"
    with pytest.raises(MailTryAgain) as caught:
        await channel.send(SENDER, GOOD, RAW)
    server.refuse.clear()
    await channel.send(SENDER, GOOD, RAW)
    assert caught.value.code == 451
    assert server.received == [(GOOD, RAW)]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("452 4.3.1 Disk full", MailTryAgain), ("552 5.3.4 Too big", MailRefused), ("554 5.6.0 Spam", MailRefused)],
)
async def test_the_answer_to_the_message_decides(
    server: MailServer, channel: SmtpChannel, answer: str, expected: type[Exception]
) -> None:
    server.refuse_data = answer
    with pytest.raises(expected):
        await channel.send(SENDER, GOOD, RAW)
    assert server.received == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("553 5.7.1 Sender not owned by you", SmtpMisconfigured),
        ("552 5.3.4 Too big", MailRefused),
        ("451 4.3.0 Later", MailTryAgain),
    ],
)
async def test_a_refused_sender_condemns_the_channel(
    server: MailServer, channel: SmtpChannel, answer: str, expected: type[Exception]
) -> None:
    server.refuse_sender = answer
    with pytest.raises(expected):
        await channel.send(SENDER, GOOD, RAW)


async def test_a_connection_cut_within_the_message_is_tried_again(server: MailServer, channel: SmtpChannel) -> None:
    server.cut_within_message = True
    with pytest.raises(MailTryAgain):
        await channel.send(SENDER, GOOD, RAW + b"x" * 3_000_000)
    assert server.received == []
    assert server.connections == 1


async def test_a_cut_before_the_250_is_never_repeated_here(server: MailServer, channel: SmtpChannel) -> None:
    await channel.send(SENDER, GOOD, RAW)
    server.cut_before_250 = True
    with pytest.raises(MailTryAgain):
        await channel.send(SENDER, GOOD, RAW)
    assert len(server.received) == 2
    server.cut_before_250 = False
    await channel.send(SENDER, GOOD, RAW)
    assert [raw.splitlines()[0] for _, raw in server.received] == [b"Message-ID: <1@soctrang.gov.vn>"] * 3


async def test_a_slow_server_times_out(server: MailServer) -> None:
    server.slow = 30
    channel = SmtpChannel(server.address(timeout=timedelta(milliseconds=200)))
    with pytest.raises(MailTryAgain, match="Timed out"):
        await asyncio.wait_for(channel.send(SENDER, GOOD, RAW), 5)


async def test_a_silent_port_times_out() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    listener = await asyncio.start_server(silent, "127.0.0.1", 0)
    server = MailServer(port=listener.sockets[0].getsockname()[1])
    channel = SmtpChannel(server.address(timeout=timedelta(milliseconds=200)))
    with pytest.raises(MailTryAgain, match="Timed out"):
        await channel.send(SENDER, GOOD, RAW)
    listener.close()
    await asyncio.sleep(0.01)


async def test_a_server_that_is_down_gets_the_mail_when_it_is_up() -> None:
    async with mail_server() as server:
        port = server.port
    channel = SmtpChannel(server.address())
    for _ in range(3):
        with pytest.raises(MailTryAgain):
            await channel.send(SENDER, GOOD, RAW)
    async with mail_server(port=port) as server:
        await channel.send(SENDER, GOOD, RAW)
        await channel.close()
    assert server.received == [(GOOD, RAW)]


async def test_a_port_that_speaks_something_else_is_a_wrong_setting() -> None:
    async def web(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    other = await asyncio.start_server(web, "127.0.0.1", 0)
    server = MailServer(port=other.sockets[0].getsockname()[1])
    with pytest.raises(SmtpMisconfigured, match="no SMTP server"):
        await SmtpChannel(server.address()).send(SENDER, GOOD, RAW)
    other.close()


async def test_a_cancelled_mail_leaves_no_connection_behind(server: MailServer, channel: SmtpChannel) -> None:
    server.slow = 0.5
    sending = asyncio.create_task(channel.send(SENDER, GOOD, RAW))
    await asyncio.sleep(0.1)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    server.slow = 0
    await channel.send(SENDER, GOOD, RAW)
    assert server.received == [(GOOD, RAW)]
    assert server.connections == 2
