"""`dondoc simulate`: what a plan and a policy will do, in seconds, without Prefect and without mail."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.group import add
from cli.invocation import of
from cli.parameters import Json
from cli.plan_source import plan_file

if TYPE_CHECKING:
    from engine.activate import Blueprint
    from engine.simulation import Simulated
    from models.contact_row import ContactRow
    from models.directory import Directory
    from rules.working_days import WorkingDays

Seed = Annotated[int, typer.Option("--seed", help="Cùng số, cùng kết quả.")]
PolicyFile = Annotated[Path | None, typer.Option("--policy", help="Thử một chính sách nhắc việc khác (tệp YAML).")]
DEFAULT_SEED = 2022


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "simulate", simulate)


def simulate(
    ctx: typer.Context,
    names: Annotated[
        list[str], typer.Argument(metavar="KẾ_HOẠCH...", help="Tệp kế hoạch, hoặc tên trong thư mục kế hoạch.")
    ],
    seed: Seed = DEFAULT_SEED,
    policy: PolicyFile = None,
    as_json: Json = False,
) -> None:
    """Chạy thử cả kế hoạch với các cơ quan mô phỏng: bao nhiêu thư, ngày nào nhiều, mục nào trễ."""
    folder = of(ctx).plans
    runs = [_prepared(plan_file(name, folder), folder, seed, policy) for name in names]
    results = _all_at_once(runs) if len(runs) > 1 else [_run(runs[0])]
    if as_json:
        _say_json(results)
        return
    for result in results:
        _say(result)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """All a simulation needs, so that it can run in a process of its own."""

    blueprint: Blueprint
    calendar: WorkingDays
    contacts: tuple[ContactRow, ...]
    seed: int


def _prepared(path: Path, folder: Path, seed: int, policy: Path | None) -> _Prepared:
    from documents.policy_yaml import read_policy
    from engine.blueprint import blueprint, plan_calendar

    ready = blueprint(path, folder)
    if policy is not None:
        ready = replace(ready, policy=read_policy(policy))
    return _Prepared(ready, plan_calendar(ready.plan, folder), plan_contacts(folder, ready.directory), seed)


def _run(ready: _Prepared) -> Simulated:
    from engine.simulation import simulate as run

    return run(ready.blueprint, ready.calendar, ready.contacts, ready.seed)


def _all_at_once(runs: list[_Prepared]) -> list[Simulated]:
    """One process per processor; the plans that promise most work are begun first."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    def span(ready: _Prepared) -> int:
        first, last = ready.blueprint.plan.plan.years
        return (last - first + 1) * len(ready.contacts)

    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        begun = {id(ready): pool.submit(_run, ready) for ready in sorted(runs, key=span, reverse=True)}
        return [begun[id(ready)].result() for ready in runs]


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


def _say_json(results: list[Simulated]) -> None:
    """One object, or a list of them in the order asked for."""
    from cli.printing import say_json

    values = [_value(result) for result in results]
    say_json(values[0] if len(values) == 1 else values)


def _value(result: Simulated) -> dict[str, Any]:
    outcome = result.outcome
    return {
        "plan": outcome.plan_id,
        "seed": outcome.seed,
        "closed_on": outcome.closed_on,
        "sections": [asdict(section) for section in outcome.sections],
        "mails_by_kind": outcome.mails_by_kind,
        "dispatches": [asdict(draft) for draft in outcome.dispatches],
        "items": [asdict(item) for item in outcome.items],
        "traffic": asdict(result.traffic),
    }
