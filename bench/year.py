"""How long a year takes: `python -m bench.year [--plans] [--demo]`. One JSON line per figure.

The lower limit of a simulation is what it cannot avoid: starting Python, loading the libraries, reading the plan.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from config.settings import ROOT

RUNS = 5
PLANS = ["soc-trang-2022", "soc-trang-2020", "dak-nong-2022", "bac-giang-2021", "lai-chau-2025"]
LOAD = (
    "from pathlib import Path; import engine.simulation; from engine.blueprint import blueprint; "
    "blueprint(Path('plans/soc-trang-2022.yaml'), Path('plans'))"
)


def seconds(command: list[str]) -> float:
    """Wall seconds of one run of a command."""
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def say(figure: str, value: float, unit: str, **more: object) -> None:
    """One figure as a JSON line."""
    print(json.dumps({"figure": figure, "value": round(value, 2), "unit": unit} | more, ensure_ascii=False), flush=True)


def main() -> None:
    """Simulation against loading alone, in turn; --plans: the shipped plans together; --demo: the demo once."""
    simulation, loading = [], []
    for _ in range(RUNS):
        simulation.append(seconds([sys.executable, "-m", "cli", "simulate", "soc-trang-2022", "--json"]))
        loading.append(seconds([sys.executable, "-c", LOAD]))
    spread = {"min": round(min(simulation), 2), "max": round(max(simulation), 2), "runs": RUNS}
    say("simulate soc-trang-2022", statistics.median(simulation), "s", **spread)
    say("lower limit: load libraries and plan", statistics.median(loading), "s", runs=RUNS)
    say("peak memory of a run", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, "MB")
    if "--plans" in sys.argv:
        took = seconds([sys.executable, "-m", "cli", "simulate", *PLANS, "--json"])
        say("simulate five plans, all years, together", took, "s", plans=PLANS)
    if "--demo" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "cli", "demo", "--out", str(Path(folder) / "out")]
            say("demo soc-trang-2022", seconds(command), "s")


if __name__ == "__main__":
    main()
