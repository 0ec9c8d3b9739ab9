"""Which texts can be e-mail addresses."""

from __future__ import annotations

import pytest

from rules.address_syntax import address_fault


@pytest.mark.parametrize(
    "address",
    ["dau-moi@so-tu-phap.soc-trang.example", "a.b+c@stp.soctrang.gov.vn", "O'Hara_1@a-b.vn", "a" * 64 + "@b.vn"],
)
def test_a_usable_address(address):
    assert address_fault(address) is None


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("", "dấu @"), ("so-tu-phap", "dấu @"), ("a@b@c.vn", "dấu @"), ("@c.vn", "trước @"), ("a..b@c.vn", "trước @"),
        (".a@c.vn", "trước @"), ("a,b@c.vn", "trước @"), ("a" * 65 + "@c.vn", "trước @"), ("a@c", "tên miền"),
        ("a@-c.vn", "tên miền"), ("a@c..vn", "tên miền"), ("a@c_d.vn", "tên miền"),
        ("a@" + "c." * 130 + "vn", "tên miền"),
        ("sởtưpháp@c.vn", "dấu tiếng Việt"), ("a b@c.vn", "khoảng trắng"), ("a@c.vn\n", "khoảng trắng"),
    ],
)  # fmt: skip
def test_an_unusable_address(address, part):
    assert part in (address_fault(address) or "")
