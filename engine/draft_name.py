"""The file name of a draft urging letter."""

from __future__ import annotations

from models.dispatch import Dispatch


def draft_file(draft: Dispatch) -> str:
    """Unique within a folder of all plans."""
    return f"{draft.day.isoformat()}_{draft.plan_id}_nac-{draft.rung}_{draft.sender}.docx"
