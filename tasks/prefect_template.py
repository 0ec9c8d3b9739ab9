"""An empty Prefect database in the virtual environment: Prefect's own migrations are most of a first start.

Made once by the installation: `python -m tasks.prefect_template`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path


def template() -> Path:
    """Where the empty database of this version of Prefect is kept."""
    return Path(sys.prefix) / f"prefect-{version('prefect')}-empty.db"


def copy_template(target: Path) -> bool:
    """Put a copy there if there is a template and nothing is there yet; whether it was done."""
    source = template()
    if target.exists() or not source.is_file():
        return False
    shutil.copyfile(source, target)
    return True


def make_template() -> Path:
    """Run Prefect's migrations on an empty file; does nothing when the template is there."""
    target = template()
    if target.is_file():
        return target
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        fresh = Path(folder) / "prefect.db"
        environment = os.environ | {
            "PREFECT_HOME": folder,
            "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{fresh}",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
        }
        command = [sys.executable, "-m", "prefect", "server", "database", "upgrade", "-y"]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        fresh.replace(target)
    return target


if __name__ == "__main__":
    make_template()
