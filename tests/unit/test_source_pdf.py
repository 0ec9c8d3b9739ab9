"""PDFs: columns, tables over two pages, page numbers, footnotes, scans."""

from __future__ import annotations

import pytest

from documents.sources import read_source
from harness.tiny_pdf import PdfPage, save_pdf, width
from models.problem import Problems
from models.source_text import TableRow

SENTENCE = (
    "Các cơ quan, đơn vị được giao nhiệm vụ tại Kế hoạch này chủ động thực hiện và báo cáo kết quả theo quy định."
)


def read(tmp_path, *pages):
    save_pdf(tmp_path / "a.pdf", pages)
    return read_source(tmp_path / "a.pdf")


def test_paragraphs_by_indent_and_over_the_page(tmp_path):
    first, second = PdfPage(), PdfPage()
    first.paragraph(SENTENCE)
    first.paragraph(SENTENCE)
    first.y = 80
    first.paragraph("Sở Tư pháp chủ trì, phối hợp với các cơ quan liên quan theo dõi việc thực hiện, tổng hợp và")
    second.text(290, 810, "2")
    second.paragraph("trình Ủy ban nhân dân tỉnh.", 0)
    source = read(tmp_path, first, second)
    assert [block.text[:12] for block in source.blocks] == ["Các cơ quan,", "Các cơ quan,", "Sở Tư pháp c"]
    assert source.blocks[2].text.endswith("tổng hợp và trình Ủy ban nhân dân tỉnh.")
    assert source.blocks[2].place_at(len(source.blocks[2].text) - 1).page == 2


def test_a_table_goes_on_over_the_page(tmp_path):
    head = ("STT", "Nội dung", "Chủ trì", "Hạn")
    first, second = PdfPage(), PdfPage()
    first.paragraph(SENTENCE)
    first.table(
        [head, ("1", "Ban hành kế hoạch", "Sở Tư pháp", "Quý I"), ("2", "Báo cáo kết quả về", "Các sở", "Quý II")]
    )
    second.table([head, ("", "Sở Tư pháp", "", ""), ("3", "Sơ kết", "Sở Nội vụ", "Quý III")])
    rows = [block for block in read(tmp_path, first, second).blocks if isinstance(block, TableRow)]
    assert [row.cells[0][0].text if row.cells[0] else "" for row in rows] == ["STT", "1", "2", "", "3"]
    assert {row.place.table for row in rows} == {1}
    assert [row.place.page for row in rows] == [1, 1, 1, 2, 2]


def test_a_row_cut_by_the_page_is_put_together(tmp_path):
    first, second = PdfPage(), PdfPage()
    first.paragraph(SENTENCE)
    first.table([("STT", "Nội dung", "Chủ trì", "Hạn"), ("1", "Ban hành kế hoạch của", "Sở Tư pháp", "Quý I")])
    second.table([("", "cơ quan mình", "", ""), ("2", "Báo cáo", "Các sở", "Quý II")])
    rows = [block for block in read(tmp_path, first, second).blocks if isinstance(block, TableRow)]
    assert [row.cells[1][0].text for row in rows] == ["Nội dung", "Ban hành kế hoạch của cơ quan mình", "Báo cáo"]
    assert rows[1].cells[1][0].place_at(25).page == 2


def test_merged_cells_of_a_ruled_table(tmp_path):
    page = PdfPage()
    page.paragraph(SENTENCE)
    for y in (700, 670, 640):
        page.line(60 if y != 670 else 160, y, 360, y)
    for x in (60, 160, 260, 360):
        page.line(x, 640 if x != 260 else 670, x, 700)
    for x, y, text in ((65, 685, "gộp dọc"), (165, 685, "một"), (265, 685, "hai"), (165, 655, "gộp ngang")):
        page.text(x, y, text)
    rows = [block for block in read(tmp_path, page).blocks if isinstance(block, TableRow)]
    assert [[cell[0].text if cell else "" for cell in row.cells] for row in rows] == [
        ["gộp dọc", "một", "hai"],
        ["gộp dọc", "gộp ngang", ""],
    ]
    assert [row.spanned for row in rows] == [frozenset(), frozenset({0})]


def test_footnotes_in_small_print_go(tmp_path):
    page = PdfPage()
    for _ in range(4):
        page.paragraph(SENTENCE)
    page.line(60, 100, 200, 100)
    page.text(60, 88, "1 ngày 14/5/2016 của Chính phủ quy định chi tiết một số điều.", 8)
    source = read(tmp_path, page)
    assert all("14/5/2016" not in block.text for block in source.blocks)
    assert any("chú thích" in note for note in source.notes)


def test_a_raised_mark_is_no_letter(tmp_path):
    page = PdfPage()
    page.paragraph(SENTENCE)
    page.text(60, 600, "thi hành pháp luật")
    page.text(60 + width("thi hành pháp luật"), 605, "1", 6)
    assert read(tmp_path, page).blocks[-1].text == "thi hành pháp luật"


def test_a_scan_needs_ocr(tmp_path):
    with pytest.raises(Problems) as refused:
        read(tmp_path, _blank())
    assert "OCR" in str(refused.value)


def _blank():
    page = PdfPage()
    page.text(60, 60, ".")
    return page
