"""The reader of tasks survives any text: no crash, no hang, and what it returns stands in the document."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.reader.tasks import read_tasks
from harness.plan_text import plan_text, tasks_of
from models.reading import HeaderReading

WORDS = """
I.; II.; 1.; 1.1.; a); đ); PHỤ LỤC; A.; (1); Cơ quan chủ trì:; Thời gian:; Đơn vị phối hợp:; Sản phẩm:; Sở Tư pháp
UBND cấp huyện; các Sở, ban, ngành; Quý II/2031; trước ngày 20/11; chủ trì, phối hợp với; Giao; Đề nghị; STT; Nội dung
TỔ CHỨC THỰC HIỆN; MỤC ĐÍCH; báo cáo; :; .; như sau:; Nơi nhận:; Kính gửi:; nêu trên; từ 1.1 đến 1.3
Trên đây là Kế hoạch
"""
PHRASES = [word.strip() for line in WORDS.split("\n") for word in line.split("; ")]
PIECES = [*PHRASES, "- ", "+ ", "| ", ";", "\n", "\n", "\n"]
PLANS = st.lists(st.sampled_from(PIECES), max_size=80).map(" ".join).map(lambda text: text.replace(" \n ", "\n"))


@given(PLANS, st.sampled_from(["ke_hoach", "cong_van"]), st.booleans())
@settings(max_examples=150, deadline=None)
def test_plans_of_random_pieces(text: str, doc_type: str, standing: bool) -> None:
    lines = " ".join(text.replace("|", " ").replace("- ", " ").replace("+ ", " ").split())
    for task in tasks_of(text, doc_type=doc_type, standing=standing):
        assert task.title
        assert task.times or task.leads or task.coordinators or task.outputs or doc_type == "cong_van"
        for lead in task.leads:
            assert lead.text.split()[-1] in lines


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    tasks, notes = read_tasks(plan_text(text), HeaderReading())
    assert [task.id for task in tasks] == [f"t{number:02d}" for number in range(1, len(tasks) + 1)]
    assert all(notes)


def test_the_work_grows_with_the_text_and_not_with_its_square() -> None:
    duty = "- Sở Tư pháp, Sở Y tế chủ trì, phối hợp với các Sở, ban, ngành, UBND cấp xã: rà soát, trước ngày 20/11.\n"
    shared = "1. Việc thứ nhất\n- Đơn vị thực hiện các nội dung nêu trên: Sở Y tế\n"
    row = "| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n" + "| 1 | Làm việc | Sở Y tế | Quý I |\n" * 1_500
    hostile = ["1. " + "a, " * 20_000, "(" * 20_000, "Cơ quan: " * 6_000, shared * 1_000, "Sở " * 20_000, row]
    for text in (duty * 600, *hostile):
        began = time.process_time()
        tasks_of(text)
        assert time.process_time() - began < 8.0, text[:40]
