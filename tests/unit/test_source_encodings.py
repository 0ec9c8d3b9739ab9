"""Encodings from before Unicode are recognised by the words they give, and said."""

from __future__ import annotations

import unicodedata

import pytest

from documents.sources import read_source
from documents.sources.encodings import UnknownEncoding, decode
from documents.sources.legacy_tables import TCVN3, VISCII, vni_pairs

TEXT = (
    "Thực hiện kế hoạch của Ủy ban nhân dân tỉnh về theo dõi thi hành pháp luật; các cơ quan được giao phối "
    "hợp trong năm"
)


def tcvn3_bytes(text):
    codes = {letter if isinstance(letter, int) else ord(letter): chr(code) for code, letter in TCVN3.items()}
    return text.lower().translate(codes).encode("latin-1")


def vni_bytes(text):
    pairs = {done: pair for pair, done in vni_pairs().items()}
    return "".join(pairs.get(char, char) for char in text.lower()).encode("latin-1")


def viscii_bytes(text):
    codes = {letter: code for code, letter in VISCII.items()}
    return bytes(codes.get(char, ord(char) if ord(char) < 256 else 63) for char in text)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (tcvn3_bytes(TEXT), "TCVN3 (ABC)"),
        (vni_bytes(TEXT), "VNI"),
        (tcvn3_bytes(TEXT).decode("latin-1").encode(), "TCVN3 (ABC)"),
        (vni_bytes(TEXT).decode("latin-1").encode(), "VNI"),
    ],
)
def test_old_fonts_are_converted(raw, name):
    text, converted = decode(raw)
    assert text.lower() == TEXT.lower()
    assert converted == name


def test_viscii_is_converted():
    assert decode(viscii_bytes(TEXT)) == (TEXT, "VISCII")


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_any_form(name):
    assert decode(TEXT.encode(name)) == (TEXT, None)


def test_windows_1258():
    text = "Thực hiện kế hoạch của các cơ quan và nhân dân tỉnh về pháp luật"
    found, converted = decode(b"".join(map(_cp1258, text)))
    assert converted == "Windows-1258"
    assert unicodedata.normalize("NFC", found) == text


def _cp1258(char):
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        letters = unicodedata.normalize("NFD", char)
        tone = next(one for one in letters if one in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", letters.replace(tone, ""))
        return base.encode("cp1258") + tone.encode("cp1258")


def test_a_broken_byte_in_utf8_is_forgiven():
    text, note = decode((TEXT * 3).encode()[:-1] + b"\xe1" + TEXT.encode())
    assert "Thực hiện" in text
    assert note


def test_an_unknown_encoding_names_its_line():
    with pytest.raises(UnknownEncoding) as refused:
        decode(b"abc\n\xff\xfd\xf7\xf6\n" + bytes(range(128, 256)))
    assert refused.value.line == 2


def test_the_reader_says_what_it_converted(tmp_path):
    path = tmp_path / "cu.txt"
    path.write_bytes(tcvn3_bytes(TEXT))
    assert any("TCVN3" in note for note in read_source(path).notes)
