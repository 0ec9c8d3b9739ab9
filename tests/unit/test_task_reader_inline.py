"""Who and when said in the line of the task itself: brackets, tails after a colon or a dash, sentences below it."""

from __future__ import annotations

import pytest

from documents.reader.read import read_text
from documents.sources.text_lines import source_of_text
from models.reading import TaskReading

HEAD = "UBND TỈNH A\nSố: 01/KH-UBND\nA, ngày 10 tháng 01 năm 2024\nKẾ HOẠCH\nCông tác năm 2024\n"


def tasks_of(body: str) -> list[TaskReading]:
    return list(read_text(source_of_text("x.txt", "txt", HEAD + body)).tasks)


def said(task: TaskReading) -> tuple[list[str], list[str], list[str]]:
    return (
        [one.text for one in task.leads],
        [one.text for one in task.coordinators],
        [time.end or time.recurrence or time.kind for time in task.times],
    )


LINES = [
    ("In tờ rơi (Sở Y tế chủ trì, phối hợp Tỉnh Đoàn; quý II)", ["Sở Y tế"], ["Tỉnh Đoàn"], ["2024-06-30"]),
    ("In tờ rơi (Sở Y tế; Tỉnh Đoàn phối hợp; xong trước 30/4)", ["Sở Y tế"], ["Tỉnh Đoàn"], ["2024-04-29"]),
    ("In tờ rơi cho các xã (do Sở Y tế thực hiện, tháng 5)", ["Sở Y tế"], [], ["2024-05-31"]),
    ("In tờ rơi: giao Sở Y tế chủ trì, phối hợp Tỉnh Đoàn; tháng 3", ["Sở Y tế"], ["Tỉnh Đoàn"], ["2024-03-31"]),
    ("In tờ rơi cho các xã: Sở Y tế, Tỉnh Đoàn; quý I", ["Sở Y tế", "Tỉnh Đoàn"], [], ["2024-03-31"]),
    ("Thi tìm hiểu luật, đề nghị Tỉnh Đoàn chủ trì, Hội Nông dân tỉnh phối hợp; quý III",
     ["Tỉnh Đoàn"], ["Hội Nông dân tỉnh"], ["2024-09-30"]),
    ("Đánh giá nội bộ theo bộ tiêu chí – Sở Nội vụ – tháng 11", ["Sở Nội vụ"], [], ["2024-11-30"]),
    ("Khảo sát sự hài lòng (Sở Nội vụ - mỗi quý 01 lần)", ["Sở Nội vụ"], [], ["QUARTERLY"]),
    ("Ký cam kết an toàn. Người thực hiện: Sở Nội vụ. Thời hạn: 20/3/2024", ["Sở Nội vụ"], [], ["2024-03-20"]),
    ("Đối thoại với người dân. Giám đốc Sở Nội vụ chủ trì; Sở Y tế thực hiện, quý IV",
     ["Giám đốc Sở Nội vụ", "Sở Y tế"], [], ["2024-12-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "leads", "coordinators", "times"), LINES, ids=[line[0][:30] for line in LINES])
@pytest.mark.parametrize("mark", ["1. ", "- ", "a) "])
def test_a_line_says_who_and_when(
    mark: str, line: str, leads: list[str], coordinators: list[str], times: list[str]
) -> None:
    heading = "" if mark == "1. " else "1. Tuyên truyền, phổ biến\n"
    (task,) = tasks_of(f"I. NỘI DUNG\n{heading}{mark}{line}.\n")
    assert said(task) == (leads, coordinators, times)


def test_the_title_is_the_line_without_its_tail() -> None:
    (task,) = tasks_of("I. NỘI DUNG\n1. In 500 tờ rơi (Sở Y tế; thời hạn: quý II; sản phẩm: tờ rơi).\n")
    assert (task.title, task.outputs) == ("In 500 tờ rơi", ("tờ rơi",))


def test_a_bracket_that_explains_is_no_tail() -> None:
    assert tasks_of("I. NỘI DUNG\n1. Rà soát tài sản công (nhà, đất, xe ô tô).\n") == []


def test_a_sentence_that_only_says_who_belongs_to_the_item_above() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Tổ chức tập huấn nghiệp vụ (01 lớp)\nGiao Văn phòng Sở tham mưu tổ chức trong tháng 4/2024.\n"
    )
    (task,) = tasks_of(body)
    assert (task.title, said(task)) == (
        "Tổ chức tập huấn nghiệp vụ (01 lớp)",
        (["Văn phòng Sở"], [], ["2024-04-30"]),
    )


def test_a_line_that_only_says_when_completes_the_task_before() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Rà soát văn bản của tỉnh\n* Giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế thực hiện.\n"
        "* Hoàn thành trước ngày 30/6/2024.\n"
    )
    (task,) = tasks_of(body)
    assert said(task) == (["Sở Nội vụ"], ["Sở Y tế"], ["2024-06-29"])


def test_one_line_for_several_numbered_items() -> None:
    body = (
        "II. NHIỆM VỤ\n3. Chính quyền số\n3.1. Số hóa hồ sơ đất đai.\n3.2. Làm sạch dữ liệu dân cư.\n"
        "Các nội dung tại mục 3.1, 3.2: Sở Nội vụ chủ trì; Công an tỉnh phối hợp; xong trước ngày 30/9/2024.\n"
    )
    expected = (["Sở Nội vụ"], ["Công an tỉnh"], ["2024-09-29"])
    assert [(task.section, said(task)) for task in tasks_of(body)] == [("II.3.1", expected), ("II.3.2", expected)]


def test_a_heading_that_is_a_time_gives_it_to_its_items() -> None:
    body = (
        "I. LỊCH THỰC HIỆN\n1. Tháng 9/2024\n- Ký cam kết với phụ huynh. Người thực hiện: Sở Giáo dục và Đào tạo.\n"
        "2. Học kỳ I năm học 2024 - 2025\n- Thi tìm hiểu pháp luật. Phụ trách: Tỉnh Đoàn.\n"
    )
    assert [said(task)[2] for task in tasks_of(body)] == [["2024-09-30"], ["2025-01-31"]]
