"""Tables that a text file keeps in HTML or with spaces, and lines that only look like something else."""

from __future__ import annotations

from documents.sources.text_lines import source_of_text
from models.source_text import Paragraph, TableRow

HTML = """Phụ lục kèm theo
<table class="x">
<tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Thời gian</th></tr>
<tr><td>1</td><td><p>Lập danh mục</p><p>văn bản</p></td><td rowspan="2">Sở A</td><td>Quý I</td></tr>
<tr><td>2</td><td>Công bố</td><td>Quý II</td></tr>
<tr><td colspan="4">Nhóm khác</td></tr>
</table>
Hết."""
SPACED = """I. NỘI DUNG
STT   Nội dung công việc           Đơn vị chủ trì    Thời gian
1     Xây dựng kế hoạch rà soát    Sở A              Quý I/2024
      của tỉnh
2     Rà soát văn bản              Sở B;             Trước 30/6/2024
                                   Sở C
II. TỔ CHỨC THỰC HIỆN"""


def rows_of(text: str) -> list[list[str]]:
    blocks = source_of_text("x.txt", "txt", text).blocks
    rows = [block for block in blocks if isinstance(block, TableRow)]
    return [["/".join(paragraph.text for paragraph in cell) for cell in row.cells] for row in rows]


def paragraphs_of(text: str) -> list[str]:
    blocks = source_of_text("x.txt", "txt", text).blocks
    return [f"{block.bullet or ''}{block.text}" for block in blocks if isinstance(block, Paragraph)]


def test_an_html_table_becomes_rows_with_merged_cells_repeated() -> None:
    assert rows_of(HTML) == [
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["1", "Lập danh mục/văn bản", "Sở A", "Quý I"],
        ["2", "Công bố", "Sở A", "Quý II"],
        ["Nhóm khác", "", "", ""],
    ]
    assert paragraphs_of(HTML) == ["Phụ lục kèm theo", "Hết."]


def test_an_html_table_without_an_end_is_left_alone() -> None:
    assert rows_of("<table><tr><td>1</td>\nvăn bản") == []


def test_columns_kept_apart_by_spaces_become_rows() -> None:
    assert rows_of(SPACED)[1:] == [
        ["1", "Xây dựng kế hoạch rà soát của tỉnh", "Sở A", "Quý I/2024"],
        ["2", "Rà soát văn bản", "Sở B; Sở C", "Trước 30/6/2024"],
    ]
    assert paragraphs_of(SPACED) == ["I. NỘI DUNG", "II. TỔ CHỨC THỰC HIỆN"]


def test_prose_with_wide_gaps_is_no_table() -> None:
    assert rows_of("Các đơn vị    thực hiện    nghiêm túc\nNội dung khác của văn bản") == []


def test_a_number_of_the_document_opens_a_unit_whatever_stands_above() -> None:
    assert paragraphs_of("1. Nhận thức số\n1.1. Tổ chức hội nghị\n2.2. Tại cấp xã\nMỗi xã tổ chức 01 buổi") == [
        "1. Nhận thức số",
        "1.1. Tổ chức hội nghị",
        "2.2. Tại cấp xã",
        "Mỗi xã tổ chức 01 buổi",
    ]


def test_numbers_with_brackets_are_no_footnotes() -> None:
    text = "1.1. Việc thứ nhất\n2.2. Việc thứ hai\n1) Phòng Nội vụ báo cáo\n2) Phòng Tư pháp báo cáo"
    assert paragraphs_of(text)[2:] == ["1) Phòng Nội vụ báo cáo", "2) Phòng Tư pháp báo cáo"]
