"""The visible step from a reading to a plan file: tasks are split into activities, times applied, doubts listed.

Pure: what the document says comes in (`models.reading`), a `models.plan_file.PlanFile` and what a person must decide
come out. The order of the steps is in `draft.py`; each other file is one of them.
"""

from __future__ import annotations

from rules.plan_draft.draft import Draft, Skipped, ToDecide, draft_plan
from rules.plan_draft.scope import DraftDefaults, Known

__all__ = ["Draft", "DraftDefaults", "Known", "Skipped", "ToDecide", "draft_plan"]
