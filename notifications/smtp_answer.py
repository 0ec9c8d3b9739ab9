"""What an answer of a mail server, or its silence, means for the mail: again, refused, or channel unfit."""

from __future__ import annotations

import ssl
from enum import Enum, auto

from aiosmtplib import SMTPException, SMTPResponseException

from notifications.encoded_words import clean
from notifications.errors import MailRefused, MailTryAgain, SmtpMisconfigured

#: 530, 534, 535, 538: the server wants a login, or refuses ours, at whichever command it says so (RFC 4954, 6).
_LOGIN_CODES = frozenset({530, 534, 535, 538})
#: Message too big (RFC 1870): about this mail, even when said to MAIL FROM.
_TOO_BIG = 552
_LONGEST_TEXT = 300


class Stage(Enum):
    """How far the conversation had come."""

    #: greeting, EHLO, STARTTLS, login
    OPENING = auto()
    #: MAIL FROM: about us
    SENDER = auto()
    #: RCPT TO and DATA: about this mail
    MAIL = auto()


def failure(error: Exception, stage: Stage) -> MailTryAgain | MailRefused | SmtpMisconfigured:
    """The error to raise for what aiosmtplib, TLS or the network raised at this stage."""
    if isinstance(error, SMTPResponseException):
        return _answered(error, stage)
    if _is_lasting_tls_error(error):
        return SmtpMisconfigured(_line(f"TLS: {error}"))
    if isinstance(error, (OSError, EOFError)):  # includes lost connections and timeouts
        return MailTryAgain(_line(str(error) or type(error).__name__))
    if isinstance(error, SMTPException):
        # aiosmtplib's bare SMTPException: STARTTLS or AUTH not offered.
        return SmtpMisconfigured(_line(error.message))
    if isinstance(error, ValueError):
        return SmtpMisconfigured(_line(f"unfit setting: {error}"))
    return MailTryAgain(_line(f"{type(error).__name__}: {error}"))


def _answered(error: SMTPResponseException, stage: Stage) -> MailTryAgain | MailRefused | SmtpMisconfigured:
    code, text = error.code, _line(error.message)
    if not 100 <= code <= 599:
        # No SMTP at all: at the greeting a wrong port, later a broken line.
        if stage is Stage.OPENING:
            return SmtpMisconfigured(f"this is no SMTP server: {text}")
        return MailTryAgain(text)
    if code < 500:
        return MailTryAgain(text, code)
    if stage is Stage.OPENING or code in _LOGIN_CODES:
        return SmtpMisconfigured(text, code)
    if stage is Stage.SENDER and code != _TOO_BIG:
        return SmtpMisconfigured(text, code)
    # "Relay access denied" too: a province's own server may take its own domain and refuse others.
    return MailRefused(text, code)


def _is_lasting_tls_error(error: BaseException | None) -> bool:
    """A wrong certificate or no TLS on that port; a handshake merely cut off is not lasting."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return not isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError))
        error = error.__cause__
    return False


def _line(text: str) -> str:
    # Undecodable bytes arrive as lone surrogates, long policies as many lines.
    return clean(text)[:_LONGEST_TEXT]
