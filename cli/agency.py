"""`dondoc agency`: the directory of agencies and their addresses."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli import agency_prepare, agency_succession
from cli.days import day_text, read_day
from cli.errors import NoSuchAgency, NoSuchDirectory
from cli.group import add, new_group
from cli.invocation import Invocation, of
from cli.parameters import DirectoryName, Json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.activate import Blueprint
    from models.directory import AgencyEntry, Directory
    from models.kinds import ContactRole

    Book = Mapping[str, Mapping[ContactRole, Sequence[str]]]

Sheet = Annotated[Path, typer.Argument(metavar="TỆP", help="Danh sách đầu mối: .xlsx hoặc .csv.")]
GroupPhrase = Annotated[
    str | None, typer.Option("--group", metavar="CỤM_TỪ", help="Chỉ những cơ quan của nhóm, ví dụ “các Sở, ngành”.")
]
On = Annotated[
    date | None, typer.Option("--on", parser=read_day, metavar="NGÀY", help="Vào ngày này (mặc định: hôm nay).")
]
PlanOption = Annotated[
    str | None, typer.Option("--plan", metavar="KẾ_HOẠCH", help="Dùng danh mục, nhóm và ngày ban hành của kế hoạch.")
]


def make_group() -> typer.Typer:
    """The group `agency`."""
    group = new_group("Cơ quan và địa chỉ thư điện tử.")
    add(group, "import", import_)
    add(group, "list", list_)
    agency_prepare.register(group)
    agency_succession.register(group)
    return group


def import_(ctx: typer.Context, sheet: Sheet, directory: DirectoryName = None, as_json: Json = False) -> None:
    """Nhập địa chỉ thư điện tử của các cơ quan; địa chỉ cũ của cơ quan có trong tệp được thay."""
    from cli.printing import say, say_json
    from documents.contacts_sheet import read_contacts
    from engine.import_agencies import import_contacts

    call = of(ctx)
    known = _directory(call, directory)
    rows = read_contacts(sheet, known)
    done = import_contacts(call.office, known, rows, call.now)
    reached = {row.agency_id for row in rows}
    if as_json:
        say_json(
            {"directory": known.key, "agencies": len(reached), "contacts": done.contacts, "replaced": done.replaced}
        )
        return
    say(f"Đã nhập {done.contacts} địa chỉ của {len(reached)} cơ quan (thay {done.replaced} địa chỉ cũ).")
    if done.agencies:
        say(f"Danh mục {known.key}: thêm {done.agencies} cơ quan.")
    for change in done.changes:
        say(f"Danh mục {known.key}: {change.agency} đổi {change.what}: {change.old or '—'} → {change.new or '—'}")


def list_(
    ctx: typer.Context,
    directory: DirectoryName = None,
    group: GroupPhrase = None,
    on: On = None,
    plan: PlanOption = None,
    as_json: Json = False,
) -> None:
    """Xem danh mục cơ quan, hoặc một nhóm vào một ngày; dùng được trước khi kích hoạt."""
    from cli.plan_source import plan_blueprint
    from config.timezone import local_day

    call = of(ctx)
    found = plan_blueprint(call, plan)[0] if plan is not None else None
    known = found.directory if found is not None else _directory(call, directory)
    day = on or (found.plan.plan.issued_on if found is not None else local_day(call.now))
    if group is not None:
        members = _members(call, known, found, group, day)
    else:
        members = [entry for entry in known.agencies if on is None or entry.valid_on(on)]
    _say(members, _addresses(call, members, day), day, as_json)


def _directory(call: Invocation, name: str | None) -> Directory:
    """The directory named, or the only one there is."""
    from documents.directory_file import read_directory

    folder = call.plans / "agencies"
    keys = sorted(path.stem for path in folder.glob("*.tsv"))
    if name is None and len(keys) == 1:
        name = keys[0]
    if name is None:
        raise NoSuchDirectory(f"Xin chọn danh mục bằng --directory. Có: {', '.join(keys) or 'chưa có tệp nào'}.")
    if name not in keys:
        near = get_close_matches(name, keys, n=1)
        tail = f"Có phải “{near[0]}”?" if near else f"Có: {', '.join(keys) or 'chưa có tệp nào'}."
        raise NoSuchDirectory(f"Không có danh mục “{name}” trong {folder}. {tail}")
    return read_directory(folder / f"{name}.tsv")


def _members(
    call: Invocation, directory: Directory, found: Blueprint | None, phrase: str, day: date
) -> list[AgencyEntry]:
    from documents.phrases_yaml import read_phrases
    from rules.group_phrases import closest, expand

    phrases = found.phrases if found is not None else read_phrases(call.plans / "phrases.yaml")
    groups = found.plan.groups if found is not None else {}
    expansion = expand(phrase, directory, phrases, groups, day)
    if not expansion.known:
        near = closest(phrase, directory, phrases, groups)
        tail = f" Có phải {' hoặc '.join(f'“{text}”' for text in near)}?" if near else ""
        raise NoSuchAgency(f"Không hiểu cụm từ “{phrase}”.{tail}")
    if not expansion.members:
        why = "là tập hợp mở, chưa nêu tên cơ quan" if expansion.open else "không có cơ quan nào"
        raise NoSuchAgency(f"“{phrase}” {why} vào ngày {day_text(day)}. Chọn ngày khác bằng --on.")
    return list(expansion.members)


def _addresses(call: Invocation, members: list[AgencyEntry], day: date) -> Book:
    from store import agencies

    with call.office.database.read() as session:
        return agencies.addresses(session, (entry.id for entry in members), day)


def _say(members: list[AgencyEntry], book: Book, day: date, as_json: bool) -> None:
    from cli.printing import say, say_json, table
    from models.kinds import CLASS_LABELS

    if as_json:
        say_json([_value(entry, book) for entry in members])
        return
    rows = [
        (
            entry.id, entry.name, CLASS_LABELS[entry.klass], entry.parent or "", day_text(entry.valid_from),
            day_text(entry.valid_to), _listed(entry, book),
        )
        for entry in members
    ]  # fmt: skip
    table(("Mã", "Cơ quan", "Loại", "Cấp trên", "Từ ngày", "Đến ngày", "Địa chỉ"), rows)
    reached = sum(entry.id in book for entry in members)
    say(f"{len(members)} cơ quan, {reached} có địa chỉ thư điện tử vào ngày {day_text(day)}.")


def _listed(entry: AgencyEntry, book: Book) -> str:
    """Each address once, though it may stand for two roles."""
    return ", ".join(dict.fromkeys(address for found in book.get(entry.id, {}).values() for address in found))


def _value(entry: AgencyEntry, book: Book) -> dict[str, object]:
    addresses = {role.value: list(found) for role, found in book.get(entry.id, {}).items()}
    return {
        "id": entry.id, "name": entry.name, "class": entry.klass.value, "province": entry.province,
        "parent": entry.parent, "valid_from": entry.valid_from, "valid_to": entry.valid_to,
        "successor": entry.successor, "addresses": addresses,
    }  # fmt: skip
