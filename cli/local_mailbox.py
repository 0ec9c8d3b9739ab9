"""The mailbox of a demo: an SMTP server on loopback in a process of its own, which ends with us."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.errors import MailboxNotStarted
from config.settings import ROOT

#: Seconds the mailbox gets to end after its input has ended.
PATIENCE = 20


@contextmanager
def local_mailbox(folder: Path) -> Iterator[int]:
    """Start it over a folder of .eml files; gives the port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "notifications.local_mailbox", str(folder.resolve())],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        said = process.stdout.readline().strip()
        if not said.isdigit():
            raise MailboxNotStarted
        yield int(said)
    finally:
        process.stdin.close()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
