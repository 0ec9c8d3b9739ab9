"""`dondoc plan`: check, activate, show, compare, amend, close a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import plan_new
from cli.errors import NotConfirmed
from cli.group import add, new_group
from cli.invocation import Invocation, of, person
from cli.parameters import By, Json, PlanId, PlanName, Reason
from cli.plan_amend import amend, versions

if TYPE_CHECKING:
    from engine.activate import Blueprint

Contacts = Annotated[
    Path | None,
    typer.Option("--contacts", metavar="TỆP", help="Nhập danh sách đầu mối (xlsx, csv) trước khi kích hoạt."),
]
DemoContacts = Annotated[
    bool, typer.Option("--demo-contacts", help="Dùng danh sách đầu mối mẫu (địa chỉ .example) của danh mục.")
]
Members = Annotated[bool, typer.Option("--members", help="Liệt kê từng cơ quan của mỗi nhóm.")]
All = Annotated[bool, typer.Option("--all", help="Nêu cả những hoạt động giữ nguyên.")]
Yes = Annotated[bool, typer.Option("--yes", help="Đồng ý kết thúc dù còn nhiệm vụ chưa có kết quả.")]


def make_group() -> typer.Typer:
    """The group `plan`."""
    group = new_group("Kế hoạch: kiểm tra, kích hoạt, xem, so sánh, sửa đổi, kết thúc, lập kế hoạch năm sau.")
    for name, command in (
        ("check", check),
        ("activate", activate),
        ("show", show),
        ("diff", diff),
        ("amend", amend),
        ("versions", versions),
        ("close", close),
    ):
        add(group, name, command)
    add(group, "new", plan_new.new)
    return group


def check(ctx: typer.Context, plan: PlanName, as_json: Json = False) -> None:
    """Kiểm tra tệp kế hoạch; nêu mọi lỗi cùng lúc, và số nhiệm vụ sẽ tạo."""
    from cli.plan_page import say_check
    from cli.plan_source import plan_file
    from engine.blueprint import check_plan, plan_calendar
    from engine.count import count_assignments
    from models.problem import Problems

    folder = of(ctx).plans
    path = plan_file(plan, folder)
    try:
        checked = check_plan(path, folder)
    except Problems as found:
        say_check(path, None, found.problems, {}, as_json)
        raise typer.Exit(1) from None
    file = checked.blueprint.plan
    counts = {} if checked.errors else count_assignments(checked.blueprint, plan_calendar(file, folder))
    say_check(path, file, checked.problems, counts, as_json)
    if checked.errors:
        raise typer.Exit(1)


def activate(
    ctx: typer.Context,
    plan: PlanName,
    contacts: Contacts = None,
    demo_contacts: DemoContacts = False,
    as_json: Json = False,
) -> None:
    """Kích hoạt kế hoạch: tạo mọi nhiệm vụ trong một giao dịch, hoặc không tạo gì."""
    from cli.plan_source import plan_file
    from cli.printing import say, say_json
    from engine.activate import activate as activate_plan
    from engine.blueprint import blueprint

    call = of(ctx)
    ready = blueprint(plan_file(plan, call.plans), call.plans)
    if demo_contacts and contacts is None:
        contacts = call.plans / "contacts" / f"{ready.directory.key}.csv"
    with call.office.database.together():  # a refused activation must not leave new contacts behind
        if contacts is not None:
            _import(call, ready, contacts)
        done = activate_plan(call.office, ready, call.now)
    if as_json:
        counts: dict[str, Any] = dict(done.per_activity)
        say_json({"plan": done.plan_id, "assignments": done.assignments, "activities": counts, "items": done.items})
        return
    say(f"Đã kích hoạt kế hoạch {done.plan_id}: {done.assignments} nhiệm vụ, {done.items} việc cần người quyết.")
    say(f"Tiếp theo: dondoc item list {done.plan_id}; dondoc run; dondoc status {done.plan_id}")


def show(ctx: typer.Context, plan: PlanName, members: Members = False, as_json: Json = False) -> None:
    """Xem kế hoạch: mục, hoạt động, cơ quan chủ trì, thời hạn áp dụng cạnh nguyên văn trong văn bản."""
    from cli.plan_page import say_plan
    from cli.plan_source import plan_blueprint
    from engine.outline import outline

    found, calendar, origin = plan_blueprint(of(ctx), plan)
    say_plan(found.plan.plan, outline(found, calendar), origin, members, as_json)


def diff(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="CŨ", help="Tệp hoặc tên kế hoạch.")],
    new: Annotated[str, typer.Argument(metavar="MỚI", help="Tệp hoặc tên kế hoạch.")],
    unchanged: All = False,
    as_json: Json = False,
) -> None:
    """So sánh hai bản kế hoạch theo mã hoạt động: thêm, bỏ, đổi thời hạn, đổi cơ quan, đổi tên."""
    from cli.plan_page import say_differences
    from cli.plan_source import plan_blueprint
    from rules.plan_diff import differences, header_differences

    call = of(ctx)
    before, after = plan_blueprint(call, old)[0].plan, plan_blueprint(call, new)[0].plan
    say_differences(header_differences(before, after), differences(before, after), unchanged, as_json)


def close(ctx: typer.Context, plan: PlanId, reason: Reason, yes: Yes = False, by: By = None) -> None:
    """Kết thúc kế hoạch; nhiệm vụ chưa có kết quả được ghi là không có kết quả."""
    from cli.printing import say
    from engine.close_plan import close_plan
    from engine.standing import overview
    from models.moves import FINAL

    call = of(ctx)
    standing = overview(call.office, plan, call.now)
    left = sum(count for part in standing.sections for state, count in part.by_state.items() if state not in FINAL)
    if left and not yes:
        raise NotConfirmed(f"Còn {left} nhiệm vụ chưa có kết quả. Nếu vẫn kết thúc, thêm --yes.")
    missing = close_plan(call.office, plan, call.now, person(by), reason)
    say(f"Đã kết thúc kế hoạch {plan}; {missing} nhiệm vụ không có kết quả.")


def _import(call: Invocation, ready: Blueprint, path: Path) -> None:
    from documents.contacts_sheet import read_contacts
    from engine.import_agencies import import_contacts

    import_contacts(call.office, ready.directory, read_contacts(path, ready.directory))
