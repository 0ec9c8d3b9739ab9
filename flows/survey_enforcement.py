"""Survey (KS): questionnaires, interviews, workshops.

Watched for: plan, form and report of the survey, and the results of inspections it should take into account.
Decree 59/2012; Decree 80/2025 has no heading for surveys, so do not expect them in later plans.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from engine.section_view import SectionView
from flows.page_parts import chain, page, products, users
from flows.run_labels import RESULTS, run_name
from flows.section_steps import carry_out

DESCRIPTION = (
    "Điều tra, khảo sát tình hình thi hành pháp luật (Nghị định 59/2012/NĐ-CP). Theo dõi: phương án, phiếu, báo "
    "cáo kết quả; kết quả kiểm tra được kế thừa."
)


@flow(
    name="Điều tra, khảo sát",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def survey_enforcement(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(products(view), chain(view), users(view))
