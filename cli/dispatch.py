"""`dondoc dispatch`: draft urging letters; software drafts, a person signs or voids."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.days import day_text, read_day
from cli.group import add, new_group
from cli.invocation import Invocation, of, person
from cli.parameters import By, Folder, Json, MaybePlanId, Reason

if TYPE_CHECKING:
    from models.dispatch import Dispatch

DraftNumber = Annotated[int, typer.Argument(metavar="SỐ", help="Số của dự thảo (dondoc dispatch list).")]
PlanOrNumber = Annotated[str, typer.Argument(metavar="KẾ_HOẠCH|SỐ", help="Mọi dự thảo của kế hoạch, hoặc một dự thảo.")]
LetterNumber = Annotated[str, typer.Option("--number", metavar="SỐ", help="Số, ký hiệu công văn đã ký.")]
SignedOn = Annotated[date, typer.Option("--date", parser=read_day, metavar="NGÀY", help="Ngày ký.")]

_SENDERS = {"department": "Sở Tư pháp", "province": "UBND tỉnh"}
_STATES = {"draft": "dự thảo", "signed": "đã ký", "voided": "đã bỏ"}


def make_group() -> typer.Typer:
    """The group `dispatch`."""
    group = new_group("Công văn đôn đốc: dự thảo, ký, bỏ.")
    for name, command in (("list", list_), ("draft", draft), ("sign", sign), ("void", void)):
        add(group, name, command)
    return group


def list_(ctx: typer.Context, plan: MaybePlanId = None, as_json: Json = False) -> None:
    """Các công văn đôn đốc, cũ trước."""
    from cli.printing import say, say_json, table
    from store import plans, standing

    with of(ctx).office.database.read() as session:
        if plan is not None:
            plans.plan(session, plan)
        found = standing.dispatches(session, plan)
    if as_json:
        say_json([row.model_dump() | {"lines": lines, "struck": struck} for row, lines, struck in found])
        return
    rows = [
        (
            row.id, row.plan_id, day_text(row.day), f"+{row.rung}", _SENDERS.get(row.sender, row.sender),
            lines - struck, struck, _STATES[row.state.value], row.number or "", day_text(row.signed_on),
        )
        for row, lines, struck in found
    ]  # fmt: skip
    headers = ("Số", "Kế hoạch", "Ngày", "Nấc", "Nơi gửi", "Còn nợ", "Đã gạch", "Tình trạng", "Số, ký hiệu", "Ngày ký")
    table(headers, rows, right=[0, 3, 5, 6])
    say(f"{len(found)} công văn.")


def draft(ctx: typer.Context, what: PlanOrNumber, out: Folder = None) -> None:
    """Ghi dự thảo chờ ký thành tệp Word."""
    from cli.printing import say
    from cli.run import drafts_folder
    from engine.draft_letter import write_drafts
    from store import plans

    call = of(ctx)
    folder = out if out is not None else drafts_folder(call)
    if what.isdigit():
        written = [_write_one(call, int(what), folder)]
    else:
        with call.office.database.read() as session:
            plans.plan(session, what)
        written = write_drafts(call.office, what, folder)
    for path in written:
        say(str(path))
    say(f"{len(written)} dự thảo.")


def sign(ctx: typer.Context, number: DraftNumber, letter: LetterNumber, signed_on: SignedOn, by: By = None) -> None:
    """Ghi số và ngày của công văn đã ký; việc không còn nợ được gạch trước khi ghi."""
    from cli.printing import say
    from engine.sign import sign_dispatch

    call = of(ctx)
    done = sign_dispatch(call.office, number, letter, signed_on, call.now, person(by))
    say(f"Công văn {letter} ngày {day_text(signed_on)}: {done.lines} việc.")
    if done.struck:
        say("Đã gạch, vì không còn nợ; xin bỏ khỏi bản ký:")
        for name in done.struck:
            say(f"  {name}")


def void(ctx: typer.Context, number: DraftNumber, reason: Reason, by: By = None) -> None:
    """Bỏ một dự thảo, nêu lý do."""
    from cli.printing import say
    from engine.sign import void_dispatch

    call = of(ctx)
    void_dispatch(call.office, number, reason, call.now, person(by))
    say(f"Đã bỏ dự thảo số {number}.")


def _write_one(call: Invocation, number: int, folder: Path) -> Path:
    from documents.dispatch_letter import write_dispatch
    from engine.draft_letter import draft_letter
    from engine.draft_name import draft_file
    from store import dispatches

    with call.office.database.read() as session:
        row: Dispatch = dispatches.dispatch(session, number)
        _must_be_draft(row)
        letter = draft_letter(call.office, session, row)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / draft_file(row)
    write_dispatch(letter, path)
    return path


def _must_be_draft(row: Dispatch) -> None:
    from engine.errors import NotAllowed

    if row.state.value != "draft":
        raise NotAllowed(f"Công văn số {row.id} không còn là dự thảo ({_STATES[row.state.value]}).")
