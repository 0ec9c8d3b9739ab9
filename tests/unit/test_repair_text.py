"""Repairs of a text: what is put together, what is taken out, and what is left alone."""

from __future__ import annotations

import pytest

from documents.sources.text_lines import source_of_text
from models.source_text import TableRow

FILLER = "các cơ quan, đơn vị, địa phương tiếp tục triển khai thực hiện đầy đủ các nhiệm vụ được giao theo"


def texts(text):
    return [block.text for block in source_of_text("a.txt", "txt", text).blocks]


def wrapped_page(*lines):
    """Lines of a hard-wrapped text around the ones that matter."""
    return "\n".join([*[FILLER] * 12, "kế hoạch đã đề ra.", *lines, *[FILLER] * 12, "kế hoạch."])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Tiếp nhận, thu thập thông tin về tình hình, xử\n\n\n\nlý thông tin tại cơ quan.", 1),
        ("a) Nội dung: Tổ chức kiểm tra, khảo sát tại các\nSở, ban, ngành.", 1),
        ("Cơ quan thực hiện: Sở Tư pháp\nThời gian thực hiện: Quý II", 2),
        ("1. Mục đích\n2. Yêu cầu", 2),
        ("ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM", 2),
        ("- Báo cáo kết quả;\n- Danh mục văn bản;", 2),
        ("thực hiện theo quy định tại Điều\n14. Các cơ quan có liên quan", 1),
        ("Sở Tư pháp chủ trì.\n\nSở Nội vụ phối hợp.", 2),
        ("trước ngày 15\ntháng 11 năm 2022", 1),
        ("KẾ HOẠCH\nTheo dõi thi hành pháp luật", 2),
    ],
)
def test_lines_of_one_paragraph_are_joined_and_others_are_not(text, expected):
    assert len(texts(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thực hiện Chỉ thị số 06-\nCT/TU của tỉnh", "thực hiện Chỉ thị số 06-CT/TU của tỉnh"),
        ("Nghị định số 59/2012/\nNĐ-CP của Chính phủ", "Nghị định số 59/2012/NĐ-CP của Chính phủ"),
        ("cấp ủy Đảng -\nchính quyền địa phương", "cấp ủy Đảng - chính quyền địa phương"),
        ("**Nội dung** và *yêu cầu* [^1]", "Nội dung và yêu cầu"),
        ("diện tích 20 km<sup>2</sup> &amp; hơn", "diện tích 20 km² & hơn"),
        ("tên_tệp và 2 * 3 * 4", "tên_tệp và 2 * 3 * 4"),
        ("K\u0065\u0302\u0301 hoa\u0323ch\u200b này", "Kế hoạch này"),
        ("kết quả thực hiện./.Nguy", "kết quả thực hiện./."),
        ("Theo dõi năm 2022. /", "Theo dõi năm 2022./."),
    ],
)
def test_one_line_is_mended(text, expected):
    assert texts(text) == [expected]


def test_places_follow_the_joined_lines():
    text = "\n- Các cơ quan, đơn vị, địa phương của tỉnh\nvà của huyện thực hiện, xử\n\nlý, báo cáo"
    (paragraph,) = source_of_text("a.txt", "txt", text).blocks
    assert [paragraph.place_at(paragraph.text.index(word)).line for word in ("Các", "và", "lý")] == [2, 3, 5]


def test_page_numbers_go_and_the_sentence_runs_on():
    pages = "\n".join(f"{FILLER}\n" * 12 + str(number) for number in range(2, 5)) + "\nkế hoạch của tỉnh."
    found = texts(pages)
    assert len(found) == 1
    assert not any(char.isdigit() for char in found[0])


def test_numbers_of_a_broken_table_stay():
    assert texts("1\n\nBan hành kế hoạch\n\n2\n\nBáo cáo kết quả") == ["1", "Ban hành kế hoạch", "2", "Báo cáo kết quả"]


def test_footnotes_go_with_their_marks():
    text = wrapped_page("thực hiện văn bản về công tác thi hành pháp luật1 và Nghị định số 34/2016/NĐ-CP2,", FILLER)
    foot = "1 như: Quyết định số 242/QĐ-TTg\n2 ngày 14/5/2016 của Chính phủ\n2\n"
    source = source_of_text("a.txt", "txt", f"{text[:-1]}\n{foot}{FILLER}")
    joined = " ".join(block.text for block in source.blocks)
    assert "pháp luật và Nghị định số 34/2016/NĐ-CP," in joined
    assert "242/QĐ-TTg" not in joined
    assert any("chú thích chân trang 1-2" in note for note in source.notes)


def test_a_digit_that_is_no_mark_stays():
    assert "COVID-19" in texts("phòng, chống dịch COVID-19 và mẫu biểu C1, C2 theo Thông tư")[0]


def test_the_tail_of_a_web_page_goes():
    source = source_of_text(
        "a.txt", "txt", "Sở Tư pháp thực hiện./.\n\nNơi nhận:\n- Như trên.\n\nBài viết liên quan\n\nTin khác"
    )
    assert [block.text for block in source.blocks][-1] == "Như trên."
    assert any("trang mạng" in note for note in source.notes)


def test_what_is_not_sure_is_left_and_noted():
    text = f"- {FILLER} kế hoạch, quyết định đã được cấp có thẩm quyền phê duyệt\n\nỦy ban nhân dân cấp xã thực hiện."
    source = source_of_text("a.txt", "txt", text)
    assert len(source.blocks) == 2
    assert "có thể bị ngắt" in " ".join(source.notes)


def test_a_markdown_table():
    text = "| STT | Nội dung |\n|---|:--:|\n| 1 | **Kế hoạch**<br>- Báo cáo |\n| 2 | a \\| b |"
    rows = source_of_text("a.md", "md", text).blocks
    assert all(isinstance(row, TableRow) for row in rows)
    assert [[paragraph.text for paragraph in row.cells[1]] for row in rows] == [
        ["Nội dung"],
        ["Kế hoạch", "Báo cáo"],
        ["a | b"],
    ]
    assert rows[1].cells[1][1].bullet == "-"
    assert str(rows[2].cells[1][0].place) == "bảng 1, hàng 3, cột 2, dòng 4"


def test_headings_and_faces_are_kept():
    source = source_of_text("a.md", "md", "## **I. MỤC ĐÍCH**\n\n***1.1. Phạm vi***\n\n**Cơ quan\nthực hiện**")
    assert [(block.level, block.bold, block.italic) for block in source.blocks] == [
        (2, True, False),
        (None, True, True),
        (None, True, False),
    ]
