"""Delivery: send what is queued, mark each mail as soon as the server has it, come back later for the rest."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from engine.office import Office
from engine.outbox import raw_bytes
from models.dispatch import ItemKind
from models.notice import Mail, MailState
from notifications.channel import Channel
from notifications.errors import MailRefused, MailTryAgain, SmtpMisconfigured, WrongAddress
from store import dispatches, mails

log = logging.getLogger(__name__)

#: Waits after the first, second, … failure; the last one repeats.
BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))
#: After this long a mail that nobody takes becomes an item as well; it goes on being tried.
PATIENCE = timedelta(days=3)
#: How long a claimed mail belongs to one service.
LEASE = timedelta(minutes=10)
#: Mails claimed at once, per connection: with the usual time-outs they are done long before their lease ends.
BATCH_PER_CONNECTION = 10


@dataclass(slots=True)
class Delivered:
    """What a delivery did."""

    sent: int = 0
    again: int = 0
    refused: int = 0

    def __bool__(self) -> bool:
        return bool(self.sent or self.again or self.refused)


async def deliver(office: Office, channel: Channel, now: datetime, connections: int = 4) -> Delivered:
    """Send all mails due at `now`. A broken channel (`SmtpMisconfigured`) stops it and leaves everything queued."""
    done = Delivered()
    started = monotonic()
    while True:
        passed = timedelta(seconds=monotonic() - started)  # a long delivery must not claim by the clock of its start
        with office.database.begin() as session:
            claimed = mails.claim(session, now, now + passed, LEASE, BATCH_PER_CONNECTION * connections)
        if not claimed:
            return done
        try:
            await _send_batch(office, channel, claimed, now, connections, done)
        except SmtpMisconfigured:
            _release(office, [mail.id for mail in claimed if mail.id is not None])
            raise


async def _send_batch(
    office: Office, channel: Channel, batch: Sequence[Mail], now: datetime, connections: int, done: Delivered
) -> None:
    queue = iter(batch)

    async def work() -> None:
        for mail in queue:  # one iterator shared by all workers: each takes the next
            await _send_one(office, channel, mail, now, done)

    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(_unwrapped(work)) for _ in range(min(connections, len(batch)))]
    for worker in workers:
        error = worker.result()
        if error is not None:
            raise error


async def _unwrapped(work: Callable[[], object]) -> SmtpMisconfigured | None:
    """A task group would wrap the one error we look for; hand it back instead."""
    try:
        await work()  # type: ignore[misc]
    except SmtpMisconfigured as error:
        return error
    return None


async def _send_one(office: Office, channel: Channel, mail: Mail, now: datetime, done: Delivered) -> None:
    try:
        await channel.send(office.sender.address, mail.address, raw_bytes(mail.raw))
    except MailTryAgain as error:
        done.again += 1
        _try_again(office, mail, now, str(error))
    except (MailRefused, WrongAddress) as error:
        done.refused += 1
        _refused(office, mail, now, str(error))
    except SmtpMisconfigured:
        raise
    except Exception as error:  # one bad row must not hold up the others, and must be seen
        log.exception("mail %s to %s", mail.id, mail.address)
        done.again += 1
        _try_again(office, mail, now, f"{type(error).__name__}: {error}")
    else:
        done.sent += 1
        _mark(office, mail, state=MailState.SENT, sent_at=now, attempts=mail.attempts + 1, error="")


def _mark(office: Office, mail: Mail, **values: object) -> None:
    with office.database.begin() as session:
        row = mails.mail(session, mail.id or 0)
        for name, value in values.items():
            setattr(row, name, value)
        row.claimed_until = None
        session.add(row)


def _try_again(office: Office, mail: Mail, now: datetime, error: str) -> None:
    wait = BACK_OFF[min(mail.attempts, len(BACK_OFF) - 1)]
    log.warning("mail %s to %s: %s; again in %s", mail.id, mail.address, error, wait)
    _mark(office, mail, attempts=mail.attempts + 1, next_try_at=now + wait, error=error)
    if now - mail.created_at >= PATIENCE:
        _raise(office, mail, now, f"Thư cho {mail.address} chưa gửi được sau {PATIENCE.days} ngày", error)


def _refused(office: Office, mail: Mail, now: datetime, error: str) -> None:
    log.warning("mail %s to %s refused: %s", mail.id, mail.address, error)
    _mark(office, mail, state=MailState.REFUSED, attempts=mail.attempts + 1, error=error)
    _raise(office, mail, now, f"Thư cho {mail.address} bị từ chối", error)


def _raise(office: Office, mail: Mail, now: datetime, title: str, detail: str) -> None:
    with office.database.read() as session:
        plan_id = mails.plan_of(session, mail)
    item: dict[str, object] = {
        "key": f"{ItemKind.MAIL_REFUSED.value}:{mail.key}",
        "plan_id": plan_id,
        "kind": ItemKind.MAIL_REFUSED,
        "title": title,
        "detail": f"{mail.subject}. {detail}",
        "raised_at": now,
    }
    with office.database.begin() as session:
        dispatches.raise_items(session, [item])


def _release(office: Office, ids: list[int]) -> None:
    with office.database.begin() as session:
        mails.release(session, ids)
