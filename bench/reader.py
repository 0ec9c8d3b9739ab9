"""What reading a plan of ten pages costs, process start included: python -m bench.reader

One JSON line per figure: processor and wall seconds of `dondoc read --json` on each format, and of the parts inside.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from documents.reader.header import read_header
from documents.sources import read_source
from tests.harness import document_files
from tests.harness.document_files import BODY, WRITERS

ROUNDS, PAGES = 3, 10


def main() -> None:
    """Write the documents, read them, print the best of a few rounds."""
    document_files.BODY = (*BODY, *(BODY[2] for _ in range(PAGES * 12)))
    with tempfile.TemporaryDirectory() as name:
        for ending in (".txt", ".md", ".docx"):
            path = Path(name) / f"plan{ending}"
            WRITERS[ending](path)
            report(f"process, {ending}", lambda path=path: run(path))
            report(f"source and header, {ending}", lambda path=path: inside(path))
        path = Path(name) / "plan.pdf"
        document_files.write_long_pdf(path, PAGES)
        report("process, .pdf", lambda: run(path))
        report("source and header, .pdf", lambda: inside(path))


def run(path: Path) -> None:
    """The command as a person calls it."""
    subprocess.run([sys.executable, "-m", "cli", "read", "--json", str(path)], check=True, capture_output=True)


def inside(path: Path) -> None:
    """Without process start and tasks."""
    read_header(read_source(path))


def report(figure: str, act: Callable[[], None]) -> None:
    """Print the least of the rounds."""
    spent: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        wall, before = time.perf_counter(), cpu()
        act()
        spent.append((cpu() - before, time.perf_counter() - wall))
    print(
        json.dumps(
            {
                "figure": figure,
                "cpu_seconds": round(min(spent)[0], 3),
                "seconds": round(min(one[1] for one in spent), 3),
            }
        )
    )


def cpu() -> float:
    """Processor seconds of this process and its children."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
