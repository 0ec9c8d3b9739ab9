"""Writing a drafted directory of agencies and its made-up contacts, in the form their readers take."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from documents.directory_file import COLUMNS
from models.directory import AgencyEntry
from models.kinds import AgencyClass

_HEADS = {
    AgencyClass.SO: ("Công chức pháp chế", "Giám đốc"),
    AgencyClass.BAN_NGANH: ("Công chức pháp chế", "Trưởng ban"),
    AgencyClass.VP_UBND: ("Chuyên viên nội chính", "Chánh Văn phòng"),
    AgencyClass.UBND_TINH: ("Chuyên viên nội chính", "Chủ tịch"),
    AgencyClass.UBND_HUYEN: ("Chuyên viên", "Chủ tịch"),
    AgencyClass.PHONG_TU_PHAP: ("Chuyên viên", "Trưởng phòng"),
    AgencyClass.UBND_XA: ("Công chức tư pháp - hộ tịch", "Chủ tịch"),
}
_OTHERS = ("Đầu mối", "Người đứng đầu")
_INSPECTORATE = "Thanh tra"


def directory_text(entries: Iterable[AgencyEntry], comments: Sequence[str] = ()) -> str:
    """The tab-separated file that `read_directory` takes; comments lead it."""
    lines = [f"# {comment}" for comment in comments]
    lines.append("\t".join(COLUMNS))
    lines += ["\t".join(_cells(entry)) for entry in entries]
    return "\n".join(lines) + "\n"


def contacts_text(entries: Iterable[AgencyEntry]) -> str:
    """A focal point and a head per agency, at reserved `.example` addresses (RFC 2606)."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("mã cơ quan", "cơ quan", "họ tên", "chức vụ", "vai trò", "email", "từ ngày", "đến ngày"))
    for entry in entries:
        province, _, name = entry.id.partition("/")
        domain = f"{name or 'co-quan'}.{province}.example"
        officer, head = _titles(entry)
        writer.writerow((entry.id, entry.name, "", officer, "đầu mối", f"dau-moi@{domain}", "", ""))
        writer.writerow((entry.id, entry.name, "", head, "người đứng đầu", f"lanh-dao@{domain}", "", ""))
    return stream.getvalue()


def _titles(entry: AgencyEntry) -> tuple[str, str]:
    officer, head = _HEADS.get(entry.klass, _OTHERS)
    return officer, "Chánh Thanh tra" if entry.name.startswith(_INSPECTORATE) else head


def _cells(entry: AgencyEntry) -> tuple[str, ...]:
    return (
        entry.id, entry.name, entry.klass.value, entry.province, entry.parent or "", entry.short_name or "",
        entry.symbol or "", entry.system, entry.code, _day(entry.valid_from), _day(entry.valid_to),
        entry.successor or "",
    )  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
