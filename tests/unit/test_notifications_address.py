"""Addresses as people type them; nothing they type may reach a header or an SMTP command unchecked."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from header_reader import shown_name
from notifications.address import format_address, normalise_address
from notifications.encoded_words import clean, folded
from notifications.errors import WrongAddress


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("soyte@soctrang.gov.vn", "soyte@soctrang.gov.vn"),
        (" SoYTe@SocTrang.GOV.vn\r\n", "soyte@soctrang.gov.vn"),
        ("\ufeffphap.che+2022@a.vn\u200b\u00a0", "phap.che+2022@a.vn"),
        ("vp@tưpháp.vn", "vp@xn--tphp-7na35j.vn"),
        ("vp@tu\u031bpha\u0301p.VN", "vp@xn--tphp-7na35j.vn"),
    ],
)
def test_one_mailbox_has_one_spelling(raw: str, expected: str) -> None:
    assert normalise_address(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "", "  ", "soyte", "@a.vn", "soyte@", "a@@b.vn", "a@b", "a@b..vn", "a@.vn", "a@b.vn.", "a@-b.vn", "a@b.123",
        ".a@b.vn", "a..b@b.vn", "a b@b.vn", "a@b .vn", "văn.thư@b.vn", "a@b.vn,c@b.vn", "a@b.vn; c@b.vn",
        "Sở Y tế <a@b.vn>", '"a b"@b.vn', "a@[127.0.0.1]", "a@b.vn\r\nBcc: c@b.vn", "a\n@b.vn", "a@b.vn\x00",
        "x" * 65 + "@b.vn", "a@" + "b" * 64 + ".vn", "a@" + "bcd." * 63 + "vn",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(raw: str) -> None:
    with pytest.raises(WrongAddress, match="Địa chỉ thư điện tử"):
        normalise_address(raw)


def test_the_refusal_is_one_line_however_long_the_address() -> None:
    with pytest.raises(WrongAddress) as caught:
        normalise_address("x\r\n" * 500)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


@given(st.text())
def test_an_accepted_address_is_safe_and_stays_as_it_is(raw: str) -> None:
    try:
        address = normalise_address(raw)
    except WrongAddress:
        return
    assert normalise_address(address) == address
    assert address.isascii()
    assert not set(address) & set(' \r\n<>,;:"()[]\\')


@given(st.text(max_size=300))
@example("Sở Tư pháp\r\nBcc: kẻ.xấu@x.vn")
@example('An "Bình", <c@d.vn> \\')
@example("=?utf-8?q?gi=E1=BA=A3?=")
@example("a@b.vn")
@example("Phòng Tư pháp " * 30)
@example("\u202emoc.live\u202c 🏛️")
def test_any_display_name_comes_back_and_adds_no_address(name: str) -> None:
    line = folded("To", format_address(name, "soyte@soctrang.gov.vn"))
    parsed = BytesParser(policy=policy.default).parsebytes(line.encode("ascii") + b"\r\n")
    assert parsed.keys() == ["To"]
    assert [address.addr_spec for address in parsed["To"].addresses] == ["soyte@soctrang.gov.vn"]
    assert shown_name(line.partition(":")[2]) == clean(name)
    assert all(len(part) <= 78 for part in line.split("\r\n"))


def test_a_name_does_not_save_a_wrong_address() -> None:
    with pytest.raises(WrongAddress):
        format_address("Sở Y tế", "soyte@soctrang.gov.vn>\r\nBcc: <x@y.vn")
