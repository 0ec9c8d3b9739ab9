"""The whole command line: one group per noun, the acts at the top."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from cli import acts, agency, check, demo, dispatch, extension, item, mail, plan, read, run, simulate, status, when
from cli.days import read_moment
from cli.group import new_group
from cli.invocation import Invocation
from config.clock import now as clock_now


def make_app() -> typer.Typer:
    """All commands; engine and database are imported by the command that needs them."""
    app = new_group("Đôn Đốc: theo dõi, đôn đốc việc thực hiện kế hoạch của tỉnh.", "dondoc")
    app.callback()(root)
    for name, group in (
        ("plan", plan.make_group()),
        ("agency", agency.make_group()),
        ("extend", extension.make_group()),
        ("mail", mail.make_group()),
        ("dispatch", dispatch.make_group()),
        ("item", item.make_group()),
    ):
        app.add_typer(group, name=name)
    for noun in (read, run, status, check, acts, simulate, demo, when):
        noun.register(app)
    return app


def root(
    ctx: typer.Context,
    now: Annotated[
        datetime | None,
        typer.Option(
            "--now", parser=read_moment, metavar="THỜI_ĐIỂM", help="Để thử: coi như bây giờ là 2022-03-01T09:00."
        ),
    ] = None,
) -> None:
    """Read the clock once."""
    call = Invocation(now or clock_now())
    ctx.obj = call
    ctx.call_on_close(call.close)
