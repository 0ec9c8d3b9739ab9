"""Times as schools, reports and campaigns say them."""

from __future__ import annotations

from datetime import date

import pytest

from rules.times import find_times, read_times

ISSUED = date(2024, 1, 15)
#: A sentence | kind, start, end or recurrence of each deadline in it.
SENTENCES = """
Thi tìm hiểu luật vào học kỳ I năm học 2025 - 2026. | window 2025-09-01 2026-01-31
Tổ chức ngoại khóa trong học kỳ II năm học 2024-2025. | window 2025-01-01 2025-05-31
Ký cam kết đầu năm học 2024 - 2025. | window 2024-09-01 2024-09-30
Giảng dạy trong các cơ sở giáo dục từ năm học 2023 - 2024. | window 2023-09-01 2024-05-31
Sửa trường trước ngày khai giảng 05/9/2023. | by 2023-09-04
Báo cáo định kỳ quý I, 6 tháng, quý III và năm, trước ngày 05 của tháng cuối kỳ báo cáo. | recurring QUARTERLY;by=M3-04
Báo cáo quý I, 6 tháng, 9 tháng và năm gửi huyện trước ngày 15 của tháng cuối quý. | recurring QUARTERLY;by=M3-14
Họp định kỳ 02 lần/năm (tháng 01 và tháng 7). | recurring HALFYEARLY
Phát sóng chuyên mục 02 kỳ/tháng. | recurring TWICE_MONTHLY
Đăng tối thiểu 02 tin, bài/tháng. | recurring MONTHLY
Mỗi tháng tối thiểu 02 tin, bài trên trang thông tin. | recurring MONTHLY
Đăng ký lưu động tại các thôn, 02 đợt/năm. | recurring HALFYEARLY
Gửi danh sách ngày 15 và 30 hằng tháng. | recurring TWICE_MONTHLY
Giao ban vào cuối quý. | recurring QUARTERLY;by=M3-31
Phát loa từ quý II đến hết năm 2022. | window 2022-04-01 2022-12-31
Tuyên truyền trong đợt cao điểm tháng 11/2023; tổng hợp kết quả. | month 2023-11-01 2023-11-30
"""
SILENT = """
Rà soát vị trí công tác phải định kỳ chuyển đổi của công chức.
Việc này phải được thực hiện thường xuyên, có trọng tâm.
Tổng kết năm học và khen thưởng học sinh giỏi.
Số hồ sơ của quý tăng so với cùng kỳ.
"""


def shown(kind: str, start: str | None, end: str | None, recurrence: str | None) -> str:
    return " ".join(part for part in (kind, recurrence, start, end) if part)


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_a_deadline_is_found_in_its_sentence(line: str) -> None:
    sentence, _, expected = line.rpartition(" | ")
    found = [one.reading for one in find_times(sentence, 2024, ISSUED)]
    assert [shown(time.kind, time.start, time.end, time.recurrence) for time in found] == [expected]


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_deadline_is_made_of_talk(sentence: str) -> None:
    assert find_times(sentence, 2024, ISSUED) == ()


def test_two_dates_parted_by_a_label_are_two_times() -> None:
    found = read_times("19/5/2025. Sơ kết: cuối quý IV/2025", 2025)
    assert [(time.start, time.end) for time in found] == [("2025-05-19", "2025-05-19"), ("2025-12-01", "2025-12-31")]


def test_a_text_of_nothing_but_dates_is_cut_off() -> None:
    assert 0 < len(find_times("trước ngày 1/1/2024; " * 9000, 2024)) <= 4000
