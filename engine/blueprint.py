"""From a plan file on disk to a checked blueprint: the file, its directory, the phrases, the policy, the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from documents.directory_file import read_directory
from documents.phrases_yaml import read_phrases
from documents.plan_writer import write_plan
from documents.plan_yaml import read_plan, with_lines
from documents.policy_yaml import read_policy
from documents.succession_file import load
from documents.working_calendar import read_calendar
from engine.activate import Blueprint, calendar_span
from models.plan_file import PlanFile
from models.problem import Problem, Problems
from models.succession import Succession
from rules.plan_check import check
from rules.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan file that was read, and everything found in it."""

    blueprint: Blueprint
    problems: tuple[Problem, ...]  #: lỗi và cảnh báo, theo thứ tự trong tệp

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What stands in the way of an activation."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def check_plan(path: Path, folder: Path) -> Checked:
    """Read a plan file and check it; `folder` holds agencies, calendars, phrases, policy.

    Raises `Problems` when the file itself cannot be read; what is found in it comes back in `problems`.
    """
    found, problems = _look(path, folder)
    return Checked(found, tuple(with_lines(path, problems)))


def _look(path: Path, folder: Path) -> tuple[Blueprint, list[Problem]]:
    plan = read_plan(path)
    directory = read_directory(folder / "agencies" / f"{plan.plan.directory}.tsv")
    phrases = read_phrases(folder / "phrases.yaml")
    policy = read_policy(folder / "policy.yaml")
    successions = read_successions(folder, plan.plan.directory)
    moves_to = {one.predecessor: one.single for one in successions if one.single is not None}
    problems = check(plan, directory, phrases, plan_calendar(plan, folder), policy, moves_to)
    return Blueprint(plan, write_plan(plan), directory, phrases, policy, successions), problems


def blueprint(path: Path, folder: Path) -> Blueprint:
    """A plan ready to be activated; raises `Problems` with every error of the file."""
    found, problems = _look(path, folder)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise Problems(with_lines(path, errors))
    return found


def read_successions(folder: Path, directory: str) -> tuple[Succession, ...]:
    """The reviewed successions of a directory; none where there is no file. Raises `Problems`."""
    path = folder / "succession" / f"{directory}.yaml"
    return load(path) if path.is_file() else ()


def plan_calendar(plan: PlanFile, folder: Path) -> WorkingDays:
    """The calendar over the plan's life, and some years around it."""
    return read_calendar(folder / "calendar", *calendar_span(plan))
