"""Every time expression of the five plans the product was made for, at face value; and the table of the field."""

from __future__ import annotations

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from models.reading import TimeReading
from rules.times import find_times, read_times

TABLE = Path(__file__).resolve().parents[3] / "shared" / "gold" / "times.tsv"

#: plan year | phrase | kind, start..end or code, x: the printed day is excluded
FACE = """
2022 | trong tháng 02 năm 2022 | month 2022-02-01..2022-02-28
2022 | Quý II năm 2022 | window 2022-04-01..2022-06-30
2022 | Quý III năm 2022 | window 2022-07-01..2022-09-30
2022 | thường xuyên trong năm 2022 | ongoing 2022-01-01..2022-12-31
2022 | Quý IV năm 2022 | window 2022-10-01..2022-12-31
2022 | chậm nhất vào ngày 15/11/2022 | by ..2022-11-15
2022 | chậm nhất ngày 15/11/2022 | by ..2022-11-15
2022 | đúng thời hạn quy định | trigger inherited
2022 | giai đoạn năm 2018 - 2022 | window 2018-01-01..2022-12-31
2022 | kịp thời | none
2020 | khẩn trương thực hiện | none
2020 | xử lý kịp thời | none
2020 | hàng năm | recurring YEARLY
2020 | trong báo cáo định kỳ hàng năm | recurring YEARLY
2022 | Tháng 01/2022 | month 2022-01-01..2022-01-31
2022 | Tháng 02/2022 | month 2022-02-01..2022-02-28
2022 | Năm 2022 | year 2022-01-01..2022-12-31
2022 | thường xuyên, liên tục | ongoing
2022 | Quý II và Quý III/2022 | window 2022-04-01..2022-09-30
2022 | ngay sau khi Chính phủ ban hành kế hoạch | trigger
2022 | Quý II/2022 | window 2022-04-01..2022-06-30
2022 | Quý IV/2022 | window 2022-10-01..2022-12-31
2022 | trước ngày 20/11/2022 | by ..2022-11-19 x
2022 | trước ngày 01/12/2022 | by ..2022-11-30 x
2022 | chậm nhất ngày 10/12/2022 | by ..2022-12-10
2022 | đúng tiến độ | trigger inherited
2022 | theo thời hạn quy định tại Kế hoạch của UBND cấp trên trực tiếp | trigger inherited
2021 | sau khi dịch bệnh được kiểm soát và tỉnh cho phép tổ chức các hội nghị | trigger all
2021 | xong trong tháng 7/2021 | month 2021-07-01..2021-07-31
2021 | ngay sau khi có văn bản là căn cứ pháp lý hoặc tình hình có thay đổi | trigger any
2021 | thường xuyên và theo chương trình, kế hoạch | ongoing
2021 | thường xuyên | ongoing
2021 | tháng 9/2021 | month 2021-09-01..2021-09-30
2021 | xong trong năm 2021 | year 2021-01-01..2021-12-31
2021 | thường xuyên củng cố, kiện toàn trong những năm tiếp theo | ongoing 2022-01-01..
2021 | Định kỳ hàng năm | recurring YEARLY
2021 | trước ngày 30/6/2021 | by ..2021-06-29 x
2021 | Hàng năm, trước ngày 02/12 | recurring YEARLY;by=12-01 x
2021 | tại phiên họp tháng 12 hàng năm | recurring YEARLY;month=12
2021 | sơ kết vào năm 2024 | year 2024-01-01..2024-12-31
2021 | tổng kết vào năm 2026 | year 2026-01-01..2026-12-31
2021 | từng thời kỳ | none
2025 | Quý I năm 2025 | window 2025-01-01..2025-03-31
2025 | Thường xuyên trong năm | ongoing 2025-01-01..2025-12-31
2025 | Sau khi có Quyết định của Thủ tướng Chính phủ ban hành Kế hoạch | trigger
2025 | Quý III, quý IV năm 2025 | window 2025-07-01..2025-12-31
2025 | Hoàn thành trước tháng 11 năm 2025 | by ..2025-10-31 x
2025 | trước ngày 03/12/2025 | by ..2025-12-02 x
2025 | chi thường xuyên năm 2025 | none
2025 | theo quy định của pháp luật hoặc theo yêu cầu | trigger inherited
"""

#: Said in the prose of the plans, and no time for a task.
CONTEXT = """
Kế hoạch theo dõi thi hành pháp luật giai đoạn năm 2018 - 2022
chỉ số cải cách hành chính hàng năm
văn bản có hiệu lực thi hành từ ngày 15/5/2020
xử lý kịp thời
bảo đảm sự lãnh đạo, chỉ đạo thường xuyên của Ủy ban nhân dân
dự toán ngân sách nhà nước hằng năm
sử dụng trong dự toán kinh phí chi thường xuyên năm 2025
quyết định sau khi tham khảo ý kiến của các đơn vị
nhiệm vụ trọng tâm cần phải thực hiện hàng năm.
khi có những khó khăn hoặc theo yêu cầu
"""


def face(reading: TimeReading) -> str:
    said = [reading.kind, reading.recurrence or ""]
    said.append(f"{reading.start or ''}..{reading.end or ''}" if reading.start or reading.end else "")
    said.append("" if len(reading.triggers) < 2 else "any" if reading.triggers_any else "all")
    said += ["inherited" if reading.inherited else "", "x" if reading.exclusive else ""]
    return " ".join(filter(None, said))


@pytest.mark.parametrize("line", FACE.strip().splitlines())
def test_the_face_value_is_the_one_of_the_field(line: str) -> None:
    year, phrase, expected = line.split(" | ")

    assert " + ".join(map(face, read_times(phrase, int(year)))) == ("" if expected == "none" else expected)


@pytest.mark.parametrize("sentence", CONTEXT.strip().splitlines())
def test_context_is_not_a_deadline(sentence: str) -> None:
    assert find_times(sentence, 2022) == ()


@pytest.mark.skipif(not TABLE.parent.is_dir() and not os.environ.get("CI"), reason="the field's table is not here")
def test_the_whole_table_is_read_as_preferred() -> None:
    wrong: list[str] = []
    for row in csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        issued = date.fromisoformat(row["context_date"]) if row["context_date"] else None
        found = read_times(row["verbatim"], int(row["context_year"]), issued)
        kinds = {reading.kind for reading in found} or {"none"}
        codes = "|".join(reading.recurrence or "" for reading in found)
        bounds = [(reading.start or "", reading.end or "") for reading in found] or [("", "")]
        if kinds != {row["kind"]} or codes != row["recurrence"] or bounds[0] != (row["start"], row["end"]):
            wrong.append(row["verbatim"])

    assert wrong == []
