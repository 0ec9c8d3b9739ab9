"""Issue plan (KH): each agency issues its own plan for the year.

Watched for: the number and date of each plan received; the list of documents (`compile_documents`) draws on them.
Decree 59/2012, article 5: each level of government follows up the law in its own area.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from engine.section_view import SectionView
from flows.page_parts import documents, page, users
from flows.run_labels import RESULTS, run_name
from flows.section_steps import carry_out

DESCRIPTION = (
    "Mỗi cơ quan được giao ban hành kế hoạch của mình trong thời hạn của kế hoạch tỉnh (Nghị định 59/2012/NĐ-CP, "
    "Điều 5; từ 01/4/2025: Nghị định 80/2025/NĐ-CP). Theo dõi: số, ngày kế hoạch đã nhận; việc cần đến các kế "
    "hoạch đó."
)


@flow(
    name="Ban hành kế hoạch",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def issue_plans(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(documents(view, "Kế hoạch đã nhận"), users(view))
