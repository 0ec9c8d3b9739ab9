"""STARTTLS, TLS and login against a real server with a certificate of our own authority."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme

from notifications.errors import SmtpMisconfigured
from notifications.smtp import SmtpChannel
from notifications.smtp_address import Security
from smtp_server import PASSWORD, USERNAME, mail_server

ENVELOPE = ("stp@soctrang.gov.vn", "soyte@soctrang.gov.vn")
RAW = b"Message-ID: <1@soctrang.gov.vn>\r\n\r\nbody\r\n"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    return context


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    return str(tmp_path / "ca.pem")


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
async def test_a_mail_goes_over_tls_with_login(security: Security, tls: ssl.SSLContext, ca_file: str) -> None:
    async with mail_server(tls=tls, implicit=security is Security.TLS, login=True) as server:
        channel = SmtpChannel(server.address(security, username=USERNAME, password=PASSWORD, ca_file=ca_file))
        await channel.send(*ENVELOPE, RAW)
        await channel.send(*ENVELOPE, RAW)
        await channel.close()
    assert [raw for _, raw in server.received] == [RAW, RAW]
    assert server.connections == 1


async def test_a_wrong_password_condemns_the_channel_not_the_mail(tls: ssl.SSLContext, ca_file: str) -> None:
    async with mail_server(tls=tls, login=True) as server:
        address = server.address(Security.STARTTLS, username=USERNAME, password="bí mật sai", ca_file=ca_file)
        with pytest.raises(SmtpMisconfigured) as caught:
            await SmtpChannel(address).send(*ENVELOPE, RAW)
    assert caught.value.code == 535
    assert "bí mật sai" not in f"{caught.value!r} {caught.value} {address!r}"
    assert server.received == []


async def test_a_missing_login_condemns_the_channel(tls: ssl.SSLContext, ca_file: str) -> None:
    async with mail_server(tls=tls, login=True) as server:
        with pytest.raises(SmtpMisconfigured) as caught:
            await SmtpChannel(server.address(Security.STARTTLS, ca_file=ca_file)).send(*ENVELOPE, RAW)
    assert caught.value.code == 530


async def test_without_starttls_nothing_is_sent_in_the_open() -> None:
    async with mail_server() as server:
        with pytest.raises(SmtpMisconfigured, match="STARTTLS"):
            await SmtpChannel(server.address(Security.STARTTLS)).send(*ENVELOPE, RAW)
    assert server.received == []


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
async def test_an_unknown_authority_is_not_trusted(security: Security, tls: ssl.SSLContext) -> None:
    async with mail_server(tls=tls, implicit=security is Security.TLS) as server:
        with pytest.raises(SmtpMisconfigured, match="certificate"):
            await SmtpChannel(server.address(security)).send(*ENVELOPE, RAW)
    assert server.received == []


async def test_a_port_without_tls_is_a_wrong_setting(ca_file: str) -> None:
    async with mail_server() as server:
        with pytest.raises(SmtpMisconfigured, match="TLS"):
            await SmtpChannel(server.address(Security.TLS, ca_file=ca_file)).send(*ENVELOPE, RAW)


async def test_a_missing_ca_file_is_a_wrong_setting() -> None:
    async with mail_server() as server:
        with pytest.raises(SmtpMisconfigured, match="CA file"):
            await SmtpChannel(server.address(Security.TLS, ca_file="/nowhere/ca.pem")).send(*ENVELOPE, RAW)
