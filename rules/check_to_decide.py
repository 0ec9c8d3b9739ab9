"""What a plan file still leaves to a person (`to_decide`): each entry stands in the way of an activation."""

from __future__ import annotations

from models.plan_file import PlanFile
from rules.findings import Findings, place_of

_HINT = "Quyết xong thì sửa kế hoạch và xóa dòng này ở 'to_decide'."


def check_to_decide(plan: PlanFile, findings: Findings) -> None:
    """One error per entry of the header and of every activity."""
    for text in plan.plan.to_decide:
        findings.error("to_decide", f"còn điều chưa quyết: {text}", "to-decide", _HINT)
    for _, activity in plan.activities():
        for text in activity.to_decide:
            findings.error(place_of(activity, "to_decide"), f"còn điều chưa quyết: {text}", "to-decide", _HINT)
