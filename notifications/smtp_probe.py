"""Trying the mail server without sending anything."""

from __future__ import annotations

from notifications.smtp import SmtpChannel


async def reach(channel: SmtpChannel) -> None:
    """Connect, secure the line, log in, leave. Raises what sending would: MailTryAgain or SmtpMisconfigured."""
    client = await channel._open()
    channel._idle.append(client)  # close() then says goodbye as it does after mails
    await channel.close()
