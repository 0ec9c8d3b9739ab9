"""Inspect (KT, TTra): teams that look at how the law is enforced on the spot.

Watched for: per inspection what is to come out (team decision, conclusion, report), and the list it rests on.
Decree 59/2012 and Decree 80/2025, chapter II: inspection by plan, by field or locality, by inter-branch teams.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from engine.section_view import SectionView
from flows.page_parts import chain, documents, page, products
from flows.run_labels import RESULTS, run_name
from flows.section_steps import carry_out

DESCRIPTION = (
    "Kiểm tra theo kế hoạch, theo lĩnh vực, địa bàn, đoàn liên ngành (Nghị định 59/2012/NĐ-CP; từ 01/4/2025: Nghị"
    " định 80/2025/NĐ-CP, Chương II). Theo dõi: quyết định thành lập đoàn, kết luận, báo cáo của từng cuộc; danh "
    "mục làm căn cứ."
)


@flow(name="Kiểm tra", description=DESCRIPTION, flow_run_name=run_name, persist_result=False, result_storage=RESULTS)
async def inspect_enforcement(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(products(view), chain(view), documents(view, "Văn bản đã nhận"))
