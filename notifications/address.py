"""Mail addresses as people type them, and as a mail header may carry them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import idna

from notifications.encoded_words import clean, is_plain, words
from notifications.errors import WrongAddress

#: RFC 5321, 4.5.3.1: octets of the local part, of the whole path without its angle brackets.
LONGEST_LOCAL_PART = 64
LONGEST_ADDRESS = 254

#: Left at the ends of a cell copied from a spreadsheet or a Word table; no part of any address.
_EDGES = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff"

#: RFC 5322 dot-atom. Quoted local parts are legal and in use nowhere; refusing them closes a door.
_LOCAL_PART = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+\Z)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_PHRASE = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")


@lru_cache(maxsize=8192)
def normalise_address(raw: str) -> str:
    """The one spelling of an address: lower case, ASCII domain (IDNA), nothing around it.

    Two people typing the same mailbox must meet in one digest, so the local part is lowered as well.
    Raises WrongAddress, whose message names the address and the reason.
    """
    text = unicodedata.normalize("NFC", raw.strip(_EDGES)).lower()
    local, at, domain = text.rpartition("@")
    if not text:
        raise _wrong(raw, "để trống")
    if not (at and local and domain):
        raise _wrong(raw, "thiếu tên hộp thư, dấu @ hoặc tên miền")
    if not local.isascii():
        raise _wrong(raw, "phần trước dấu @ có chữ có dấu")
    if len(local) > LONGEST_LOCAL_PART or not _LOCAL_PART.fullmatch(local):
        raise _wrong(raw, "phần trước dấu @ sai; mỗi ô chỉ ghi một địa chỉ, không kèm tên")
    address = f"{local}@{_ascii_domain(raw, domain)}"
    if len(address) > LONGEST_ADDRESS:
        raise _wrong(raw, f"dài quá {LONGEST_ADDRESS} ký tự")
    return address


def _ascii_domain(raw: str, domain: str) -> str:
    if not domain.isascii():
        try:
            domain = idna.encode(domain, uts46=True).decode("ascii")
        except idna.IDNAError:
            raise _wrong(raw, "tên miền sai") from None
    if not _DOMAIN.fullmatch(domain):
        raise _wrong(raw, "tên miền sai")
    return domain


def _wrong(raw: str, reason: str) -> WrongAddress:
    shown = clean(raw)[:80]
    return WrongAddress(f"Địa chỉ thư điện tử «{shown}» không dùng được: {reason}.")


@lru_cache(maxsize=8192)
def format_address(display_name: str, address: str) -> str:
    """`name <address>` for a From, To or Reply-To header (RFC 5322, RFC 2047), on one unfolded line.

    The name may hold anything: control and direction characters become spaces, so it can neither end
    the header nor disguise the address. Raises WrongAddress.
    """
    mailbox = normalise_address(address)
    name = clean(display_name)
    if not name:
        return mailbox
    if not is_plain(name):
        return f"{' '.join(words(name))} <{mailbox}>"
    if not _PHRASE.fullmatch(name):
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        name = f'"{escaped}"'
    return f"{name} <{mailbox}>"
