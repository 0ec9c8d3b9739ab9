"""Word documents: numbers Word writes itself, tracked changes, fields, merged cells, old fonts."""

from __future__ import annotations

import copy

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from documents.sources import read_source
from documents.sources.word_numbering import formatted
from models.source_text import TableRow

SENTENCE = "Các cơ quan, đơn vị được giao thực hiện kế hoạch này và báo cáo kết quả."


@pytest.fixture
def document():
    made = Document()
    made.add_paragraph(SENTENCE)
    return made


def read(document, tmp_path):
    document.save(str(tmp_path / "a.docx"))
    return read_source(tmp_path / "a.docx")


def texts(document, tmp_path):
    return [block.text for block in read(document, tmp_path).blocks[1:]]


def add_list(document, levels):
    """A list definition with the given (format, text) levels; returns its number."""
    numbering = document.part.numbering_part.element
    xml = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for index, (kind, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900">{xml}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="900"><w:abstractNumId w:val="900"/></w:num>'))
    return "900"


def add_item(document, number, level, text):
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_numbers_of_lists_are_in_the_text(document, tmp_path):
    number = add_list(
        document, [("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)")]
    )
    for level, text in [
        (0, "Mục đích"),
        (1, "Yêu cầu"),
        (1, "Nội dung"),
        (2, "Ban hành"),
        (3, "Kế hoạch"),
        (3, "Báo cáo"),
        (0, "Tổ chức"),
    ]:
        add_item(document, number, level, text)
    assert texts(document, tmp_path) == [
        "I. Mục đích", "1. Yêu cầu", "2. Nội dung", "2.1. Ban hành", "a) Kế hoạch", "b) Báo cáo", "II. Tổ chức",
    ]  # fmt: skip


def test_bullets_of_lists(document, tmp_path):
    number = add_list(document, [("bullet", "-"), ("bullet", "+"), ("bullet", "\uf0b7")])
    for level in range(3):
        add_item(document, number, level, f"Việc {level}")
    blocks = read(document, tmp_path).blocks[1:]
    assert [(block.bullet, block.text) for block in blocks] == [("-", "Việc 0"), ("+", "Việc 1"), ("•", "Việc 2")]


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [(28, "lowerLetter", "bb"), (1994, "upperRoman", "MCMXCIV"), (3, "decimalZero", "03"), (7, "other", "7")],
)
def test_formats_of_numbers(number, kind, text):
    assert formatted(number, kind) == text


def test_tracked_changes_are_read_as_accepted(document, tmp_path):
    paragraph = document.add_paragraph("Hạn: ")
    for tag, inner, text in (("w:del", "w:delText", "tháng 3"), ("w:ins", "w:t", "tháng 4")):
        change, run, piece = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        piece.text = text
        run.append(piece)
        change.append(run)
        paragraph._p.append(change)
    source = read(document, tmp_path)
    assert source.blocks[1].text == "Hạn: tháng 4"
    assert any("track changes" in note for note in source.notes)


def test_a_deleted_paragraph_mark_joins_two_paragraphs(document, tmp_path):
    first = document.add_paragraph("Cơ quan ")
    first._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del/></w:rPr>"))
    document.add_paragraph("thực hiện.")
    assert texts(document, tmp_path) == ["Cơ quan thực hiện."]


def test_fields_give_their_result_and_hidden_text_is_hidden(document, tmp_path):
    paragraph = document.add_paragraph("Trang ")
    for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), ("t", "7"), ("end", None)):
        run = paragraph.add_run()._r
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:t" if kind == "t" else "w:instrText")
            mark.text = text
        run.append(mark)
    paragraph.add_run(" ẩn").font.hidden = True
    assert texts(document, tmp_path) == ["Trang 7"]


def test_headers_and_footers_are_left_out(document, tmp_path):
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    document.sections[0].footer.paragraphs[0].text = "Chân trang"
    assert texts(document, tmp_path) == []


def test_merged_cells(document, tmp_path):
    table = document.add_table(3, 3)
    for row, cells in enumerate((("a", "b", "c"), ("d", "e", ""), ("g", "h", ""))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(0, 1)).text = "ab"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "fi"
    rows = [block for block in read(document, tmp_path).blocks if isinstance(block, TableRow)]
    assert [[cell[0].text if cell else "" for cell in row.cells] for row in rows] == [
        ["ab", "", "c"],
        ["d", "e", "fi"],
        ["g", "h", "fi"],
    ]
    assert [row.spanned for row in rows] == [frozenset(), frozenset(), frozenset({2})]


def test_headings_faces_and_soft_breaks(document, tmp_path):
    document.add_heading("Mục đích", 2)
    document.add_paragraph().add_run("In đậm").bold = True
    document.add_paragraph("ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM")
    found = read(document, tmp_path).blocks[1:]
    assert [(block.text, block.level, block.bold) for block in found[:2]] == [
        ("Mục đích", 2, True),
        ("In đậm", None, True),
    ]
    assert [block.text for block in found[2:]] == ["ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"]


def test_old_fonts_are_converted(document, tmp_path):
    document.add_paragraph().add_run("KÕ ho¹ch").font.name = ".VnTime"
    document.add_paragraph().add_run("kÕ ho¹ch").font.name = ".VnTimeH"
    source = read(document, tmp_path)
    assert [block.text for block in source.blocks[1:]] == ["Kế hoạch", "KẾ HOẠCH"]
    assert any("TCVN3" in note for note in source.notes)


def test_text_boxes_once_and_nested_tables(document, tmp_path):
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "Ngoài"
    table.cell(0, 0).add_table(1, 1).cell(0, 0).text = "Trong"
    box = (
        f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>Dự "
        f"thảo</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    document.add_paragraph("Đoạn")._p.append(copy.deepcopy(parse_xml(box)))
    blocks = read(document, tmp_path).blocks
    assert [paragraph.text for paragraph in blocks[1].cells[0]] == ["Ngoài", "Trong"]
    assert [block.text for block in blocks[2:]] == ["Đoạn", "Dự thảo"]
