"""Train (TH): conferences and courses for those who follow up.

Watched for: whether the conference was held, and its documents.
Decree 59/2012, article 7: the conditions of enforcement, training among them; Decree 80/2025, chapter II.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from engine.section_view import SectionView
from flows.page_parts import documents, page, products
from flows.run_labels import RESULTS, run_name
from flows.section_steps import carry_out

DESCRIPTION = (
    "Tập huấn nghiệp vụ, phổ biến pháp luật: điều kiện bảo đảm thi hành (Nghị định 59/2012/NĐ-CP, Điều 7; từ "
    "01/4/2025: Nghị định 80/2025/NĐ-CP, Chương II). Theo dõi: hội nghị, lớp tập huấn đã tổ chức và tài liệu kèm "
    "theo."
)


@flow(
    name="Tập huấn, phổ biến",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def train_officers(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(products(view), documents(view, "Tài liệu, báo cáo tập huấn"))
