"""Forms of time in plans, programmes and dispatches, each with the reading a careful officer gives (plan year 2022)."""

from __future__ import annotations

from datetime import date

import pytest

from models.reading import TimeReading
from rules.times import read_times

YEAR, ISSUED = 2022, date(2022, 1, 19)


def shown(reading: TimeReading) -> str:
    """A reading in one short line: kind, bounds or code, hour, "x" for an exclusive day, "?" for an ambiguous one."""
    said = [reading.kind]
    if reading.recurrence:
        said.append(reading.recurrence)
    if reading.start or reading.end:
        said.append(f"{reading.start or ''}..{reading.end or ''}")
    if reading.offset_days is not None:
        said.append(f"{reading.offset_days:+}{'wd' if reading.working_days else 'd'}")
    if len(reading.triggers) > 1:
        said.append(f"{'any' if reading.triggers_any else 'all'}:{len(reading.triggers)}")
    said += [f"@{reading.time}"] if reading.time else []
    said += ["inherited"] if reading.inherited else []
    said += ["x"] if reading.exclusive else []
    return " ".join(said + (["?"] if reading.ambiguous else []))


def cases(table: str) -> list[tuple[str, str]]:
    """The lines "phrase => reading | reading" of a table."""
    pairs = [line.split("=>") for line in table.strip().splitlines() if line.strip()]
    return [(phrase.strip(), reading.strip()) for phrase, reading in pairs]


def read(phrase: str) -> str:
    return " | ".join(shown(reading) for reading in read_times(phrase, YEAR, ISSUED)) or "none"


QUARTERS = """
Quý I => window 2022-01-01..2022-03-31
Quý II/2022 => window 2022-04-01..2022-06-30
Quý 04/2023 => window 2023-10-01..2023-12-31
quí IV/2022 => window 2022-10-01..2022-12-31
Quí III năm 2022 => window 2022-07-01..2022-09-30
Qúy II/2022 => window 2022-04-01..2022-06-30
QUÝ IV NĂM 2022 => window 2022-10-01..2022-12-31
Quý II - 2022 => window 2022-04-01..2022-06-30
Quý II-III/2022 => window 2022-04-01..2022-09-30
quý II-III/2026 => window 2026-04-01..2026-09-30
Quý II - III năm 2022 => window 2022-04-01..2022-09-30
Quý II, III/2022 => window 2022-04-01..2022-09-30
Quý II, quý III và quý IV năm 2022 => window 2022-04-01..2022-12-31
Quý 2+3/2022 => window 2022-04-01..2022-09-30
từ quý II đến quý IV => window 2022-04-01..2022-12-31
Từ Quý II/2022 đến hết Quý I/2023 => window 2022-04-01..2023-03-31
Quý IV/2022 - Quý I/2023 => window 2022-10-01..2023-03-31
Quý IV, quý I/2023 => window 2022-10-01..2023-03-31
Quý I và quý III năm 2022 => window 2022-01-01..2022-09-30 ?
Q.III => window 2022-07-01..2022-09-30
Q.III/2022 => window 2022-07-01..2022-09-30
QIII/2022 => window 2022-07-01..2022-09-30
Q3/2022 => window 2022-07-01..2022-09-30
QuýIII/2022 => window 2022-07-01..2022-09-30
quý một năm 2022 => window 2022-01-01..2022-03-31
Dự kiến quý II/2022 => window 2022-04-01..2022-06-30
hoàn thành trong quý I => window 2022-01-01..2022-03-31 ?
Hoàn thành trước quý III/2022 => by ..2022-06-30 x
xong trong quý II/2022 => window 2022-04-01..2022-06-30 ?
đến hết quý III/2022 => by ..2022-09-30
chậm nhất quý III/2022 => by ..2022-09-30
Đầu quý II/2022 => window 2022-04-01..2022-04-30
giữa quý III => window 2022-08-01..2022-08-31
cuối quý IV/2022 => window 2022-12-01..2022-12-31
Các quý trong năm => recurring QUARTERLY
quý II hằng năm => recurring YEARLY;quarter=2
"""

MONTHS = """
Tháng 3 => month 2022-03-01..2022-03-31
tháng 02/2024 => month 2024-02-01..2024-02-29
T11/2025 => month 2025-11-01..2025-11-30
T.11/2025 => month 2025-11-01..2025-11-30
11/2022 => month 2022-11-01..2022-11-30
tháng Ba năm 2022 => month 2022-03-01..2022-03-31
tháng mười hai => month 2022-12-01..2022-12-31
Tháng 4-10/2022 => window 2022-04-01..2022-10-31
Tháng 4 - tháng 10 => window 2022-04-01..2022-10-31
T3-T5/2022 => window 2022-03-01..2022-05-31
Từ tháng 3 đến tháng 5 năm 2022 => window 2022-03-01..2022-05-31
từ tháng 10/2022 đến tháng 3/2023 => window 2022-10-01..2023-03-31
từ tháng 10 đến tháng 3 năm sau => window 2022-10-01..2023-03-31
Tháng 12/2021, tháng 01/2022 => window 2021-12-01..2022-01-31
tháng 10, 11/2022 => window 2022-10-01..2022-11-30
trong tháng 3 và tháng 9 => window 2022-03-01..2022-09-30 ?
Tháng 3, 6, 9, 12 => window 2022-03-01..2022-12-31 ?
hoàn thành trong tháng 6/2022 => month 2022-06-01..2022-06-30 ?
hoàn thành trước tháng 11/2022 => by ..2022-10-31 x
trước tháng 01/2023 => by ..2022-12-31 x
chậm nhất tháng 10/2022 => by ..2022-10-31
Chậm nhất trong tháng 3 => by ..2022-03-31 ?
Đầu tháng 3/2022 => window 2022-03-01..2022-03-10
giữa tháng 10 => window 2022-10-11..2022-10-20
Cuối tháng 11/2022 => window 2022-11-21..2022-11-30
cuối tháng 02 năm 2022 => window 2022-02-21..2022-02-28
nửa đầu tháng 9 => window 2022-09-01..2022-09-15
Nửa cuối tháng 02/2022 => window 2022-02-16..2022-02-28
Tuần cuối tháng 11 => window 2022-11-24..2022-11-30
tuần cuối của tháng 02/2022 => window 2022-02-22..2022-02-28
tuần đầu tháng 12 => window 2022-12-01..2022-12-07
tuần thứ hai của tháng 3 => window 2022-03-08..2022-03-14
Đầu tháng 3 đến cuối tháng 5/2022 => window 2022-03-01..2022-05-31
tháng 11 hằng năm => recurring YEARLY;month=11
tháng 6 và tháng 12 hằng năm => recurring YEARLY;month=6 | recurring YEARLY;month=12
"""

YEARS = """
trong năm => year 2022-01-01..2022-12-31
Trong năm 2022 => year 2022-01-01..2022-12-31
xong trong năm 2022 => year 2022-01-01..2022-12-31 ?
Cả năm => year 2022-01-01..2022-12-31 ?
cả năm 2022 => year 2022-01-01..2022-12-31 ?
Năm 2022 - 2023 => window 2022-01-01..2023-12-31
2021 - 2025 => window 2021-01-01..2025-12-31
Giai đoạn 2021-2025 => window 2021-01-01..2025-12-31
giai đoạn từ năm 2021 đến năm 2025 => window 2021-01-01..2025-12-31
nhiệm kỳ 2021 – 2026 => window 2021-01-01..2026-12-31
đến năm 2025 => by ..2025-12-31
đến hết năm 2022 => by ..2022-12-31
trước năm 2025 => by ..2024-12-31 x
6 tháng đầu năm 2022 => window 2022-01-01..2022-06-30
06 tháng cuối năm => window 2022-07-01..2022-12-31
Sáu tháng đầu năm => window 2022-01-01..2022-06-30
3 tháng cuối năm 2022 => window 2022-10-01..2022-12-31
9 tháng đầu năm => window 2022-01-01..2022-09-30
9 tháng năm 2022 => window 2022-01-01..2022-09-30
nửa đầu năm 2022 => window 2022-01-01..2022-06-30
Nửa cuối năm => window 2022-07-01..2022-12-31
Đầu năm 2022 => window 2022-01-01..2022-03-31
sơ kết vào năm 2024, tổng kết vào năm 2026 => year 2024-01-01..2024-12-31 | year 2026-01-01..2026-12-31
năm 2022 và những năm tiếp theo => ongoing 2022-01-01..
Từ năm 2022 trở đi => ongoing 2022-01-01..
Từ quý II/2022 => ongoing 2022-04-01..
Từ nay đến hết năm 2022 => window 2022-01-19..2022-12-31
từ ngày ban hành Kế hoạch đến 31/12/2022 => window 2022-01-19..2022-12-31
"""

DAYS = """
ngày 20/11/2022 => window 2022-11-20..2022-11-20
20/11/2022 => window 2022-11-20..2022-11-20
30.6.2022 => window 2022-06-30..2022-06-30
30-6-2022 => window 2022-06-30..2022-06-30
ngày 05 tháng 3 năm 2022 => window 2022-03-05..2022-03-05
ngày mười lăm tháng mười hai năm 2022 => window 2022-12-15..2022-12-15
Thứ Hai, ngày 14/11/2022 => window 2022-11-14..2022-11-14
8h30 ngày 12/5/2022 => window 2022-05-12..2022-05-12 @08:30
trước ngày 20/11/2022 => by ..2022-11-19 x ?
trước ngày 20.7.2020 => by ..2020-07-19 x ?
trước 20/11/2022 => by ..2022-11-19 x ?
Trước ngày 01/12 => by ..2022-11-30 x ?
trước ngày 20-11-2022 => by ..2022-11-19 x ?
trước ngày 20 tháng 11 năm 2022 => by ..2022-11-19 x ?
Hoàn thành trước ngày 30/6/2022 => by ..2022-06-29 x ?
Trước ngày 01/01/2023 => by ..2022-12-31 x ?
trước ngày 01/3/2024 => by ..2024-02-29 x ?
chậm nhất ngày 15/11/2022 => by ..2022-11-15
chậm nhất vào ngày 15/11 => by ..2022-11-15
Chậm nhất là ngày 15/11/2022 => by ..2022-11-15
muộn nhất ngày 10/12/2022 => by ..2022-12-10
không muộn hơn ngày 10/12/2022 => by ..2022-12-10
chậm nhất đến ngày 10/12/2022 => by ..2022-12-10
chậm nhất trước ngày 20 tháng 12 năm 2023 => by ..2023-12-19 x ?
hạn chót 30/11/2022 => by ..2022-11-30
hạn cuối: ngày 30/11/2022 => by ..2022-11-30
đến ngày 30/11/2022 => by ..2022-11-30
đến hết ngày 30/11/2022 => by ..2022-11-30
Trước 17g00 ngày 15/5/2022 => by ..2022-05-15 @17:00
trước 17 giờ 00 ngày 20/11/2022 => by ..2022-11-20 @17:00
trước 16 giờ 30 phút, ngày 20/11/2022 => by ..2022-11-20 @16:30
trước 10h ngày 20/11 => by ..2022-11-20 @10:00
trước 16:30 ngày 20/11/2022 => by ..2022-11-20 @16:30
chậm nhất 17 giờ ngày 20/11/2022 => by ..2022-11-20 @17:00
trước 24 giờ ngày 31/12/2022 => by ..2022-12-31 @24:00
trước 17 giờ thứ Sáu, ngày 18/11/2022 => by ..2022-11-18 @17:00
từ ngày 01/11 đến ngày 09/11 => window 2022-11-01..2022-11-09
từ ngày 15/12/2021 đến ngày 14/6/2022 => window 2021-12-15..2022-06-14
Từ 01/11/2022 - 30/11/2022 => window 2022-11-01..2022-11-30
từ ngày 15 đến ngày 20/11/2022 => window 2022-11-15..2022-11-20
15-20/11/2022 => window 2022-11-15..2022-11-20
ngày 14 và 15/9/2022 => window 2022-09-14..2022-09-15
ngày 14, 15, 16 tháng 9 năm 2022 => window 2022-09-14..2022-09-16
trước ngày 15/6 và 15/12/2022 => by ..2022-06-14 x ? | by ..2022-12-14 x ?
trước ngày 31/01 năm sau => by ..2023-01-30 x ?
trước giữa tháng 10/2022 => by ..2022-10-10 x ?
trước ngày 31/11/2022 => by ..2022-11-29 x ?
Quý II/2022 (xong trước ngày 30/6) => by ..2022-06-29 x ?
Tháng 3/2022, chậm nhất ngày 25/3 => by ..2022-03-25
trước ngày 10/11/2022 (cấp xã); trước ngày 20/11/2022 (cấp huyện) => by ..2022-11-09 x ? | by ..2022-11-19 x ?
"""

RECURRING = """
hằng năm => recurring YEARLY
Định kỳ hàng tháng => recurring MONTHLY
hằng tuần => recurring WEEKLY
Hằng ngày => recurring DAILY
mỗi năm một lần => recurring YEARLY
01 lần/năm => recurring YEARLY
Ít nhất 01 lần/quý => recurring QUARTERLY
02 lần/năm => recurring HALFYEARLY
mỗi tháng 02 lần => recurring TWICE_MONTHLY
6 tháng/lần => recurring HALFYEARLY
6 tháng một lần => recurring HALFYEARLY
3 tháng 1 lần => recurring QUARTERLY
05 năm một lần => recurring EVERY_5_YEARS
hai năm một lần => recurring EVERY_2_YEARS
năm/lần => recurring YEARLY
định kỳ 6 tháng => recurring HALFYEARLY
Định kỳ 6 tháng, năm => recurring HALFYEARLY+YEARLY
6 tháng, năm => recurring HALFYEARLY+YEARLY
Định kỳ 06 tháng và hằng năm => recurring HALFYEARLY+YEARLY
hằng tháng, quý, 6 tháng, năm => recurring MONTHLY+QUARTERLY+HALFYEARLY+YEARLY
Định kỳ hằng quý, 6 tháng, năm => recurring QUARTERLY+HALFYEARLY+YEARLY
quý, 6 tháng, 9 tháng và năm => recurring QUARTERLY+HALFYEARLY+YEARLY
định kỳ => recurring UNSPECIFIED
định kỳ, đột xuất => recurring UNSPECIFIED ?
hằng năm từ 2023 đến 2027 => recurring YEARLY 2023-01-01..2027-12-31
Hằng năm, giai đoạn 2021 - 2025 => recurring YEARLY 2021-01-01..2025-12-31
hằng quý trong năm 2022 => recurring QUARTERLY 2022-01-01..2022-12-31
ngày 15 hằng tháng => recurring MONTHLY;day=15
Ngày 09/11 hằng năm => recurring YEARLY;day=11-09
trước ngày 25 hằng tháng => recurring MONTHLY;by=24 x ?
chậm nhất ngày 25 hằng tháng => recurring MONTHLY;by=25
Hằng tháng, trước ngày 20 => recurring MONTHLY;by=19 x ?
Trước ngày 20 của tháng => recurring MONTHLY;by=19 x ?
trước ngày 05 của tháng tiếp theo => recurring MONTHLY;by=04 x ?
Chậm nhất ngày 15 (mười lăm) của tháng báo cáo => recurring MONTHLY;by=15
trước ngày 20 của tháng cuối quý => recurring QUARTERLY;by=M3-19 x ?
Chậm nhất ngày 06 (sáu) của tháng cuối quý => recurring QUARTERLY;by=M3-06
ngày 25 của tháng cuối quý => recurring QUARTERLY;day=M3-25
Hằng quý, trước ngày 15 tháng cuối quý => recurring QUARTERLY;by=M3-14 x ?
Hàng quý (trước ngày 20 tháng cuối cùng của quý) => recurring QUARTERLY;by=M3-19 x ?
trước ngày 10 của tháng đầu quý sau => recurring QUARTERLY;by=M1-09 x ?
chậm nhất vào ngày 25 của tháng cuối kỳ báo cáo => recurring UNSPECIFIED;by=25
Hằng quý, chậm nhất vào ngày 25 của tháng cuối kỳ báo cáo => recurring QUARTERLY;by=M3-25
chậm nhất ngày cuối cùng của quý => recurring QUARTERLY;by=M3-31
Hàng năm, trước ngày 02/12 => recurring YEARLY;by=12-01 x ?
trước ngày 15/12 hằng năm => recurring YEARLY;by=12-14 x ?
Trước ngày 15 tháng 12 hàng năm => recurring YEARLY;by=12-14 x ?
trước ngày 01/3 hằng năm => recurring YEARLY;by=02-28 x ?
chậm nhất ngày 10/12 hằng năm => recurring YEARLY;by=12-10
trước tháng 12 hằng năm => recurring YEARLY;by=11-30
chậm nhất vào ngày 20/6 và ngày 20/12 hàng năm => recurring YEARLY;by=06-20 | recurring YEARLY;by=12-20
trước ngày 10/07 của năm báo cáo => recurring YEARLY;by=07-09 x ?
trước ngày 10/01 của năm liền kề năm báo cáo => recurring YEARLY;by=01-09 x ?
thứ Sáu hằng tuần => recurring WEEKLY;day=FR
trước 15 giờ thứ Năm hằng tuần => recurring WEEKLY;by=TH @15:00
chậm nhất thứ Sáu hằng tuần => recurring WEEKLY;by=FR
6 tháng (trước 15/6), năm (trước 15/12) => recurring YEARLY;by=06-14 x ? | recurring YEARLY;by=12-14 x ?
Báo cáo 6 tháng trước 10/6; báo cáo năm trước 10/12 => recurring YEARLY;by=06-09 x ? | recurring YEARLY;by=12-09 x ?
"""

ONGOING = """
Thường xuyên => ongoing
thường xuyên, liên tục => ongoing
Thường xuyên, hằng ngày => ongoing
Thường xuyên trong năm => ongoing 2022-01-01..2022-12-31
thường xuyên trong năm 2022 => ongoing 2022-01-01..2022-12-31
Thường xuyên năm 2022 => ongoing 2022-01-01..2022-12-31
Thường xuyên, năm 2022 => ongoing 2022-01-01..2022-12-31
Thường xuyên (2021 - 2025) => ongoing 2021-01-01..2025-12-31
Thường xuyên trong cả giai đoạn 2021-2025 => ongoing 2021-01-01..2025-12-31
Năm 2022, thường xuyên => ongoing 2022-01-01..2022-12-31
Thường xuyên trong những năm tiếp theo => ongoing 2023-01-01.. ?
thường xuyên củng cố, kiện toàn trong những năm tiếp theo => ongoing 2023-01-01.. ?
thường xuyên và theo chương trình, kế hoạch => ongoing
Thường xuyên, theo kế hoạch => ongoing
Thường xuyên, đột xuất => ongoing
Thường xuyên; định kỳ 6 tháng, năm => ongoing | recurring HALFYEARLY+YEARLY
Thường xuyên, báo cáo trước ngày 20/11/2022 => ongoing | by ..2022-11-19 x ?
Trong suốt quá trình thực hiện => ongoing
"""

EVENTS = """
Ngay sau khi ban hành Kế hoạch => trigger
Sau khi có Quyết định của Thủ tướng Chính phủ => trigger
ngay sau khi Kế hoạch được ban hành và kinh phí được phê duyệt => trigger all:2
Sau khi Luật có hiệu lực hoặc khi có văn bản hướng dẫn => trigger any:2
khi có yêu cầu => trigger
Khi có văn bản của Bộ Tư pháp => trigger
Khi phát sinh => trigger
Đột xuất theo yêu cầu => trigger
Theo yêu cầu của Bộ Tư pháp => trigger
Trong thời hạn 20 ngày kể từ ngày luật được thông qua => trigger +20d
10 ngày kể từ ngày kế hoạch được ban hành => trigger +10d
02 ngày làm việc kể từ ngày chốt số liệu => trigger +2wd
Trong vòng 05 ngày làm việc, kể từ ngày nhận được văn bản => trigger +5wd
chậm nhất là 45 ngày kể từ ngày kết thúc 6 tháng đầu năm => trigger +45d
không quá 01 ngày làm việc kể từ khi tiếp nhận => trigger +1wd
sau 10 ngày kể từ ngày ký => trigger +10d
Sau 15 ngày kết thúc kiểm tra => trigger +15d
chậm nhất 05 ngày sau khi kết thúc đợt kiểm tra => trigger +5d
Sau khi kết thúc đợt kiểm tra 15 ngày => trigger +15d
trước 05 ngày tổ chức Hội nghị => trigger -5d
chậm nhất 03 ngày làm việc trước ngày kiểm tra => trigger -3wd
10 ngày trước khi tổ chức hội nghị => trigger -10d
Trước khi tổ chức Hội nghị 10 ngày => trigger -10d
15 ngày làm việc => trigger +15wd
ngay trong ngày => trigger +0d
Theo Kế hoạch của Bộ Tư pháp => trigger inherited
theo quy định của cấp trên => trigger inherited
Đúng thời hạn quy định => trigger inherited
theo thời hạn quy định tại Kế hoạch của UBND cấp trên trực tiếp => trigger inherited
theo tiến độ của cơ quan chủ trì soạn thảo => trigger inherited
Theo Kế hoạch số 67/KH-UBND ngày 15/6/2018 => trigger inherited
"""

MIXED = """
2022 => year 2022-01-01..2022-12-31
Tháng 3/2022 và các tháng tiếp theo => ongoing 2022-03-01..
Tuần 2, tháng 4/2022 => window 2022-04-08..2022-04-14
Hằng năm (trước ngày 31/01) => recurring YEARLY;by=01-30 x ?
Hàng năm (Quý I) => recurring YEARLY;quarter=1
Hoàn thành trong Quý II/2022 (trước 15/6/2022) => by ..2022-06-14 x ?
Trước ngày 14 hằng tháng (báo cáo tháng) => recurring MONTHLY;by=13 x ?
Trước ngày 25/11/2022 đối với báo cáo năm => by ..2022-11-24 x ?
Tháng 11/2022 (hưởng ứng Ngày Pháp luật 09/11) => month 2022-11-01..2022-11-30
07/3-11/3/2022 => window 2022-03-07..2022-03-11
Ngày 5/4/2022 đến 10/4/2022 => window 2022-04-05..2022-04-10
Quý II, IV/2022 => window 2022-04-01..2022-12-31 ?
Tháng 6, 12 hằng năm => recurring YEARLY;month=6 | recurring YEARLY;month=12
Trước 10 giờ ngày 15 hằng tháng => recurring MONTHLY;by=15 @10:00
Nửa đầu quý III => window 2022-07-01..2022-08-15
Hoàn thành trước 15 tháng 11 => by ..2022-11-14 x ?
Quý IV năm trước => window 2021-10-01..2021-12-31
Hằng năm hoặc đột xuất theo yêu cầu => recurring YEARLY ?
Giai đoạn 2022-2025 và thường xuyên => ongoing 2022-01-01..2025-12-31
Trước ngày khai mạc kỳ họp 20 ngày => trigger -20d
Trước kỳ họp thường lệ giữa năm của HĐND tỉnh => trigger
Tối đa 05 ngày làm việc => trigger +5wd
"""

NOTHING = """
=> none
kịp thời => none
khẩn trương thực hiện => none
chi thường xuyên năm 2022 => none
nguồn kinh phí chi thường xuyên năm 2022 của đơn vị => none
Kế hoạch số 67/KH-UBND ngày 15/6/2018 => none
Quyết định số 76/QĐ-TTg ngày 14 tháng 01 năm 2022 => none
Nghị định số 59/2012/NĐ-CP ngày 23/7/2012 => none
từng thời kỳ => none
Quỹ I => none
quy định => none
Sở Tư pháp => none
"""

FAULTS = """
trước ngay 20/11/2022 => by ..2022-11-19 x ?
truoc ngay 20/11/2022 => by ..2022-11-19 x ?
TRUOC NGAY 20/11/2022 => by ..2022-11-19 x ?
Quy II va Quy III/2022 => window 2022-04-01..2022-09-30
Quy II nam 2022 => window 2022-04-01..2022-06-30
thang 9/2022 => month 2022-09-01..2022-09-30
cham nhat ngay 15/11/2022 => by ..2022-11-15
thuong xuyen => ongoing
hang quy => recurring QUARTERLY
hang nam, truoc ngay 02/12 => recurring YEARLY;by=12-01 x ?
trước ngày 2O/11/2O22 => by ..2022-11-19 x ?
trước ngày l5/11/2022 => by ..2022-11-14 x ?
trước ngày 20 /11/ 2022 => by ..2022-11-19 x ?
trước ngày 20/ 11 /2022 => by ..2022-11-19 x ?
Quý lI/2022 => window 2022-04-01..2022-06-30
Quý 1I/2022 => window 2022-04-01..2022-06-30
Quý I I/2022 => window 2022-04-01..2022-06-30
Quý Il năm 20 22 => window 2022-04-01..2022-06-30
trướcngày 20/11/2022 => by ..2022-11-19 x ?
Trước ngày15/11/2022 => by ..2022-11-14 x ?
tr ước ngày 20/11/2022 => by ..2022-11-19 x ?
th áng 9/2022 => month 2022-09-01..2022-09-30
truớc ngày 20/11/2022 => by ..2022-11-19 x ?
thuờng xuyên => ongoing
THƯỜNG XUYÊN => ongoing
**trước ngày 20/11/2022** => by ..2022-11-19 x ?
trước ngày 20/11/2022./. => by ..2022-11-19 x ?
"""

TABLES = (QUARTERS, MONTHS, YEARS, DAYS, RECURRING, ONGOING, EVENTS, MIXED, NOTHING, FAULTS)


@pytest.mark.parametrize(("phrase", "reading"), [case for table in TABLES for case in cases(table)])
def test_the_phrase_is_read_as_an_officer_reads_it(phrase: str, reading: str) -> None:
    assert read(phrase) == reading
