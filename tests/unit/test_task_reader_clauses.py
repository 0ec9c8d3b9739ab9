"""Duties in one item that each have their own time, and whose they are."""

from __future__ import annotations

import pytest

from documents.reader.read import read_text
from documents.sources.text_lines import source_of_text

HEAD = "UBND HUYỆN B\nSố: 02/KH-UBND\nB, ngày 10 tháng 01 năm 2024\nKẾ HOẠCH\nCông tác năm 2024\n"

ITEMS = [
    ("1. Phòng Nội vụ: theo dõi, đôn đốc; tổng hợp báo cáo UBND huyện trước ngày 15/12/2024.",
     [("tổng hợp báo cáo UBND huyện", ["2024-12-14"])]),
    ("1. Phòng Nội vụ: xây dựng kế hoạch gửi trước ngày 20/02/2024; báo cáo kết quả trước ngày 20/11/2024.",
     [("xây dựng kế hoạch gửi", ["2024-02-19"]), ("báo cáo kết quả", ["2024-11-19"])]),
    ("1. Phòng Nội vụ gửi danh sách trước ngày 10/3/2024 và gửi báo cáo năm trước ngày 30/11/2024.",
     [("gửi danh sách", ["2024-03-09"]), ("gửi báo cáo năm", ["2024-11-29"])]),
    ("1. Phòng Nội vụ lập kế hoạch trước ngày 10/3/2024; hằng tháng (trước ngày 25) gửi số liệu về huyện.",
     [("lập kế hoạch", ["2024-03-09"]), ("gửi số liệu về huyện", ["MONTHLY;by=24"])]),
    ("1. Phòng Nội vụ báo cáo kết quả: 6 tháng trước ngày 10/6, năm trước ngày 25/11.",
     [("báo cáo kết quả: 6 tháng", ["YEARLY;by=06-09", "2024-11-24"])]),
    ("1. Phòng Nội vụ báo cáo kết quả quý I, 6 tháng, 9 tháng và năm trước ngày 15 của tháng cuối quý.",
     [("báo cáo kết quả quý I, 6 tháng, 9 tháng và năm", ["QUARTERLY;by=M3-14"])]),
    ("1. Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp theo dõi việc thực hiện; sơ kết vào tháng 6/2024.",
     [("chủ trì, phối hợp với Phòng Tư pháp theo dõi việc thực hiện", ["2024-06-30"])]),
]  # fmt: skip


@pytest.mark.parametrize(("item", "expected"), ITEMS, ids=[item[3:40] for item, _ in ITEMS])
def test_each_dated_clause_is_a_duty_of_the_item(item: str, expected: list[tuple[str, list[str]]]) -> None:
    tasks = read_text(source_of_text("x.txt", "txt", f"{HEAD}III. TỔ CHỨC THỰC HIỆN\n{item}\n")).tasks
    assert [(task.title, [time.end or time.recurrence for time in task.times]) for task in tasks] == expected
    assert all([lead.text for lead in task.leads] == ["Phòng Nội vụ"] for task in tasks)


def test_a_duty_beside_a_block_of_labels_is_its_own() -> None:
    body = (
        "II. NỘI DUNG\n1. Rà soát văn bản\n- Cơ quan thực hiện: Các phòng gửi kết quả trước ngày 31/7/2024.\n"
        "- Thanh tra huyện tổng hợp, báo cáo UBND huyện trước ngày 15/8/2024.\n"
    )
    tasks = read_text(source_of_text("x.txt", "txt", HEAD + body)).tasks
    assert [([lead.text for lead in task.leads], [time.end for time in task.times]) for task in tasks] == [
        (["Các phòng"], ["2024-07-30"]),
        (["Thanh tra huyện"], ["2024-08-14"]),
    ]


@pytest.mark.parametrize(
    "item", ["1.1. Báo cáo huyện trước ngày 15/12/2024.", "a) Báo cáo huyện trước ngày 15/12/2024."]
)
def test_an_item_is_of_the_agency_its_heading_names(item: str) -> None:
    body = f"III. TỔ CHỨC THỰC HIỆN\n1. Trách nhiệm của Phòng Kế hoạch tổng hợp\n{item}\n"
    (task,) = read_text(source_of_text("x.txt", "txt", HEAD + body)).tasks
    assert [lead.text for lead in task.leads] == ["Phòng Kế hoạch tổng hợp"]


def test_standing_responsibilities_come_on_request() -> None:
    source = source_of_text(
        "x.txt", "txt", f"{HEAD}III. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ theo dõi, đôn đốc các xã.\n"
    )
    assert read_text(source).tasks == ()
    (task,) = read_text(source, standing=True).tasks
    assert (task.core, [lead.text for lead in task.leads]) == (False, ["Phòng Nội vụ"])
