"""Marks, titles, kinds, outputs, channels, modes: the small decisions of the reader."""

from __future__ import annotations

import pytest

from documents.reader.duty_words import channel_of, is_conditional, is_request
from documents.reader.markers import marker_of
from documents.reader.outline import build_outline
from documents.reader.outputs import split_outputs
from documents.reader.section_mode import Mode, mode_of
from documents.reader.title_kind import kind_of
from documents.reader.titles import duty_title
from models.kinds import SectionKind
from models.source_text import Paragraph, Place

MARKS = [
    ("II. NỘI DUNG", "roman", "II"), ("A. MỤC TIÊU", "alpha", "A"), ("2.1. Lập sổ", "number", "2.1"),
    ("5.3.Viện Kiểm sát", "number", "5.3"), ("3.1 Lập sổ", "number", "3.1"), ("1) Lập sổ", "number", "1"),
    ("2- Lập sổ", "number", "2"),
    ("đ) Thời gian", "letter", "đ"), ("a.1) Lập sổ", "letter", "a.1"), ("(2) Lập sổ", "paren", "2"),
    ("-Lập sổ", "dash", "-"), ("+ Lập sổ", "plus", "+"), ("– Lập sổ", "dash", "–"), ("PHỤ LỤC II", "part", "PLII"),
    ("30.6.2031 là hạn cuối", "prose", ""), ("1.500 hộ dân", "prose", ""), ("V/v đôn đốc", "prose", ""),
    ("10 ngày kể từ ngày ký", "prose", ""), ("30/6 hằng năm", "prose", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "label"), MARKS, ids=[text for text, _, _ in MARKS])
def test_mark_of_a_paragraph(text: str, kind: str, label: str) -> None:
    marker = marker_of(Paragraph(text, Place()))
    assert (marker.kind, marker.label) == (kind, label)


def test_a_bullet_gives_way_to_a_letter() -> None:
    marker = marker_of(Paragraph("b) Cơ quan thực hiện: Sở Y tế", Place(), bullet="-"))
    assert (marker.kind, marker.label) == ("letter", "b")


TITLES = [
    ("Giao Sở Nội vụ kiểm kê kho lưu trữ của tỉnh, hoàn thành trước ngày 30/6/2031.", "kiểm kê kho lưu trữ của tỉnh"),
    (
        "Các Sở, ngành: Căn cứ hướng dẫn của Bộ, ngành, ban hành quy chế lưu trữ; in quy chế.",
        "ban hành quy chế lưu trữ",
    ),
    ("Định kỳ hàng năm, Sở Nội vụ mở lớp cho người giữ kho", "mở lớp cho người giữ kho"),
    ("Theo dõi, đôn đốc việc sửa kho", "Theo dõi, đôn đốc việc sửa kho"),
    ("UBND cấp xã và người đứng đầu, toàn thể cán bộ phải giữ gìn hồ sơ", "phải giữ gìn hồ sơ"),
    ("Đề nghị Hội Luật gia tỉnh góp ý quy chế", "Đề nghị Hội Luật gia tỉnh góp ý quy chế"),
    ("Tổ chức hội thi (Sở Nội vụ chủ trì, hoàn thành trong Quý III/2031).", "Tổ chức hội thi"),
]


@pytest.mark.parametrize(("text", "title"), TITLES, ids=[title for _, title in TITLES])
def test_title_of_a_duty(text: str, title: str) -> None:
    assert duty_title(text) == title


KINDS = [
    ("Xây dựng, ban hành kế hoạch theo dõi", SectionKind.ISSUE_PLAN),
    ("Rà soát, lập danh mục văn bản", SectionKind.COMPILE_DOCUMENTS),
    ("Xác định lĩnh vực trọng tâm", SectionKind.CHOOSE_FIELDS),
    ("Hướng dẫn, đôn đốc các đơn vị", SectionKind.GUIDE),
    ("Kiểm tra liên ngành", SectionKind.INSPECT),
    ("Điều tra, khảo sát tình hình", SectionKind.SURVEY),
    ("Tiếp nhận, xử lý thông tin", SectionKind.HANDLE_INFORMATION),
    ("Tổ chức tập huấn nghiệp vụ", SectionKind.TRAIN),
    ("Báo cáo kết quả kiểm tra", SectionKind.REPORT),
    ("Tổng kết 5 năm thực hiện đề án", SectionKind.REVIEW),
    ("Sửa mái kho lưu trữ", SectionKind.GENERAL),
]


@pytest.mark.parametrize(("title", "kind"), KINDS, ids=[title for title, _ in KINDS])
def test_kind_of_a_title(title: str, kind: SectionKind) -> None:
    assert kind_of(title) == kind.value


DECIDED = "Quyết định thành lập đoàn, Thông báo kết luận, Báo cáo."
OUTPUTS = [
    (DECIDED, ("Quyết định thành lập đoàn", "Thông báo kết luận", "Báo cáo")),
    ("Phương án, phiếu hỏi; Báo cáo", ("Phương án, phiếu hỏi", "Báo cáo")),
    ("Danh mục văn bản về đất đai, nhà ở", ("Danh mục văn bản về đất đai, nhà ở",)),
    ("- Kế hoạch\n- Báo cáo", ("Kế hoạch", "Báo cáo")),
    ("", ()),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), OUTPUTS, ids=[value[:20] or "empty" for value, _ in OUTPUTS])
def test_outputs(value: str, expected: tuple[str, ...]) -> None:
    assert split_outputs(value) == expected


def test_channel_condition_request() -> None:
    assert channel_of("gửi UBND tỉnh (qua Sở Tư pháp) trước ngày 30/6") == "qua Sở Tư pháp"
    assert channel_of("trình UBND tỉnh thông qua Sở Nội vụ để tổng hợp") == "thông qua Sở Nội vụ"
    assert channel_of("gửi Sở Tư pháp") is None
    assert is_conditional("tổ chức khảo sát (nếu cần thiết)")
    assert not is_conditional("tổ chức khảo sát")
    assert is_request("Đề nghị Hội Luật gia tỉnh")
    assert not is_request("Theo đề nghị của Sở Nội vụ")


MODES = [
    ("I. MỤC ĐÍCH, YÊU CẦU", Mode.SKIP), ("II. NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN", Mode.CONTENT),
    ("III. TỔ CHỨC THỰC HIỆN", Mode.DUTIES), ("IV. KINH PHÍ THỰC HIỆN", Mode.MONEY),
    ("V. TRÁCH NHIỆM CỦA CÁC CƠ QUAN", Mode.DUTIES), ("VI. MỤC TIÊU, NHIỆM VỤ", Mode.CONTENT),
    ("VII. THỰC TRẠNG CÔNG TÁC LƯU TRỮ", Mode.SKIP),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mode"), MODES, ids=[text for text, _ in MODES])
def test_mode_of_a_section(text: str, mode: Mode) -> None:
    root = build_outline([Paragraph(text, Place()), Paragraph("1. Sở Y tế", Place())])
    assert mode_of(root.children[0].children[0]) is mode


def test_paths_of_headings() -> None:
    texts = ["B. NHIỆM VỤ", "I. TUYÊN TRUYỀN", "1. Báo", "1.1. Bài viết", "II. KIỂM TRA", "3. Kho", "PHỤ LỤC", "I. KHO"]
    root = build_outline([Paragraph(text, Place()) for text in texts])
    paths = [heading.path for heading in root.walk() if heading.label]
    assert paths == ["B", "B.I", "B.I.1", "B.I.1.1", "B.II", "B.II.3", "PL", "PL.I"]
