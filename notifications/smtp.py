"""The channel to a real mail server: a few connections, opened when needed and used again."""

from __future__ import annotations

import asyncio
import ssl

from aiosmtplib import SMTP, SMTPException, SMTPServerDisconnected, SMTPTimeoutError

from notifications.address import normalise_address
from notifications.errors import ChannelElsewhere
from notifications.smtp_address import Security, SmtpAddress
from notifications.smtp_answer import Stage, failure

#: "Service not available, closing": what an idle connection answers after the server gave up on it.
_CLOSING = 421


class SmtpChannel:
    """Sends over at most `connections` connections, each carrying one mail after the other.

    A connection on which anything went wrong is dropped, so no answer can be taken for that of another mail.
    """

    def __init__(self, address: SmtpAddress, connections: int = 4) -> None:
        self._address = address
        self._connections = connections
        self._idle: list[SMTP] = []
        self._in_flight = 0
        self._openings = 0
        self._slots = asyncio.Semaphore(connections)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tls: ssl.SSLContext | None = None

    async def send(self, sender: str, recipient: str, raw: bytes) -> None:
        """See Channel. Returns after the server's 250 to the mail itself.

        When the connection is lost between the mail and that 250 nobody knows whether the server kept it:
        it is never sent again here, MailTryAgain is raised, and the stable Message-ID marks the repetition.
        """
        envelope = normalise_address(sender), normalise_address(recipient)
        self._bind()
        self._in_flight += 1
        try:
            async with self._slots:
                await self._carry(*envelope, raw)
        finally:
            self._in_flight -= 1

    async def reach(self) -> None:
        """Connect, secure the line, log in, leave. Raises what sending would: MailTryAgain or SmtpMisconfigured."""
        self._bind()
        await _goodbye(await self._open())

    async def close(self) -> None:
        """Says goodbye on idle connections. Mails on their way are let finish: cutting them would leave doubt."""
        self._openings += 1
        idle, self._idle = self._idle, []
        for client in idle:
            await _goodbye(client)

    def _bind(self) -> None:
        """A connection lives in one event loop."""
        loop = asyncio.get_running_loop()
        if self._loop is loop:
            return
        if self._idle or self._in_flight:
            raise ChannelElsewhere
        self._loop = loop
        self._slots = asyncio.Semaphore(self._connections)

    async def _carry(self, sender: str, recipient: str, raw: bytes) -> None:
        opening = self._openings
        client = await self._begun(sender, recipient)
        try:
            await client.data(raw)
        except (SMTPException, OSError) as error:
            client.close()
            raise failure(error, Stage.MAIL) from error
        except BaseException:
            client.close()
            raise
        if opening != self._openings:  # close() was called meanwhile
            await _goodbye(client)
        elif client.is_connected:
            self._idle.append(client)

    async def _begun(self, sender: str, recipient: str) -> SMTP:
        """A connection on which the server has accepted sender and recipient, and nothing more."""
        while self._idle:
            client = self._idle.pop()
            if not client.is_connected:
                continue
            if await self._envelope(client, sender, recipient, reused=True):
                return client
            # Found dead: so are its neighbours, most likely, and each would cost another wait.
            self._drop_idle()
        client = await self._open()
        await self._envelope(client, sender, recipient, reused=False)
        return client

    def _drop_idle(self) -> None:
        idle, self._idle = self._idle, []
        for client in idle:
            client.close()

    async def _envelope(self, client: SMTP, sender: str, recipient: str, *, reused: bool) -> bool:
        """MAIL and RCPT. False: the reused connection was dead; no mail has been given to it."""
        stage = Stage.SENDER
        try:
            await client.mail(sender)
            stage = Stage.MAIL
            await client.rcpt(recipient)
        except (SMTPException, OSError) as error:
            client.close()
            if reused and _is_dead(error):
                return False
            raise failure(error, stage) from error
        except BaseException:
            client.close()
            raise
        return True

    async def _open(self) -> SMTP:
        address = self._address
        if self._tls is None and address.security != Security.NONE:
            # Loads the system's authorities from disk: 10 to 50 ms, once.
            self._tls = await asyncio.to_thread(address.tls_context)
        try:
            client = SMTP(
                hostname=address.host,
                port=address.port,
                username=address.username,
                password=address.password,
                local_hostname=address.hello_name,
                timeout=address.timeout.total_seconds(),
                use_tls=address.security == Security.TLS,
                start_tls=address.security == Security.STARTTLS,
                tls_context=self._tls,
            )
            await client.connect()
        except (SMTPException, OSError, ValueError) as error:
            raise failure(error, Stage.OPENING) from error
        return client


async def _goodbye(client: SMTP) -> None:
    try:
        await client.quit()
    except (SMTPException, OSError):
        # The server has gone first; that is what we wanted.
        client.close()


def _is_dead(error: Exception) -> bool:
    gone = isinstance(error, (SMTPServerDisconnected, SMTPTimeoutError, ConnectionError))
    return gone or getattr(error, "code", None) == _CLOSING
