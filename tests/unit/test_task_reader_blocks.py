"""Tasks with blocks of labels: whose a block is, in every layout."""

from __future__ import annotations

import pytest

from documents.reader.labels import Role, role_of, split_labels
from harness.plan_text import coordinators, ends, leads, tasks_of

LETTERED = """
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Phấn đấu đến ngày 30/6/2031 hoàn thành 80% hồ sơ.
II. NỘI DUNG
1. Công tác chuẩn bị
1.1. Lập sổ theo dõi hồ sơ điện tử
a) Phạm vi áp dụng
- Áp dụng cho mọi hồ sơ trong tháng 3.
b) Nội dung thực hiện:
+ Thống kê hồ sơ; phân loại hồ sơ trước khi nhập.
d) Sản phẩm đầu ra: Sổ theo dõi; Bảng phân loại.
d) Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với các Sở, ban, ngành và UBND cấp xã.
e) Thời gian hoàn thành: trong tháng 4 năm 2031.
1.2. Mở lớp hướng dẫn sử dụng
a) Đơn vị thực hiện:
- Sở Nội vụ chủ trì, phối hợp Sở Tài chính mở lớp cấp tỉnh;
- Các Sở, ban, ngành mở lớp tại cơ quan (nếu cần thiết).
b) Thời gian thực hiện:
- Công tác chiêu sinh được thực hiện thường xuyên.
- Công tác giảng dạy: Quý II và Quý III/2031.
Nơi nhận:
- Như trên;
"""


def test_lettered_labels_belong_to_the_numbered_item() -> None:
    first, second = tasks_of(LETTERED)
    assert (first.number, first.section, first.title) == ("1.1", "II.1.1", "Lập sổ theo dõi hồ sơ điện tử")
    assert leads(first) == ["Sở Nội vụ"]
    assert coordinators(first) == ["các Sở, ban, ngành", "UBND cấp xã"]
    assert first.outputs == ("Sổ theo dõi", "Bảng phân loại")
    assert ends(first) == ["2031-04-30"]
    assert first.parent == "1"
    assert leads(second) == ["Sở Nội vụ", "Các Sở, ban, ngành"]
    assert coordinators(second) == ["Sở Tài chính"]
    assert [time.kind for time in second.times] == ["ongoing", "window"]
    assert [time.part for time in second.times] == ["chiêu sinh", "giảng dạy"]
    assert second.place.line == 16


OWN_BLOCKS = """
II. NHIỆM VỤ
1. Kiểm tra kho lưu trữ
- Kiểm tra kho của tỉnh
+ Cơ quan chủ trì: Sở Nội vụ.
+ Thời gian: Quý II/2031.
- Kiểm tra kho của xã
+ Cơ quan chủ trì: UBND cấp xã
+ Thời gian: xong trong tháng 9/2031.
2. Sửa chữa kho lưu trữ
- Thay mái kho cũ.
- Sơn lại cửa kho.
- Lắp quạt thông gió.
+ Cơ quan chủ trì: Sở Xây dựng.
+ Thời gian thực hiện: thường xuyên.
3. Lập phương án di chuyển
a) Sở Nội vụ chủ trì, lập phương án di chuyển hồ sơ cấp tỉnh.
Thời gian hoàn thành: Tháng 01/2031.
b) UBND cấp xã: Căn cứ phương án của tỉnh, lập phương án di chuyển hồ sơ của xã; bố trí xe.
Thời gian hoàn thành: Tháng 02/2031.
"""


def test_each_bullet_with_its_own_block_is_a_task_and_one_closing_block_is_the_headings() -> None:
    found = [(task.number, task.title, leads(task), ends(task)) for task in tasks_of(OWN_BLOCKS)]
    assert found == [
        ("1", "Kiểm tra kho của tỉnh", ["Sở Nội vụ"], ["2031-06-30"]),
        ("1", "Kiểm tra kho của xã", ["UBND cấp xã"], ["2031-09-30"]),
        ("2", "Sửa chữa kho lưu trữ", ["Sở Xây dựng"], [None]),
        ("3.a", "chủ trì, lập phương án di chuyển hồ sơ cấp tỉnh", ["Sở Nội vụ"], ["2031-01-31"]),
        ("3.b", "lập phương án di chuyển hồ sơ của xã", ["UBND cấp xã"], ["2031-02-28"]),
    ]


SHARED = """
II. NHIỆM VỤ
3. Truyền thông
3.1. Viết bài trên bản tin
3.2. Treo áp phích tại trụ sở
3.3. Phát thanh buổi sáng
- {label}: Các sở, cơ quan thuộc UBND tỉnh, UBND cấp xã.
- Thời gian: Năm 2031.
"""


@pytest.mark.parametrize(
    "label", ["Cơ quan thực hiện các nội dung từ 3.1 đến 3.3 nêu trên", "Cơ quan chủ trì các nhiệm vụ nêu trên"]
)
def test_a_block_shared_by_the_items_before_it(label: str) -> None:
    tasks = tasks_of(SHARED.format(label=label))
    assert [task.section for task in tasks] == ["II.3.1", "II.3.2", "II.3.3"]
    assert all(leads(task) == ["Các sở, cơ quan thuộc UBND tỉnh", "UBND cấp xã"] for task in tasks)
    assert all(ends(task) == ["2031-12-31"] for task in tasks)


INLINE = """
như sau:
II. NỘI DUNG
1. Tổ chức ngày hội đọc sách (Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Tỉnh đoàn; thời gian: Quý I/2031).
2. In sổ tay. Đơn vị chủ trì: Sở Y tế. Đơn vị phối hợp: Báo Hà Lâm. Thời gian: trước ngày 30/4/2031. Sản phẩm: Sổ tay.
3. Dọn kho
Bộ phận thực hiện: Công chức Văn hóa - Xã hội chủ trì; phối hợp: Đoàn Thanh niên, các thôn
Thời gian: Trong tháng 4/2031
4. Sở Tài chính bố trí tủ hồ sơ theo tiêu chuẩn, trong đó ưu tiên các xã khó khăn của tỉnh.
- Cơ quan phối hợp: Sở Nội vụ.
- Thời gian thực hiện: hàng năm.
"""


def test_labels_within_a_paragraph_and_a_lead_in_the_prose() -> None:
    first, second, third, fourth = tasks_of(INLINE)
    assert (first.title, leads(first), coordinators(first)) == (
        "Tổ chức ngày hội đọc sách",
        ["Sở Nội vụ"],
        ["Tỉnh đoàn"],
    )
    assert ends(first) == ["2031-03-31"]
    assert (leads(second), coordinators(second), second.outputs) == (["Sở Y tế"], ["Báo Hà Lâm"], ("Sổ tay",))
    assert ends(second) == ["2031-04-29"]
    assert leads(third) == ["Công chức Văn hóa - Xã hội"]
    assert coordinators(third) == ["Đoàn Thanh niên", "các thôn"]
    assert (leads(fourth), coordinators(fourth), ends(fourth)) == (["Sở Tài chính"], ["Sở Nội vụ"], ["YEARLY"])


def test_a_time_that_cannot_be_read_is_said() -> None:
    (task,) = tasks_of("II. NỘI DUNG\n1. Xếp lại giá kệ trong kho\n- Chủ trì: Sở Nội vụ\n- Thời gian: Chưa rõ")
    assert task.times == ()
    assert task.note == "Chưa đọc được thời hạn: “Chưa rõ”."


def test_labels_without_a_colon_on_a_line_of_their_own() -> None:
    text = """
II. NHIỆM VỤ
1. Sắp xếp kho
a) Nội dung
- Xếp lại giá kệ.
b) Phân công thực hiện
Sở Nội vụ chủ trì, phối hợp với UBND cấp xã triển khai.
c) Thời gian thực hiện
Trong năm 2031.
"""
    (task,) = tasks_of(text)
    assert (task.title, leads(task), coordinators(task)) == ("Sắp xếp kho", ["Sở Nội vụ"], ["UBND cấp xã"])
    assert ends(task) == ["2031-12-31"]


def test_a_section_of_the_whole_plan_is_no_task() -> None:
    text = "II. NỘI DUNG\n1. Sắp xếp lại kho\n- Chủ trì: Sở Nội vụ\n2. Thời gian thực hiện: Từ ngày 01/8/2031."
    assert [task.title for task in tasks_of(text)] == ["Sắp xếp lại kho"]


def test_a_missing_lead_is_said() -> None:
    (task,) = tasks_of("III. TỔNG KẾT ĐỀ ÁN LƯU TRỮ\na) Cơ quan phối hợp: UBND cấp xã.\nb) Thời gian: Quý IV năm 2031.")
    assert (task.number, leads(task), coordinators(task)) == ("III", [], ["UBND cấp xã"])
    assert task.note == "Văn bản không nêu cơ quan chủ trì."


LABELS = [
    ("Cơ quan chủ trì tham mưu", Role.LEAD), ("Đơn vị, cá nhân thực hiện", Role.LEAD),
    ("Phân công thực hiện", Role.LEAD),
    ("Cơ quan phối hợp thực hiện", Role.COORD), ("Chủ trì, phối hợp thực hiện", Role.BOTH),
    ("Thời hạn hoàn thành", Role.TIME), ("Dự kiến thời gian", Role.TIME), ("Kết quả, sản phẩm", Role.OUTPUT),
    ("Nội dung công việc", Role.CONTENT), ("Kinh phí thực hiện", Role.OTHER), ("Đối tượng theo dõi", Role.OTHER),
    ("Trách nhiệm của Sở Nội vụ", None), ("Các cơ quan chuyên môn thuộc UBND tỉnh có trách nhiệm", None),
    ("Tổ chức hội nghị triển khai", None), ("Thời gian qua", None),
]  # fmt: skip


@pytest.mark.parametrize(("label", "role"), LABELS, ids=[label for label, _ in LABELS])
def test_role_of_a_label(label: str, role: Role | None) -> None:
    assert role_of(label) is role


def test_a_colon_in_prose_is_no_label() -> None:
    (piece,) = split_labels(
        "Rà soát văn bản: về đất đai; về nhà ở của cơ quan, ngành Trung ương, có trách nhiệm: báo cáo."
    )
    assert piece.role is None


def test_repeated_contents_within_one_item_and_a_time_beside_the_agency() -> None:
    text = """
II. NỘI DUNG
1. Tuyên truyền
- Nội dung: Phát tờ rơi tại chợ xã.
- Đơn vị thực hiện: Sở Y tế
- Thời gian: Quý I/2031
- Nội dung: Treo băng rôn tại trụ sở.
- Đơn vị thực hiện: UBND cấp xã
- Thời gian: Quý II/2031
2. Sửa kho
- Cơ quan thực hiện: Sở Nội vụ, hoàn thành trước ngày 30/6/2031.
"""
    first, second, third = tasks_of(text)
    assert (first.title, leads(first), ends(first)) == ("Phát tờ rơi tại chợ xã", ["Sở Y tế"], ["2031-03-31"])
    assert (second.title, leads(second), ends(second)) == ("Treo băng rôn tại trụ sở", ["UBND cấp xã"], ["2031-06-30"])
    assert (leads(third), ends(third)) == (["Sở Nội vụ"], ["2031-06-29"])
