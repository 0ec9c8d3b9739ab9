"""Choose fields (LV): which fields are in focus, mostly after a superior's decision.

Watched for: the outside event that is waited for, its number and date; nothing opens before it is recorded.
Decree 59/2012, article 4: follow-up is regular, and focused on chosen fields.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from engine.section_view import SectionView
from flows.page_parts import documents, events, page
from flows.run_labels import RESULTS, run_name
from flows.section_steps import carry_out

DESCRIPTION = (
    "Tham mưu chọn lĩnh vực trọng tâm, thường sau khi có văn bản của cấp trên (Nghị định 59/2012/NĐ-CP, Điều 4: "
    "có trọng tâm, trọng điểm). Theo dõi: sự kiện chờ, số và ngày văn bản; chưa ghi nhận sự kiện thì chưa mở "
    "việc."
)


@flow(
    name="Xác định lĩnh vực",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def choose_fields(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(events(view), documents(view, "Văn bản xác định lĩnh vực"))
