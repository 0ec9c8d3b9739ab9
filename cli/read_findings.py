"""What is wrong with a document itself: numbering and citations, and its days and agencies (rules R1 to R9)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cli.printing import say

if TYPE_CHECKING:
    from cli.read_draft import Drafted
    from models.plan_file import ActivityFile
    from models.problem import Problem
    from models.source_text import SourceText

_NAMED = re.compile(r"'([a-z0-9-]+)'(?: \([^()]*[^\W\d_]{3}[^()]*\))?")
_IN_DOCUMENT = re.compile(r"; văn bản: (.+)$")
_KEYS = re.compile(r"; đã có thì bỏ '\w+'")


def findings_of(source: SourceText, drafted: Drafted | None, plans: Path) -> list[Problem]:
    """Findings about the text, then about the draft; without a draft (no task was read) only about the text.

    Places and names of draft findings are those of the plan file; `in_document` says them for its reader.
    """
    from rules.lint.of_plan import lint_plan
    from rules.lint.reading import lint_text

    found = lint_text(source)
    if drafted is None:
        return found
    moves = _moves(plans, drafted.directory.key) if drafted.directory is not None else {}
    plan = drafted.draft.plan
    return [*found, *lint_plan(plan, drafted.directory, drafted.phrases, drafted.calendar, moves)]


def in_document(found: list[Problem], drafted: Drafted | None, name: str) -> list[Problem]:
    """The same findings for somebody who has only the document: its places and titles instead of the plan file's."""
    if drafted is None:
        return found
    plan = drafted.draft.plan
    named: dict[str, str] = {activity.id: _called(activity) for _, activity in plan.activities()}
    named |= dict.fromkeys(plan.triggers, "sự kiện đang chờ")
    return [_worded(problem, named, name) for problem in found]


def say_findings(found: list[Problem]) -> None:
    """The findings as a list; one line when there are none."""
    if not found:
        say("Soát văn bản: không thấy mâu thuẫn về thời hạn, cơ quan, dẫn chiếu.")
        return
    say(f"Soát văn bản: {len(found)} điều cần chú ý.")
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in found:
        groups.setdefault((problem.rule, problem.message), []).append(problem)
    listed = list(groups.values())
    for number, group in enumerate(listed, 1):
        problem, following = group[0], listed[number][0] if number < len(listed) else None
        if len(group) == 1:
            say(f"  {number}. [{problem.rule}] {problem.place}: {problem.message}")
        else:
            say(f"  {number}. [{problem.rule}] {len(group)} chỗ: {problem.message}")
            for one in group:
                say(f"       - {one.place}")
        if following is None or (following.why, following.hint) != (problem.why, problem.hint):
            say(f"     Vì sao: {problem.why}")
            say(f"     Có thể: {problem.hint}")


def _worded(problem: Problem, named: dict[str, str], name: str) -> Problem:
    message = _NAMED.sub(lambda match: named.get(match[1], match[0]), problem.message)
    hint = _KEYS.sub("", problem.hint)
    subject = _NAMED.search(problem.place)
    if subject is None:
        place = "cơ quan ban hành, cơ quan theo dõi" if problem.place == "issuer" else problem.place
        return replace(problem, file=name, place=place, message=message, hint=hint)
    where = _IN_DOCUMENT.search(problem.place)
    said = named.get(subject[1], subject[1])
    place = f"{where[1]}, {said}" if where else said
    return replace(problem, file=name, place=place, message=message, hint=hint)


def _called(activity: ActivityFile) -> str:
    return f"“{activity.title}”"


def _moves(plans: Path, key: str) -> dict[str, str]:
    """Agencies with one successor, where the directory has a reviewed succession."""
    from documents.succession_file import load

    path = plans / "succession" / f"{key}.yaml"
    return {one.predecessor: one.single for one in load(path) if one.single} if path.is_file() else {}
