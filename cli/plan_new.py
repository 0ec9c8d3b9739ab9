"""`dondoc plan new`: next year's plan from this year's, and the list of what needs a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.invocation import of
from cli.parameters import Json
from cli.years import read_year

if TYPE_CHECKING:
    from engine.plan_renewal import Written
    from rules.next_year.points import Point

From = Annotated[str, typer.Option("--from", metavar="KẾ_HOẠCH", help="Kế hoạch cũ: tên hoặc tệp.")]
Year = Annotated[int, typer.Option("--year", parser=read_year, metavar="NĂM", help="Năm của kế hoạch mới.")]
Out = Annotated[Path | None, typer.Option("-o", "--out", metavar="TỆP", help="Nơi ghi; mặc định: thư mục kế hoạch.")]
NewDirectory = Annotated[
    str | None, typer.Option("--directory", metavar="TÊN", help="Danh mục cơ quan mới; mặc định: tự tìm theo tỉnh.")
]


def new(
    ctx: typer.Context, source: From, year: Year, out: Out = None, directory: NewDirectory = None, as_json: Json = False
) -> None:
    """Lập kế hoạch năm sau từ kế hoạch cũ: dời ngày, chuyển cơ quan, soát căn cứ; nêu điều cần người quyết."""
    from cli.plan_source import plan_file
    from engine.plan_renewal import renew_plan, write_renewal

    folder = of(ctx).plans
    renewal = renew_plan(plan_file(source, folder), folder, year, directory)
    written = write_renewal(renewal, out or folder / f"{renewal.plan.plan.id}.yaml")
    _say(written, as_json)


def _say(written: Written, as_json: bool) -> None:
    from cli.printing import say, say_json

    plan, found = written.renewal.plan, written.renewal
    if as_json:
        value = {"file": str(written.path), "plan": plan.plan.id, "directory": plan.plan.directory}
        value |= {"to_decide": [asdict(one) for one in found.decide], "changed": [asdict(one) for one in found.changed]}
        say_json(value)
        return
    say(f"Đã ghi {written.path}: {len(plan.sections)} mục, {len(plan.activities())} hoạt động.")
    if found.changed:
        say(f"Đã đổi ({len(found.changed)}):")
        _lines(found.changed)
    say(f"Cần người quyết ({len(found.decide)}), ghi ở 'to_decide' của tệp; xóa từng dòng khi đã quyết:")
    _lines(found.decide)
    say(f"Tiếp theo: sửa tệp, rồi dondoc plan check {written.path}")


def _lines(points: Sequence[Point]) -> None:
    from cli.printing import say

    for point in points:
        say(f"  [{point.where or 'kế hoạch'}] {point.text}")
