"""Arguments and options that several commands share, under one name and one wording."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cli.days import read_day

Json = Annotated[bool, typer.Option("--json", help="In JSON để máy đọc.")]
By = Annotated[str | None, typer.Option("--by", metavar="TÊN", help="Người thực hiện (mặc định: tên đăng nhập).")]
PlanName = Annotated[str, typer.Argument(metavar="KẾ_HOẠCH", help="Tệp kế hoạch, hoặc tên kế hoạch.")]
PlanId = Annotated[str, typer.Argument(metavar="KẾ_HOẠCH", help="Mã kế hoạch đã kích hoạt.")]
MaybePlanId = Annotated[str | None, typer.Argument(metavar="KẾ_HOẠCH", help="Mã kế hoạch đã kích hoạt.")]
Key = Annotated[
    list[str],
    typer.Argument(
        metavar="NHIỆM_VỤ...", help="Khóa kế-hoạch/hoạt-động/cơ-quan/kỳ, hoặc vài từ đủ rõ: issue-plan so-tu-phap."
    ),
]
Reason = Annotated[str, typer.Option("--reason", metavar="LÝ_DO", help="Lý do.")]
DirectoryName = Annotated[
    str | None, typer.Option("--directory", metavar="TÊN", help="Danh mục cơ quan (plans/agencies/TÊN.tsv).")
]
Number = Annotated[str | None, typer.Option("--number", metavar="SỐ", help="Số, ký hiệu văn bản.")]
Dated = Annotated[date | None, typer.Option("--date", parser=read_day, metavar="NGÀY", help="Ngày văn bản.")]
Folder = Annotated[Path | None, typer.Option("--out", metavar="THƯ_MỤC", help="Nơi ghi tệp.")]
