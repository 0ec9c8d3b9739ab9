"""`dondoc item`: what only a person can decide."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.days import moment_text
from cli.group import add, new_group
from cli.invocation import of
from cli.parameters import Json, MaybePlanId

ItemNumber = Annotated[int, typer.Argument(metavar="SỐ", help="Số của việc (dondoc item list).")]


def make_group() -> typer.Typer:
    """The group `item`."""
    group = new_group("Việc cần người quyết.")
    add(group, "list", list_)
    add(group, "done", done)
    return group


def list_(ctx: typer.Context, plan: MaybePlanId = None, as_json: Json = False) -> None:
    """Những việc đang chờ người quyết."""
    from cli.printing import say, say_json, table
    from store import dispatches, plans

    with of(ctx).office.database.read() as session:
        if plan is not None:
            plans.plan(session, plan)
        found = dispatches.open_items(session, plan)
    if as_json:
        say_json([item.model_dump() for item in found])
        return
    rows = [(item.id, moment_text(item.raised_at), item.plan_id or "", item.title, item.detail) for item in found]
    table(("Số", "Nêu lúc", "Kế hoạch", "Việc", "Chi tiết"), rows, right=[0])
    say(f"{len(found)} việc.")


def done(ctx: typer.Context, number: ItemNumber) -> None:
    """Đánh dấu một việc đã giải quyết."""
    from cli.printing import say
    from engine.finish_item import finish_item

    call = of(ctx)
    item = finish_item(call.office, number, call.now)
    say(f"Đã xong việc số {number}: {item.title}")
