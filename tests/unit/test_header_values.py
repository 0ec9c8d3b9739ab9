"""Numbers, dates, years, issuers and names of a header, one at a time."""

from __future__ import annotations

import pytest

from documents.reader.header import read_header
from documents.sources.text_lines import source_of_text


def header_of(text):
    return read_header(source_of_text("a.txt", "txt", text))


@pytest.mark.parametrize(
    ("printed", "number", "symbol"),
    [
        ("Số: 12/KH-UBND", "12/KH-UBND", "KH-UBND"),
        ("Số: 35/2022/QĐ-UBND", "35/2022/QĐ-UBND", "QĐ-UBND"),
        ("Số:      /KH-UBND", None, "KH-UBND"),
        ("Số: ……/KH-UBND", None, "KH-UBND"),
        ("Số 06-CT/TU", "06-CT/TU", "CT/TU"),
        ("Số:     -KH/ĐU", None, "KH/ĐU"),
        ("Số: 924/BTP-QLXLVPHC&TDTHPL", "924/BTP-QLXLVPHC&TDTHPL", "BTP-QLXLVPHC&TDTHPL"),
        ("Số : 2917 / SGDĐT-VP", "2917/SGDĐT-VP", "SGDĐT-VP"),
        ("", None, None),
    ],
)
def test_numbers(printed, number, symbol):
    header = header_of(f"UBND TỈNH HÀ NAM\n{printed}\nKẾ HOẠCH\nTheo dõi thi hành pháp luật năm 2024\nI. MỤC ĐÍCH")
    assert (header.number, header.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("printed", "place", "date"),
    [
        ("Hà Nam, ngày 05 tháng 3 năm 2024", "Hà Nam", "2024-03-05"),
        ("Hà Nam, ngày     tháng 6 năm 2021", "Hà Nam", "2021-06"),
        ("Hà Nam, ngày ... tháng ... năm 2021", "Hà Nam", "2021"),
        ("TP. Hồ Chí Minh, ngày 5/3/2024", "TP. Hồ Chí Minh", "2024-03-05"),
        ("Bà Rịa - Vũng Tàu, ngày 31 tháng 12 năm 2024", "Bà Rịa - Vũng Tàu", "2024-12-31"),
        ("Hà Nam, ngày 45 tháng 15 năm 2024", None, None),
        ("", None, None),
    ],
)
def test_dates(printed, place, date):
    header = header_of(f"UBND TỈNH HÀ NAM\n{printed}\nKẾ HOẠCH\nTheo dõi thi hành pháp luật\nI. MỤC ĐÍCH")
    assert (header.place, header.date) == (place, date)


@pytest.mark.parametrize(
    ("title", "year", "period"),
    [
        ("Theo dõi thi hành pháp luật năm 2025", 2025, None),
        ("Thực hiện Chỉ thị số 43/CT-TTg ngày 11 tháng 12 năm 2020", 2024, None),
        ("Thi hành Luật Đất đai năm 2013 trên địa bàn tỉnh", 2024, None),
        ("Phổ biến pháp luật giai đoạn 2025 - 2030", 2025, (2025, 2030)),
        ("Phổ biến pháp luật giai đoạn 2021-2025", 2024, (2021, 2025)),
        ("Tổng kết năm 2023 và công tác năm 2024", 2024, None),
        ("Chuyển đổi số đến năm 2030", 2024, None),
    ],
)
def test_years(title, year, period):
    header = header_of(f"UBND TỈNH HÀ NAM\nHà Nam, ngày 5 tháng 1 năm 2024\nKẾ HOẠCH\n{title}\nI. MỤC ĐÍCH")
    assert (header.year, header.period) == (year, period)


def test_an_issuer_without_letterhead_follows_from_the_text():
    text = (
        "KẾ HOẠCH\nTheo dõi thi hành pháp luật trên địa bàn tỉnh Hà Nam\nCăn cứ Nghị định số 59/2012/NĐ-CP; "
        "{} như sau:\nI. MỤC ĐÍCH"
    )
    assert header_of(text.format("UBND tỉnh ban hành Kế hoạch")).issuer_norm == "UBND tỉnh Hà Nam"
    assert header_of(text.format("Sở Tư pháp xây dựng Kế hoạch")).issuer_norm == "Sở Tư pháp tỉnh Hà Nam"
    assert header_of(text.format("kế hoạch")).issuer is None


def test_a_plan_behind_its_decision_names_the_issuer_in_brackets():
    text = (
        "KẾ HOẠCH\nKiểm tra năm 2024\n(Kèm theo Quyết định số 5/QĐ-UBND ngày 2/3/2024 của UBND huyện An "
        "Bình)\nI. MỤC ĐÍCH"
    )
    header = header_of(text)
    assert (header.issuer, header.issuer_norm, header.number) == (None, "UBND huyện An Bình", None)


def test_a_name_with_two_tones_is_repaired_beside_the_printed_one():
    header = header_of("KẾ HOẠCH\nNăm 2024\nI. MỤC ĐÍCH\nNơi nhận:\n- Như trên.\nCHỦ TỊCH\nLâm Hoàng Nghịệp")
    assert (header.signer, header.signer_norm) == ("Lâm Hoàng Nghịệp", "Lâm Hoàng Nghiệp")


def test_a_text_without_any_header_invents_nothing():
    header = header_of("Các cơ quan thực hiện nhiệm vụ được giao.")
    assert header == type(header)(places=header.places)
