"""The characters of a text: NFC, one kind of space, nothing invisible; never a change of what is printed."""

from __future__ import annotations

import re
import unicodedata

#: Zero-width characters, byte order marks, soft hyphens, direction marks: printed as nothing.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
#: Control characters other than tab, line feed and form feed; lone surrogates.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: Longer runs of spaces say no more than this one: columns of a page are nearer.
_LONG_RUN = re.compile(r"[ \t]{81,}")
_RUN = re.compile(r"[ \t\f\v]+")
#: Characters that look like Vietnamese ones and are typed in their place.
_LOOKALIKES = {ord("Ð"): "Đ", ord("ð"): "đ", ord("Ɖ"): "Đ", ord("ɖ"): "đ"}
#: Tone marks and the vowel marks below them, in the order they must be composed.
_MARKS = str.maketrans({"\u0340": "\u0300", "\u0341": "\u0301", "\u02d9": "\u0307"})


def clean_characters(text: str) -> str:
    """NFC with plain spaces and line feeds; tabs and form feeds are kept for those who read columns and pages."""
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x85", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    text = _SPACES.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", text)))
    text = _LONG_RUN.sub(" " * 80, text)
    return unicodedata.normalize("NFC", text.translate(_MARKS)).translate(_LOOKALIKES)


def one_line(text: str) -> str:
    """A text on one line, single spaces."""
    return _RUN.sub(" ", text.replace("\n", " ")).strip()
