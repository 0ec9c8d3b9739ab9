"""All rules over a plan, in their order, and the one call that applies them."""

from __future__ import annotations

from models.problem import Problem
from rules.lint import (
    last_day_off,
    late_for_report,
    lead_inferred,
    no_time_to_build,
    outlives_agencies,
    rests_on_undated,
    short_notice,
    trigger_past,
    undated_report,
)
from rules.lint.rule import Rule
from rules.lint.scene import Scene

PLAN_RULES: tuple[Rule, ...] = (
    late_for_report.RULE,
    rests_on_undated.RULE,
    no_time_to_build.RULE,
    undated_report.RULE,
    lead_inferred.RULE,
    last_day_off.RULE,
    trigger_past.RULE,
    outlives_agencies.RULE,
    short_notice.RULE,
)


def lint(scene: Scene) -> list[Problem]:
    """Every finding of every rule, as warnings; at most one per rule and activity."""
    return [problem for rule in PLAN_RULES for problem in rule.problems(scene)]
