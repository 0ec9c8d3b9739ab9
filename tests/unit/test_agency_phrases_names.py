"""Where an agency's name ends in running text, in many kinds of offices."""

from __future__ import annotations

import pytest

from models.reading import PhraseClass
from rules.agency_phrases import agencies_at, split_roles, subject_of

#: The names, then "|", then words that do not belong to the last of them; names are parted by " + ".
NAMES = """
Phòng Tổ chức - Hành chính| chủ trì
Phòng Nghiệp vụ Y| chủ trì, phối hợp
Phòng Hành chính tư pháp| rà soát
Phòng Kế hoạch tổng hợp| phối hợp
Phòng Quản lý xử lý vi phạm hành chính| tổng hợp
Phòng Xây dựng, Kiểm tra và Theo dõi thi hành pháp luật| chủ trì
Phòng XDKT&TDTHPL| tham mưu
Trung tâm Trợ giúp pháp lý nhà nước| thực hiện
Trung tâm Kiểm soát bệnh tật tỉnh| chủ trì
Chi cục Dân số - Kế hoạch hóa gia đình| chủ trì
Phòng Kinh tế, Hạ tầng và Đô thị + Thuế cơ sở 2 tỉnh Quảng Ngãi|
Các phòng + Trung tâm + Công an phường|: cụ thể hóa
Đảng đoàn HĐND tỉnh| lãnh đạo ban hành
Ban cán sự đảng UBND tỉnh| chỉ đạo
Các huyện ủy + thành ủy + đảng ủy trực thuộc Tỉnh ủy| tổ chức
Các cấp ủy + tổ chức đảng trực thuộc Tỉnh ủy| căn cứ
Mỗi thành viên Hội đồng| được phân công
Các thành viên Ban An toàn giao thông tỉnh| triển khai
Đoàn kiểm tra của Hội đồng| kiểm tra
các huyện đảo Phú Quốc, Kiên Hải| báo cáo
UBND các xã Cù Vân, Yên Lãng + UBND thị trấn Hùng Sơn| tổ chức
UBND các huyện, thành phố ven biển|; ít nhất
Các cơ quan, đơn vị có tên tại mục này| thực hiện
Vụ Thi đua, Khen thưởng| thẩm định
Vụ Kế hoạch, Tài chính| thẩm định
Đội Quản lý thị trường số 4| kiểm tra
Ban Chỉ đạo liên ngành về VSATTP huyện| họp
Bộ phận Tiếp nhận và Trả kết quả huyện| rà soát
Bộ phận Thư viện| bổ sung sách
Ban Quản lý khu kinh tế tỉnh| hướng dẫn
Trạm Y tế các xã, thị trấn| lấy mẫu
Công chức Tư pháp - Hộ tịch| tham mưu
Hiệu trưởng các trường trung học cơ sở| tổ chức
Chi nhánh Ngân hàng Chính sách xã hội huyện| cho vay
Trung ương Hội Liên hiệp Phụ nữ Việt Nam| phối hợp
Ủy ban nhân dân các xã, thị trấn| chủ trì
Thanh tra Bộ| tổng hợp, báo cáo
Sở Tư pháp + các sở, ban, ngành tỉnh| rà soát
"""
CLASSES = [
    ("Văn phòng Sở", PhraseClass.DON_VI_THUOC_SO),
    ("các đơn vị trực thuộc Sở", PhraseClass.DON_VI_THUOC_SO),
    ("toàn ngành", PhraseClass.DON_VI_THUOC_SO),
    ("Thanh tra Sở Giao thông vận tải", PhraseClass.DON_VI_THUOC_SO),
    ("Thanh tra Bộ", PhraseClass.DON_VI_THUOC_BO),
    ("Ủy ban Kiểm tra Tỉnh ủy", PhraseClass.CO_QUAN_DANG),
    ("đảng ủy trực thuộc Tỉnh ủy", PhraseClass.CO_QUAN_DANG),
    ("Các thành viên Hội đồng", PhraseClass.HOI_DONG_PHOI_HOP),
    ("Huyện Đoàn", PhraseClass.HOI_DOAN_THE),
    ("Phòng Cảnh sát giao thông", PhraseClass.CONG_AN_TINH),
    ("Bộ phận Một cửa", PhraseClass.CO_QUAN_LIEN_QUAN),
]
ROLES = [
    ("Phòng A chủ trì; Đoàn Thanh niên phường, các tổ dân phố phối hợp.",
     ["Phòng A"], ["Đoàn Thanh niên phường", "các tổ dân phố"]),
    ("Tòa án nhân dân tỉnh chủ trì, Tỉnh Đoàn phối hợp, thực hiện", ["Tòa án nhân dân tỉnh"], ["Tỉnh Đoàn"]),
    ("Sở Y tế tham mưu; Văn phòng UBND tỉnh kiểm soát chất lượng.", ["Sở Y tế", "Văn phòng UBND tỉnh"], []),
    ("Phòng Tư pháp phối hợp Phòng Nội vụ biên soạn; Trung tâm Văn hóa huyện phát.",
     ["Phòng Tư pháp", "Trung tâm Văn hóa huyện"], ["Phòng Nội vụ"]),
    ("Vụ Pháp chế (đầu mối), các đơn vị thuộc Bộ.", ["Vụ Pháp chế", "các đơn vị thuộc Bộ"], []),
    ("Vụ Pháp chế (chủ trì), các Cục, Vụ (phối hợp)", ["Vụ Pháp chế"], ["các Cục, Vụ"]),
    ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ; UBND cấp huyện; các đơn vị liên quan",
     ["Sở Y tế"], ["Sở Nội vụ", "UBND cấp huyện", "các đơn vị liên quan"]),
]  # fmt: skip


@pytest.mark.parametrize("line", NAMES.strip().splitlines())
def test_a_name_ends_before_its_work(line: str) -> None:
    names, _, rest = line.partition("|")
    expected = names.split(" + ")
    text = "; ".join(expected) + rest
    assert [phrase.text for phrase in agencies_at(text)] == expected


@pytest.mark.parametrize(("name", "klass"), CLASSES)
def test_the_class_of_a_name(name: str, klass: PhraseClass) -> None:
    assert [phrase.klass for phrase in agencies_at(name)] == [klass]


@pytest.mark.parametrize(("value", "leads", "coordinators"), ROLES, ids=[value[:30] for value, _, _ in ROLES])
def test_each_clause_has_its_own_roles(value: str, leads: list[str], coordinators: list[str]) -> None:
    roles = split_roles(value)
    assert ([one.text for one in roles.leads], [one.text for one in roles.coordinators]) == (leads, coordinators)


def test_a_long_bracket_hides_nobody_behind_it() -> None:
    long = "cơ quan thường trực Hội đồng, đầu mối tổng hợp số liệu, " * 8
    found = agencies_at(f"Sở Tư pháp ({long}); các sở, ban, ngành tỉnh rà soát")
    assert [phrase.text for phrase in found] == ["Sở Tư pháp", "các sở, ban, ngành tỉnh"]


@pytest.mark.parametrize("sentence", ["Tổ chức truyền thông lưu động tại các xã", "Tổ chức hội nghị cho các sở"])
def test_to_organise_is_no_organisation(sentence: str) -> None:
    assert agencies_at(sentence) == ()


def test_an_office_that_is_the_focal_point_is_a_subject() -> None:
    subject = subject_of("Phòng Tổ chức - Hành chính là đầu mối giúp Giám đốc Sở theo dõi")
    assert subject is not None
    assert [phrase.text for phrase in subject.agencies] == ["Phòng Tổ chức - Hành chính"]
