"""Connections are few, used again, and replaced when found dead."""

from __future__ import annotations

import asyncio

import pytest

from notifications.errors import ChannelElsewhere
from notifications.smtp import SmtpChannel
from smtp_server import mail_server

SENDER, GOOD = "stp@soctrang.gov.vn", "soyte@soctrang.gov.vn"
RAW = b"Message-ID: <1@soctrang.gov.vn>\r\n\r\nbody\r\n"


async def test_fifty_mails_share_three_connections() -> None:
    async with mail_server() as server:
        channel = SmtpChannel(server.address(), connections=3)
        await asyncio.gather(*(channel.send(SENDER, f"a{n}@x.vn", RAW) for n in range(50)))
        await channel.close()
    assert sorted(to for to, _ in server.received) == sorted(f"a{n}@x.vn" for n in range(50))
    assert server.connections <= 3


@pytest.mark.parametrize("pause", [0, 0.05])
async def test_an_idle_connection_closed_by_the_server_is_replaced(pause: float) -> None:
    async with mail_server() as server:
        channel = SmtpChannel(server.address())
        await channel.send(SENDER, GOOD, RAW)
        server.hang_up()
        await asyncio.sleep(pause)  # 0: the client has not yet heard of it
        await channel.send(SENDER, GOOD, RAW)
        await channel.close()
    assert server.received == [(GOOD, RAW)] * 2
    assert server.connections == 2


async def test_a_421_on_a_reused_connection_means_a_new_one() -> None:
    async with mail_server() as server:
        channel = SmtpChannel(server.address())
        await channel.send(SENDER, GOOD, RAW)
        server.refuse_sender = "421 4.4.2 Idle too long"
        sending = asyncio.create_task(channel.send(SENDER, GOOD, RAW))
        while server.connections < 2:
            await asyncio.sleep(0)
        server.refuse_sender = None
        await sending
        await channel.close()
    assert len(server.received) == 2


async def test_closing_lets_a_mail_on_its_way_arrive() -> None:
    async with mail_server() as server:
        server.slow = 0.2
        channel = SmtpChannel(server.address())
        sending = asyncio.create_task(channel.send(SENDER, GOOD, RAW))
        await asyncio.sleep(0.1)
        await channel.close()
        await sending
        assert not server.alive or await _ended(server.alive)
    assert server.received == [(GOOD, RAW)]


async def _ended(alive: set[object]) -> bool:
    for _ in range(100):
        await asyncio.sleep(0.01)
        if not alive:
            return True
    return False


def test_another_event_loop_is_refused_until_closed() -> None:
    channel: SmtpChannel

    async def first() -> int:
        nonlocal channel
        async with mail_server() as server:
            channel = SmtpChannel(server.address())
            await channel.send(SENDER, GOOD, RAW)
            with pytest.raises(ChannelElsewhere):
                await asyncio.to_thread(asyncio.run, channel.send(SENDER, GOOD, RAW))
            await channel.close()
            return server.port

    async def second(port: int) -> None:
        async with mail_server(port=port) as server:
            await channel.send(SENDER, GOOD, RAW)
            await channel.close()
            assert len(server.received) == 1

    asyncio.run(second(asyncio.run(first())))
