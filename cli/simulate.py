"""`dondoc simulate`: what a plan and a policy will do, in seconds, without Prefect and without mail."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.group import add
from cli.invocation import of
from cli.parameters import Json
from cli.plan_source import plan_file

if TYPE_CHECKING:
    from engine.simulation import Simulated
    from models.contact_row import ContactRow
    from models.directory import Directory

Seed = Annotated[int, typer.Option("--seed", help="Cùng số, cùng kết quả.")]
PolicyFile = Annotated[Path | None, typer.Option("--policy", help="Thử một chính sách nhắc việc khác (tệp YAML).")]
DEFAULT_SEED = 2022


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "simulate", simulate)


def simulate(
    ctx: typer.Context,
    plan: Annotated[str, typer.Argument(help="Tệp kế hoạch, hoặc tên trong thư mục kế hoạch.")],
    seed: Seed = DEFAULT_SEED,
    policy: PolicyFile = None,
    as_json: Json = False,
) -> None:
    """Chạy thử cả kế hoạch với các cơ quan mô phỏng: bao nhiêu thư, ngày nào nhiều, mục nào trễ."""
    from dataclasses import replace

    from documents.policy_yaml import read_policy
    from engine.blueprint import blueprint, plan_calendar
    from engine.simulation import simulate as run

    call = of(ctx)
    ready = blueprint(plan_file(plan, call.plans), call.plans)
    if policy is not None:
        ready = replace(ready, policy=read_policy(policy))
    contacts = plan_contacts(call.plans, ready.directory)
    result = run(ready, plan_calendar(ready.plan, call.plans), contacts, seed)
    if as_json:
        _say_json(result)
    else:
        _say(result)


def plan_contacts(plans: Path, directory: Directory) -> tuple[ContactRow, ...]:
    """The contacts shipped with the directory, else made-up `.example` ones."""
    from documents.contacts_sheet import read_contacts
    from engine.demo_contacts import demo_contacts

    sheet = plans / "contacts" / f"{directory.key}.csv"
    return read_contacts(sheet, directory) if sheet.is_file() else demo_contacts(directory)


def _say(result: Simulated) -> None:
    from cli.printing import say, table
    from cli.year_table import year_tables

    year_tables(result.outcome)
    traffic = result.traffic
    say(
        f"Thư tổng hợp {traffic.digests} cho {traffic.addresses} địa chỉ (trung vị {traffic.median_per_address:g} thư "
        f"mỗi địa chỉ; nhiều nhất {traffic.most_per_address_and_day} thư mỗi ngày), thư trả lời {traffic.answers}."
    )
    table(
        ["Ngày nhiều thư nhất", "Thư"],
        [(f"{day:%d/%m/%Y}", count) for day, count in traffic.busiest_days],
        right=[1],
    )
    table(["Địa chỉ nhận nhiều thư nhất", "Thư"], traffic.busiest_addresses, right=[1])


def _say_json(result: Simulated) -> None:
    from cli.printing import say_json

    outcome = result.outcome
    value: dict[str, Any] = {
        "plan": outcome.plan_id,
        "seed": outcome.seed,
        "closed_on": outcome.closed_on,
        "sections": [asdict(section) for section in outcome.sections],
        "mails_by_kind": outcome.mails_by_kind,
        "dispatches": [asdict(draft) for draft in outcome.dispatches],
        "items": [asdict(item) for item in outcome.items],
        "traffic": asdict(result.traffic),
    }
    say_json(value)
