"""`dondoc agency prepare` and `dondoc agency succession prepare`: directories and successions from the unit tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.agency_succession import import_
from cli.days import day_text, read_day
from cli.errors import FileInTheWay, WrongTable
from cli.group import add, new_group
from cli.parameters import Json

if TYPE_CHECKING:
    from rules.territory.province import Territory

Province = Annotated[str, typer.Option("--province", metavar="TỈNH", help="Tên tỉnh, ví dụ “Lai Châu”.")]
Units = Annotated[Path, typer.Option("--units", metavar="TỆP", help="Bảng đơn vị hành chính ba cấp.")]
NextUnits = Annotated[
    Path | None, typer.Option("--next-units", metavar="TỆP", help="Bảng hai cấp từ 01/7/2025 (có cột formed_from).")
]
Bodies = Annotated[
    list[Path] | None, typer.Option("--bodies", metavar="TỆP", help="Bảng sở, ban, ngành; có thể ghi nhiều lần.")
]
Changes = Annotated[Path | None, typer.Option("--changes", metavar="TỆP", help="Bảng thay đổi đơn vị trước năm 2025.")]
MergedOn = Annotated[
    date | None,
    typer.Option("--merged-on", parser=read_day, metavar="NGÀY", help="Ngày sáp nhập sở (mặc định 01/3/2025)."),
]
MERGED_ON = date(2025, 3, 1)
WithoutHeirs = Annotated[
    bool, typer.Option("--without-heirs", help="Không ghi cơ quan của tỉnh mới (kế hoạch kết thúc trước 01/7/2025).")
]
Force = Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")]
DirectoryOut = Annotated[Path, typer.Option("--out", metavar="TỆP", help="Danh mục cơ quan sẽ ghi (.tsv).")]
ContactsOut = Annotated[
    Path | None, typer.Option("--contacts", metavar="TỆP", help="Ghi cả danh sách đầu mối mẫu (địa chỉ .example).")
]
SuccessionOut = Annotated[Path, typer.Option("--out", metavar="TỆP", help="Tệp kế thừa sẽ ghi (.yaml).")]
Basis = Annotated[
    str | None, typer.Option("--departments-basis", metavar="CĂN_CỨ", help="Văn bản sáp nhập sở của tỉnh, nếu đã thấy.")
]
CommunesBasis = Annotated[
    str, typer.Option("--communes-basis", metavar="CĂN_CỨ", help="Nghị quyết sắp xếp đơn vị cấp xã của tỉnh.")
]
PROVINCES_BASIS = "Nghị quyết 202/2025/QH15"
COMMUNES_BASIS = "Bảng đơn vị hành chính hai cấp, cột formed_from"
DEPARTMENTS_BASIS = "Quy tắc chung sáp nhập sở năm 2025, chưa đối chiếu với nghị quyết HĐND tỉnh"


@dataclass(frozen=True, slots=True)
class Tables:
    """The files a territory is made from."""

    province: str
    units: Path
    next_units: Path | None
    bodies: tuple[Path, ...]
    changes: Path | None
    merged_on: date

    def territory(self) -> Territory:
        """Read everything; raises `Problems`, `NoSuchProvince`."""
        from documents.units_table import read_bodies, read_changes, read_units
        from rules.territory.province import Sources, territory

        return territory(
            Sources(
                self.province,
                read_units(self.units),
                read_units(self.next_units) if self.next_units else (),
                tuple(body for path in self.bodies for body in read_bodies(path)),
                read_changes(self.changes) if self.changes else (),
                self.merged_on,
            )
        )

    def comments(self) -> list[str]:
        """What the province's own tables say about themselves: it holds for what is made from them."""
        from documents.text_file import read_text

        own = [*self.bodies[1:], *([self.changes] if self.changes else [])]
        lines = [line for path in own for line in read_text(path).splitlines()]
        return [line[1:].strip() for line in lines if line.startswith("#")]

    @property
    def named(self) -> str:
        """The files by name, for the head of what is written."""
        paths = (self.units, self.next_units, *self.bodies, self.changes)
        return ", ".join(path.name for path in paths if path is not None)


def register(group: typer.Typer) -> None:
    """Add `prepare` and the group `succession` to the commands of `agency`."""
    add(group, "prepare", prepare)
    succession = new_group("Kế thừa giữa các cơ quan khi sáp nhập, kết thúc.")
    add(succession, "prepare", prepare_succession)
    add(succession, "import", import_)
    group.add_typer(succession, name="succession")


def prepare(
    province: Province,
    units: Units,
    out: DirectoryOut,
    next_units: NextUnits = None,
    bodies: Bodies = None,
    changes: Changes = None,
    merged_on: MergedOn = None,
    contacts: ContactsOut = None,
    without_heirs: WithoutHeirs = False,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Lập danh mục cơ quan của một tỉnh từ bảng đơn vị hành chính; người xem lại trước khi dùng."""
    from cli.printing import say, say_json
    from documents.directory_writer import contacts_text, directory_text
    from rules.territory.directory_draft import draft_directory

    tables = Tables(province, units, next_units, tuple(bodies or ()), changes, merged_on or MERGED_ON)
    _may_write((out, contacts), force)
    land = tables.territory()
    entries = [one for one in draft_directory(land) if not (without_heirs and one.valid_from == land.sources.since)]
    comments = (
        f"Danh mục cơ quan {_place(land)}; lập bằng lệnh dondoc agency prepare từ: {tables.named}.",
        f"valid_to: ngày cuối cùng còn tồn tại. Các sở sáp nhập từ {day_text(tables.merged_on)}.",
        *tables.comments(),
    )
    _write(out, directory_text(entries, comments))
    if contacts is not None:
        _write(contacts, contacts_text(entries))
    if as_json:
        say_json({"directory": str(out), "agencies": len(entries), "new_communes": len(land.communes)})
        return
    say(f"Đã ghi {len(entries)} cơ quan vào {out}. Xem lại trước khi dùng: cơ quan riêng của tỉnh, ngày sáp nhập.")


def prepare_succession(
    province: Province,
    units: Units,
    next_units: Annotated[Path, typer.Option("--next-units", metavar="TỆP", help="Bảng hai cấp (cột formed_from).")],
    out: SuccessionOut,
    directory: Annotated[str, typer.Option("--directory", metavar="TÊN", help="Danh mục mà các mã thuộc về.")],
    bodies: Bodies = None,
    changes: Changes = None,
    merged_on: MergedOn = None,
    departments_basis: Basis = None,
    communes_basis: CommunesBasis = COMMUNES_BASIS,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Lập tệp kế thừa của một tỉnh: cơ quan nào thành cơ quan nào; chỗ chưa rõ liệt kê cho người xem."""
    from documents.succession_writer import succession_text
    from rules.territory.succession_draft import Bases, draft_successions, share

    tables = Tables(province, units, next_units, tuple(bodies or ()), changes, merged_on or MERGED_ON)
    _may_write((out,), force)
    land = tables.territory()
    if not share(land).all:
        raise WrongTable(
            f"Bảng {units.name} không có đơn vị cấp xã nào của {_place(land)}: kiểm tra --units (bảng ba cấp) và "
            "--next-units (bảng hai cấp) có bị đổi chỗ không."
        )
    basis = departments_basis or DEPARTMENTS_BASIS
    bases = Bases(basis, PROVINCES_BASIS, communes_basis, departments_basis is not None)
    entries, undecided = draft_successions(land, bases)
    comments = (
        f"Kế thừa cơ quan, {_place(land)}; lập bằng lệnh dondoc agency succession prepare từ: {tables.named}.",
        "certainty (bỏ trống: found): found = tài liệu nêu đích danh, computed = suy từ tên, assumed = theo quy tắc.",
        _summary(land),
        *tables.comments(),
    )
    _write(out, succession_text(_bare(land), directory, entries, undecided, comments))
    _say_shares(land, len(entries), len(undecided), out, as_json)


def _place(land: Territory) -> str:
    from rules.territory.unit_names import split_name

    return split_name(land.old.name).agency


def _bare(land: Territory) -> str:
    from rules.territory.unit_names import split_name

    return split_name(land.old.name).name


def _summary(land: Territory) -> str:
    from rules.territory.succession_draft import share

    found = share(land)
    return (
        f"Cấp xã: {found.single}/{found.all} đơn vị có đúng một đơn vị kế thừa, {found.split} bị chia, "
        f"{found.unmapped} chưa xác định."
    )


def _say_shares(land: Territory, entries: int, undecided: int, out: Path, as_json: bool) -> None:
    from cli.printing import say, say_json
    from rules.territory.succession_draft import share

    if as_json:
        found = share(land)
        communes = {"all": found.all, "single": found.single, "split": found.split, "unmapped": found.unmapped}
        say_json({"file": str(out), "entries": entries, "to_decide": undecided, "communes": communes})
        return
    say(f"Đã ghi {entries} dòng kế thừa vào {out}; {undecided} chỗ cần người xem (mục to_decide).")
    say(_summary(land))


def _may_write(paths: tuple[Path | None, ...], force: bool) -> None:
    """Reviewed files are not overwritten by accident."""
    for path in paths:
        if path is not None and path.exists() and not force:
            raise FileInTheWay(f"Đã có tệp {path}; người có thể đã sửa. Ghi tệp khác, hoặc thêm --force để ghi đè.")


def _write(path: Path, text: str) -> None:
    """All or nothing: the file appears only when it is whole."""
    from documents.os_trouble import why
    from documents.whole_file import CannotWrite, write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"Không tạo được thư mục {path.parent}: {why(error)}.") from error
    write_whole(path, text)
