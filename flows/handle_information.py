"""Handle information (TT): collect what is reported about enforcement, and handle or recommend.

Watched for: notes per quarter; the duty is standing, so a quarter without a note lapses and is never late.
Decree 59/2012, article 14 (handling the results), with Decree 32/2020; Decree 80/2025, chapter II.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from engine.section_view import SectionView
from flows.page_parts import documents, notes_by_quarter, page
from flows.run_labels import RESULTS, run_name
from flows.section_steps import carry_out

DESCRIPTION = (
    "Thu thập, tiếp nhận, xử lý thông tin và xử lý kết quả theo dõi (Nghị định 59/2012/NĐ-CP, Điều 14; từ "
    "01/4/2025: Nghị định 80/2025/NĐ-CP, Chương II). Theo dõi: tin báo theo quý; quý không có tin báo thì khép "
    "lại, không bị coi là trễ."
)


@flow(
    name="Tiếp nhận, xử lý thông tin",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def handle_information(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(notes_by_quarter(view), documents(view, "Văn bản xử lý, kiến nghị"))
