"""The one way a mail leaves the house; tests/contract/test_channel.py holds every channel to it."""

from __future__ import annotations

from typing import Protocol


class Channel(Protocol):
    """Carries ready bytes to one address."""

    async def send(self, sender: str, recipient: str, raw: bytes) -> None:
        """Returns once the mail is accepted. It may be accepted twice only if an earlier call failed.

        Raises MailTryAgain (send the same bytes again later), MailRefused (this mail needs a person),
        WrongAddress (the recipient), SmtpMisconfigured (the channel itself; stop sending).
        """
        ...

    async def close(self) -> None:
        """Gives back connections. The channel may be used again afterwards, also on another event loop."""
        ...
