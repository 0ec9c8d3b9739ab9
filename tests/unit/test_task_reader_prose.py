"""Duties in prose: dated bullets under an agency, numbered items with a subject, closing sentences, dispatches."""

from __future__ import annotations

import pytest

from harness.plan_text import coordinators, ends, leads, tasks_of

DUTIES = """
như sau:
II. NHIỆM VỤ TRỌNG TÂM
1. Sở Y tế
- Chủ trì, phối hợp với Công an tỉnh lập phương án trực, trình UBND tỉnh trước ngày 20/3/2031.
- Tăng cường giám sát dịch tễ thường xuyên.
2. Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế tham mưu mua sắm, hoàn thành trong tháng 4/2031.
3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể vận động Nhân dân tham gia.
4. Tòa án nhân dân tỉnh và Công an tỉnh tiếp tục nâng cao chất lượng phối hợp lưu giữ hồ sơ.
III. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành, UBND các xã, phường:
- Căn cứ Kế hoạch này và điều kiện tại cơ quan, đơn vị, địa phương xây dựng kế hoạch cụ thể, gửi UBND tỉnh (qua Sở Y tế) trước ngày 28/02/2031.
- Bố trí nhân lực thực hiện nhiệm vụ được giao.
- Hàng năm, trước ngày 02/12 báo cáo kết quả về UBND tỉnh (qua Sở Y tế).
2. Chế độ báo cáo
- Báo cáo 6 tháng: gửi trước ngày 10/6/2031.
Trên đây là Kế hoạch năm 2031, yêu cầu các đơn vị nghiêm túc triển khai; báo cáo vướng mắc về Sở Y tế trước ngày 10/12/2031./.
Nơi nhận:
- Báo cáo trước ngày 01/01/2031;
"""  # noqa: E501


def test_dated_duties_and_numbered_items_with_a_subject() -> None:
    found = [(task.section, leads(task), ends(task), task.core) for task in tasks_of(DUTIES)]
    everyone = ["Các sở, ban, ngành", "UBND các xã, phường"]
    assert found == [
        ("II.1", ["Sở Y tế"], ["2031-03-19"], True),
        ("II.2", ["Sở Tài chính"], ["2031-04-30"], True),
        ("II.3", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các đoàn thể"], [], False),
        ("II.4", ["Tòa án nhân dân tỉnh", "Công an tỉnh"], [], True),
        ("III.1", everyone, ["2031-02-27"], True),
        ("III.1", everyone, ["YEARLY;by=12-01"], True),
        ("III.2", [], ["2031-06-09"], True),
        ("", ["các đơn vị"], ["2031-12-09"], True),
    ]


def test_titles_channel_request_and_coordinators_of_duties() -> None:
    tasks = tasks_of(DUTIES)
    assert coordinators(tasks[0]) == ["Công an tỉnh"]
    assert tasks[2].requested
    assert tasks[2].leads[0].requested
    assert tasks[4].title == "xây dựng kế hoạch cụ thể, gửi UBND tỉnh (qua Sở Y tế)"
    assert tasks[4].channel == "qua Sở Y tế"
    assert tasks[7].title == "báo cáo vướng mắc về Sở Y tế"
    assert (tasks[4].kind, tasks[5].kind) == ("issue_plan", "report")


def test_standing_responsibilities_only_when_asked_for() -> None:
    titles = {task.title for task in tasks_of(DUTIES)}
    more = [task for task in tasks_of(DUTIES, standing=True) if task.title not in titles]
    assert "Bố trí nhân lực thực hiện nhiệm vụ được giao" in [task.title for task in more]
    assert not any(task.core for task in more)


@pytest.mark.parametrize(
    "text",
    [
        "I. MỤC TIÊU\n1. Phấn đấu hoàn thành trước ngày 30/6/2031 việc số hóa hồ sơ.",
        "IV. KINH PHÍ\nKinh phí bố trí trong dự toán chi thường xuyên năm 2031 của các đơn vị.",
        "II. NỘI DUNG\n1. Thực hiện Kế hoạch số 67/KH-UBND ngày 15/6/2028 của UBND tỉnh",
        "Điều 3. Chánh Văn phòng UBND tỉnh chịu trách nhiệm thi hành Quyết định này.",
        "II. NHIỆM VỤ\n1. Tuyên truyền\n- Tháng cao điểm (tháng 9) có nhiều hoạt động thiết thực tại cơ sở.",
        "II. NHIỆM VỤ\n1. Tuyên truyền\n- Phấn đấu đến năm 2035 giảm 50% số vụ; trong năm 2031 giảm 5% số vụ.",
        "II. NHIỆM VỤ\n1. Báo cáo\n- Thời điểm lấy số liệu: từ ngày 01/12/2030 đến ngày 30/11/2031.",
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính bố trí kinh phí thực hiện theo quy định của Luật năm 2015.",
        "Bài thơ không có việc gì.",
        "",
    ],
)
def test_what_is_no_task(text: str) -> None:
    assert tasks_of(text) == []


def test_two_dated_sentences_of_a_paragraph_are_two_duties() -> None:
    text = (
        "III. TỔ CHỨC THỰC HIỆN\n2. Các sở, ban, ngành: Căn cứ Kế hoạch này xây dựng kế hoạch, gửi Sở Nội vụ trước "
        "ngày 15/01/2031. Định kỳ hằng quý báo cáo kết quả trước ngày 20 của tháng cuối quý."
    )
    first, second = tasks_of(text)
    assert (leads(first), ends(first)) == (["Các sở, ban, ngành"], ["2031-01-14"])
    assert (leads(second), ends(second)) == (["Các sở, ban, ngành"], ["QUARTERLY;by=M3-19"])


def test_a_plan_by_quarters_gives_its_times_to_the_items() -> None:
    text = "III. TIẾN ĐỘ\n1. Quý I/2031\n- Phòng Nội vụ lập danh sách kho.\n2. Tháng 6/2031:\n- Sơ kết việc sửa kho."
    first, second = tasks_of(text)
    assert (leads(first), ends(first)) == (["Phòng Nội vụ"], ["2031-03-31"])
    assert (second.kind, ends(second)) == ("review", ["2031-06-30"])


LETTER = """
Kính gửi: Các sở, ban, ngành
UBND tỉnh yêu cầu các sở, ban, ngành, UBND các huyện, thành phố thực hiện các nội dung sau:
1. Rà soát toàn bộ kho lưu trữ; lập danh sách gửi Sở Nội vụ trước ngày 15/4/2031.
2. Bố trí đủ kinh phí cho kho theo kế hoạch năm 2031 của cơ quan.
3. Thủ trưởng các sở, ngành quan tâm bố trí người giữ kho.
Chủ tịch UBND các huyện, thành phố quan tâm bố trí người giữ kho tại địa phương.
4. Sở Nội vụ:
- Hướng dẫn nghiệp vụ cho các cơ quan.
- Tổng hợp, báo cáo UBND tỉnh trước ngày 30/4/2031.
Nơi nhận:
- Như trên;
"""


def test_a_dispatch_gives_its_requests_to_those_it_asks() -> None:
    tasks = tasks_of(LETTER, doc_type="cong_van")
    asked = ["các sở, ban, ngành", "UBND các huyện, thành phố"]
    assert [task.number for task in tasks] == ["1", "2", "3", "4", "4"]
    assert (leads(tasks[0]), leads(tasks[1])) == (asked, asked)
    assert all(lead.inherited for lead in tasks[0].leads)
    assert leads(tasks[2]) == ["Thủ trưởng các sở, ngành", "Chủ tịch UBND các huyện, thành phố"]
    assert not tasks[2].leads[0].inherited
    assert [leads(task) for task in tasks[3:]] == [["Sở Nội vụ"], ["Sở Nội vụ"]]
    assert ends(tasks[4]) == ["2031-04-29"]


def test_a_dispatch_without_numbers() -> None:
    text = """
Kính gửi: Phòng Tư pháp các huyện
Sở Tư pháp đề nghị Phòng Tư pháp các huyện báo cáo kết quả hòa giải năm 2031 theo các nội dung sau:
- Số lượng tổ hòa giải.
Báo cáo gửi về Sở Tư pháp trước ngày 05/12/2031.
"""
    (task,) = tasks_of(text, doc_type="cong_van")
    assert (leads(task), ends(task)) == (["Phòng Tư pháp các huyện"], ["2031-12-04"])
    assert task.leads[0].inherited


def test_work_given_in_the_middle_of_a_sentence_or_in_brackets() -> None:
    text = """
II. NHIỆM VỤ
1. Cơ chế một cửa
- Nâng cấp hệ thống; giao Văn phòng UBND tỉnh chủ trì, xong trong tháng 6/2031.
- Kiểm tra ít nhất 20% cơ quan (Sở Nội vụ chủ trì; hoàn thành trước 30/10/2031).
"""
    first, second = tasks_of(text)
    assert (leads(first), ends(first)) == (["Văn phòng UBND tỉnh"], ["2031-06-30"])
    assert (leads(second), ends(second)) == (["Sở Nội vụ"], ["2031-10-29"])


def test_a_dispatch_without_an_asking_sentence_takes_its_addressees() -> None:
    text = "Thực hiện chỉ đạo của cấp trên:\n1. Kiểm kê tài sản trong kho lưu trữ của cơ quan."
    (task,) = tasks_of(text, doc_type="cong_van", addressees=("Sở Nội vụ", "UBND các huyện, thành phố"))
    assert leads(task) == ["Sở Nội vụ", "UBND các huyện, thành phố"]
