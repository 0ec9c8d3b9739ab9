"""Amendment, what stands in its way: everything at once, each with its place and what one could do (A11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlmodel import Session

from engine.activate import Blueprint
from engine.amend_duties import AmendingDocument
from engine.amend_look import Look
from models.problem import Problem
from rules.amendment import Fate, over
from store import agencies

Found = tuple[str, str, str, str]  #: chỗ, điều sai, cách sửa, mã


def problems(session: Session, seen: Look, document: AmendingDocument, blueprint: Blueprint) -> list[Problem]:
    """A11: everything at once."""
    return [
        Problem(blueprint.plan.plan.id, *found)
        for part in (
            _document(seen, document), _frame(seen), _days(seen), _empty(seen), _keys(seen), _silent(session, seen),
        )
        for found in part
    ]  # fmt: skip


def _document(seen: Look, document: AmendingDocument) -> Iterator[Found]:
    if not document.number.strip() or not document.signer.strip():
        yield "văn bản sửa đổi", "thiếu số hoặc người ký.", "Ghi --number, --date và --signer.", "document"
    if document.dated > seen.today:
        yield "văn bản sửa đổi", f"ngày {document.dated:%d/%m/%Y} ở sau hôm nay.", "Kiểm tra lại --date.", "document"
    issued = seen.new.file.plan.issued_on
    if document.dated < issued and not seen.new.file.plan.issued_assumed:
        message = f"ngày {document.dated:%d/%m/%Y} trước ngày ban hành kế hoạch {issued:%d/%m/%Y}."
        yield "văn bản sửa đổi", message, "Kiểm tra lại --date.", "document"


def _frame(seen: Look) -> Iterator[Found]:
    old, new = seen.old.file, seen.new.file
    for name, before, after in (
        ("directory", old.plan.directory, new.plan.directory), ("province", old.plan.province, new.plan.province),
    ):  # fmt: skip
        if before != after:
            yield name, f"kế hoạch đang chạy dùng “{before}”, không đổi sang “{after}” được.", "", "other-directory"
    kinds = {section.id: section.kind for section in old.sections}
    homes = {activity.id: section for section, activity in old.activities() if activity.tracked}
    for section in new.sections:
        if section.id in kinds and kinds[section.id] is not section.kind:
            message = f"loại việc của mục đổi từ {kinds[section.id].value} sang {section.kind.value}."
            yield f"mục '{section.id}'", message, "Đặt mã mục và mã hoạt động mới.", "section-kind"
        for activity in section.activities:
            home = homes.get(activity.id)
            if home is not None and home.id != section.id and activity.tracked and home.kind is not section.kind:
                message = f"chuyển sang mục '{section.id}' khác loại việc ({section.kind.value})."
                yield f"hoạt động '{activity.id}'", message, "Đặt mã hoạt động mới.", "section-kind"


def _days(seen: Look) -> Iterator[Found]:
    told: set[tuple[str, date | None]] = set()
    for verdict in seen.verdicts:
        day = verdict.after.last_day if verdict.after is not None else None
        if verdict.fate is Fate.REFUSED and day is not None and (verdict.activity, day) not in told:
            told.add((verdict.activity, day))
            message = f"hạn mới {day:%d/%m/%Y} đã qua, không thể áp dụng ngược lại."
            yield f"hoạt động '{verdict.activity}', applied", message, "Chọn ngày từ hôm nay trở đi.", "day-passed"
    for name, activity in seen.new.tracked.items():
        cut = seen.new.cut(activity)
        if name not in seen.old.tracked and cut and all(over(period, seen.today) for period in cut):
            message = "mọi kỳ của hoạt động mới đã qua."
            yield f"hoạt động '{name}', applied", message, "Chọn thời hạn từ hôm nay trở đi.", "day-passed"


def _empty(seen: Look) -> Iterator[Found]:
    """As at activation: nobody to ask in the first period that counts."""
    for name, activity in seen.new.tracked.items():
        left = [period for period in seen.new.cut(activity) if not over(period, seen.today)]
        if name in seen.old.tracked or not left:
            continue
        for phrase in seen.new.nobody(activity, left[0]):
            message = f"“{phrase}” không có cơ quan nào vào ngày {max(left[0].opens, seen.today):%d/%m/%Y}."
            yield f"hoạt động '{name}', leads", message, "Nêu cơ quan ở mục 'groups'.", "empty-group"


def _keys(seen: Look) -> Iterator[Found]:
    """A new duty whose key another row has kept from before its period was renamed (A3)."""
    taken = {row.key for row in seen.rows.values()}
    for verdict in seen.verdicts:
        if verdict.fate is Fate.MADE and verdict.after is not None:
            key = f"{seen.plan.id}/{'/'.join(verdict.after.key)}"
            if key in taken:
                message = f"khóa {key} đã dùng cho một kỳ khác."
                yield f"hoạt động '{verdict.activity}'", message, "Đặt mã hoạt động mới.", "key-taken"


def _silent(session: Session, seen: Look) -> Iterator[Found]:
    made = {Fate.MADE, Fate.REINSTATED}
    wanted = dict.fromkeys(v.after.agency for v in seen.verdicts if v.fate in made and v.after is not None)
    book = agencies.addresses(session, wanted, seen.today)
    for agency in wanted:
        if not book.get(agency):
            name = seen.new.who.heirs.agencies[agency].name
            hint = "Bổ sung bằng: dondoc agency import TỆP (xlsx hoặc csv)."
            yield f"cơ quan {agency}", f"{name} chưa có địa chỉ thư điện tử.", hint, "no-address"
