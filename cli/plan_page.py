"""How plans are printed: the result of a check, a plan laid out, the difference of two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.days import day_text
from cli.printing import problem_lines, problem_values, say, say_json, table
from models.problem import Problem

if TYPE_CHECKING:
    from engine.outline import ActivityOutline, SectionOutline
    from models.plan_file import PlanFile, PlanHeader
    from rules.plan_diff import Difference, HeaderDifference

CHANGES = {
    "same": "giữ nguyên",
    "added": "thêm",
    "removed": "bỏ",
    "date": "đổi thời hạn",
    "leads": "đổi cơ quan chủ trì",
    "title": "đổi tên",
    "outputs": "đổi sản phẩm",
    "words": "đổi nguyên văn, chỗ trong văn bản",
    "needs": "đổi phụ thuộc",
    "place": "đổi nơi thu, nơi nhận",
    "requested": "đổi giao hoặc đề nghị",
    "set_by": "đổi cấp ấn định thời hạn",
    "policy": "đổi chính sách nhắc việc",
    "section": "chuyển mục",
}

#: What a plan says besides its activities.
HEADER = {
    "title": "tên", "number": "số, ký hiệu", "issued_on": "ngày ban hành", "issued_assumed": "ngày ban hành giả định",
    "years": "năm", "issuer": "cơ quan ban hành", "coordinator": "cơ quan theo dõi", "commune_desk": "nơi thu cấp xã",
    "set_by": "cấp ấn định thời hạn", "legal_bases": "căn cứ", "signer": "người ký", "signer_role": "chức vụ người ký",
    "source": "văn bản nguồn", "province": "tỉnh", "directory": "danh mục cơ quan", "section": "mục",
    "trigger": "sự kiện",
}  # fmt: skip


def say_check(
    path: Path, plan: PlanFile | None, problems: Sequence[Problem], counts: Mapping[str, int], as_json: bool
) -> None:
    """Problems first; the counts only when nothing stands in the way."""
    errors = sum(problem.severity == "error" for problem in problems)
    sections = plan.sections if plan is not None and not errors else ()
    if as_json:
        value: dict[str, Any] = {
            "file": str(path),
            "ok": errors == 0,
            "problems": problem_values(problems),
            "sections": [
                {"id": one.id, "title": one.title, "activities": {part.id: counts[part.id] for part in one.activities}}
                for one in sections
            ],
            "assignments": sum(counts.values()),
        }
        say_json(value)
        return
    if problems:
        say("\n".join(problem_lines(problems)))
    if plan is None or errors:
        say("Chưa thể kích hoạt: xin sửa các lỗi nêu trên rồi kiểm tra lại.")
        return
    rows = [
        (one.id if index == 0 else "", part.id, part.title, counts[part.id] if part.tracked else "–")
        for one in sections
        for index, part in enumerate(one.activities)
    ]
    table(("Mục", "Hoạt động", "Nội dung", "Nhiệm vụ"), rows, right=[3])
    say(f"{plan.plan.id}: {len(sections)} mục, {len(rows)} hoạt động, {sum(counts.values())} nhiệm vụ.")


def say_plan(header: PlanHeader, sections: Sequence[SectionOutline], origin: str, members: bool, as_json: bool) -> None:
    """A whole plan."""
    if as_json:
        value = header.model_dump(mode="json")
        say_json({"plan": value, "origin": origin, "sections": [asdict(section) for section in sections]})
        return
    say(f"{header.title} ({header.id})")
    assumed = " (giả định)" if header.issued_assumed else ""
    say(f"Số {header.number or '…'}, ban hành {day_text(header.issued_on)}{assumed}; {header.issuer}.")
    years = "-".join(str(year) for year in dict.fromkeys(header.years))
    say(f"Theo dõi: {header.coordinator}. Năm {years}. Nguồn: {origin}.")
    for section in sections:
        rows = [_activity(activity) for activity in section.activities]
        title = f"{section.source} {section.title} [{section.id}, {section.kind}]"
        table(("Hoạt động", "Nội dung", "Chủ trì", "Thời hạn áp dụng", "Văn bản ghi", "Cần"), rows, title)
        if members:
            for activity in section.activities:
                _say_members(activity)


def say_differences(
    header: Sequence[HeaderDifference], found: Sequence[Difference], unchanged: bool, as_json: bool
) -> None:
    """What changed: the plan as a whole, then by activity."""
    shown = [one for one in found if unchanged or one.change != "same"]
    same = sum(one.change == "same" for one in found)
    if as_json:
        changes = [asdict(one) for one in shown]
        say_json({"same": same, "header": [asdict(one) for one in header], "changes": changes})
        return
    if header:
        table(("Kế hoạch", "Trước", "Sau"), [(_header_name(one.what), one.before, one.after) for one in header])
    rows = [(CHANGES[one.change], one.activity, one.title, one.before, one.after) for one in shown]
    if rows:
        table(("Thay đổi", "Hoạt động", "Nội dung", "Trước", "Sau"), rows)
    say(f"{len({one.activity for one in found if one.change != 'same'})} hoạt động thay đổi, {same} giữ nguyên.")


def _header_name(what: str) -> str:
    kind, _, key = what.partition(":")
    return f"{HEADER.get(kind, kind)} {key}".strip()


def _activity(one: ActivityOutline) -> tuple[str, ...]:
    leads = "; ".join(_lead_text(lead.phrase, len(lead.members), lead.open, lead.known) for lead in one.leads)
    words = f"“{one.phrase}”" if one.phrase else ""
    line = f" (dòng {one.line})" if one.line is not None else ""
    needs = [*(f"sau {key}" for key in one.after), *(f"dùng {key}" for key in one.draws_on)]
    needs += [f"chờ {key}" for key in one.waits_for]
    return one.id, one.title, leads, _time(one), (words + line).strip(), ", ".join(needs)


def _lead_text(phrase: str, count: int, open_set: bool, known: bool) -> str:
    if not known:
        return f"{phrase} (không hiểu)"
    if open_set:
        return f"{phrase} (tập hợp mở)"
    return phrase if count == 1 else f"{phrase} ({count})"


def _time(one: ActivityOutline) -> str:
    if one.same_as is not None:
        return f"lặp lại của {one.same_as}"
    if not one.tracked:
        return "không theo dõi"
    span = (
        f"{day_text(one.opens)} → {day_text(one.last_day)}"
        if one.last_day is not None
        else _FORMS[one.applied.split()[0]]
    )
    more = f", {one.periods} kỳ" if one.periods > 1 else ""
    return f"{span}{more}{' (đề nghị)' if one.requested else ''}"


_FORMS = {"ongoing": "thường xuyên", "undated": "không nêu thời hạn", "triggered": "chờ sự kiện", "dated": "có hạn"}


def _say_members(one: ActivityOutline) -> None:
    for lead in one.leads:
        if len(lead.members) > 1:
            say(f"  {one.id}, {lead.phrase} ({len(lead.members)}): {'; '.join(lead.members)}")
