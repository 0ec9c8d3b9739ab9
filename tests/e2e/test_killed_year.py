"""A year killed at 30 points ends as a year that was not, and every mail arrives."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

from harness.killed_year import Fatal
from notifications.local_mailbox import RECEIVED

ROOT = Path(__file__).parents[2]
#: Mid-activation, mid-sweep, mid-digest, mid-act, before a commit, and between the server's 250 and the commit.
FATALS = [
    Fatal("statement", 3, "INSERT INTO assignment "),
    Fatal("commit", 2),
    Fatal("statement", 1, "INSERT INTO mail_line"),
    Fatal("250", 1),
    Fatal("250", 60),
    Fatal("statement", 1, "INSERT INTO notice"),
    Fatal("commit", 40),
    Fatal("statement", 2, "INSERT INTO mail "),
    *[Fatal("250", count) for count in (50, 60, 51, 30, 46)],
    *[Fatal("statement", count, "INSERT INTO submission") for count in (5, 9, 11)],
    *[Fatal("commit", count) for count in (23, 31, 40, 24)],
    *[Fatal("statement", count, "INSERT INTO mail_line") for count in (2, 3, 4)],
    *[Fatal("statement", count, "UPDATE assignment") for count in (7, 31)],
    Fatal("statement", 1, "INSERT INTO dispatch_line"),
    *[Fatal("250", count) for count in (27, 21, 12)],
    Fatal("statement", 3, "INSERT INTO assignment_event"),
]
TABLES = {
    "assignment": "key, state, opened_at, closed_at, original_due, current_due, redo_by, timeliness, seq",
    "assignment_event": "assignment_id, seq, what, from_state, to_state, at, payload_hash",
    "notice": "assignment_id, kind, offset, anchor, moment, told",
    "mail": "key, state, subject, raw, message_id, day",
    "submission": "assignment_id, received_at, decision, decided_at",
    "extension": "assignment_id, new_date, state, decided_at",
    "dispatch": "plan_id, rung, day, sender, state, number",
    "dispatch_line": "assignment_id, addressee_id, last_day, struck_at",
    "item": "key, raised_at, done_at",
    "section": "key, state, opened_on, closed_on",
    "plan": "id, state, closed_on",
}


@contextmanager
def mailbox(folder: Path) -> Iterator[int]:
    """A real SMTP server in a process of its own; it does not die with the sender."""
    process = subprocess.Popen(
        [sys.executable, "-m", "notifications.local_mailbox", str(folder)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(20)
        process.stdout.close()


def run_year(folder: Path, fatals: Sequence[Fatal]) -> tuple[dict[str, list[Any]], Counter[str], list[str]]:
    """(rows of every table, Message-ID → times received, points died at)."""
    url = f"sqlite:///{folder / 'dondoc.db'}"
    with mailbox(folder / "mails") as port:
        points = [f"{fatal.where}|{fatal.count}|{fatal.text}" for fatal in fatals]
        command = [sys.executable, "-m", "harness.killed_year", url, str(port), str(folder / "dispatches"), *points]
        environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=400, check=False
        )
    assert done.returncode == 0, done.stderr[-2000:]
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = {
            table: sorted(map(repr, connection.execute(text(f'SELECT {columns} FROM "{table}"'))))
            for table, columns in TABLES.items()
        }
    engine.dispose()
    received = (folder / "mails" / RECEIVED).read_text(encoding="utf-8").splitlines()
    return rows, Counter(line.partition("\t")[0] for line in received), done.stdout.split("\n")[:-1]


def test_killed_at_thirty_points(tmp_path: Path) -> None:
    """Same final state; all mails; twice only what was cut between 250 and commit, with the same Message-ID."""
    assert len(FATALS) == 30
    whole, once, _ = run_year(tmp_path / "whole", [])
    killed, received, died = run_year(tmp_path / "killed", FATALS)
    points = [line.removeprefix("died at ") for line in died if line.startswith("died at ")]
    assert points == [f"{fatal.where}|{fatal.count}|{fatal.text}" for fatal in FATALS]
    for table in TABLES:
        assert killed[table] == whole[table], table
    assert set(once.values()) == {1}
    assert received.keys() == once.keys()
    assert len(once) == len(whole["mail"])
    twice = sum(count - 1 for count in received.values())
    assert twice == died.count("between") >= sum(fatal.where == "250" for fatal in FATALS)
