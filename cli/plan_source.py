"""What a plan argument means: a file, the name of a file among the installation's plans, or an active plan."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from cli.errors import NoSuchPlan
from cli.invocation import Invocation

if TYPE_CHECKING:
    from engine.activate import Blueprint
    from rules.working_days import WorkingDays

_NOT_PLANS = {"phrases", "policy", "legal_bases", "two_tier"}


def plan_file(name: str, folder: Path) -> Path:
    """The file of a plan: a path as it is, a bare name looked up in the plans folder; raises `NoSuchPlan`."""
    if _looks_like_path(name):
        return Path(name)
    path = folder / f"{name}.yaml"
    if path.is_file():
        return path
    known = plan_names(folder)
    near = get_close_matches(name, known, n=1)
    tail = f"Có phải “{near[0]}”?" if near else f"Có: {', '.join(known) or 'chưa có tệp nào'}."
    raise NoSuchPlan(f"Không có kế hoạch “{name}” trong {folder}. {tail}")


def plan_names(folder: Path) -> list[str]:
    """The plans in the folder, by the names of their files."""
    return sorted(path.stem for path in folder.glob("*.yaml") if path.stem not in _NOT_PLANS)


def plan_blueprint(call: Invocation, name: str) -> tuple[Blueprint, WorkingDays, str]:
    """Blueprint, calendar and origin. A bare name is the active plan if there is one, else the file.

    A file with mistakes in its groups is still shown; one that cannot be read raises `Problems`.
    """
    from engine.blueprint import check_plan, plan_calendar
    from engine.stored_plan import stored_blueprint
    from store.errors import NotFound

    if not _looks_like_path(name):
        try:
            found = stored_blueprint(call.office, name, call.plans)
            return found, plan_calendar(found.plan, call.plans), "đang thực hiện"
        except NotFound:
            plan_file(name, call.plans)  # its own message names the files
    path = plan_file(name, call.plans)
    found = check_plan(path, call.plans).blueprint
    return found, plan_calendar(found.plan, call.plans), str(path)


def _looks_like_path(name: str) -> bool:
    return "/" in name or "\\" in name or name.endswith((".yaml", ".yml"))
