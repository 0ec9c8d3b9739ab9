"""Text in mail headers: cleaned, encoded (RFC 2047) and folded (RFC 5322), so that nothing can be injected."""

from __future__ import annotations

import re
import unicodedata
from binascii import b2a_base64

#: RFC 2047, 2: a line with an encoded word is at most 76 characters long, a word at most 75.
LONGEST_LINE = 76
_PREFIX, _SUFFIX = "=?utf-8?b?", "?="
#: UTF-8 octets in one word: 39 make 52 characters of base64, 64 with the frame; leaves room for `Subject: `.
_OCTETS = 39

# Control characters; direction marks, which can make one address look like another; lone surrogates.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PLAIN = re.compile(r"[\x20-\x7e]*")
_LONG_TOKEN = re.compile(r"\S{60}")


def clean(text: str) -> str:
    """One line without control characters: each becomes a space, runs of spaces become one (NFC)."""
    return unicodedata.normalize("NFC", " ".join(_UNFIT.sub(" ", text).split()))


def is_plain(text: str) -> bool:
    """Whether cleaned text may stand in a header as it is: printable ASCII that can be folded at spaces."""
    return bool(_PLAIN.fullmatch(text)) and "=?" not in text and not _LONG_TOKEN.search(text)


def words(text: str) -> list[str]:
    """Cleaned text as RFC 2047 encoded words (UTF-8, base64), none of which splits a character."""
    octets = text.encode("utf-8")
    found: list[str] = []
    start = 0
    while start < len(octets):
        end = min(start + _OCTETS, len(octets))
        # 10xxxxxx continues a character: step back to where it begins.
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        coded = b2a_base64(octets[start:end], newline=False).decode("ascii")
        found.append(f"{_PREFIX}{coded}{_SUFFIX}")
        start = end
    return found


def unstructured(name: str, value: str) -> str:
    """A whole header line for free text (Subject), folded, with its CRLF."""
    text = clean(value)
    return folded(name, text if is_plain(text) else " ".join(words(text)))


def folded(name: str, value: str) -> str:
    """A whole header line from a one-line value, broken at spaces before it grows too long, with its CRLF."""
    if len(name) + 2 + len(value) <= LONGEST_LINE:
        return f"{name}: {value}\r\n"
    lines: list[str] = []
    line = f"{name}:"
    for token in value.split(" "):
        # The first token stays beside the name: a header whose first line is empty upsets old servers.
        if len(line) + 1 + len(token) > LONGEST_LINE and not line.endswith(":"):
            lines.append(line)
            line = ""
        line = f"{line} {token}"
    lines.append(line)
    return "\r\n".join(lines) + "\r\n"
