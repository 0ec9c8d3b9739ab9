"""Deadlines inside the prose of tasks: what stands in «» is found and read so, and nothing else is."""

from __future__ import annotations

import re
from datetime import date

import pytest

from models.reading import TimeReading
from rules.times import find_times

YEAR, ISSUED = 2022, date(2022, 1, 19)

SENTENCES = """
Báo cáo kết quả về Sở Tư pháp «trước ngày 15/11/2022» để tổng hợp. => by 2022-11-14
Trình UBND tỉnh «chậm nhất vào ngày 15/11/2022»; đồng thời gửi Sở Tư pháp. => by 2022-11-15
Căn cứ Nghị định số 59/2012/NĐ-CP ngày 23/7/2012, rà soát, «hoàn thành trong tháng 3/2022». => month 2022-03-31
Theo Công văn số 1234/BTP-QLXLVPHC ngày 12/5/2022 của Bộ Tư pháp, báo cáo «trước ngày 20/5/2022». => by 2022-05-19
Xây dựng kế hoạch «xong trước ngày 28/02/2022» và gửi về «chậm nhất ngày 05/3/2022». => by 2022-02-27 | by 2022-03-05
«Quý II/2022», tổ chức kiểm tra tại các huyện. => window 2022-06-30
Tổ chức hội nghị triển khai («trong tháng 4/2022»). => month 2022-04-30
Tổ chức hội nghị tổng kết («quý IV/2022»). => window 2022-12-31
Công bố kết quả «trong quý IV/2022». => window 2022-12-31
Các đơn vị «hoàn thành trong quý II và quý III/2022». => window 2022-09-30
Hoàn thành việc rà soát «trước tháng 10/2022». => by 2022-09-30
Báo cáo công tác 6 tháng đầu năm 2022 gửi về «trước ngày 10/6/2022». => by 2022-06-09
Gửi qua thư điện tử «trước 17 giờ 00 ngày 20/11/2022». => by 2022-11-20
Có mặt «lúc 8 giờ 00 ngày 15/4/2022» tại hội trường. => window 2022-04-15
Tổ chức đợt cao điểm «từ ngày 15/4 đến ngày 15/5/2022». => window 2022-05-15
«Đến ngày 30/6/2022», các đơn vị phải có kế hoạch. => by 2022-06-30
Phấn đấu «đến hết năm 2022» không còn hồ sơ quá hạn. => by 2022-12-31
«Trong năm 2022», tổ chức ít nhất 01 cuộc kiểm tra. => year 2022-12-31
Mỗi đơn vị tổ chức ít nhất 02 cuộc kiểm tra «trong năm 2022». => year 2022-12-31
Đề án được «sơ kết vào năm 2024», «tổng kết vào năm 2026». => year 2024-12-31 | year 2026-12-31
Rà soát, kiện toàn «xong trong năm 2022». => year 2022-12-31
«Hằng năm, trước ngày 15/11», UBND cấp xã báo cáo Phòng Tư pháp. => recurring YEARLY;by=11-14
«Trước ngày 10/11 hằng năm», gửi báo cáo về Sở Tư pháp. => recurring YEARLY;by=11-09
Báo cáo UBND tỉnh (qua Sở Tư pháp) «trước ngày 25 của tháng cuối quý». => recurring QUARTERLY;by=M3-24
Gửi báo cáo «hằng quý, trước ngày 15 của tháng cuối quý». => recurring QUARTERLY;by=M3-14
«Định kỳ hằng tháng báo cáo tiến độ trước ngày 25». => recurring MONTHLY;by=24
«Hằng năm», căn cứ tình hình thực tế, xây dựng kế hoạch. => recurring YEARLY
«Định kỳ hằng năm», Sở Tư pháp tổ chức tập huấn. => recurring YEARLY
Thực hiện chế độ báo cáo «định kỳ hằng quý, 6 tháng, năm». => recurring QUARTERLY+HALFYEARLY+YEARLY
Báo cáo năm: «trước ngày 15/12». => recurring YEARLY;by=12-14
Báo cáo 6 tháng: «trước ngày 15/6». => recurring YEARLY;by=06-14
Thời gian thực hiện: «thường xuyên». => ongoing
Thời gian thực hiện: «Năm 2022». => year 2022-12-31
- Công tác kiểm tra: «Quý II và Quý III/2022». => window 2022-09-30
Công tác đôn đốc được thực hiện «thường xuyên, liên tục». => ongoing
«Trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản», Sở Tư pháp có ý kiến. => trigger
«Ngay sau khi Kế hoạch được ban hành», các đơn vị quán triệt. => trigger
Triển khai các nhiệm vụ «ngay sau khi Chính phủ ban hành kế hoạch». => trigger
Gửi báo cáo kết quả «chậm nhất 05 ngày sau khi kết thúc kiểm tra». => trigger
"""

SILENT = """
Luật này có hiệu lực thi hành từ ngày 01/7/2022.
Quyết định có hiệu lực kể từ ngày ký.
Chỉ thị có hiệu lực thi hành đến hết ngày 31/12/2022.
Sử dụng kinh phí chi thường xuyên năm 2022 của đơn vị.
Bố trí trong dự toán năm 2022 theo quy định.
Kịp thời đề xuất, thường xuyên kiểm tra, đôn đốc.
Nâng cao chỉ số cải cách hành chính hằng năm của tỉnh.
Lập dự toán kinh phí hằng năm gửi Sở Tài chính.
Chiến lược phát triển đến năm 2030, tầm nhìn đến năm 2045.
Kế hoạch công tác quý II năm 2022 của Sở Tư pháp.
Các nhiệm vụ trọng tâm trong năm 2022.
Kết quả thực hiện trong quý I năm 2022.
Các vụ việc phát sinh trong tháng 3/2022 được xử lý.
Tổng hợp số liệu từ ngày 15/12/2021 đến ngày 14/11/2022.
Tính đến ngày 31/10/2022, đã có 20 đơn vị báo cáo.
Hưởng ứng Ngày Pháp luật 09/11 hằng năm.
Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 10/01/2021 của UBND tỉnh.
Luật Ban hành văn bản quy phạm pháp luật ngày 22/6/2015.
Thông tư số 01/2023/TT-VPCP ngày 05/4/2023 của Văn phòng Chính phủ.
Lấy ý kiến các đơn vị trước khi trình HĐND tỉnh.
Trưởng đoàn quyết định sau khi tham khảo ý kiến của các đơn vị.
Cung cấp thông tin khi có yêu cầu.
Báo cáo theo yêu cầu của cơ quan có thẩm quyền.
Thực hiện chế độ báo cáo theo quy định.
Chương trình giảm nghèo giai đoạn 2021 - 2025.
Nâng cao chỉ số năm 2021 và những năm tiếp theo.
Việc theo dõi phải được thực hiện thường xuyên, có trọng tâm.
Hoàn thành các nhiệm vụ thường xuyên được giao.
Từ ngày 01/7/2025 cấp huyện kết thúc hoạt động.
Lưu: VT, NC, T5.
"""


def shown(reading: TimeReading) -> str:
    return " ".join(filter(None, (reading.kind, reading.recurrence or reading.end)))


def marked() -> list[tuple[str, list[str], list[str]]]:
    """The sentences with what is to be found in each, and its readings."""
    lines = [line.split(" => ") for line in SENTENCES.strip().splitlines()]
    return [
        (text.replace("«", "").replace("»", ""), re.findall("«(.*?)»", text), reading.split(" | "))
        for text, reading in lines
    ]


@pytest.mark.parametrize(("sentence", "phrases", "readings"), marked())
def test_the_deadlines_of_a_sentence_are_found(sentence: str, phrases: list[str], readings: list[str]) -> None:
    found = find_times(sentence, YEAR, ISSUED)

    assert [sentence[one.start : one.end] for one in found] == phrases
    assert [shown(one.reading) for one in found] == readings


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_talk_of_time_is_not_a_deadline(sentence: str) -> None:
    assert find_times(sentence, YEAR, ISSUED) == ()
