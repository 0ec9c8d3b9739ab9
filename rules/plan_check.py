"""Checking a whole plan before it is activated: what would fail, and what a person should look at."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from models.directory import Directory
from models.plan_file import PlanFile
from models.policy import Policy, PolicyOverride
from models.problem import Problem
from rules.check_groups import GroupCheck
from rules.check_ids import check_ids
from rules.check_times import check_times, years_fit
from rules.check_to_decide import check_to_decide
from rules.findings import Findings, place_of
from rules.group_phrases import Phrases
from rules.lint.registry import lint
from rules.lint.scene import Scene
from rules.policies import effective
from rules.working_days import WorkingDays


def check(
    plan: PlanFile,
    directory: Directory,
    phrases: Phrases,
    calendar: WorkingDays,
    policy: Policy | None = None,
    moves_to: Mapping[str, str] | None = None,
) -> list[Problem]:
    """All findings at once, the lint's last; a plan with an error among them must not be activated.

    `policy` is the installation's, on which the plan's overrides are laid (default: the built-in one); `moves_to`
    names the single successor of an agency where the directory itself does not.
    """
    findings = Findings(plan.plan.id)
    check_ids(plan, findings)
    _policies(plan, policy or Policy(), findings)
    cut = check_times(plan, calendar, findings) if years_fit(plan.plan, calendar, findings) else {}
    GroupCheck(plan, directory, phrases, findings).check(cut)
    check_to_decide(plan, findings)
    return [*findings.problems, *lint(Scene(plan, directory, phrases, calendar, cut, moves_to or {}))]


def _policies(plan: PlanFile, base: Policy, findings: Findings) -> None:
    """Each override together with those above it must be a policy."""

    def try_out(place: str, *overrides: PolicyOverride | None) -> None:
        if overrides[-1] is None:
            return
        try:
            effective(base, *overrides)
        except ValidationError as error:
            reasons = "; ".join(str(found.get("ctx", {}).get("error", found["msg"])) for found in error.errors())
            findings.error(place, f"chính sách nhắc việc không dùng được: {reasons}.", "policy")

    try_out("policy", plan.policy)
    for section in plan.sections:
        try_out(f"mục '{section.id}', policy", plan.policy, section.policy)
        for activity in section.activities:
            try_out(place_of(activity, "policy"), plan.policy, section.policy, activity.policy)
