"""Text as an office document or a picture can hold it."""

from __future__ import annotations

import re

#: control characters that XML 1.0 (section 2.2) forbids, and lone surrogates
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def printable(text: str) -> str:
    """The text with each character that XML cannot hold shown as U+FFFD, so that nothing is lost unseen."""
    return _UNPRINTABLE.sub("\ufffd", text)
