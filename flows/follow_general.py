"""General (NS, KP, CT, XD): staff, money, directives, building up; whatever has no kind of its own.

Watched for: products and documents; many such duties are standing ones without a last day.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from engine.section_view import SectionView
from flows.page_parts import documents, notes_by_quarter, page, products
from flows.run_labels import RESULTS, run_name
from flows.section_steps import carry_out

DESCRIPTION = (
    "Nhân sự, kinh phí, chỉ đạo và các việc không thuộc loại nào khác. Theo dõi: sản phẩm, văn bản đã nhận; "
    "nhiều việc là thường xuyên, không có hạn."
)


@flow(name="Việc chung", description=DESCRIPTION, flow_run_name=run_name, persist_result=False, result_storage=RESULTS)
async def follow_general(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(products(view), notes_by_quarter(view), documents(view, "Văn bản đã nhận"))
