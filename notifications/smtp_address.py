"""Where the mail server is and how to talk to it."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from notifications.errors import SmtpMisconfigured


class Security(StrEnum):
    """How the connection is protected. There is no 'if possible': what is configured is insisted on."""

    #: plain; for a relay on the same machine or a closed network
    NONE = "none"
    #: plain first, then STARTTLS before anything else is said (usually port 587)
    STARTTLS = "starttls"
    #: TLS from the first byte (usually port 465)
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class SmtpAddress:
    """Settings of one mail server. The password is left out of every representation."""

    host: str
    port: int
    security: Security = Security.STARTTLS
    #: None: no login
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    #: for each single answer of the server, not for the whole mail
    timeout: timedelta = timedelta(seconds=30)
    #: PEM file of the authorities to trust instead of the system's
    ca_file: str | None = None
    #: name given in EHLO; None: the machine's own
    hello_name: str | None = None

    def tls_context(self) -> ssl.SSLContext | None:
        """Certificates are always verified, with the host name. None: no TLS. Raises SmtpMisconfigured."""
        if self.security == Security.NONE:
            return None
        try:
            return ssl.create_default_context(cafile=self.ca_file)
        except OSError as error:
            raise SmtpMisconfigured(f"cannot read the CA file {self.ca_file}: {error}") from error
