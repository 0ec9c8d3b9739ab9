"""Agencies that have ended: import what became of them, and decide about duties without one heir."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.errors import NoSuchAgency, NoSuchPlan, NotConfirmed
from cli.group import add
from cli.invocation import Invocation, of, person
from cli.parameters import By, Json, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.reassign import Reassigned

SuccessionPath = Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp kế thừa (plans/succession/….yaml).")]
MaybeKey = Annotated[
    list[str] | None,
    typer.Argument(metavar="[NHIỆM_VỤ]...", help="Một nhiệm vụ; bỏ trống khi dùng --agency."),
]
Ended = Annotated[
    str | None,
    typer.Option("--agency", metavar="CƠ_QUAN", help="Mọi nhiệm vụ chưa có nơi nhận của cơ quan đã kết thúc này."),
]
OfPlan = Annotated[str | None, typer.Option("--plan", metavar="KẾ_HOẠCH", help="Chỉ trong kế hoạch này.")]
Target = Annotated[str, typer.Option("--to", metavar="CƠ_QUAN", help="Cơ quan nhận (mã đầy đủ).")]
EndedAgency = Annotated[str, typer.Option("--agency", metavar="CƠ_QUAN", help="Cơ quan đã kết thúc (mã đầy đủ).")]


def register(group: typer.Typer) -> None:
    """Add `reassign` and `withdraw` to the commands of `agency`."""
    add(group, "reassign", reassign)
    add(group, "withdraw", withdraw)


def import_(ctx: typer.Context, file: SuccessionPath, as_json: Json = False) -> None:
    """Nhập tệp kế thừa đã xem lại; việc đang mở được chuyển ở lượt cập nhật kế tiếp."""
    from cli.printing import say, say_json
    from documents.succession_file import load
    from engine.import_successions import import_successions

    call = of(ctx)
    done = import_successions(call.office, load(file), file.name, call.now)
    if as_json:
        say_json({"added": done.added, "changed": list(done.changed)})
        return
    say(f"Đã nhập {done.added} dòng kế thừa mới, thay {len(done.changed)} dòng.")


def reassign(
    ctx: typer.Context,
    to: Target,
    reason: Reason,
    key: MaybeKey = None,
    agency: Ended = None,
    plan: OfPlan = None,
    by: By = None,
) -> None:
    """Giao lại nhiệm vụ cho cơ quan khác; cơ quan nhận được báo trong thư tổng hợp kế tiếp."""
    from cli.printing import say
    from engine.reassign import reassign as give
    from engine.reassign import reassign_all

    call = of(ctx)
    if bool(key) == bool(agency):
        raise NotConfirmed("Xin nêu một nhiệm vụ, hoặc --agency CƠ_QUAN (chọn một trong hai).")
    if key:
        from engine.find_duty import find_duty

        duty = find_duty(call.office, key)
        give(call.office, duty, to, reason, call.now, person(by))
        say(f"Đã giao {duty} cho {to}.")
        return
    assert agency is not None
    _check_known(call, (agency, to))
    for plan_id in _plans(call, plan):
        _say(plan_id, reassign_all(call.office, plan_id, agency, to, reason, call.now, person(by)))


def withdraw(ctx: typer.Context, agency: EndedAgency, reason: Reason, plan: OfPlan = None, by: By = None) -> None:
    """Rút mọi nhiệm vụ chưa có nơi nhận của một cơ quan đã kết thúc."""
    from cli.printing import say
    from engine.reassign import withdraw_all

    call = of(ctx)
    _check_known(call, (agency,))
    for plan_id in _plans(call, plan):
        keys = withdraw_all(call.office, plan_id, agency, reason, call.now, person(by))
        say(f"{plan_id}: đã rút {len(keys)} nhiệm vụ.")


def _check_known(call: Invocation, wanted: Sequence[str]) -> None:
    """An id mistyped would find nothing to do, and be taken for done."""
    from difflib import get_close_matches

    from store import agencies

    with call.office.database.read() as session:
        known = [one.id for one in agencies.every(session)]
    for agency in wanted:
        if agency not in known:
            near = get_close_matches(agency, known, n=2)
            tail = f" Có phải {' hoặc '.join(near)}?" if near else " Xem mã bằng: dondoc agency list"
            raise NoSuchAgency(f"Không có cơ quan “{agency}”.{tail}")


def _plans(call: Invocation, plan: str | None) -> Sequence[str]:
    from store import plans

    with call.office.database.read() as session:
        found = [plans.plan(session, plan).id] if plan is not None else plans.active_ids(session)
    if not found:
        raise NoSuchPlan("Chưa có kế hoạch nào đang thực hiện. Kích hoạt bằng: dondoc plan activate KẾ_HOẠCH")
    return found


def _say(plan_id: str, done: Reassigned) -> None:
    from cli.printing import say

    say(f"{plan_id}: đã giao lại {len(done.moved)} nhiệm vụ.")
    for key, why in done.refused:
        say(f"  không giao lại {key}: {why}")
