"""A reading as a page for a person: each value with the words it rests on, where they stand, how sure they are; then
what is wrong with the document, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cli.printing import say
from cli.read_findings import say_findings
from cli.read_plan import draft_counts
from models.reading import AgencyReading, Certainty, HeaderReading, Reading, TaskReading, TimeAlternative, TimeReading
from rules.plan_draft.wording import cycle_text

if TYPE_CHECKING:
    from models.problem import Problem
    from rules.plan_draft import Draft

_TYPES = {
    "ke_hoach": "Kế hoạch", "cong_van": "Công văn", "quyet_dinh": "Quyết định", "chuong_trinh": "Chương trình",
    "phu_luc": "Phụ lục", "chi_thi": "Chỉ thị", "thong_bao": "Thông báo", "huong_dan": "Hướng dẫn",
    "bao_cao": "Báo cáo", "to_trinh": "Tờ trình", "nghi_quyet": "Nghị quyết", "cong_dien": "Công điện",
    "de_an": "Đề án", "ket_luan": "Kết luận",
}  # fmt: skip
#: What most plans do without.
_OFTEN_ABSENT = ("Kính gửi", "Nơi ban hành")
_CERTAINTY = {Certainty.STATED: "", Certainty.LIKELY: "suy ra", Certainty.DOUBTFUL: "cần xem lại"}
_LABEL_WIDTH = 18
#: Longer lists of recipients tell nothing more on a screen; --json has them all.
_LONGEST_VALUE = 160


def say_reading(reading: Reading, draft: Draft | None, findings: list[Problem], document: str) -> None:
    """The whole page; `document` as it was given on the command line."""
    say(f"{reading.name}")
    for line in _header_lines(reading.header):
        say(line)
    core = sum(task.core for task in reading.tasks)
    others = len(reading.tasks) - core
    say()
    say(f"Đọc được {core} nhiệm vụ{f', {others} trách nhiệm chung, đề mục' if others else ''}:")
    for task in reading.tasks:
        say()
        for line in _task_lines(task):
            say(line)
    if reading.notes:
        say()
        say("Lưu ý khi đọc:")
        for note in reading.notes:
            say(f"  - {note}")
    if reading.tasks:
        say()
        say_findings(findings)
    _say_next(draft, document)


def _say_next(draft: Draft | None, document: str) -> None:
    """What an officer can do with it."""
    if draft is None:
        return
    left = f"; {len(draft.to_decide)} điều cần người quyết" if draft.to_decide else ""
    file = f'"{document}"' if " " in document else document
    say()
    say(f"Lập được kế hoạch gồm {draft_counts(draft)}{left}.")
    say("Tiếp theo: so bản đọc này với văn bản, rồi lập tệp kế hoạch để sửa, kiểm tra và kích hoạt:")
    say(f"  dondoc read {file} -o {draft.plan.plan.id}.yaml")


def _header_lines(header: HeaderReading) -> Iterator[str]:
    """The values found, each with its place, and in one line what was not found."""
    rows = list(_header_rows(header))
    for name, value, place in rows:
        if value:
            shown = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE].rsplit(' ', 1)[0]} …"
            yield f"  {name + ':':<{_LABEL_WIDTH}}{shown}{_at(place)}"
    missing = [name.lower() for name, value, _ in rows if not value and name not in _OFTEN_ABSENT]
    if missing:
        yield f"  Không thấy: {', '.join(missing)}."


def _header_rows(header: HeaderReading) -> Iterator[tuple[str, str, str]]:
    """Name, value and place; an empty value was not found."""
    period = f" ({header.period[0]}-{header.period[1]})" if header.period else ""
    values: tuple[tuple[str, str, str | None], ...] = (
        ("Loại văn bản", "title", _TYPES.get(header.doc_type or "", header.doc_type)),
        ("Cơ quan ban hành", "issuer", header.issuer_norm or header.issuer),
        (
            "Số, ký hiệu",
            "number",
            header.number or (f"…/{header.symbol.lstrip('/')} (số để trống)" if header.symbol else None),
        ),
        ("Nơi ban hành", "place", header.place),
        ("Ngày ban hành", "date", _day(header.date)),
        ("Tên văn bản", "title", header.title),
        ("Năm", "title", f"{header.year}{period}" if header.year else None),
        ("Kính gửi", "addressees", "; ".join(header.addressees) or None),
        ("Căn cứ", "legal_bases", "; ".join(header.legal_bases) or None),
        ("Người ký", "signer", _signer(header)),
        ("Nơi nhận", "recipients", "; ".join(header.recipients) or None),
    )
    for name, key, value in values:
        place = header.places.get(key)
        yield name, value or "", str(place) if place and value else ""


def _signer(header: HeaderReading) -> str | None:
    name = header.signer_norm or header.signer
    return " / ".join((*header.signer_role, *((name,) if name else ()))) or None


def _day(date: str | None) -> str | None:
    if date is None:
        return None
    pieces = date.split("-")
    if len(pieces) == 3:
        return "/".join(reversed(pieces))
    return f"tháng {pieces[1]}/{pieces[0]} (ngày để trống)" if len(pieces) == 2 else f"năm {pieces[0]} (ngày để trống)"


def _task_lines(task: TaskReading) -> Iterator[str]:
    number = f"{task.section} " if task.section else ""
    mark = _mark(task.certainty)
    yield f"[{task.id}] {number}{task.title}{_at(str(task.place))}{mark}{'' if task.core else ' (trách nhiệm chung)'}"
    for name, agencies in (("Chủ trì", task.leads), ("Phối hợp", task.coordinators)):
        if agencies:
            yield f"      {name}: {'; '.join(_agency(one) for one in agencies)}"
    if task.outputs:
        yield f"      Sản phẩm: {'; '.join(task.outputs)}"
    for time in task.times:
        yield f"      Thời gian: {_time(time)}"
    absent = [name for name, found in (("cơ quan chủ trì", task.leads), ("thời hạn", task.times)) if not found]
    if absent and task.core:
        yield f"      Không nêu: {', '.join(absent)}"
    if task.channel:
        yield f"      Nơi thu: {task.channel}"
    flags = _flags(task)
    if flags:
        yield f"      Lưu ý: {'; '.join(flags)}"


def _flags(task: TaskReading) -> Sequence[str]:
    said = [
        text for on, text in ((task.requested, "đề nghị (không tính trễ)"), (task.conditional, "có điều kiện")) if on
    ]
    return [*said, *((task.note,) if task.note else ())]


def _agency(agency: AgencyReading) -> str:
    inherited = " (nêu ở câu trên)" if agency.inherited else ""
    return f"“{agency.text}”{inherited}{_mark(agency.certainty)}"


def _time(time: TimeReading) -> str:
    part = f" [{time.part}]" if time.part else ""
    said = _meaning(time)
    if time.time:
        said += f", đến {time.time}"
    others = [told for other in time.alternatives if (told := _meaning(other)) != said]
    unsure = f" (có thể hiểu: {'; '.join(others)})" if time.ambiguous and others and not time.exclusive else ""
    return f"“{time.verbatim}”{part} → {said}{unsure}{_at(str(time.place))}{_mark(time.certainty)}"


def _meaning(time: TimeReading | TimeAlternative) -> str:
    """The face value in words; "trước ngày" is said as the day it still holds on."""
    start, end = _day(time.start), _day(time.end)
    span = (
        f"từ {start} đến {end}"
        if start and end
        else f"từ {start}"
        if start
        else f"chậm nhất hết ngày {end}"
        if end
        else ""
    )
    if time.kind == "trigger":
        return "chờ sự kiện" + _after(time)
    if time.kind == "ongoing":
        return ", ".join(filter(None, ("thường xuyên", span)))
    if time.kind == "recurring":
        return ", ".join(filter(None, (cycle_text(time.recurrence or ""), span)))
    return span or "chưa xác định được ngày"


def _after(time: TimeReading | TimeAlternative) -> str:
    """So many days after the event, where the document says so."""
    if not isinstance(time, TimeReading) or not time.offset_days:
        return ""
    return f", trong {time.offset_days} ngày{' làm việc' if time.working_days else ''}"


def _at(place: str) -> str:
    return f" ({place})" if place else ""


def _mark(certainty: Certainty) -> str:
    word = _CERTAINTY[certainty]
    return f" [{word}]" if word else ""
