"""Files that lie: false sizes, other kinds of Word files, other languages, letters lost; and faces that say nothing."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from docx import Document

from documents.sources import read_source
from documents.sources.encodings import decode
from documents.sources.font_capitals import with_capitals
from harness.tiny_pdf import PdfPage, save_pdf
from models.problem import Problems

SENTENCE = "Sở Tư pháp chủ trì, phối hợp với các cơ quan liên quan thực hiện trước ngày 15/11/2022. "


@pytest.fixture
def word():
    out = BytesIO()
    document = Document()
    document.add_paragraph(SENTENCE * 5)
    document.save(out)
    return out.getvalue()


def changed(raw, change):
    """The archive with each part passed through `change(name, content)`."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def refusal(tmp_path, raw, name="a.docx"):
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(Problems) as caught:
        read_source(tmp_path / name)
    return caught.value.problems[0]


def test_a_part_that_unpacks_to_more_than_it_says(tmp_path, word):
    long = b"<w:body>" + b" " * 80_000_000
    raw = changed(word, lambda name, part: part.replace(b"<w:body>", long, 1) if name == "word/document.xml" else part)
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    raw = raw.replace(struct.pack("<I", size), struct.pack("<I", 5000))
    tracemalloc.start()
    problem = refusal(tmp_path, raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "kích thước ghi trong tệp không đúng" in problem.message
    assert peak < 70_000_000  # the file itself is read into a buffer of 50 MB


def test_markup_under_another_name_has_the_limits_of_text(tmp_path, word):
    out = BytesIO(word)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"\xef\xbb\xbf<w:p>" + b"<w:p/>" * 3_000_000)
    assert refusal(tmp_path, out.getvalue()).code == "file-too-large"


def test_a_part_packed_in_a_way_of_its_own(tmp_path, word):
    out = BytesIO(word)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/media/image1.png", b"\x89PNG" * 100)
    assert "nén theo cách" in refusal(tmp_path, out.getvalue()).message


KINDS = {
    "macro": (b"document.main+xml", b"document.macroEnabled.main+xml", "macro"),
    "template": (b"wordprocessingml.document.main", b"wordprocessingml.template.main", "tệp mẫu"),
    "strict": (b"schemas.openxmlformats.org/officeDocument", b"purl.oclc.org/ooxml/officeDocument", "Strict"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_word_file_of_another_kind_is_not_called_broken(tmp_path, word, kind):
    old, new, said = KINDS[kind]
    problem = refusal(tmp_path, changed(word, lambda _, part: part.replace(old, new)))
    assert problem.code == "wrong-type"
    assert said in problem.message
    assert "hỏng" not in problem.message


def test_french_is_not_vietnamese(tmp_path):
    text = "Le présent décret entre en vigueur le 20 novembre 2022 et sera publié à la préfecture.\n" * 20
    assert refusal(tmp_path, text.encode(), "a.txt").code == "not-vietnamese"


def test_letters_turned_into_question_marks(tmp_path):
    problem = refusal(tmp_path, (SENTENCE * 10).encode("cp1252", "replace"), "a.txt")
    assert problem.code == "wrong-encoding"
    assert "“?”" in problem.message


CAPITALS = {
    "Kế HOạCH": "KẾ HOẠCH",
    "TM. ủY BAN NHÂN DÂN": "TM. ỦY BAN NHÂN DÂN",
    "THựC HIệN Kế HOạCH Số 67/KH-UBND": "THỰC HIỆN KẾ HOẠCH SỐ 67/KH-UBND",
    "Số: 12/KH-UBND": "Số: 12/KH-UBND",
    "của UBND ở tỉnh": "của UBND ở tỉnh",
    "xong.\n\nủy ban": "xong.\n\nỦy ban",
    "các cơ quan\n\nở tỉnh": "các cơ quan\n\nở tỉnh",
    "1. ý kiến;\n\nđ) Thời gian": "1. ý kiến;\n\nđ) Thời gian",
}


@pytest.mark.parametrize("text", CAPITALS)
def test_capitals_of_old_fonts(text):
    assert with_capitals(text) == CAPITALS[text]


def test_a_heading_of_an_old_font_is_read_in_capitals():
    raw = b"K\xd5 HO\xb9CH\r\nTh\xf9c hi\xd6n k\xd5 ho\xb9ch c\xf1a c\xb8c c\xac quan n\xa8m 2004\r\n"
    assert decode(raw)[0].splitlines()[0] == "KẾ HOẠCH"


def without_heights(path):
    """The PDF with a face that says nothing of the height of its lines, as some programs write it."""
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"/Ascent 928 /Descent -236", b"/Ascent 000 /Descent 0000"))
    return path


def test_a_face_without_heights_keeps_its_words_in_line(tmp_path):
    page = PdfPage()
    heading = "2.2. Xây dựng danh mục các văn bản quy phạm pháp luật và hướng dẫn, thông qua Sở"
    for text in (SENTENCE * 2, heading, SENTENCE):
        page.paragraph(text)
    page.y = 90
    page.paragraph("3.1. của quy mô")
    save_pdf(tmp_path / "a.pdf", [page])
    source = read_source(without_heights(tmp_path / "a.pdf"))
    texts = [block.text for block in source.blocks]
    assert heading in texts
    assert texts[-1] == "3.1. của quy mô"


def test_paragraphs_of_one_page_have_places_of_their_own(tmp_path):
    page = PdfPage()
    for number in range(3):
        page.paragraph(f"{number + 1}. {SENTENCE}")
    save_pdf(tmp_path / "a.pdf", [page])
    places = [str(block.place) for block in read_source(tmp_path / "a.pdf").blocks]
    assert places == ["trang 1, đoạn 1", "trang 1, đoạn 2", "trang 1, đoạn 3"]


def test_a_page_without_text_is_told(tmp_path):
    page = PdfPage()
    page.paragraph(SENTENCE)
    save_pdf(tmp_path / "a.pdf", [page, PdfPage()])
    assert read_source(tmp_path / "a.pdf").notes == ("Trang 2 trống, hoặc không đọc được chữ.",)
