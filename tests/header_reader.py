"""Reads names out of address headers as mail programs do."""

from __future__ import annotations

from email.header import decode_header, make_header
from email.utils import parseaddr


def shown_name(value: str) -> str:
    """The display name of a raw address header.

    `email.policy.default` keeps the blanks between adjacent encoded words of a name in Python 3.11, against
    RFC 2047, 6.2; the older reader of the same library drops them.
    """
    name, _ = parseaddr(value.replace("\r\n", "").strip())
    return str(make_header(decode_header(name)))
