"""The demo as its user runs it: one command, real servers, everything it promises in one folder."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from documents.assignments_workbook import write_workbook
from engine.blueprint import blueprint, plan_calendar
from engine.demo_contacts import demo_contacts
from engine.simulation import simulate
from harness.cli_home import ROOT, SMALL_PLAN
from harness.soc_trang import PLANS


def run(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DONDOC_", "PREFECT_"))}
    command = [sys.executable, "-m", "cli", "demo", *args, "--out", str(folder / "out")]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False, stdin=-3
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "thu-nghiem.yaml"
    path.write_text(SMALL_PLAN, encoding="utf-8")
    return path


def test_a_small_plan_on_real_servers(tmp_path: Path, plan: Path) -> None:
    done = run(tmp_path, str(plan))
    assert done.returncode == 0, done.stderr[-3000:]
    out = tmp_path / "out" / "thu-nghiem"
    assert "Trang tổng hợp" in done.stdout
    assert "Cộng" in done.stdout
    made = {path.name for path in out.iterdir()}
    assert {"index.html", "nhiem-vu.xlsx", "timeline.png", "heatmap.png", "mails", "prefect", "dondoc.db"} <= made
    rows = sqlite3.connect(out / "dondoc.db")
    mails = {row[0] for row in rows.execute("select state from mail")}
    sent = rows.execute("select count(*) from mail").fetchone()[0]
    plan_state = rows.execute("select state from plan").fetchone()[0]
    rows.close()
    assert (mails, plan_state) == ({"sent"}, "closed")
    assert len(list((out / "mails").glob("*.eml"))) == sent > 5
    runs = sqlite3.connect(out / "prefect" / "prefect.db")
    states = dict(runs.execute("select state_type, count(*) from flow_run group by state_type"))
    named = runs.execute("select count(*) from flow_run where name like 'Ban hành kế hoạch · thu-nghiem%'").fetchone()[
        0
    ]
    runs.close()
    assert set(states) == {"COMPLETED"}
    assert named > 0


def test_a_folder_with_somebodys_files_is_refused(tmp_path: Path, plan: Path) -> None:
    kept = tmp_path / "out" / "thu-nghiem" / "quan-trong.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("của người dùng")
    done = run(tmp_path, str(plan))
    assert done.returncode == 1
    assert "không phải của lần chạy thử" in done.stderr
    assert kept.read_text() == "của người dùng"


def test_the_same_seed_gives_the_same_workbook(tmp_path: Path, plan: Path) -> None:
    ready = blueprint(plan, PLANS)
    books = []
    for number, seed in enumerate((7, 7, 8)):
        result = simulate(ready, plan_calendar(ready.plan, PLANS), demo_contacts(ready.directory), seed)
        path = tmp_path / f"{number}.xlsx"
        write_workbook(result.outcome, path)
        books.append(path.read_bytes())
    assert books[0] == books[1]
    assert books[0] != books[2]
