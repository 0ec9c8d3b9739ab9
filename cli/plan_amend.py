"""`dondoc plan amend`: a document changes a running plan. Shows what it will do, asks, then does it."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.days import day_text, moment_text, read_day
from cli.errors import NotConfirmed
from cli.invocation import of, person
from cli.parameters import By, Json, PlanId, PlanName

if TYPE_CHECKING:
    from engine.amend import Amended

Number = Annotated[str, typer.Option("--number", metavar="SỐ", help="Số, ký hiệu văn bản sửa đổi: 45/KH-UBND.")]
Dated = Annotated[date, typer.Option("--date", parser=read_day, metavar="NGÀY", help="Ngày văn bản sửa đổi.")]
Signer = Annotated[str, typer.Option("--signer", metavar="HỌ_TÊN", help="Người ký văn bản sửa đổi.")]
Yes = Annotated[bool, typer.Option("--yes", help="Đồng ý áp dụng, không hỏi lại.")]

#: What becomes of duties, in the order in which it is said.
FATES = {
    "kept": "giữ nguyên", "moved": "đổi hạn", "withdrawn": "rút", "to_decide": "chờ người quyết định",
    "made": "giao mới", "reinstated": "giao lại",
}  # fmt: skip


def amend(
    ctx: typer.Context,
    plan: PlanName,
    number: Number,
    dated: Dated,
    signer: Signer,
    yes: Yes = False,
    as_json: Json = False,
    by: By = None,
) -> None:
    """Sửa đổi kế hoạch đang thực hiện theo văn bản: tệp mới cùng mã kế hoạch; nêu thay đổi, hỏi, rồi áp dụng."""
    from cli.plan_source import plan_file
    from engine.amend import AmendingDocument, preview
    from engine.amend import amend as amend_plan
    from engine.blueprint import blueprint

    call = of(ctx)
    ready = blueprint(plan_file(plan, call.plans), call.plans)
    document = AmendingDocument(number, dated, signer)
    coming = preview(call.office, ready, document, call.now)
    if not as_json:
        _say(coming)
    if coming.same:
        if as_json:
            _say_json(coming, applied=False)
        return
    if not yes and not _agreed(as_json):
        if as_json:
            _say_json(coming, applied=False)
        raise NotConfirmed("Chưa áp dụng. Nếu đồng ý với các thay đổi nêu trên, thêm --yes.")
    done = amend_plan(call.office, ready, document, call.now, person(by), coming.version)
    if as_json:
        _say_json(done, applied=True)
        return
    from cli.printing import say

    say(f"Đã sửa đổi kế hoạch {done.plan_id} theo văn bản số {number} ngày {day_text(dated)}: bản {done.version}.")
    say(f"Tiếp theo: dondoc item list {done.plan_id}; dondoc run; dondoc status {done.plan_id}")


def versions(ctx: typer.Context, plan: PlanId, as_json: Json = False) -> None:
    """Liệt kê các bản của kế hoạch: kích hoạt và từng lần sửa đổi, kèm số, ngày, người ký văn bản."""
    from cli.printing import say_json, table
    from store import plans
    from store import versions as stored

    with of(ctx).office.database.read() as session:
        found = stored.versions(session, plans.plan(session, plan).id)
    if as_json:
        names = ("version", "number", "dated", "signer", "applied_at", "applied_by", "document_hash")
        say_json([{name: getattr(one, name) for name in names} for one in found])
        return
    rows = [
        (one.version, one.number or "", day_text(one.dated), one.signer or "", moment_text(one.applied_at))
        for one in found
    ]
    table(("Bản", "Văn bản", "Ngày", "Người ký", "Áp dụng lúc"), rows)


def _agreed(as_json: bool) -> bool:
    """Ask a person; a program or a pipe is not asked."""
    return not as_json and sys.stdin.isatty() and typer.confirm("Áp dụng các thay đổi này?")


def _say(coming: Amended) -> None:
    from cli.plan_page import say_differences
    from cli.printing import say, table

    if coming.same:
        say(f"Kế hoạch {coming.plan_id}, bản {coming.version}: không có gì thay đổi.")
        return
    say_differences(coming.header, coming.differences, unchanged=False, as_json=False)
    rows = [
        (activity, *(counts.get(fate) or "" for fate in _fates()))
        for activity, counts in coming.per_activity.items()
        if any(fate.value != "kept" for fate in counts)
    ]
    if rows:
        table(("Hoạt động", *FATES.values()), rows, "Số nhiệm vụ", right=range(1, len(FATES) + 1))
    for note in coming.notes:
        say(f"Lưu ý: {note}")
    said = ", ".join(f"{coming.counts[fate]} {FATES[fate.value]}" for fate in _fates())
    say(f"Bản {coming.version} của kế hoạch {coming.plan_id}: {said}.")


def _say_json(coming: Amended, *, applied: bool) -> None:
    from cli.printing import say_json

    value: dict[str, Any] = {
        "plan": coming.plan_id, "version": coming.version, "same": coming.same, "applied": applied,
        "header": [asdict(one) for one in coming.header],
        "changes": [asdict(one) for one in coming.differences if one.change != "same"],
        "duties": {fate.value: coming.counts[fate] for fate in _fates()},
        "activities": {
            key: {fate.value: count for fate, count in counts.items()} for key, counts in coming.per_activity.items()
        },
        "notes": list(coming.notes),
    }  # fmt: skip
    say_json(value)


def _fates() -> list[Any]:
    from rules.amendment import Fate

    return [Fate(name) for name in FATES]
