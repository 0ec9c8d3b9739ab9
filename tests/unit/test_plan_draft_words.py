"""The words a draft goes by: kinds of duties, senders and receivers, short titles, ids, headings of a plan."""

from __future__ import annotations

import pytest

from models.kinds import SectionKind
from models.reading import PhraseClass
from rules.plan_draft.kind_words import kind_of, standing
from rules.plan_draft.mentions import sending
from rules.plan_draft.slugs import Ids, initials, slug
from rules.plan_draft.texts import bare, brief, plain
from rules.plan_draft.titles import deed

KINDS = [
    ("Xây dựng, ban hành kế hoạch theo dõi thi hành pháp luật", "issue_plan"),
    ("Căn cứ hướng dẫn của Bộ, ban hành Kế hoạch của đơn vị", "guide"),
    ("Tham mưu UBND tỉnh ban hành Kế hoạch theo dõi", "issue_plan"),
    ("Lập danh mục văn bản quy phạm pháp luật", "compile_documents"),
    ("Rà soát, tổng hợp, xây dựng danh mục các văn bản", "compile_documents"),
    ("Xác định lĩnh vực theo dõi thi hành pháp luật trọng tâm", "choose_fields"),
    ("Hướng dẫn, đơn đốc thực hiện", "guide"),
    ("Theo dõi, đôn đốc việc thực hiện Kế hoạch này", "guide"),
    ("Kiểm tra tình hình thi hành pháp luật trong lĩnh vực trọng tâm", "inspect"),
    ("Thành lập Đoàn kiểm tra liên ngành", "inspect"),
    ("Đối với công tác thanh tra", "inspect"),
    ("Điều tra, khảo sát tình hình thi hành pháp luật", "survey"),
    ("Thu thập, tiếp nhận, xử lý thông tin", "handle_information"),
    ("Giải quyết những phản ánh, kiến nghị của tổ chức", "handle_information"),
    ("Tổ chức tuyên truyền, phổ biến pháp luật, tập huấn", "train"),
    ("Báo cáo kết quả kiểm tra tình hình thi hành pháp luật", "report"),
    ("Tổng hợp, xử lý thông tin, báo cáo kết quả", "report"),
    ("Tổng hợp chung kết quả công tác theo dõi", "report"),
    ("Báo cáo tổng kết", "review"),
    ("Sơ kết vào năm 2024", "review"),
    ("Bố trí kinh phí cho công tác kiểm tra", "general"),
    ("Phối hợp tổ chức tập huấn", "general"),
    ("Nâng cao chất lượng xây dựng, kiểm tra, rà soát văn bản quy phạm pháp luật", "general"),
    ("Ban hành Chỉ thị về công tác phổ biến pháp luật", "general"),
]


@pytest.mark.parametrize(("title", "kind"), KINDS)
def test_the_leftmost_telling_words_give_the_kind(title, kind):
    assert kind_of(title) is SectionKind(kind)


@pytest.mark.parametrize("title", ["Thực hiện tốt Kế hoạch này", "", "مرحبا", "Nhiệm vụ khác"])
def test_words_that_tell_nothing_give_no_kind(title):
    assert kind_of(title) is None


@pytest.mark.parametrize(
    ("title", "answer"),
    [
        ("Bố trí cán bộ, kinh phí", True),
        ("Đảm bảo bố trí đầy đủ kinh phí", True),
        ("Phối hợp chặt chẽ với Sở Tư pháp", True),
        ("Bảo đảm các điều kiện cần thiết", True),
        ("Chủ trì, phối hợp tổ chức kiểm tra", False),
        ("Kiểm tra việc bố trí kinh phí", False),
    ],
)
def test_standing_responsibilities_begin_with_certain_words(title, answer):
    assert standing(title) is answer


def test_who_sends_and_who_receives():
    said = sending("Báo cáo của các Sở, Ban, ngành, UBND cấp huyện: hoàn thành và gửi về Sở Tư pháp")
    assert [one.klass for one in said.senders] == [PhraseClass.SO_NGANH_TINH, PhraseClass.UBND_CAP_HUYEN]
    assert said.receiver is not None
    assert said.receiver.text == "Sở Tư pháp"


@pytest.mark.parametrize("text", ["", "kiểm tra các Sở, ngành", "công tác hướng dẫn"])
def test_a_text_without_sending_names_nobody(text):
    assert sending(text).senders == ()
    assert sending(text).receiver is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sở Tư pháp chủ trì, tham mưu ban hành Kế hoạch", "tham mưu ban hành Kế hoạch"),
        ("Giao Sở Tư pháp chủ trì, phối hợp Văn phòng UBND tỉnh theo dõi, đôn đốc", "theo dõi, đôn đốc"),
        ("phải luôn nêu cao kỷ luật", "luôn nêu cao kỷ luật"),
        ("Hàng năm, trước ngày 02/12 báo cáo kết quả", "báo cáo kết quả"),
        ("Sở Tư pháp kiểm tra", "Sở Tư pháp kiểm tra"),
        ("Phối hợp với Sở Tư pháp thực hiện Kế hoạch", "Phối hợp với Sở Tư pháp thực hiện Kế hoạch"),
    ],
)
def test_a_title_says_the_deed_without_who_does_it(title, expected):
    assert deed(title, ["Sở Tư pháp"] if "Sở Tư pháp c" in title else [], ["Văn phòng UBND tỉnh"]) == expected


def test_a_long_title_is_cut_at_fifteen_words_and_not_within_a_word_of_two_syllables():
    title = "Kiểm tra việc theo dõi tình hình thi hành pháp luật tại các sở theo thi hành pháp luật năm nay"
    cut = brief(title)
    assert len(cut.split()) <= 15
    assert cut.endswith("…")
    assert not cut.rstrip("…").endswith(("pháp", "thi", "theo"))


def test_a_title_in_capitals_becomes_small_but_numbers_of_documents_do_not():
    assert brief("TRIỂN KHAI KẾ HOẠCH SỐ 67/KH-UBND") == "Triển khai kế hoạch số 67/KH-UBND"


def test_bare_keeps_the_length_and_plain_drops_what_cannot_be_printed():
    text = "Đôn đốc, ỦY BAN 가 ﬁ İ"
    assert len(bare(text)) == len(text)
    assert plain("a\u200bb\x00c\u2028 d") == "ab c d"


def test_ids_are_short_ascii_and_never_the_same():
    ids = Ids()
    assert slug("Xây dựng, ban hành kế hoạch theo dõi thi hành pháp luật") == "xay-dung-ban-hanh-ke-hoach"
    assert slug("") == ""
    assert [ids.take("bao-cao", "bao-cao-v-3") for _ in range(3)] == ["bao-cao", "bao-cao-v-3", "bao-cao-2"]
    assert initials("Sở Tài nguyên và Môi trường") == "stnmt"
