"""`dondoc status`: where plans stand, per section or duty by duty."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.days import day_text, moment_text
from cli.errors import NoSuchPlan
from cli.group import add
from cli.invocation import Invocation, of
from cli.parameters import Json, MaybePlanId

if TYPE_CHECKING:
    from engine.standing import DutyStanding, PlanOverview, SectionStanding

List = Annotated[bool, typer.Option("--list", help="Liệt kê từng nhiệm vụ.")]
SectionOption = Annotated[str | None, typer.Option("--section", metavar="MỤC", help="Chỉ mục này (kèm --list).")]
AgencyOption = Annotated[
    str | None, typer.Option("--agency", metavar="CƠ_QUAN", help="Chỉ cơ quan này: mã, đuôi mã hoặc tên (kèm --list).")
]
Late = Annotated[bool, typer.Option("--late", help="Chỉ những nhiệm vụ đang trễ hạn (kèm --list).")]

_HEADERS = (
    "Mục", "Mở", "Xong", "Giao", "Chờ", "Đang làm", "Đã gửi", "Trả lại", "Hoàn thành", "Khác", "Trễ", "Lần tới",
)  # fmt: skip
_COLUMNS = ("waiting", "open", "submitted", "returned", "accepted")


def register(app: typer.Typer) -> None:
    """Add the command."""
    add(app, "status", status)


def status(
    ctx: typer.Context,
    plan: MaybePlanId = None,
    as_list: List = False,
    section: SectionOption = None,
    agency: AgencyOption = None,
    late: Late = False,
    as_json: Json = False,
) -> None:
    """Tình hình thực hiện: theo mục, hoặc từng nhiệm vụ với --list."""
    call = of(ctx)
    if as_list or section or agency or late:
        _list(call, plan or only_plan(call), section, agency, late, as_json)
        return
    from cli.printing import say_json
    from engine.standing import overview

    found = [overview(call.office, one, call.now) for one in ([plan] if plan else plan_ids(call))]
    if as_json:
        say_json([_value(one) for one in found] if plan is None else _value(found[0]))
        return
    for one in found:
        _say(one)
    if not found:
        raise NoSuchPlan("Chưa có kế hoạch nào được kích hoạt. Bắt đầu: dondoc plan check, dondoc plan activate")


def plan_ids(call: Invocation) -> list[str]:
    """All plans in the database, those under way first."""
    from models.plan import PlanState
    from store import plans

    with call.office.database.read() as session:
        rows = sorted(plans.every(session), key=lambda row: (row.state is not PlanState.ACTIVE, row.id))
        return [row.id for row in rows]


def only_plan(call: Invocation) -> str:
    """The plan meant when none is named: the only one there is."""
    known = plan_ids(call)
    if len(known) != 1:
        raise NoSuchPlan(f"Xin nêu kế hoạch. Có: {', '.join(known) or 'chưa có kế hoạch nào được kích hoạt'}.")
    return known[0]


def _list(call: Invocation, plan: str, section: str | None, agency: str | None, late: bool, as_json: bool) -> None:
    from dataclasses import asdict

    from cli.printing import say, say_json, table
    from engine.standing import duties
    from store.standing import DutyFilter

    wanted = DutyFilter(_section(call, plan, section), _agency(call, plan, agency), late)
    found = duties(call.office, plan, call.now, wanted)
    if as_json:
        say_json([asdict(one) for one in found])
        return
    table(("Nhiệm vụ", "Cơ quan", "Tình trạng", "Hạn cuối", "Trễ (ngày)"), (_row(one) for one in found), right=[4])
    say(f"{len(found)} nhiệm vụ.")


def _section(call: Invocation, plan: str, key: str | None) -> str | None:
    from store import plans
    from store.errors import NotFound

    if key is None:
        return None
    with call.office.database.read() as session:
        keys = [row.key for row in plans.sections(session, plans.plan(session, plan).id)]
    if key not in keys:
        near = get_close_matches(key, keys, n=1)
        raise NotFound(f"Không có mục “{key}”. " + (f"Có phải “{near[0]}”?" if near else f"Có: {', '.join(keys)}."))
    return key


def _agency(call: Invocation, plan: str, text: str | None) -> str | None:
    from config.timezone import local_day
    from engine.find_agency import find_agency
    from store import agencies, plans

    if text is None:
        return None
    with call.office.database.read() as session:
        directory = agencies.directory(session, plans.plan(session, plan).directory)
    return find_agency(directory, text, local_day(call.now)).id


def _say(one: PlanOverview) -> None:
    from cli.printing import say, table

    ended = f", kết thúc ngày {day_text(one.closed_on)}" if one.closed_on is not None else ""
    say(f"{one.title} ({one.id}{ended})")
    table(_HEADERS, (_section_row(section) for section in one.sections), right=range(3, 11))
    say(
        f"Trễ hạn: {one.late}. Việc cần người quyết: {one.items}. Dự thảo công văn chờ ký: {one.drafts}. "
        f"Thư chờ gửi: {one.queued}."
    )


def _section_row(one: SectionStanding) -> tuple[object, ...]:
    counts = [one.by_state.get(name, 0) for name in _COLUMNS]  # type: ignore[call-overload]
    return (
        f"{one.title} [{one.key}]", day_text(one.opened_on), day_text(one.closed_on), one.assigned, *counts,
        one.assigned - sum(counts), one.late, moment_text(one.next_at),
    )  # fmt: skip


def _value(one: PlanOverview) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(one) | {"late": one.late}


def _row(one: DutyStanding) -> tuple[object, ...]:
    from models.moves import STATE_LABELS

    trouble = " (LỖI)" if one.broken else ""
    return one.key, one.agency, STATE_LABELS[one.state] + trouble, day_text(one.last_day), one.days_late or ""
