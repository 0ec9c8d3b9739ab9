"""From a rendered letter to a mail row: the exact bytes that will be sent, under a key that refuses doing it twice."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.office import MailSender
from models.notice import MailClass, MailState
from notifications.letters import Rendered
from notifications.message import Message, message_id
from notifications.mime import build_mime


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is known of a mail besides its text."""

    key: str
    klass: MailClass
    kind: str
    address: str
    agency_id: str
    day: date
    duties: int


@dataclass(frozen=True, slots=True)
class Names:
    """The names shown beside the addresses."""

    to: str
    sender: str


def mail_row(
    sender: MailSender, envelope: Envelope, names: Names, letter: Rendered, at: datetime, calendar: bytes | None
) -> dict[str, Any]:
    """The row of the outbox; equal input gives equal bytes."""
    message = Message(
        key=envelope.key,
        domain=sender.domain,
        sender_name=names.sender,
        sender_address=sender.address,
        to_name=names.to,
        to_address=envelope.address,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        date=at,
        calendar=calendar,
        reply_to=sender.reply_to,
    )
    return dry_row(envelope, at) | {
        "subject": letter.subject,
        "message_id": message_id(envelope.key, sender.domain),
        "raw": zlib.compress(build_mime(message), 6),
    }


def dry_row(envelope: Envelope, at: datetime) -> dict[str, Any]:
    """The row of a simulation: everything but the letter."""
    return {
        "key": envelope.key, "klass": envelope.klass, "kind": envelope.kind, "address": envelope.address,
        "agency_id": envelope.agency_id, "day": envelope.day, "created_at": at, "subject": "",
        "message_id": "", "raw": b"", "duties": envelope.duties, "state": MailState.QUEUED, "attempts": 0,
        "next_try_at": at, "claimed_until": None, "sent_at": None, "error": "",
    }  # fmt: skip


def raw_bytes(stored: bytes) -> bytes:
    """The mail as it goes over the wire."""
    return zlib.decompress(stored)
