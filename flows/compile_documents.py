"""Compile documents (DM): the list of legal documents whose enforcement is followed up.

Watched for: which plans it can already draw on, and which later work (inspection, survey) waits for the list.
Decree 59/2012, article 7: the issuing of detailing documents is the first content of follow-up.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from engine.section_view import SectionView
from flows.page_parts import chain, documents, page, users
from flows.run_labels import RESULTS, run_name
from flows.section_steps import carry_out

DESCRIPTION = (
    "Lập danh mục văn bản quy phạm pháp luật cần theo dõi (Nghị định 59/2012/NĐ-CP, Điều 7). Theo dõi: kế hoạch "
    "nào đã có để lập danh mục, việc nào về sau cần đến danh mục."
)


@flow(
    name="Lập danh mục văn bản",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def compile_documents(plan: str, section: str, now: datetime | None = None) -> State[Any]:
    """Bring a section of this kind up to date at `now` (default: the present)."""
    return await carry_out(plan, section, now, show)


def show(view: SectionView) -> str:
    """What is particular to this kind, for the dashboard."""
    return page(chain(view), users(view), documents(view, "Danh mục đã nhận"))
