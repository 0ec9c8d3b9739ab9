"""Which flow carries out which kind of section, and starting one by its kind."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import Any

from prefect import Flow, tags
from prefect.client.schemas.objects import State

from config.timezone import local_day
from flows.choose_fields import choose_fields
from flows.compile_documents import compile_documents
from flows.follow_general import follow_general
from flows.guide_agencies import guide_agencies
from flows.handle_information import handle_information
from flows.inspect_enforcement import inspect_enforcement
from flows.issue_plans import issue_plans
from flows.report_results import report_results
from flows.review_program import review_program
from flows.run_labels import run_tags
from flows.survey_enforcement import survey_enforcement
from flows.top_level import run_to_state
from flows.train_officers import train_officers
from models.kinds import SectionKind
from tasks.read_standing import DueSection

FLOWS: MappingProxyType[SectionKind, Flow[..., Any]] = MappingProxyType(
    {
        SectionKind.ISSUE_PLAN: issue_plans,
        SectionKind.CHOOSE_FIELDS: choose_fields,
        SectionKind.COMPILE_DOCUMENTS: compile_documents,
        SectionKind.GUIDE: guide_agencies,
        SectionKind.INSPECT: inspect_enforcement,
        SectionKind.SURVEY: survey_enforcement,
        SectionKind.HANDLE_INFORMATION: handle_information,
        SectionKind.TRAIN: train_officers,
        SectionKind.REPORT: report_results,
        SectionKind.REVIEW: review_program,
        SectionKind.GENERAL: follow_general,
    }
)


async def start_section(section: DueSection, now: datetime) -> State[Any]:
    """Run the section's flow, tagged, to its end; a failed run comes back as its state, so that others go on."""
    with tags(*run_tags(section.plan, section.province, local_day(now))):
        return await run_to_state(FLOWS[section.kind], section.plan, section.key, now)
