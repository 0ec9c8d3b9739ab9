"""What people do with one duty: submit, accept, return, suspend, resume, withdraw, set its day; and trigger events."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from cli.days import day_text, read_day
from cli.errors import NotConfirmed
from cli.group import add
from cli.invocation import Invocation, of, person
from cli.parameters import By, Dated, Key, Number, PlanId, Reason

ReceivedOn = Annotated[
    date | None,
    typer.Option("--received-on", parser=read_day, metavar="NGÀY", help="Bản giấy: ngày đến (thay cho lúc nhập)."),
]
Note = Annotated[str, typer.Option("--note", metavar="GHI_CHÚ", help="Ghi chú, lưu vào nhật ký.")]
NotNeeded = Annotated[bool, typer.Option("--not-needed", help="Khai báo không phải thực hiện (nêu lý do ở --note).")]
RedoBy = Annotated[date, typer.Option("--redo-by", parser=read_day, metavar="NGÀY", help="Hạn gửi lại.")]
Document = Annotated[str, typer.Option("--document", metavar="VĂN_BẢN", help="Căn cứ: số, ngày văn bản.")]
LastDay = Annotated[date, typer.Argument(parser=read_day, metavar="NGÀY", help="Hạn cuối.")]
Event = Annotated[str | None, typer.Argument(metavar="SỰ_KIỆN", help="Bỏ trống: liệt kê sự kiện của kế hoạch.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands = {
        "submit": submit, "accept": accept, "return": return_, "not-needed": not_needed, "set-date": set_date,
        "suspend": suspend, "resume": resume, "withdraw": withdraw, "trigger": trigger,
    }  # fmt: skip
    for name, command in commands.items():
        add(app, name, command)


def submit(
    ctx: typer.Context,
    key: Key,
    number: Number = None,
    dated: Dated = None,
    received_on: ReceivedOn = None,
    note: Note = "",
    not_needed: NotNeeded = False,
    by: By = None,
) -> None:
    """Ghi nhận kết quả của cơ quan (số, ngày văn bản)."""
    from engine.submit import Sent
    from engine.submit import submit as submit_duty

    call = of(ctx)
    sent = Sent(number=number, dated=dated, note=note, received_on=received_on, not_needed=not_needed)
    duty = find(call, key)
    submit_duty(call.office, duty, sent, call.now, person(by))
    say_state(call, duty)


def not_needed(ctx: typer.Context, key: Key, reason: Reason, by: By = None) -> None:
    """Cơ quan khai báo không phải thực hiện; có hiệu lực khi được xác nhận (dondoc accept)."""
    submit(ctx, key, note=reason, not_needed=True, by=by)


def accept(ctx: typer.Context, key: Key, note: Note = "", by: By = None) -> None:
    """Chấp nhận kết quả đã gửi (hoặc xác nhận không phải thực hiện)."""
    from engine.accept import accept as accept_duty

    call = of(ctx)
    duty = find(call, key)
    accept_duty(call.office, duty, call.now, person(by), note)
    say_state(call, duty)


def return_(ctx: typer.Context, key: Key, redo_by: RedoBy, reason: Reason, by: By = None) -> None:
    """Trả lại kết quả, nêu lý do và hạn gửi lại."""
    from engine.send_back import send_back

    call = of(ctx)
    duty = find(call, key)
    send_back(call.office, duty, redo_by, reason, call.now, person(by))
    say_state(call, duty)


def suspend(ctx: typer.Context, key: Key, reason: Reason, by: By = None) -> None:
    """Tạm dừng: không nhắc cho đến khi tiếp tục."""
    from engine.suspend import suspend as suspend_duty

    call = of(ctx)
    duty = find(call, key)
    suspend_duty(call.office, duty, reason, call.now, person(by))
    say_state(call, duty)


def resume(ctx: typer.Context, key: Key, note: Note = "", by: By = None) -> None:
    """Tiếp tục nhiệm vụ đã tạm dừng."""
    from engine.suspend import resume as resume_duty

    call = of(ctx)
    duty = find(call, key)
    resume_duty(call.office, duty, call.now, person(by), note)
    say_state(call, duty)


def withdraw(ctx: typer.Context, key: Key, reason: Reason, by: By = None) -> None:
    """Rút nhiệm vụ khỏi kế hoạch, nêu lý do (thường là số văn bản)."""
    from engine.suspend import withdraw as withdraw_duty

    call = of(ctx)
    duty = find(call, key)
    withdraw_duty(call.office, duty, reason, call.now, person(by))
    say_state(call, duty)


def set_date(ctx: typer.Context, key: Key, last_day: LastDay, document: Document, by: By = None) -> None:
    """Ấn định hạn cuối cho nhiệm vụ mà kế hoạch không nêu thời hạn."""
    from engine.trigger import set_last_day

    call = of(ctx)
    duty = find(call, key)
    set_last_day(call.office, duty, last_day, document, call.now, person(by))
    say_state(call, duty)


def trigger(
    ctx: typer.Context, plan: PlanId, event: Event = None, number: Number = None, dated: Dated = None, by: By = None
) -> None:
    """Ghi nhận một sự kiện đã xảy ra (số, ngày văn bản); không nêu sự kiện: liệt kê."""
    from cli.printing import say
    from engine.trigger import record_trigger

    call = of(ctx)
    if event is None:
        _list_triggers(call, plan)
        return
    if not number or dated is None:
        raise NotConfirmed("Xin ghi --number và --date của văn bản, ví dụ --number 76/QĐ-TTg --date 15/02/2022.")
    waiting = record_trigger(call.office, plan, event, number, dated, call.now, person(by))
    say(f"Đã ghi nhận {event}: {number} ngày {day_text(dated)}.")
    say(f"Hoạt động chờ sự kiện này: {', '.join(waiting) or 'không có'}.")


def find(call: Invocation, words: list[str]) -> str:
    """The whole key of the duty meant."""
    from engine.find_duty import find_duty

    return find_duty(call.office, words)


def say_state(call: Invocation, key: str) -> None:
    """One line: the duty, and where it stands now."""
    from cli.printing import say
    from models.moves import STATE_LABELS
    from store import assignments

    with call.office.database.read() as session:
        row = assignments.by_key(session, key)
        due = f", hạn {day_text(row.current_due)}" if row.current_due is not None else ""
        say(f"{key}: {STATE_LABELS[row.state]}{due}")


def _list_triggers(call: Invocation, plan: str) -> None:
    from cli.printing import say, table
    from store import plans

    with call.office.database.read() as session:
        rows = plans.triggers(session, plans.plan(session, plan).id)
    if not rows:
        say("Kế hoạch không chờ sự kiện nào.")
        return
    table(
        ("Sự kiện", "Nội dung", "Văn bản", "Ngày"),
        [(r.key, r.title, r.number or "chưa có", day_text(r.dated)) for r in rows],
    )
