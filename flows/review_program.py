"""Review (TK): the interim or final review of a programme of several years.

Watched for: the review report and what it draws on. Decree 80/2025, chapter II, has the review under a heading of its
own; before, it follows from the programme itself (for example Decision 242/QĐ-TTg).
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
    "Sơ kết, tổng kết chương trình, kế hoạch nhiều năm (từ 01/4/2025: Nghị định 80/2025/NĐ-CP, Chương II). Theo "
    "dõi: báo cáo tổng kết và các kết quả làm căn cứ."
)


@flow(
    name="Sơ kết, tổng kết",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def review_program(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(products(view), chain(view), documents(view, "Báo cáo tổng kết"))
