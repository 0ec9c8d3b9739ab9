"""How many assignments a plan would make, without making them."""

from __future__ import annotations

from engine.activate import Blueprint
from rules.group_phrases import expand
from rules.periods import periods
from rules.working_days import WorkingDays


def count_assignments(blueprint: Blueprint, calendar: WorkingDays) -> dict[str, int]:
    """Activity → assignments over all its periods, groups expanded as of each period's opening (R7); 0 if untracked."""
    file = blueprint.plan
    counted: dict[str, int] = {}
    for _, activity in file.activities():
        total = 0
        for period in periods(activity, file.plan, calendar):
            members: set[str] = set()
            for phrase in activity.leads:
                found = expand(phrase, blueprint.directory, blueprint.phrases, file.groups, period.opens)
                members |= {entry.id for entry in found.members}
            total += len(members)
        counted[activity.id] = total
    return counted
