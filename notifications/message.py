"""One mail to one address, before it becomes bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from notifications.errors import UnfitMessage


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be sent. The `key` is the outbox row's: the same key gives the same bytes, whenever sent."""

    key: str
    #: right-hand side of the Message-ID; the sending installation's domain
    domain: str
    sender_name: str
    sender_address: str
    to_name: str
    to_address: str
    subject: str
    text: str
    html: str
    #: aware; when the mail was composed, not when it is sent
    date: datetime
    #: bytes of an .ics file (calendar_file.py)
    calendar: bytes | None = None
    reply_to: str | None = None
    extra_headers: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.date.tzinfo is None:
            raise UnfitMessage(f"Message {self.key!r}: its date bears no time zone; give an aware datetime.")


def message_id(key: str, domain: str) -> str:
    """`<…@domain>`, the same for the same key: a mail sent twice is recognised as one by mailboxes and people."""
    digest = hashlib.sha256(key.encode("utf-8")).hexdigest()[:32]
    return f"<{digest}@{domain}>"
