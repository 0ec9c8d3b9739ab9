"""Guide (HD): letters of guidance, and the standing duty to guide and urge.

Watched for: the letters issued, and one voluntary note per quarter of the standing duty, which is never late.
Decree 59/2012, article 5; Decree 80/2025, chapter II, has guidance under a heading of its own.
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
    "Công văn hướng dẫn và trách nhiệm hướng dẫn, đôn đốc thường xuyên (Nghị định 59/2012/NĐ-CP, Điều 5; từ "
    "01/4/2025: Nghị định 80/2025/NĐ-CP, Chương II). Theo dõi: văn bản hướng dẫn đã ban hành; tin báo tự nguyện "
    "mỗi quý, không bị coi là trễ."
)


@flow(
    name="Hướng dẫn, đôn đốc",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def guide_agencies(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(documents(view, "Văn bản hướng dẫn"), notes_by_quarter(view))
