"""A real SMTP server in the test's own event loop that misbehaves on request. Imported by the channel tests."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from notifications.smtp_address import Security, SmtpAddress

USERNAME, PASSWORD = "dondoc", "mật khẩu rất dài"
_HUGE = 40_000_000


@dataclass
class MailServer:
    """What the server has seen, and how it is to answer from now on."""

    port: int = 0
    wants_login: bool = False
    #: (recipient, bytes) of every mail taken over whole
    received: list[tuple[str, bytes]] = field(default_factory=list)
    connections: int = 0
    #: most connections open at one time
    peak: int = 0
    #: answers to RCPT by address, to MAIL and to DATA for all
    refuse: dict[str, str] = field(default_factory=dict)
    refuse_sender: str | None = None
    refuse_data: str | None = None
    cut_within_message: bool = False
    cut_before_250: bool = False
    #: RCPT is answered after this many seconds
    slow: float = 0
    alive: set[Protocol] = field(default_factory=set)

    def hang_up(self) -> None:
        """Closes every open connection, as a server does with idle ones."""
        for protocol in tuple(self.alive):
            if protocol.transport is not None:
                protocol.transport.close()

    def address(self, security: Security = Security.NONE, **settings: Any) -> SmtpAddress:
        """Settings for this server; short time-out."""
        settings = {"timeout": timedelta(seconds=5), "hello_name": "test.example"} | settings
        return SmtpAddress("localhost", self.port, security, **settings)

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.wants_login and not session.authenticated:
            return "530 5.7.0 Authentication required"
        if self.refuse_sender:
            return self.refuse_sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        await asyncio.sleep(self.slow)
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Protocol, session: Session, envelope: Envelope) -> str:
        if self.refuse_data:
            return self.refuse_data
        self.received.append((envelope.rcpt_tos[0], bytes(envelope.content or b"")))
        if self.cut_before_250:
            server.hang_up()
        return "250 OK"


class Protocol(SMTP):
    """One connection."""

    def __init__(self, state: MailServer, **options: Any) -> None:
        super().__init__(state, hostname="mail.example", data_size_limit=_HUGE, **options)
        self._state = state
        self._within_message = False

    def connection_made(self, transport: Any) -> None:
        if self not in self._state.alive:  # a second time after STARTTLS
            self._state.connections += 1
            self._state.alive.add(self)
            self._state.peak = max(self._state.peak, len(self._state.alive))
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self._state.alive.discard(self)
        super().connection_lost(error)

    async def push(self, status: Any) -> None:
        self._within_message = str(status).startswith("354")
        if self.transport is not None and not self.transport.is_closing():
            await super().push(status)

    def data_received(self, data: bytes) -> None:
        if self._within_message and self._state.cut_within_message:
            self.hang_up()
        else:
            super().data_received(data)

    def hang_up(self) -> None:
        if self.transport is not None:
            self.transport.abort()


def _log_in(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    if not isinstance(data, LoginPassword):
        return AuthResult(success=False, handled=False)
    right = (data.login.decode(), data.password.decode()) == (USERNAME, PASSWORD)
    return AuthResult(success=right, handled=False)


@asynccontextmanager
async def mail_server(
    *, port: int = 0, tls: ssl.SSLContext | None = None, implicit: bool = False, login: bool = False
) -> AsyncIterator[MailServer]:
    """A server on 127.0.0.1; with `tls` it offers STARTTLS, or speaks TLS at once (`implicit`)."""
    state = MailServer(wants_login=login)
    options: dict[str, Any] = {"loop": asyncio.get_running_loop(), "enable_SMTPUTF8": False}
    if tls is not None and not implicit:
        options |= {"tls_context": tls, "require_starttls": True}
    if login:
        options |= {"authenticator": _log_in, "auth_require_tls": tls is not None and not implicit}
    server = await asyncio.get_running_loop().create_server(
        lambda: Protocol(state, **options), "127.0.0.1", port, ssl=tls if implicit else None
    )
    state.port = server.sockets[0].getsockname()[1]
    try:
        yield state
    finally:
        server.close()
        state.hang_up()
        await server.wait_closed()
        await asyncio.sleep(0.01)  # lets the cut connections end
