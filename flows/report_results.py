"""Report (BC): from the agencies through Sở Tư pháp to UBND tỉnh and Bộ Tư pháp.

Watched for: the chain each report draws on and who is missing in it; a consolidated report starts on its own day and
lists what is missing. Decree 59/2012 with Circular 04/2021/TT-BTP; Decree 80/2025, chapter II.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from engine.section_view import SectionView
from flows.page_parts import chain, documents, page
from flows.run_labels import RESULTS, run_name
from flows.section_steps import carry_out

DESCRIPTION = (
    "Báo cáo của các cơ quan, tổng hợp qua Sở Tư pháp đến UBND tỉnh và Bộ Tư pháp (Nghị định 59/2012/NĐ-CP, Thông"
    " tư 04/2021/TT-BTP; từ 01/4/2025: Nghị định 80/2025/NĐ-CP, Chương II). Theo dõi: mỗi báo cáo dựa trên kết "
    "quả nào, cơ quan nào còn thiếu."
)


@flow(name="Báo cáo", description=DESCRIPTION, flow_run_name=run_name, persist_result=False, result_storage=RESULTS)
async def report_results(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(chain(view), documents(view, "Báo cáo đã nhận"))
