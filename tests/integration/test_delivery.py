"""The outbox against a real mail server: nothing lost, nothing sent twice without need, refusals become items."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from sqlmodel import select

from engine.compose import compose_digests
from engine.deliver import deliver
from engine.office import Office
from harness.small_office import at, small_office
from models.dispatch import Item, ItemKind
from models.notice import Mail, MailState
from notifications.errors import SmtpMisconfigured
from notifications.smtp import SmtpChannel
from smtp_server import MailServer, mail_server

MORNING = at("2022-02-07T08:00")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A plan just opened, its digests composed."""
    ready = small_office(tmp_path, "2022-02-07T07:30")
    assert compose_digests(ready, MORNING).digests == 2
    return ready


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as server:
        yield server


def mails(office: Office) -> list[Mail]:
    with office.database.read() as session:
        return list(session.exec(select(Mail).order_by(Mail.id)))


def ids(server: MailServer) -> Counter[str]:
    return Counter(str(message_from_bytes(raw)["Message-ID"]) for _, raw in server.received)


async def send(office: Office, server: MailServer, now: datetime) -> object:
    channel = SmtpChannel(server.address())
    try:
        return await deliver(office, channel, now)
    finally:
        await channel.close()


async def test_all_are_sent_once(office: Office, server: MailServer) -> None:
    first = await send(office, server, MORNING)
    second = await send(office, server, MORNING + timedelta(hours=1))
    assert {mail.state for mail in mails(office)} == {MailState.SENT}
    assert set(ids(server).values()) == {1}
    assert first.sent == len(mails(office)) == len(server.received)
    assert not second


async def test_server_down_for_an_hour(office: Office) -> None:
    """Back-off while it is down; everything arrives once it is up."""
    async with mail_server() as gone:
        port = gone.port
    for minutes in range(0, 60, 5):
        assert (await send(office, MailServer(port=port), MORNING + timedelta(minutes=minutes))).sent == 0
    waiting = mails(office)
    assert {mail.state for mail in waiting} == {MailState.QUEUED}
    assert {mail.attempts for mail in waiting} == {5}  # at 0, 1→5, 5→10, 15→25, 30→55 minutes
    async with mail_server(port=port) as back:
        assert (await send(office, back, MORNING + timedelta(minutes=60))).sent == 0
        await send(office, back, MORNING + timedelta(minutes=120))
        assert set(ids(back).values()) == {1}
        assert len(back.received) == len(waiting)


async def test_a_refused_recipient_becomes_an_item_and_stops_nobody(office: Office, server: MailServer) -> None:
    bad = mails(office)[1].address
    server.refuse[bad] = "550 5.1.1 No such mailbox"
    outcome = await send(office, server, MORNING)
    assert (outcome.refused, outcome.sent) == (1, len(mails(office)) - 1)
    with office.database.read() as session:
        item = session.exec(select(Item).where(Item.kind == ItemKind.MAIL_REFUSED)).one()
    assert bad in item.title
    assert "550" in item.detail
    assert not await send(office, server, MORNING + timedelta(days=1))


async def test_cut_before_the_250_is_sent_again_with_the_same_message_id(office: Office, server: MailServer) -> None:
    server.cut_before_250 = True
    assert (await send(office, server, MORNING)).sent == 0
    server.cut_before_250 = False
    await send(office, server, MORNING + timedelta(minutes=2))
    assert set(ids(server).values()) == {2}
    assert len(ids(server)) == len(mails(office))


async def test_cut_within_the_message_arrives_once(office: Office, server: MailServer) -> None:
    server.cut_within_message = True
    assert (await send(office, server, MORNING)).again == len(mails(office))
    server.cut_within_message = False
    await send(office, server, MORNING + timedelta(minutes=2))
    assert set(ids(server).values()) == {1}


async def test_an_unfit_channel_marks_no_mail(office: Office, server: MailServer) -> None:
    server.wants_login = True
    with pytest.raises(SmtpMisconfigured):
        await send(office, server, MORNING)
    assert {(mail.state, mail.attempts, mail.claimed_until) for mail in mails(office)} == {(MailState.QUEUED, 0, None)}


async def test_what_is_claimed_is_left_alone_until_the_lease_ends(office: Office, server: MailServer) -> None:
    with office.database.begin() as session:
        for mail in session.exec(select(Mail)):
            mail.claimed_until = MORNING + timedelta(minutes=10)
    assert not await send(office, server, MORNING)
    assert (await send(office, server, MORNING + timedelta(minutes=10))).sent == len(mails(office))


async def test_what_is_sent_is_what_was_stored(office: Office, server: MailServer) -> None:
    await send(office, server, MORNING)
    message = message_from_bytes(server.received[0][1], policy=policy.default)
    stored = next(mail for mail in mails(office) if mail.message_id == message["Message-ID"])
    assert message["Subject"] == stored.subject
    assert server.received[0][0] == stored.address
    body = message.get_body(("plain",))
    assert body is not None
    assert "Kính gửi" in body.get_content()
