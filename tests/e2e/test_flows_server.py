"""A section's flow on a real `prefect server`: what the dashboard then knows. And every flow by both its spellings."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from flows.by_kind import FLOWS
from flows.carry_out_plan import carry_out_plan
from flows.daily_round import ByFlows
from flows.deliver_mail import deliver_mail
from harness.cli_home import ROOT
from harness.every_kind import PLAN, every_kind_office
from harness.small_office import at
from notifications.memory import MemoryChannel
from prefect_server import started
from tasks.prefect_clients import shared_clients
from tasks.prefect_server import LocalServer, use_server
from tasks.resources import use

OPENING = at("2022-02-07T07:30")
NAME = f"Ban hành kế hoạch · {PLAN} · 07/02/2022"
TASK_SECONDS = 20.0
LOAD = """
import json, sys
from prefect.flows import load_flow_from_entrypoint
print(json.dumps({spelling: load_flow_from_entrypoint(spelling).name for spelling in sys.argv[1:]}))
"""


def ask(server: LocalServer, path: str, body: dict[str, Any] | None = None) -> Any:
    """One question to the server's API, past any proxy."""
    data = None if body is None else json.dumps(body).encode()
    request = Request(server.api_url + path, data=data, headers={"content-type": "application/json"})
    with build_opener(ProxyHandler({})).open(request, timeout=20) as answer:
        return json.load(answer)


def wait_for_tasks(server: LocalServer, run: str) -> list[Any]:
    """The task runs of a flow run; the server writes them down a little later."""
    until = time.monotonic() + TASK_SECONDS
    while time.monotonic() < until:
        found = ask(server, "/task_runs/filter", {"flow_runs": {"id": {"any_": [run]}}})
        if found and all(one["state_type"] == "COMPLETED" for one in found):
            return found
        time.sleep(0.3)
    raise AssertionError("the server has not recorded the task run")


async def one_morning() -> None:
    async with shared_clients():
        await ByFlows().sweep(OPENING)


def test_the_dashboard_shows_name_tags_state_table_and_log(tmp_path: Path) -> None:
    office = every_kind_office(tmp_path)
    with started(tmp_path / "prefect") as server:
        with use_server(server), use(office, MemoryChannel(), tmp_path / "drafts"):
            asyncio.run(one_morning())
        with build_opener(ProxyHandler({})).open(f"{server.url}/ui-settings", timeout=20) as answer:
            assert json.load(answer)["api_url"] == server.api_url
        run = ask(server, "/flow_runs/filter", {"flow_runs": {"name": {"any_": [NAME]}}})[0]
        assert (run["state_type"], run["state_name"], run["parent_task_run_id"]) == ("COMPLETED", "Đang theo dõi", None)
        assert set(run["tags"]) == {f"ke-hoach:{PLAN}", "tinh:Sóc Trăng", "quy:2022-Q1"}
        table = ask(server, f"/artifacts/muc-{PLAN}-issue-plan/latest")
        assert json.loads(table["data"])[0]["Hạn cuối"] == "28/02/2022"
        logs = ask(server, "/logs/filter", {"logs": {"flow_run_id": {"any_": [run["id"]]}}})
        assert any(line["message"].startswith("Mục issue-plan: mở 2, báo 2") for line in logs)
        assert [one["name"].rsplit("-", 1)[0] for one in wait_for_tasks(server, run["id"])] == ["Cập nhật nhiệm vụ"]
        log, process = server.log_file.read_text(), server.process_id
    assert "Traceback" not in log
    with pytest.raises(ProcessLookupError):
        os.killpg(process, 0)


@pytest.mark.parametrize("spelling", ["path", "module"])
def test_every_flow_loads_in_a_fresh_process(spelling: str) -> None:
    flows = [*FLOWS.values(), carry_out_plan, deliver_mail]
    stems = [flow.fn.__name__ for flow in flows]
    names = [f"flows/{stem}.py:{stem}" if spelling == "path" else f"flows.{stem}.{stem}" for stem in stems]
    done = subprocess.run([sys.executable, "-c", LOAD, *names], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {name: flow.name for name, flow in zip(names, flows, strict=True)}
