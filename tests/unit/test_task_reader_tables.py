"""Tasks in tables: the header in any order and over two rows, groups, continued rows, repeated headers."""

from __future__ import annotations

import pytest

from documents.reader.table_header import Column, column_of, header_of
from documents.reader.tasks import read_tasks
from harness.plan_text import coordinators, ends, leads, plan_text, tasks_of
from models.reading import HeaderReading
from models.source_text import Paragraph, Place, SourceText, TableRow

APPENDIX = """
II. NỘI DUNG
(Chi tiết tại Phụ lục)
Nơi nhận:
- Như trên;
PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
| STT | Nội dung nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Ghi chú |
| (1) | (2) | (3) | (4) | (5) | (6) | (7) |
| I | Cải cách thể chế | | | | | |
| 1 | Lập kế hoạch rà soát kho | Kế hoạch | Sở Tư pháp | Các sở, ban, ngành | Tháng 01/2031 | |
| 2 | Rà soát kho | Quyết định; Báo cáo | Văn phòng UBND tỉnh | Sở Tư pháp, UBND các xã, phường | Quý II | |
| | | | Sở Nội vụ | | | |
| STT | Nội dung nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Ghi chú |
| II | Cải cách bộ máy | | | | | |
| 2.1 | Sắp xếp đơn vị | Đề án | Các sở: Y tế, Xây dựng | Sở Nội vụ | Trước ngày 30/6/2031 | |
| 2.2 | Báo cáo biên chế | Báo cáo | Sở Nội vụ chủ trì, phối hợp với Sở Tài chính | | Hằng năm | |
"""


def test_an_appendix_table() -> None:
    tasks = tasks_of(APPENDIX)
    assert [(task.section, task.title) for task in tasks] == [
        ("PL.I.1", "Lập kế hoạch rà soát kho"),
        ("PL.I.2", "Rà soát kho"),
        ("PL.II.2.1", "Sắp xếp đơn vị"),
        ("PL.II.2.2", "Báo cáo biên chế"),
    ]
    assert (leads(tasks[1]), coordinators(tasks[1])) == (
        ["Văn phòng UBND tỉnh", "Sở Nội vụ"],
        ["Sở Tư pháp", "UBND các xã, phường"],
    )
    assert tasks[1].outputs == ("Quyết định", "Báo cáo")
    assert leads(tasks[2]) == ["Sở Y tế", "Sở Xây dựng"]
    assert (leads(tasks[3]), coordinators(tasks[3])) == (["Sở Nội vụ"], ["Sở Tài chính"])
    assert [ends(task) for task in tasks] == [["2031-01-31"], ["2031-06-30"], ["2031-06-29"], ["YEARLY"]]


def test_each_value_of_a_table_has_its_cell() -> None:
    task = tasks_of(APPENDIX)[1]
    assert (task.leads[0].place.row, task.leads[0].place.column) == (12, 4)
    assert task.times[0].place.column == 6


def test_a_header_over_two_rows_and_ticked_quarters() -> None:
    text = """
| TT | Nhiệm vụ | Phân công thực hiện | | Thời gian | |
| TT | Nhiệm vụ | Chủ trì | Phối hợp | Quý I/2031 | Quý II/2031 |
| 1 | Mở lớp cho người giữ kho | Sở Nội vụ | Phòng Tư pháp các huyện | x | |
| 2 | Kiểm tra kho của các cơ quan | Thanh tra tỉnh | Công an tỉnh | | X |
"""
    first, second = tasks_of(text)
    assert (leads(first), coordinators(first), ends(first)) == (
        ["Sở Nội vụ"],
        ["Phòng Tư pháp các huyện"],
        ["2031-03-31"],
    )
    assert (leads(second), ends(second)) == (["Thanh tra tỉnh"], ["2031-06-30"])


def test_columns_in_another_order_without_numbers() -> None:
    text = """
| Thời hạn | Đơn vị thực hiện | Công việc | Kết quả |
| Trước 15/3/2031 | Phòng Nội vụ | Thống kê hồ sơ cũ | Bảng thống kê |
| Quý III/2031 | UBND các xã | Bàn giao hồ sơ<br>- Lập biên bản bàn giao | Biên bản |
"""
    first, second = tasks_of(text)
    assert (first.title, leads(first), ends(first), first.outputs) == (
        "Thống kê hồ sơ cũ",
        ["Phòng Nội vụ"],
        ["2031-03-14"],
        ("Bảng thống kê",),
    )
    assert second.title.startswith("Bàn giao hồ sơ")


def test_a_cell_merged_over_rows_is_one_task() -> None:
    place = Place(table=1)

    def row(*cells: str, spanned: frozenset[int] = frozenset()) -> TableRow:
        return TableRow(tuple((Paragraph(cell, place),) if cell else () for cell in cells), place, spanned)

    rows = (
        row("STT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian"),
        row("1", "Báo cáo tình hình kho lưu trữ", "Sở Nội vụ", "Trước 10/6/2031"),
        row("1", "Báo cáo tình hình kho lưu trữ", "UBND cấp xã", "Trước 01/6/2031", spanned=frozenset({0, 1})),
    )
    tasks, _ = read_tasks(SourceText("bang.docx", "docx", rows), HeaderReading(year=2031))
    assert [leads(task) for task in tasks] == [["Sở Nội vụ", "UBND cấp xã"]]
    assert ends(tasks[0]) == ["2031-06-09", "2031-05-31"]


@pytest.mark.parametrize(
    "table",
    [
        "| ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| Số: 1/KH-UBND | Hà Lâm, ngày 05/01/2031 |",
        "| Nơi nhận:<br>- Như trên | TM. ỦY BAN NHÂN DÂN |",
        "| STT | Tên xã | Số hộ | Tỷ lệ |\n| 1 | Hà Lâm | 120 | 5% |",
    ],
)
def test_other_tables_hold_no_tasks(table: str) -> None:
    assert tasks_of(table) == []


COLUMNS = [
    ("STT", Column.NUMBER), ("Nội dung công việc", Column.WORK), ("Cơ quan, đơn vị chủ trì", Column.LEAD),
    ("Đơn vị phối hợp", Column.COORD), ("Cơ quan chủ trì, phối hợp", Column.BOTH),
    ("Thời gian hoàn thành", Column.TIME),
    ("Sản phẩm, kết quả", Column.OUTPUT), ("Kinh phí", Column.OTHER), ("Quý IV", Column.PERIOD),
    ("Tiến độ", Column.TIME),
]  # fmt: skip


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=[name for name, _ in COLUMNS])
def test_column(name: str, column: Column) -> None:
    assert column_of(name) is column


def test_a_row_of_prose_is_no_header() -> None:
    source = plan_text(
        "| 1 | Nhiệm vụ của sở và thời gian thực hiện được quy định tại văn bản này theo kỳ hạn cụ thể |"
    )
    rows = [block for block in source.blocks if isinstance(block, TableRow)]
    assert header_of(rows, 0) is None


def test_a_table_that_goes_on_after_a_page_keeps_its_header() -> None:
    text = """
| STT | Nội dung công việc | Cơ quan chủ trì | Thời gian |
| 1 | Thống kê hồ sơ cũ | Sở Nội vụ | Quý I/2031 |
Trang sau của kế hoạch có bảng tiếp theo
| 2 | Bàn giao hồ sơ cũ | UBND cấp xã | Quý II/2031 |
"""
    assert [(leads(task), ends(task)) for task in tasks_of(text)] == [
        (["Sở Nội vụ"], ["2031-03-31"]),
        (["UBND cấp xã"], ["2031-06-30"]),
    ]


def test_a_bare_day_in_a_column_of_deadlines_is_the_last_day() -> None:
    text = """
| TT | Nhiệm vụ | Đơn vị thực hiện | {name} |
| 1 | Rà soát hồ sơ cũ | Sở Nội vụ | 30/6/2031 |
"""
    (due,) = tasks_of(text.format(name="Thời hạn hoàn thành"))
    (event,) = tasks_of(text.format(name="Thời gian tổ chức"))
    assert (due.times[0].kind, due.times[0].end) == ("by", "2031-06-30")
    assert (event.times[0].start, event.times[0].end) == ("2031-06-30", "2031-06-30")


def test_the_programme_of_a_meeting_is_no_plan() -> None:
    text = "| Thời gian | Nội dung | Người thực hiện |\n| 8h00 - 8h30 | Đón tiếp đại biểu | Ban Tổ chức |"
    assert tasks_of(text) == []
