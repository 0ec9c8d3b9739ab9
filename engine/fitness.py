"""Is this installation fit to run? Looks at files, database and addresses; changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from documents.directory_file import read_directory
from documents.legal_bases_yaml import read_legal_bases
from documents.phrases_yaml import read_phrases
from documents.policy_yaml import read_policy
from documents.two_tier_yaml import read_two_tier
from documents.working_calendar import read_calendar
from engine.blueprint import check_plan
from models.agency import Agency
from models.problem import Problem, Problems
from rules.working_days import Certainty
from store import standing
from store.database import Database
from store.schema_state import SchemaState, schema_state, sqlite_file

#: How many of a long list are named.
NAMED = 8
#: Files of the plans folder that are no plans.
NOT_PLANS = frozenset({"phrases", "policy", "legal_bases", "two_tier"})


class Level(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    WARNING = "warning"  #: chạy được, nên xem
    ERROR = "error"  #: phải sửa
    AGAIN = "again"  #: tạm thời; thử lại sau


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    level: Level
    message: str
    hint: str = ""


def check_files(folder: Path) -> list[Finding]:
    """Phrases, policy, directories and plans of the plans folder."""
    if not folder.is_dir():
        return [Finding("thư mục kế hoạch", Level.ERROR, f"không có thư mục {folder}.", "Đặt DONDOC_PLANS.")]
    found = [
        _read("cụm từ nhóm", read_phrases, folder / "phrases.yaml"),
        _read("chính sách nhắc việc", read_policy, folder / "policy.yaml"),
        _read("hiệu lực văn bản", read_legal_bases, folder / "legal_bases.yaml"),
        _read("sắp xếp hai cấp", read_two_tier, folder / "two_tier.yaml"),
    ]
    found += [_read("danh mục cơ quan", read_directory, path) for path in sorted((folder / "agencies").glob("*.tsv"))]
    plans = [path for path in sorted(folder.glob("*.yaml")) if path.stem not in NOT_PLANS]
    found += [_plan(path, folder) for path in plans]
    if not plans:
        found.append(Finding("kế hoạch", Level.WARNING, f"chưa có tệp kế hoạch nào trong {folder}."))
    return found


def check_calendar(folder: Path, today: date) -> list[Finding]:
    """Days off of this year and the next that nobody has confirmed."""
    try:
        calendar = read_calendar(folder / "calendar", today.year, today.year + 1)
    except Problems as error:
        return [_bad("lịch làm việc", error.problems)]
    found: list[Finding] = []
    for year in (today.year, today.year + 1):
        days = [entry.day for entry in calendar.special.values() if entry.day.year == year]
        unsure = [day for day in days if calendar.special[day].certainty is Certainty.UNCONFIRMED]
        if not (folder / "calendar" / f"{year}.yaml").exists():
            message, level = f"năm {year}: chưa có tệp; ngày nghỉ chỉ được tính theo luật.", Level.WARNING
        elif unsure:
            listed = ", ".join(f"{day:%d/%m}" for day in sorted(unsure))
            message, level = f"năm {year}: chưa xác nhận {listed}.", Level.WARNING
        else:
            message, level = f"năm {year}: {len(days)} ngày nghỉ, làm bù.", Level.OK
        hint = f"Sửa tệp calendar/{year}.yaml khi có thông báo chính thức." if level is Level.WARNING else ""
        found.append(Finding("lịch làm việc", level, message, hint))
    return found


def check_database(database: Database, today: date) -> list[Finding]:
    """Whether it can be reached and fits; then whether everybody who owes something has an address."""
    file = sqlite_file(database.url)
    if file is not None and not Path(file).exists():
        return [Finding("cơ sở dữ liệu", Level.OK, f"{file}: chưa có, sẽ được tạo khi kích hoạt.")]
    try:
        state = schema_state(database)
        if state is not SchemaState.CURRENT:
            return [_SCHEMA[state]]
        with database.read() as session:
            silent = standing.silent_agencies(session, today)
    except SQLAlchemyError as error:
        reason = (str(error).splitlines() or [""])[0]
        return [Finding("cơ sở dữ liệu", Level.ERROR, f"không dùng được: {reason}", "Kiểm tra DONDOC_DATABASE_URL.")]
    return [_SCHEMA[state], _addresses(silent)]


def _addresses(silent: list[Agency]) -> Finding:
    if not silent:
        return Finding("địa chỉ", Level.OK, "mọi cơ quan còn nhiệm vụ đều có địa chỉ thư điện tử.")
    names = ", ".join(agency.name for agency in silent[:NAMED]) + (" …" if len(silent) > NAMED else "")
    message = f"{len(silent)} cơ quan còn nhiệm vụ mà chưa có địa chỉ: {names}"
    return Finding("địa chỉ", Level.ERROR, message, "Bổ sung bằng: dondoc agency import TỆP")


_SCHEMA = {
    SchemaState.CURRENT: Finding("cơ sở dữ liệu", Level.OK, "đúng phiên bản."),
    SchemaState.EMPTY: Finding("cơ sở dữ liệu", Level.OK, "chưa có bảng, sẽ được tạo."),
    SchemaState.OLD: Finding("cơ sở dữ liệu", Level.WARNING, "của phiên bản trước; lệnh kế tiếp sẽ nâng cấp."),
    SchemaState.UNKNOWN: Finding(
        "cơ sở dữ liệu", Level.ERROR, "của một phiên bản mới hơn phần mềm này.", "Cài phiên bản phần mềm mới nhất."
    ),
}


def _read(what: str, reader: object, path: Path) -> Finding:
    assert callable(reader)
    try:
        reader(path)
    except Problems as error:
        return _bad(what, error.problems)
    return Finding(what, Level.OK, path.name)


def _plan(path: Path, folder: Path) -> Finding:
    try:
        checked = check_plan(path, folder)
    except Problems as error:
        return _bad("kế hoạch", error.problems)
    if checked.errors:
        return _bad("kế hoạch", checked.errors)
    notes = f" ({len(checked.problems)} lưu ý)" if checked.problems else ""
    return Finding("kế hoạch", Level.OK, f"{path.name}{notes}")


def _bad(what: str, problems: Sequence[Problem]) -> Finding:
    first = problems[0]
    more = f" (và {len(problems) - 1} lỗi khác)" if len(problems) > 1 else ""
    hint = f"Xem tất cả: dondoc plan check {Path(first.file).stem}" if what == "kế hoạch" else first.hint
    return Finding(what, Level.ERROR, f"{first.file}, {first.place}: {first.message}{more}", hint)
