"""`dondoc demo`: a plan's whole year as a time-lapse on real parts: Prefect, flows, an SMTP server, the database."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Annotated

import typer

from cli.errors import FolderInUse
from cli.group import add
from cli.invocation import of
from cli.plan_source import plan_file
from cli.simulate import DEFAULT_SEED, Seed, plan_contacts

#: Says that a folder is a demo's and may be made anew.
MARK = "demo.json"
Out = Annotated[Path, typer.Option("--out", help="Thư mục kết quả; mỗi kế hoạch một thư mục con.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add(app, "demo", demo)
    add(app, "dashboard", dashboard)


def demo(
    ctx: typer.Context,
    plan: Annotated[str, typer.Argument(help="Kế hoạch để chạy.")] = "soc-trang-2022",
    seed: Seed = DEFAULT_SEED,
    out: Out = Path("out"),
) -> None:
    """Chạy cả năm của một kế hoạch trong chừng hai phút, với Prefect và máy chủ thư trên máy này."""
    from engine.blueprint import blueprint, plan_calendar

    call = of(ctx)
    ready = blueprint(plan_file(plan, call.plans), call.plans)
    folder = fresh_folder(out / ready.plan.plan.id)
    keep_prefect_in(folder / "prefect")  # before anything imports Prefect: it reads its environment once
    from cli.demo_year import Demo

    Demo(ready, plan_calendar(ready.plan, call.plans), plan_contacts(call.plans, ready.directory), folder, seed).run()


def dashboard(
    folder: Annotated[Path, typer.Argument(help="Thư mục kết quả của lần chạy thử.")] = Path("out/soc-trang-2022"),
    port: Annotated[int, typer.Option("--port", help="Cổng trên máy này.")] = 4200,
) -> None:
    """Mở bảng theo dõi Prefect trên các lần chạy của một lần chạy thử; dừng bằng Ctrl-C."""
    import threading

    from cli.printing import say
    from tasks.prefect_server import LocalServer

    home = (folder / "prefect").resolve()
    if not (home / "prefect.db").is_file():
        raise FolderInUse(f"Không có lần chạy thử nào trong {folder}. Chạy trước: make demo")
    with LocalServer(home, port) as server:
        say(f"Bảng theo dõi: {server.url}/runs (dừng: Ctrl-C)")
        threading.Event().wait()


def fresh_folder(folder: Path) -> Path:
    """An empty folder; one of an earlier demo is made anew, any other that holds something is refused."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise FolderInUse(f"Thư mục {folder} đã có tệp không phải của lần chạy thử; xin chọn nơi khác bằng --out.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(json.dumps({"made_by": "dondoc demo"}), encoding="utf-8")
    return folder


def keep_prefect_in(home: Path) -> None:
    """Prefect's client must touch nothing of the user's own profile, and stay quiet on the console."""
    import os

    home.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        {
            "PREFECT_HOME": str(home.resolve()),
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",  # log lines go to the server, not into the bar
            "DO_NOT_TRACK": "1",
        }
    )
