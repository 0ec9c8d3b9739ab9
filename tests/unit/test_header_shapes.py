"""Headers of every shape that officers meet: invented documents, real ways of writing them."""

from __future__ import annotations

import pytest

from documents.reader.header import read_header
from documents.sources.text_lines import source_of_text

SHAPES = {
    "cells of a web page, broken anywhere": (
        """\
ỦY BAN NHÂN DÂN
TỈNH SƠN LA
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
68/KH-UBND
|
Sơn
La, ngày 11 tháng 3
năm 2020
|
KẾ HOẠCH
VỀ VIỆC TRIỂN KHAI THỰC HIỆN CHỈ THỊ SỐ 37-CT/TW NGÀY 03/9/2019 CỦA BAN
BÍ THƯ VỀ XÂY DỰNG QUAN HỆ LAO ĐỘNG HÀI HÒA
Căn cứ Chỉ thị số 37-CT/TW ngày
03/9/2019 của Ban Bí thư; Kế hoạch số 185-KH/TU
ngày 03/01/2020 của Ban Thường vụ Tỉnh ủy. UBND tỉnh ban hành Kế hoạch với
các nội dung như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục
đích
Quán triệt sâu rộng.
Nơi nhận:
- Như trên;
- Lưu: VT, KGVX.
|
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Phạm Văn An
""",
        {
            "doc_type": "ke_hoach",
            "issuer": "ỦY BAN NHÂN DÂN TỈNH SƠN LA",
            "issuer_norm": "UBND tỉnh Sơn La",
            "number": "68/KH-UBND",
            "place": "Sơn La",
            "date": "2020-03-11",
            "year": 2020,
            "signer": "Phạm Văn An",
            "legal_bases": ("37-CT/TW", "185-KH/TU"),
        },
    ),
    "two columns on one line, a department": (
        """\
UBND TỈNH NINH THUẬN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ GIÁO DỤC VÀ ĐÀO TẠO Độc lập - Tự do - Hạnh phúc
Số : 2917 /SGDĐT-VP Phan Rang-Tháp Chàm, ngày 05 tháng 11 năm 2010
V/v báo cáo nhanh tình hình thiệt hại

Kính gửi: - Ủy ban nhân dân tỉnh Ninh Thuận;
 - Bộ Giáo dục và Đào tạo.

Theo báo cáo tổng hợp nhanh của các phòng Giáo dục và Đào tạo các huyện, Sở Giáo dục và Đào tạo báo cáo như sau:
I. TÌNH HÌNH
Nơi nhận: GIÁM ĐỐC
- Như trên;
- Lưu: VT. (Đã ký)
 Nguyễn Bá Ninh
""",
        {
            "doc_type": "cong_van",
            "issuer_norm": "Sở Giáo dục và Đào tạo tỉnh Ninh Thuận",
            "number": "2917/SGDĐT-VP",
            "place": "Phan Rang-Tháp Chàm",
            "date": "2010-11-05",
            "title": "báo cáo nhanh tình hình thiệt hại",
            "signer": "Nguyễn Bá Ninh",
            "signer_role": ("GIÁM ĐỐC",),
            "addressees": ("Ủy ban nhân dân tỉnh Ninh Thuận", "Bộ Giáo dục và Đào tạo"),
            "recipients": ("Như trên", "Lưu: VT"),
        },
    ),
    "columns held apart by spaces": (
        """\
   ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     TỈNH HẬU GIANG                       Độc lập - Tự do - Hạnh phúc

 Số: 454/UBND-NCTH                   Vị Thanh, ngày 6 tháng 4 năm 2021
V/v tiếp tục phối hợp tuyên truyền
phổ biến pháp luật năm 2021

                  Kính gửi:
                     - Giám đốc Sở Văn hóa, Thể thao và Du lịch;
                     - Chủ tịch UBND huyện, thị xã, thành phố.

Ủy ban nhân dân tỉnh nhận được Công văn số 847/UBND-VX1 ngày 22 tháng 3 năm 2021 của UBND tỉnh Quảng Ninh,
Chủ tịch UBND tỉnh có ý kiến như sau:

1. Giao Sở Văn hóa, Thể thao và Du lịch phối hợp với các sở, ban, ngành.

Nơi nhận:                                      KT. CHỦ TỊCH
- Như trên;                                    PHÓ CHỦ TỊCH
- VP. Tỉnh ủy;
- Lưu: VT, NCTH.

                                               Trần Thành Lập
""",
        {
            "doc_type": "cong_van",
            "issuer_norm": "UBND tỉnh Hậu Giang",
            "number": "454/UBND-NCTH",
            "place": "Vị Thanh",
            "date": "2021-04-06",
            "title": "tiếp tục phối hợp tuyên truyền phổ biến pháp luật năm 2021",
            "signer": "Trần Thành Lập",
            "signer_role": ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "recipients": ("Như trên", "VP. Tỉnh ủy", "Lưu: VT, NCTH"),
            "legal_bases": ("847/UBND-VX1",),
        },
    ),
    "a party committee": (
        """\
TỈNH ỦY HÀ GIANG
*
Số 25-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Giang, ngày 12 tháng 3 năm 2023

KẾ HOẠCH
thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương
-----
Thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương;
Ban Thường vụ Tỉnh ủy xây dựng kế hoạch thực hiện như sau:
I- MỤC ĐÍCH, YÊU CẦU
1- Mục đích
Nơi nhận:
- Ban Bí thư Trung ương Đảng (b/c),
- Các ban đảng, văn phòng Tỉnh ủy,
- Lưu Văn phòng Tỉnh ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Thào Hồng Sơn
""",
        {
            "doc_type": "ke_hoach",
            "issuer": "TỈNH ỦY HÀ GIANG",
            "issuer_norm": "Tỉnh ủy Hà Giang",
            "number": "25-KH/TU",
            "symbol": "KH/TU",
            "date": "2023-03-12",
            "signer_role": ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
            "legal_bases": ("27-NQ/TW",),
        },
    ),
    "a decision with the plan behind it": (
        """\
ỦY BAN NHÂN DÂN
HUYỆN MỸ XUYÊN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1209/QĐ-UBND
Mỹ Xuyên, ngày 24 tháng 6 năm 2023
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch kiểm tra công tác thi hành pháp luật
về xử lý vi phạm hành chính năm 2023
CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MỸ XUYÊN
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;
Căn cứ Luật Xử lý vi phạm hành chính năm 2012 (được sửa đổi, bổ sung năm 2020);
Căn cứ Nghị định số 19/2020/NĐ-CP ngày 12/02/2020 của Chính phủ;
Theo đề nghị của Trưởng phòng Tư pháp tại Tờ trình số 66/TTr-TP ngày 17 tháng 5 năm 2023,
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm tra.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
Nơi nhận:
- Như Điều 2;
- TT. HU, HĐND huyện;
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn Bình

KẾ HOẠCH
Kiểm tra công tác thi hành pháp luật về xử lý vi phạm hành chính năm 2023
(Ban hành kèm theo Quyết định số 1209/QĐ-UBND ngày 24/6/2023 của Chủ tịch UBND huyện Mỹ Xuyên)
I. MỤC ĐÍCH
1. Kiểm tra việc thực hiện.
""",
        {
            "doc_type": "quyet_dinh",
            "issuer_norm": "UBND huyện Mỹ Xuyên",
            "number": "1209/QĐ-UBND",
            "title": "Về việc ban hành Kế hoạch kiểm tra công tác thi hành pháp luật về xử lý vi phạm hành "
            "chính năm 2023",
            "signer": "Nguyễn Văn Bình",
            "signer_role": ("CHỦ TỊCH",),
            "recipients": ("Như Điều 2", "TT. HU, HĐND huyện", "Lưu: VT"),
        },
    ),
    "a ministry": (
        """\
BỘ TƯ PHÁP
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 2658/QĐ-BTP
Hà Nội, ngày 31 tháng 12 năm 2020
QUYẾT ĐỊNH
BAN HÀNH KẾ HOẠCH CÔNG TÁC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT; HÒA GIẢI Ở CƠ SỞ NĂM 2021
BỘ TRƯỞNG BỘ TƯ PHÁP
Căn cứ Luật Phổ biến, giáo dục pháp luật ngày 20/6/2012;
Căn cứ Luật Hòa giải ở cơ sở ngày 20/6/2013;
Căn cứ Nghị định số 96/2017/NĐ-CP ngày 16/8/2017 của Chính phủ quy định chức năng;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác.
Nơi nhận:
- Như Điều 3;
- Lưu: VT, Cục PBGDPL.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Nguyễn Thanh Tú
""",
        {
            "doc_type": "quyet_dinh",
            "issuer_norm": "Bộ Tư pháp",
            "number": "2658/QĐ-BTP",
            "year": 2021,
            "signer_role": ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
            "legal_bases": ("Luật Phổ biến, giáo dục pháp luật", "Luật Hòa giải ở cơ sở", "96/2017/NĐ-CP"),
        },
    ),
    "number and day blank, signature before the recipients": (
        """\
ỦY BAN NHÂN DÂN XÃ TÂN LẬP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Số:       /KH-UBND
Tân Lập, ngày     tháng     năm 2026

KẾ HOẠCH
Theo dõi tình hình thi hành pháp luật năm 2026
trên địa bàn xã Tân Lập

Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2026 của UBND tỉnh, Ủy ban nhân dân xã xây dựng Kế hoạch như sau:
I. MỤC ĐÍCH
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
NGUYỄN THỊ HOA
Nơi nhận:
- Sở Tư pháp;
- Lưu VT.
""",
        {
            "issuer_norm": "UBND xã Tân Lập",
            "number": None,
            "symbol": "KH-UBND",
            "place": "Tân Lập",
            "date": "2026",
            "title": "Theo dõi tình hình thi hành pháp luật năm 2026 trên địa bàn xã Tân Lập",
            "signer": "NGUYỄN THỊ HOA",
            "signer_role": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            "recipients": ("Sở Tư pháp", "Lưu VT"),
        },
    ),
    "number in dots, several years": (
        """\
UBND TỈNH VĨNH LONG
SỞ TƯ PHÁP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ....../KH-STP
Vĩnh Long, ngày 03 tháng 02 năm 2025
KẾ HOẠCH
Theo dõi thi hành pháp luật giai đoạn 2025 - 2027 của ngành Tư pháp
Căn cứ Nghị định số 59/2012/NĐ-CP; Kế hoạch số 12/KH-UBND ngày 08/01/2025 của UBND tỉnh,
Sở Tư pháp ban hành Kế hoạch cụ thể như sau:
I. MỤC ĐÍCH
Nơi nhận:
- UBND tỉnh (để báo cáo);
- Ban Giám đốc Sở;
- Các phòng, đơn vị thuộc Sở;
- Lưu: VT, QLXLVPHC.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Lê Thị Thúy Kiều
""",
        {
            "issuer": "UBND TỈNH VĨNH LONG SỞ TƯ PHÁP",
            "issuer_norm": "Sở Tư pháp tỉnh Vĩnh Long",
            "number": None,
            "symbol": "KH-STP",
            "year": 2025,
            "period": (2025, 2027),
            "signer_role": ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        },
    ),
    "markdown tables": (
        """\
| **UBND**<br>**THÀNH PHỐ CẦN THƠ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>Độc lập - Tự do - Hạnh phúc |
|---|---|
| Số: 77/KH-UBND | *Cần Thơ, ngày 09 tháng 01 năm 2026* |

# KẾ HOẠCH
**Quản lý công tác thi hành pháp luật về xử lý vi phạm hành chính năm 2026 trên địa bàn thành phố**

Căn cứ Luật Xử lý vi phạm hành chính số 15/2012/QH13; Ủy ban nhân dân thành phố ban hành Kế hoạch như sau:

## I. MỤC ĐÍCH, YÊU CẦU

| *Nơi nhận:*<br>- Bộ Tư pháp;<br>- Lưu: VT, NC. | **KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH**<br><br>**Vương Quốc Nam** |
|---|---|
""",
        {
            "issuer_norm": "UBND thành phố Cần Thơ",
            "number": "77/KH-UBND",
            "date": "2026-01-09",
            "title": "Quản lý công tác thi hành pháp luật về xử lý vi phạm hành chính năm 2026 trên địa bàn thành phố",
            "signer": "Vương Quốc Nam",
            "recipients": ("Bộ Tư pháp", "Lưu: VT, NC"),
            "legal_bases": ("15/2012/QH13",),
        },
    ),
    "an office": (
        """\
UBND TỈNH ĐẮK LẮK
VĂN PHÒNG
Số: 120/VPUBND-NC
V/v thực hiện ý kiến chỉ đạo của Chủ tịch UBND tỉnh
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đắk Lắk, ngày 04 tháng 3 năm 2024
Kính gửi: Các sở, ban, ngành tỉnh; UBND các huyện, thị xã, thành phố.
Căn cứ Công văn số 55/STP-PC ngày 01/3/2024 của Sở Tư pháp, Văn phòng UBND tỉnh thông báo như sau:
1. Các sở báo cáo trước ngày 15/3/2024.
Nơi nhận:
- Như trên;
- Lưu: VT.
CHÁNH VĂN PHÒNG
Y Biêr Niê
""",
        {
            "issuer_norm": "Văn phòng UBND tỉnh Đắk Lắk",
            "number": "120/VPUBND-NC",
            "signer": "Y Biêr Niê",
            "signer_role": ("CHÁNH VĂN PHÒNG",),
            "addressees": ("Các sở, ban, ngành tỉnh", "UBND các huyện, thị xã, thành phố"),
        },
    ),
    "by order of the chairman": (
        """\
ỦY BAN NHÂN DÂN
THÀNH PHỐ ĐÀ NẴNG
Số: 3456/UBND-SNV
V/v báo cáo định kỳ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đà Nẵng, ngày 14/7/2025
Kính gửi:
- Các cơ quan chuyên môn thuộc UBND thành phố;
- UBND các xã, phường, đặc khu.
Thực hiện Nghị định số 45/2025/NĐ-CP, UBND thành phố đề nghị các đơn vị báo cáo:
1. Nội dung.
Nơi nhận:
- Như trên;
- Lưu: VT, SNV.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
Nguyễn Hà Bắc
""",
        {
            "issuer_norm": "UBND thành phố Đà Nẵng",
            "date": "2025-07-14",
            "title": "báo cáo định kỳ",
            "signer_role": ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
            "legal_bases": ("45/2025/NĐ-CP",),
        },
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_header_of_every_shape(shape):
    text, expected = SHAPES[shape]
    header = read_header(source_of_text("a.txt", "txt", text))
    assert {name: getattr(header, name) for name in expected} == expected
