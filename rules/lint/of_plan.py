"""The lint of a plan by itself, without the other checks: for a draft that is not finished yet."""

from __future__ import annotations

from collections.abc import Mapping

from models.directory import Directory
from models.plan_file import PlanFile
from models.problem import Problem
from rules.check_times import check_times, years_fit
from rules.findings import Findings
from rules.group_phrases import Phrases
from rules.lint.registry import lint
from rules.lint.scene import Scene
from rules.working_days import WorkingDays


def lint_plan(
    plan: PlanFile,
    directory: Directory | None,
    phrases: Phrases,
    calendar: WorkingDays,
    moves_to: Mapping[str, str] | None = None,
) -> list[Problem]:
    """Every finding of R1 to R9; without a directory nothing is said about agencies (R8).

    Activities whose days do not fit together are passed over: `plan check` says what is wrong with them.
    """
    unsaid = Findings(plan.plan.id)
    cut = check_times(plan, calendar, unsaid) if years_fit(plan.plan, calendar, unsaid) else {}
    return lint(Scene(plan, directory or Directory.of("", ()), phrases, calendar, cut, moves_to or {}))
