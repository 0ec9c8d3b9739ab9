"""`dondoc extend`: an extension is asked for, then granted or refused."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.acts import LastDay, find, say_state
from cli.group import add, new_group
from cli.invocation import of, person
from cli.parameters import By, Dated, Key, Number, Reason

Signer = Annotated[str | None, typer.Option("--signer", metavar="HỌ_TÊN", help="Người ký văn bản đồng ý.")]
Override = Annotated[
    str, typer.Option("--override", metavar="LÝ_DO", help="Lý do vẫn đồng ý khi ngày mới vượt khâu tổng hợp kế tiếp.")
]


def make_group() -> typer.Typer:
    """The group `extend`."""
    group = new_group("Gia hạn: đề nghị, đồng ý, từ chối.")
    for name, command in (("ask", ask), ("grant", grant), ("refuse", refuse)):
        add(group, name, command)
    return group


def ask(ctx: typer.Context, key: Key, new_date: LastDay, reason: Reason, by: By = None) -> None:
    """Ghi nhận đề nghị gia hạn của cơ quan."""
    from engine.extend import ask_extension

    call = of(ctx)
    duty = find(call, key)
    ask_extension(call.office, duty, new_date, reason, call.now, person(by))
    say_state(call, duty)


def grant(
    ctx: typer.Context,
    key: Key,
    number: Number = None,
    dated: Dated = None,
    signer: Signer = None,
    override: Override = "",
    by: By = None,
) -> None:
    """Đồng ý gia hạn; thời hạn do UBND tỉnh ấn định cần số, ngày, người ký của văn bản đồng ý."""
    from engine.extend import Authority, grant_extension

    call = of(ctx)
    duty = find(call, key)
    grant_extension(call.office, duty, call.now, person(by), Authority(number, dated, signer), override)
    say_state(call, duty)


def refuse(ctx: typer.Context, key: Key, reason: Reason, by: By = None) -> None:
    """Từ chối gia hạn, nêu lý do."""
    from engine.extend import refuse_extension

    call = of(ctx)
    duty = find(call, key)
    refuse_extension(call.office, duty, reason, call.now, person(by))
    say_state(call, duty)
