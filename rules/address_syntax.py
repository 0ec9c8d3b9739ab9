"""Whether a text can be an e-mail address at all (RFC 5321 lengths, plain ASCII as government mail servers use)."""

from __future__ import annotations

import re

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def address_fault(address: str) -> str | None:
    """What is wrong with the address, in Vietnamese, or None when it can be used."""
    if not address.isascii():
        return "địa chỉ có dấu tiếng Việt hoặc ký tự lạ"
    if any(char.isspace() for char in address):
        return "địa chỉ có khoảng trắng"
    local, at, domain = address.rpartition("@")
    if not at or "@" in local:
        return "địa chỉ phải có đúng một dấu @"
    if not local or len(local) > 64 or not _LOCAL.fullmatch(local):
        return "phần trước @ không dùng được"
    labels = domain.split(".")
    if len(labels) < 2 or len(address) > 254 or not all(_LABEL.fullmatch(label) for label in labels):
        return "tên miền sau @ không dùng được"
    if not any(char.isalpha() for char in labels[-1]):
        return "sau @ phải là tên miền, không phải địa chỉ số"
    return None
