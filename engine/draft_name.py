"""The file name of a draft urging letter."""

from __future__ import annotations

from models.dispatch import Dispatch


def draft_file(draft: Dispatch) -> str:
    """Unique within a folder of all plans."""
    part = f"_{draft.part}" if draft.part > 1 else ""
    return f"{draft.day.isoformat()}_{draft.plan_id}_nac-{draft.rung}_{draft.sender}{part}.docx"
