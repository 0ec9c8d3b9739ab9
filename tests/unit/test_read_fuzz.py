"""No text and no bytes make the reader crash or hang: it answers, or says in Vietnamese why not."""

from __future__ import annotations

import time
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.reader.flat_text import flatten
from documents.reader.header import read_header
from documents.sources import read_pasted
from documents.sources.text_lines import source_of_text
from harness.document_files import write_docx
from models.problem import Problems

RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
PIECES = st.sampled_from(
    [
        "KẾ HOẠCH",
        "Số: ",
        "/KH-UBND",
        "ngày",
        " tháng ",
        "năm 2022",
        "Kính gửi:",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "V/v ",
        "Căn cứ ",
        "Luật Đất đai",
        "59/2012/NĐ-CP",
        "I. ",
        "1. ",
        "a) ",
        "- ",
        "+ ",
        "| a | b |",
        "|---|",
        "**",
        "*",
        "_",
        "#",
        "\n",
        "\n\n",
        "\t",
        "    ",
        "\f",
        "2\n",
        "[^1]",
        "<br>",
        "<sup>1</sup>",
        "“",
        "”",
        "(",
        "./.",
        "và",
        "của",
        "Hà Nam, ",
        "UBND TỈNH HÀ NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "……",
        "Điều 1. ",
        "như sau:",
        "&amp;",
        "\\|",
    ]
)


def check(text):
    source = source_of_text("a.txt", "txt", text)
    header = read_header(source)
    for paragraph in flatten(source.blocks):
        assert paragraph.text == " ".join(paragraph.text.split())
        assert [offset for offset, _ in paragraph.parts] == sorted({offset for offset, _ in paragraph.parts})
    assert header.number is None or header.number[0].isdigit()


@RELAXED
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_mixture_of_pieces(text):
    check(text)


@RELAXED
@given(st.text(max_size=300))
def test_any_text(text):
    check(text)


@RELAXED
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"{\\rtf"]),
)
def test_any_bytes(raw, head):
    answers(head + raw)


@pytest.fixture(scope="module")
def word_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("fuzz") / "a.docx"
    write_docx(path)
    return path.read_bytes()


@settings(parent=RELAXED, max_examples=60)
@given(data=st.data())
def test_a_damaged_word_file(word_file, data):
    raw = bytearray(word_file)
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    answers(bytes(raw[: data.draw(st.integers(len(raw) // 2, len(raw)))]))


@settings(parent=RELAXED, max_examples=60)
@given(data=st.data())
def test_a_word_file_with_damaged_xml(word_file, data):
    with zipfile.ZipFile(BytesIO(word_file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(
        st.sampled_from(["word/document.xml", "word/numbering.xml", "word/styles.xml", "[Content_Types].xml"])
    )
    text = bytearray(parts[name])
    start = data.draw(st.integers(0, len(text) - 1))
    del text[start : start + data.draw(st.integers(1, 40))]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for part, content in (parts | {name: bytes(text)}).items():
            archive.writestr(part, content)
    answers(packed.getvalue())


def answers(raw):
    """Read it, or refuse it; anything else is an error of the test."""
    with suppress(Problems):
        read_header(read_pasted(BytesIO(raw)))


LONG = {
    "spaces": " " * 100_000 + "x",
    "dots after the day": "Hà Nội, ngày " + "." * 100_000,
    "open marks": "**a*_ " * 16_000,
    "dashes": "- " * 50_000,
    "pipes": "|" * 100_000,
    "short lines": "a\n" * 50_000,
    "numbers": "\n".join(map(str, range(16_000))),
    "footnotes": "pháp1\n" * 10_000 + "1 a\n" * 10_000,
    "years": "năm 2022 - " * 9_000,
    "laws": "Căn cứ " + "Luật Ab, " * 11_000,
    "names": "Hà Nội " * 14_000,
    "addressees": "Kính gửi:\n" * 10_000,
    "roles": "Nơi nhận:\n" + "KT. CHỦ TỊCH " * 7_000,
    "slashes": "Số: 1/" * 16_000,
    "broken over pages": "các cơ quan của tỉnh và\n\n" * 4_000,
}


@pytest.mark.parametrize("kind", LONG)
def test_no_long_text_hangs(kind):
    start = time.process_time()
    check(LONG[kind][:100_000])
    assert time.process_time() - start < 4  # 2 s và dự phòng cho máy chậm
