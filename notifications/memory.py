"""The channel of tests and simulations: keeps the mails."""

from __future__ import annotations

from typing import NamedTuple

from notifications.address import normalise_address


class Sent(NamedTuple):
    """A mail as a channel was given it."""

    sender: str
    recipient: str
    raw: bytes


class MemoryChannel:
    """Keeps every mail in `sent`, in order."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []

    async def send(self, sender: str, recipient: str, raw: bytes) -> None:
        """Keeps the mail. Raises WrongAddress."""
        self.sent.append(Sent(normalise_address(sender), normalise_address(recipient), raw))

    async def close(self) -> None:
        """Nothing to give back; the mails stay."""
