"""Errors tell what to do, cross process borders, and stand on the right side of 'again' and 'a person'."""

from __future__ import annotations

import pickle
import ssl

import pytest
from aiosmtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPConnectResponseError,
    SMTPDataError,
    SMTPException,
    SMTPReadTimeoutError,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

from config.errors import NeedsPerson, TryAgain
from notifications.errors import MailRefused, MailTryAgain, SmtpMisconfigured
from notifications.smtp_address import SmtpAddress
from notifications.smtp_answer import Stage, failure

OPENING, SENDER, MAIL = Stage.OPENING, Stage.SENDER, Stage.MAIL


def test_an_error_survives_pickling_with_code_and_text() -> None:
    error = pickle.loads(pickle.dumps(MailRefused("5.1.1 No such mailbox", 550)))
    assert (error.code, error.text) == (550, "5.1.1 No such mailbox")
    assert str(error).endswith("(550 5.1.1 No such mailbox)")
    assert isinstance(error, NeedsPerson)
    assert isinstance(MailTryAgain("timed out"), TryAgain)


@pytest.mark.parametrize(
    ("error", "stage", "expected"),
    [
        (SMTPConnectError("refused"), OPENING, MailTryAgain),
        (SMTPConnectResponseError(421, "busy"), OPENING, MailTryAgain),
        (SMTPConnectResponseError(554, "go away"), OPENING, SmtpMisconfigured),
        (SMTPAuthenticationError(535, "bad credentials"), OPENING, SmtpMisconfigured),
        (SMTPAuthenticationError(454, "temporary"), OPENING, MailTryAgain),
        (SMTPException("STARTTLS not supported"), OPENING, SmtpMisconfigured),
        (SMTPResponseException(-1, "HTTP/1.1"), OPENING, SmtpMisconfigured),
        (SMTPResponseException(-1, "rubbish"), MAIL, MailTryAgain),
        (ValueError("host"), OPENING, SmtpMisconfigured),
        (ssl.SSLCertVerificationError("certificate"), OPENING, SmtpMisconfigured),
        (ssl.SSLEOFError("cut off"), OPENING, MailTryAgain),
        (SMTPSenderRefused(553, "not yours", "a@b.vn"), SENDER, SmtpMisconfigured),
        (SMTPSenderRefused(451, "later", "a@b.vn"), SENDER, MailTryAgain),
        (SMTPRecipientRefused(550, "unknown", "a@b.vn"), MAIL, MailRefused),
        (SMTPRecipientRefused(530, "log in first", "a@b.vn"), MAIL, SmtpMisconfigured),
        (SMTPRecipientRefused(421, "closing", "a@b.vn"), MAIL, MailTryAgain),
        (SMTPDataError(554, "spam"), MAIL, MailRefused),
        (SMTPServerDisconnected("lost"), MAIL, MailTryAgain),
        (SMTPReadTimeoutError("slow"), MAIL, MailTryAgain),
        (ConnectionResetError("reset"), MAIL, MailTryAgain),
        (RuntimeError("unknown"), MAIL, MailTryAgain),
    ],
)
def test_what_a_failure_means(error: Exception, stage: Stage, expected: type[Exception]) -> None:
    assert type(failure(error, stage)) is expected


def test_the_words_of_a_server_become_one_bounded_line() -> None:
    error = failure(SMTPDataError(554, "no\r\nBcc: x\udc80\n" + "z" * 5000), MAIL)
    assert isinstance(error, MailRefused)
    assert "\n" not in error.text
    assert len(error.text) <= 300
    error.text.encode("utf-8")


def test_the_password_is_in_no_representation() -> None:
    address = SmtpAddress("mail.example", 587, username="stp", password="bí mật")
    assert "bí mật" not in f"{address!r} {address}"
