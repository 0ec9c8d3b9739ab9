"""Splitting lists of agencies and telling their classes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading import PhraseClass
from rules.agency_phrases import agencies_at, classify, split_agencies, split_roles, subject_of

C = PhraseClass

LISTS = [
    ("Các Sở, ban, ngành, UBND cấp huyện, UBND cấp xã.", ["Các Sở, ban, ngành", "UBND cấp huyện", "UBND cấp xã"]),
    ("các sở, ban, ngành, đoàn thể cấp tỉnh", ["các sở, ban, ngành, đoàn thể cấp tỉnh"]),
    ("Các Sở ban ngành tỉnh; UBND cấp huyện, cấp xã", ["Các Sở ban ngành tỉnh", "UBND cấp huyện", "cấp xã"]),
    ("UBND các huyện, thị xã, thành phố", ["UBND các huyện, thị xã, thành phố"]),
    ("Ủy ban nhân dân các xã, phường, đặc khu", ["Ủy ban nhân dân các xã, phường, đặc khu"]),
    ("Sở NN&MT, STP, TNMT, Sở Văn hóa, Thể thao và Du lịch",
     ["Sở NN&MT", "STP", "TNMT", "Sở Văn hóa, Thể thao và Du lịch"]),
    ("Sở Nội vụ, Tư pháp và Tài chính", ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính"]),
    ("các Sở: Tư pháp, Y tế; Công an tỉnh", ["Sở Tư pháp", "Sở Y tế", "Công an tỉnh"]),
    ("Giám đốc các sở, thủ trưởng các cơ quan thuộc UBND tỉnh, Chủ tịch UBND huyện, thành phố",
     ["Giám đốc các sở", "thủ trưởng các cơ quan thuộc UBND tỉnh", "Chủ tịch UBND huyện, thành phố"]),
    ("Thanh tra tỉnh và các sở, cơ quan, UBND cấp huyện theo nhiệm vụ",
     ["Thanh tra tỉnh", "các sở, cơ quan", "UBND cấp huyện"]),
    ("Sở Y tế (đầu mối tổng hợp, báo cáo); các cơ quan, đơn vị, địa phương có liên quan",
     ["Sở Y tế", "các cơ quan, đơn vị, địa phương có liên quan"]),
    ("Viện Kiểm sát nhân dân tỉnh, Tòa án nhân dân tỉnh và Công an tỉnh",
     ["Viện Kiểm sát nhân dân tỉnh", "Tòa án nhân dân tỉnh", "Công an tỉnh"]),
    ("Hội đồng phối hợp PBGDPL tỉnh, Hội Liên hiệp Phụ nữ tỉnh",
     ["Hội đồng phối hợp PBGDPL tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"]),
    ("Trung tâm Phục vụ hành chính công tỉnh, Phòng Tư pháp các huyện, thành phố",
     ["Trung tâm Phục vụ hành chính công tỉnh", "Phòng Tư pháp các huyện, thành phố"]),
    ("Vụ Phổ biến, giáo dục pháp luật; Cục Trợ giúp pháp lý; các đơn vị thuộc Bộ",
     ["Vụ Phổ biến, giáo dục pháp luật", "Cục Trợ giúp pháp lý", "các đơn vị thuộc Bộ"]),
    ("Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ; UBND các tỉnh, thành phố trực thuộc Trung ương",
     ["Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "UBND các tỉnh, thành phố trực thuộc Trung ương"]),
    ("Sở Lao động - Thương binh và Xã hội, Sở Nông nghiệp và Phát triển nông thôn",
     ["Sở Lao động - Thương binh và Xã hội", "Sở Nông nghiệp và Phát triển nông thôn"]),
    ("Văn phòng HĐND và UBND huyện; Phòng Kinh tế - Hạ tầng",
     ["Văn phòng HĐND và UBND huyện", "Phòng Kinh tế - Hạ tầng"]),
    ("Ban Tuyên giáo Tỉnh ủy; các huyện ủy, thành ủy, đảng ủy trực thuộc",
     ["Ban Tuyên giáo Tỉnh ủy", "các huyện ủy", "thành ủy", "đảng ủy trực thuộc"]),
    ("Sở Tư pháp làm đầu mối tổng hợp do các Sở, ngành và UBND cấp huyện gửi đến", ["Sở Tư pháp"]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), LISTS, ids=[value[:30] for value, _ in LISTS])
def test_a_list_is_split_into_its_agencies(value: str, expected: list[str]) -> None:
    assert [phrase.text for phrase in split_agencies(value)] == expected


CLASSES = [
    ("UBND tỉnh Hà Lâm", C.UBND_TINH), ("Ủy ban nhân dân cấp huyện", C.UBND_CAP_HUYEN),
    ("UBND các huyện, thị xã, thành phố", C.UBND_CAP_HUYEN), ("Chủ tịch UBND huyện, thành phố", C.UBND_CAP_HUYEN),
    ("UBND các xã, phường, thị trấn", C.UBND_CAP_XA), ("cấp xã", C.UBND_CAP_XA), ("UBND các cấp", C.UBND_CAC_CAP),
    ("UBND thành phố Hải Phòng", C.UBND_TINH), ("Giám đốc Sở Tư pháp", C.SO_TU_PHAP), ("STP", C.SO_TU_PHAP),
    ("các Sở, ngành liên quan", C.SO_NGANH_TINH), ("Sở, ngành tỉnh", C.SO_NGANH_TINH),
    ("Các cơ quan chuyên môn thuộc UBND tỉnh", C.SO_NGANH_TINH), ("Giám đốc các sở", C.SO_NGANH_TINH),
    ("Sở Tài nguyên và Môi trường", C.SO_CHUYEN_NGANH), ("Sở Nông nghiệp và Môi trường", C.SO_CHUYEN_NGANH),
    ("Ban Dân tộc tỉnh", C.SO_CHUYEN_NGANH), ("Văn phòng UBND tỉnh", C.VAN_PHONG_UBND_TINH),
    ("Thanh tra tỉnh", C.THANH_TRA_TINH), ("Công an tỉnh", C.CONG_AN_TINH), ("Công an cấp huyện", C.CONG_AN_HUYEN),
    ("Tòa án nhân dân tỉnh", C.CO_QUAN_TU_PHAP_TINH), ("Phòng Tư pháp cấp huyện", C.PHONG_TU_PHAP),
    ("Phòng Nội vụ", C.PHONG_BAN_CAP_HUYEN), ("Cục Thuế tỉnh", C.CO_QUAN_NGANH_DOC),
    ("Bảo hiểm xã hội tỉnh", C.CO_QUAN_NGANH_DOC),
    ("các cơ quan Trung ương đóng trên địa bàn tỉnh", C.CO_QUAN_NGANH_DOC),
    ("Bộ Tư pháp", C.BO_NGANH), ("Các bộ, ngành", C.BO_NGANH), ("Cục Trợ giúp pháp lý", C.DON_VI_THUOC_BO),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", C.MTTQ), ("Hội Luật gia tỉnh", C.HOI_DOAN_THE),
    ("các tổ chức chính trị - xã hội", C.HOI_DOAN_THE), ("Tỉnh đoàn", C.HOI_DOAN_THE),
    ("Ban Tuyên giáo Tỉnh ủy", C.CO_QUAN_DANG),
    ("Hội đồng phối hợp PBGDPL tỉnh", C.HOI_DONG_PHOI_HOP), ("Đoàn kiểm tra liên ngành", C.DOAN_LIEN_NGANH),
    ("Ban Quản lý các khu công nghiệp tỉnh", C.BAN_QUAN_LY), ("Trung tâm Y tế huyện", C.DON_VI_SU_NGHIEP),
    ("Đài Phát thanh và Truyền hình tỉnh", C.BAO_DAI), ("các cơ quan thông tin đại chúng", C.BAO_DAI),
    ("các doanh nghiệp", C.DOANH_NGHIEP), ("các cơ quan, đơn vị có liên quan", C.CO_QUAN_LIEN_QUAN),
    ("các ngành, đơn vị", C.CO_QUAN_LIEN_QUAN), ("Người đứng đầu các cơ quan, đơn vị, địa phương", C.CO_QUAN_LIEN_QUAN),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "expected"), CLASSES, ids=[phrase for phrase, _ in CLASSES])
def test_class(phrase: str, expected: PhraseClass) -> None:
    assert classify(phrase) is expected


ROLES = [
    ("Sở Tư pháp chủ trì, phối hợp với các Sở, ngành liên quan; UBND cấp huyện.",
     ["Sở Tư pháp"], ["các Sở, ngành liên quan", "UBND cấp huyện"]),
    ("Giao Sở Y tế chủ trì, phối hợp chặt chẽ với Công an tỉnh và Sở Tài chính tham mưu",
     ["Sở Y tế"], ["Công an tỉnh", "Sở Tài chính"]),
    ("Sở Tư pháp chủ trì, phối hợp triển khai kế hoạch", ["Sở Tư pháp"], []),
    ("Chủ trì: Sở Nội vụ; phối hợp: các sở, ban, ngành", ["Sở Nội vụ"], ["các sở, ban, ngành"]),
    ("Sở Tư pháp (chủ trì), Sở Nội vụ, Sở Tài chính", ["Sở Tư pháp"], ["Sở Nội vụ", "Sở Tài chính"]),
    ("Các Sở, Ban, ngành; UBND cấp huyện tổ chức kiểm tra", ["Các Sở, Ban, ngành", "UBND cấp huyện"], []),
    ("Hội đồng phối hợp PBGDPL tỉnh", ["Hội đồng phối hợp PBGDPL tỉnh"], []),
]  # fmt: skip


@pytest.mark.parametrize(("value", "lead", "coordinating"), ROLES, ids=[value[:30] for value, _, _ in ROLES])
def test_roles(value: str, lead: list[str], coordinating: list[str]) -> None:
    roles = split_roles(value)
    assert [phrase.text for phrase in roles.leads] == lead
    assert [phrase.text for phrase in roles.coordinators] == coordinating


SUBJECTS = [
    ("Giao Sở Tư pháp theo dõi, đôn đốc việc thực hiện", ["Sở Tư pháp"]),
    ("Định kỳ hàng năm, Sở Tư pháp tổ chức tập huấn", ["Sở Tư pháp"]),
    ("Ở cấp huyện: UBND cấp huyện thực hiện theo dõi", ["UBND cấp huyện"]),
    ("Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng kế hoạch", ["các sở, ban, ngành"]),
    ("Chủ tịch UBND tỉnh yêu cầu các Sở, ngành và UBND các huyện thực hiện", ["các Sở, ngành", "UBND các huyện"]),
    ("Các Sở, Ban, ngành: Căn cứ hướng dẫn của Bộ", ["Các Sở, Ban, ngành"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS, ids=[sentence[:30] for sentence, _ in SUBJECTS])
def test_subject_of_a_sentence(sentence: str, expected: list[str]) -> None:
    subject = subject_of(sentence)
    assert subject is not None
    assert [phrase.text for phrase in subject.agencies] == expected


@pytest.mark.parametrize(
    "sentence",
    ["Tổ chức hội nghị tập huấn", "Ban hành kế hoạch kiểm tra", "Báo cáo kết quả thực hiện", "TỔ CHỨC THỰC HIỆN",
     "Theo dõi, đôn đốc các đơn vị", "Hội nghị tổng kết năm",
     "Căn cứ tình hình thực tế tại cơ quan, đơn vị, địa phương xây dựng kế hoạch"],
)  # fmt: skip
def test_a_sentence_without_a_subject(sentence: str) -> None:
    assert subject_of(sentence) is None


def test_a_request_and_a_heading() -> None:
    asked = subject_of("Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các đoàn thể giám sát")
    heading = subject_of("Trách nhiệm của Giám đốc Sở Tư pháp")
    assert asked is not None
    assert heading is not None
    assert (asked.requested, asked.alone) == (True, False)
    assert (heading.requested, heading.alone) == (False, True)


VOCABULARY = (
    "các Sở ban ngành tỉnh UBND cấp huyện xã , ; và ( ) chủ trì phối hợp với Tư pháp Văn hóa Thể thao Du lịch cơ quan "
    "đơn vị liên quan Hội đồng Giám đốc Chủ tịch Giao Đề nghị : . - / Trung tâm Cục thuộc"
)
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_phrases_stand_in_the_text_and_do_not_overlap(text: str) -> None:
    ends = [(phrase.start, phrase.end) for phrase in agencies_at(text)]
    assert all(start < end for start, end in ends)
    assert all(left[1] <= right[0] for left, right in pairwise(ends))
    for phrase in split_agencies(text):
        assert phrase.text
        assert phrase.klass in PhraseClass


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    roles = split_roles(text)
    subject = subject_of(text)
    assert len(roles.leads) + len(roles.coordinators) <= len(text)
    assert subject is None or 0 < subject.end <= len(text)
