"""Plans of other issuers than a province: a hospital, a commune of two tiers, a ministry, a party committee."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import pytest

from documents.reader.read import read_text
from documents.sources.text_lines import source_of_text
from models.reading import TaskReading

HOSPITAL = """SỞ Y TẾ TỈNH C
BỆNH VIỆN ĐA KHOA C
Số: 45/KH-BV
C, ngày 15 tháng 02 năm 2024
KẾ HOẠCH
Cải tiến chất lượng năm 2024
I. NỘI DUNG THỰC HIỆN
1. Phòng Điều dưỡng xây dựng bộ tiêu chí chăm sóc người bệnh, trình Ban Giám đốc trước 31/3/2024.
2. Khoa Kiểm soát nhiễm khuẩn giám sát vệ sinh tay 01 lần/tháng.
3. Tập huấn an toàn người bệnh cho nhân viên mới
- Phụ trách: Tổ Quản lý chất lượng
- Tham gia: các khoa, phòng
- Thời gian: tháng 4 và tháng 9
II. PHÂN CÔNG
1. Trưởng các khoa, phòng: gửi báo cáo về Phòng Kế hoạch tổng hợp trước ngày 10 của tháng cuối quý.
"""
COMMUNE = """ỦY BAN NHÂN DÂN
XÃ TÂN D
Số: 35/KH-UBND
Tân D, ngày 20 tháng 01 năm 2026
KẾ HOẠCH
Công tác tư pháp năm 2026 trên địa bàn xã
I. NHIỆM VỤ
1. Công tác văn bản
1.1. Tự kiểm tra 100% văn bản quy phạm pháp luật do xã ban hành.
- Cơ quan chủ trì: Văn phòng HĐND và UBND xã.
- Cơ quan phối hợp: Phòng Kinh tế; Phòng Văn hóa - Xã hội.
- Thời gian hoàn thành: Quý II/2026.
2. Hòa giải ở cơ sở
- Các thôn kiện toàn tổ hòa giải xong trong tháng 3/2026.
- Văn phòng HĐND và UBND xã phối hợp với Công an xã tập huấn cho hòa giải viên trong quý III.
II. TỔ CHỨC THỰC HIỆN
1. Giao Công an xã, Ban Chỉ huy Quân sự xã rà soát tủ sách pháp luật, báo cáo UBND xã chậm nhất ngày 15/4/2026.
"""
MINISTRY = """BỘ NỘI E
Số: 210/QĐ-BNE
Hà Nội, ngày 20 tháng 3 năm 2025
QUYẾT ĐỊNH
Ban hành Kế hoạch rà soát văn bản năm 2025
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch rà soát văn bản năm 2025.
Nơi nhận:
- Như Điều 1;
KẾ HOẠCH
Rà soát văn bản năm 2025
II. NỘI DUNG
1. Tự kiểm tra văn bản do Bộ ban hành
Phân công: Vụ Pháp chế (chủ trì), các Cục, Vụ (phối hợp); Thời gian: thường xuyên.
2. Rà soát văn bản về đất đai
- Cục Quản lý đất đai: chủ trì rà soát, gửi kết quả về Vụ Pháp chế trước ngày 15/8/2025.
III. TỔ CHỨC THỰC HIỆN
1. Vụ Kế hoạch, Tài chính bố trí kinh phí trong quý IV/2025.
"""
PARTY = """HUYỆN ỦY G
Số 88-KH/HU
G, ngày 10 tháng 01 năm 2023
KẾ HOẠCH
kiểm tra, giám sát năm 2023
I- NỘI DUNG
1- Kiểm tra
1.1- Kiểm tra việc lãnh đạo thực hiện nghị quyết đối với 02 đảng ủy xã.
Thời gian: quý II, quý III/2023. Giao Ủy ban Kiểm tra Huyện ủy tham mưu.
1.2- Kiểm tra chuyên đề về quản lý đất đai (Ban Tổ chức Huyện ủy tham mưu, thực hiện trong quý IV)
II- TỔ CHỨC THỰC HIỆN
1- Các huyện ủy viên, đảng ủy trực thuộc Huyện ủy xây dựng kế hoạch trước 20/02/2023.
"""
EXPECTED: dict[str, list[tuple[str, list[str], list[str]]]] = {
    HOSPITAL: [
        ("I.1", ["Phòng Điều dưỡng"], ["2024-03-30"]),
        ("I.2", ["Khoa Kiểm soát nhiễm khuẩn"], ["MONTHLY"]),
        ("I.3", ["Tổ Quản lý chất lượng"], ["2024-09-30"]),
        ("II.1", ["Trưởng các khoa, phòng"], ["QUARTERLY;by=M3-09"]),
    ],
    COMMUNE: [
        ("I.1.1", ["Văn phòng HĐND và UBND xã"], ["2026-06-30"]),
        ("I.2", ["Các thôn"], ["2026-03-31"]),
        ("I.2", ["Văn phòng HĐND và UBND xã"], ["2026-09-30"]),
        ("II.1", ["Công an xã", "Ban Chỉ huy Quân sự xã"], ["2026-04-15"]),
    ],
    MINISTRY: [
        ("II.1", ["Vụ Pháp chế"], ["ongoing"]),
        ("II.2", ["Cục Quản lý đất đai"], ["2025-08-14"]),
        ("III.1", ["Vụ Kế hoạch, Tài chính"], ["2025-12-31"]),
    ],
    PARTY: [
        ("I.1.1", ["Ủy ban Kiểm tra Huyện ủy"], ["2023-09-30"]),
        ("I.1.2", ["Ban Tổ chức Huyện ủy"], ["2023-12-31"]),
        ("II.1", ["Các huyện ủy viên", "đảng ủy trực thuộc Huyện ủy"], ["2023-02-19"]),
    ],
}
_LABELS = {
    "Cơ quan chủ trì:": "Chịu trách nhiệm chính:",
    "Cơ quan phối hợp:": "Cùng phối hợp:",
    "Thời gian:": "Tiến độ:",
    "Thời gian hoàn thành:": "Mốc hoàn thành:",
    "Phụ trách:": "Đơn vị đảm nhiệm:",
}


def times_of(task: TaskReading) -> list[str]:
    return [time.end or time.recurrence or time.kind for time in task.times]


def synonyms(text: str) -> str:
    for label, other in _LABELS.items():
        text = text.replace(label, other)
    return text


def wrapped(text: str) -> str:
    lines = [textwrap.wrap(line, 70, break_on_hyphens=False) or [""] for line in text.split("\n")]
    return "\n".join(part for line in lines for part in line)


CHANGES: dict[str, Callable[[str], str]] = {
    "as written": str,
    "other labels": synonyms,
    "wrapped": wrapped,
    "dots for dashes": lambda text: re.sub(r"(?m)^- ", "• ", text),
    "long dashes": lambda text: re.sub(r"(?m)^- ", "– ", text),
    "brackets behind numbers": lambda text: re.sub(r"(?m)^(\d)\. ", r"\1) ", text),
    "strokes behind romans": lambda text: re.sub(r"(?m)^([IV]+)[.-] ", r"\1/. ", text),
    "blank lines": lambda text: re.sub(r"\n(?=[-\dI])", "\n\n", text),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("text", EXPECTED, ids=["hospital", "commune", "ministry", "party"])
def test_the_same_tasks_in_any_layout(text: str, change: str) -> None:
    tasks = read_text(source_of_text("x.txt", "txt", CHANGES[change](text))).tasks
    found = [
        (
            task.section,
            [lead.text for lead in task.leads],
            [time.end or time.recurrence or time.kind for time in task.times],
        )
        for task in tasks
    ]
    assert found == EXPECTED[text]


def test_units_are_those_of_the_issuer() -> None:
    department = HOSPITAL.replace(
        "SỞ Y TẾ TỈNH C\nBỆNH VIỆN ĐA KHOA C\nSố: 45/KH-BV", "UBND TỈNH C\nSỞ Y TẾ\nSố: 45/KH-SYT"
    )
    (first, *_) = read_text(source_of_text("x.txt", "txt", department)).tasks
    assert [lead.klass.value for lead in first.leads] == ["don_vi_thuoc_so"]
