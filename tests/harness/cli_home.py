"""An installation of its own for tests of the command line: plans folder, data folder, and the commands run in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
SMALL_PLAN = """\
schema: dondoc/plan/1
plan:
  id: thu-nghiem
  title: Kế hoạch thử
  province: Sóc Trăng
  directory: soc-trang-2022
  issued_on: 2022-01-28
  years: [2022, 2022]
  issuer: UBND tỉnh Sóc Trăng
  coordinator: Sở Tư pháp
triggers:
  quyet-dinh: {title: Quyết định của Thủ tướng Chính phủ}
sections:
  - id: plans
    kind: issue_plan
    title: Ban hành kế hoạch
    activities:
      - id: make-plan
        title: Ban hành kế hoạch
        leads: [Sở Y tế, Sở Xây dựng]
        read: {verbatim: trong tháng 02 năm 2022, line: 73}
        applied: {form: dated, opens: 2022-02-07, last_day: 2022-02-28}
      - id: set-up-team
        title: Thành lập Tổ công tác
        leads: [Sở Y tế]
        applied: {form: triggered}
        waits_for: {all: [quyet-dinh]}
  - id: information
    kind: handle_information
    title: Xử lý thông tin
    activities:
      - id: collect
        title: Thu thập thông tin
        leads: [Sở Y tế]
        applied: {form: ongoing}
"""


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """Its JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Home:
    """One installation below a folder."""

    folder: Path

    @property
    def plans(self) -> Path:
        return self.folder / "plans"

    @property
    def environment(self) -> dict[str, str]:
        """What the commands are told; nothing of the machine's own settings."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DONDOC_")}
        return kept | {"DONDOC_DATA": str(self.folder / "data"), "DONDOC_PLANS": str(self.plans)}

    def run(self, *args: str, now: str = "", **settings: str) -> Said:
        """A command in this process."""
        from cli.app import make_app

        result = CliRunner().invoke(make_app(), _with_now(args, now), env=self.environment | settings)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    def shell(self, *args: str, now: str = "", **settings: str) -> Said:
        """A command in a process of its own, as a person calls it."""
        command = [sys.executable, "-m", "cli", *_with_now(args, now)]
        environment = self.environment | settings | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, timeout=120, check=False)
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    def activate_small(self) -> None:
        """The small plan under way, its first duties open."""
        assert self.run("plan", "activate", "thu-nghiem", "--demo-contacts", now="2022-01-28T10:00").code == 0
        assert self.run("run", now="2022-02-07T08:05").code == 0


def make_home(folder: Path, *, whole: bool = False) -> Home:
    """Phrases, policy, calendars and the agencies of Sóc Trăng as shipped, and a small plan beside them.

    `whole`: every plan and directory of the checkout.
    """
    home = Home(folder)
    shutil.copytree(ROOT / "plans", home.plans, ignore=None if whole else _elsewhere)
    (home.plans / "thu-nghiem.yaml").write_text(SMALL_PLAN, encoding="utf-8")
    return home


def _elsewhere(folder: str, names: list[str]) -> set[str]:
    """Data of other provinces and years: an installation has its own."""
    kept = {"agencies", "contacts", "succession"}
    if Path(folder).name in kept:
        return {name for name in names if not name.startswith("soc-trang-2022")}
    plans = {path.name for path in (ROOT / "plans").glob("*-20[0-9][0-9].yaml")} - {"soc-trang-2022.yaml"}
    return plans.intersection(names)


def _with_now(args: tuple[str, ...], now: str) -> list[str]:
    return ["--now", now, *args] if now else list(args)
