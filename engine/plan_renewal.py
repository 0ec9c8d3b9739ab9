"""`dondoc plan new`: next year's plan from a plan file on disk, written as a canonical file, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from config.errors import NeedsPerson
from documents.directory_file import read_directory
from documents.legal_bases_yaml import read_legal_bases
from documents.phrases_yaml import read_phrases
from documents.plan_writer import write_plan
from documents.plan_yaml import read_plan
from documents.two_tier_yaml import read_two_tier
from documents.whole_file import write_whole
from engine.blueprint import read_successions
from models.directory import Directory
from models.kinds import AgencyClass
from models.plan_file import PlanFile
from models.two_tier import Province
from rules.next_year.bases import LegalBook
from rules.next_year.renewal import Renewal, Surroundings, issue_date, province_on, renew, slug

#: A plan for a year further away is a slip of the pen.
FARTHEST = 50


class CannotRenew(NeedsPerson):
    """Chưa lập được kế hoạch năm sau."""


@dataclass(frozen=True, slots=True)
class Written:
    """What `write_renewal` put where."""

    path: Path
    renewal: Renewal


def renew_plan(path: Path, folder: Path, year: int, directory: str | None = None) -> Renewal:
    """The plan of `year` from the file at `path`; `folder` holds agencies, phrases and the tables of 2025.

    Raises `Problems` for a file that cannot be read, `CannotRenew` for a year that does not come after the plan, or
    when no directory of the new province is there.
    """
    plan = read_plan(path)
    header = plan.plan
    last = header.years[1]
    if not last < year <= last + FARTHEST:
        allowed = f"chọn từ {last + 1} đến {last + FARTHEST}"
        raise CannotRenew(f"Năm {year} không dùng được: kế hoạch {header.id} đến hết năm {last}; {allowed}.")
    two_tier = read_two_tier(folder / "two_tier.yaml")
    on = issue_date(header, year)
    province = province_on(header.province, on, two_tier)
    old = read_directory(_directory_path(folder, header.directory))
    around = Surroundings(
        old,
        _directory(folder, old, plan, province, on, directory),
        read_phrases(folder / "phrases.yaml"),
        two_tier,
        LegalBook(read_legal_bases(folder / "legal_bases.yaml")),
        province,
        {one.predecessor: one.single for one in read_successions(folder, old.key) if one.single is not None},
    )
    return renew(plan, year, around)


def write_renewal(renewal: Renewal, path: Path) -> Written:
    """Write the plan file; refuses to overwrite one. The file appears whole or not at all."""
    if path.exists():
        raise CannotRenew(f"Tệp {path} đã có; chọn tên khác bằng -o, hoặc xóa tệp cũ.")
    if not path.parent.is_dir():
        raise CannotRenew(f"Không có thư mục {path.parent}.")
    write_whole(path, write_plan(renewal.plan))
    return Written(path, renewal)


def _directory(
    folder: Path, old: Directory, plan: PlanFile, province: Province, on: date, wanted: str | None
) -> Directory:
    """The one asked for; else the newest of the province that is alive on the day; else the old one if it is."""
    if wanted is not None:
        known = sorted(path.stem for path in (folder / "agencies").glob("*.tsv"))
        if wanted not in known:
            raise CannotRenew(f"Không có danh mục “{wanted}” trong {folder / 'agencies'}. Có: {', '.join(known)}.")
        found = read_directory(_directory_path(folder, wanted))
        if not _alive(found, on):
            raise CannotRenew(f"Danh mục {wanted} không có UBND cấp tỉnh và sở nào vào ngày {on:%d/%m/%Y}.")
        return found
    for path in _newest_first(folder, slug(province.name), on.year):
        found = read_directory(path)
        if _alive(found, on):
            return found
    if _alive(old, on):
        return old
    raise CannotRenew(
        f"Chưa có danh mục cơ quan của {province.full_name} dùng được ngày {on:%d/%m/%Y} cho kế hoạch "
        f"{plan.plan.id}: cần tệp agencies/{slug(province.name)}-{on.year}.tsv, hoặc nêu --directory TÊN."
    )


def _directory_path(folder: Path, key: str) -> Path:
    return folder / "agencies" / f"{key}.tsv"


def _newest_first(folder: Path, stem: str, year: int) -> Iterator[Path]:
    """Directories named after the province and a year not after the plan's, the newest first."""
    dated = [(path.stem.removeprefix(f"{stem}-"), path) for path in (folder / "agencies").glob(f"{stem}-*.tsv")]
    usable = [(int(tail), path) for tail, path in dated if tail.isdigit() and int(tail) <= year]
    yield from (path for _, path in sorted(usable, reverse=True))


def _alive(directory: Directory, on: date) -> bool:
    return all(any(True for _ in directory.of_class(klass, on)) for klass in (AgencyClass.UBND_TINH, AgencyClass.SO))
