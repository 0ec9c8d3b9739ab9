"""A reading as a page for a person: each value with the words it rests on, where they stand, how sure they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cli.printing import say, table
from models.reading import AgencyReading, Certainty, HeaderReading, Reading, TaskReading, TimeReading

_TYPES = {
    "ke_hoach": "Kế hoạch", "cong_van": "Công văn", "quyet_dinh": "Quyết định", "chuong_trinh": "Chương trình",
    "phu_luc": "Phụ lục", "chi_thi": "Chỉ thị", "thong_bao": "Thông báo", "huong_dan": "Hướng dẫn",
    "bao_cao": "Báo cáo", "to_trinh": "Tờ trình", "nghi_quyet": "Nghị quyết", "cong_dien": "Công điện",
    "de_an": "Đề án", "ket_luan": "Kết luận",
}  # fmt: skip
_CERTAINTY = {Certainty.STATED: "", Certainty.LIKELY: "suy ra", Certainty.DOUBTFUL: "cần xem lại"}
_BLANK = "(không có)"


def say_reading(reading: Reading) -> None:
    """The whole page."""
    table(("Mục", "Giá trị", "Chỗ"), _header_rows(reading.header), f"{reading.name}: phần đầu và phần ký")
    core = [task for task in reading.tasks if task.core]
    say(f"{len(core)} nhiệm vụ có cơ quan hoặc thời hạn, {len(reading.tasks) - len(core)} đề mục và trách nhiệm chung.")
    for task in reading.tasks:
        say()
        for line in _task_lines(task):
            say(line)
    if reading.notes:
        say()
        say("Lưu ý:")
        for note in reading.notes:
            say(f"  • {note}")


def _header_rows(header: HeaderReading) -> Iterator[tuple[str, str, str]]:
    period = f" ({header.period[0]}-{header.period[1]})" if header.period else ""
    values: tuple[tuple[str, str, str | None], ...] = (
        ("Loại văn bản", "title", _TYPES.get(header.doc_type or "", header.doc_type)),
        ("Cơ quan ban hành", "issuer", header.issuer_norm or header.issuer),
        ("Số, ký hiệu", "number", header.number or (f"(để trống) {header.symbol}" if header.symbol else None)),
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
        yield name, value or _BLANK, str(place) if place and value else ""


def _signer(header: HeaderReading) -> str | None:
    name = header.signer_norm or header.signer
    return " / ".join((*header.signer_role, *((name,) if name else ()))) or None


def _day(date: str | None) -> str | None:
    if date is None:
        return None
    pieces = date.split("-")
    blank = {1: "(để trống ngày, tháng) ", 2: "(để trống ngày) ", 3: ""}[len(pieces)]
    return blank + "/".join(reversed(pieces))


def _task_lines(task: TaskReading) -> Iterator[str]:
    number = f"{task.section} " if task.section else ""
    mark = _mark(task.certainty)
    yield f"[{task.id}] {number}{task.title}{_at(str(task.place))}{mark}{'' if task.core else ' (mục chung)'}"
    for name, agencies in (("Chủ trì", task.leads), ("Phối hợp", task.coordinators)):
        if agencies:
            yield f"      {name}: {'; '.join(_agency(one) for one in agencies)}"
    if task.outputs:
        yield f"      Sản phẩm: {'; '.join(task.outputs)}"
    for time in task.times:
        yield f"      Thời gian: {_time(time)}"
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
    days = " đến ".join(filter(None, (_day(time.start), _day(time.end))))
    said = f"từ {days}" if time.start and time.end else f"chậm nhất {_day(time.end)}" if time.end else ""
    pieces = filter(None, (said, f"lúc {time.time}" if time.time else "", time.recurrence or "", _of_kind(time)))
    unsure = ", còn cách hiểu khác" if time.ambiguous else ""
    part = f" [{time.part}]" if time.part else ""
    return f"“{time.verbatim}”{part} → {', '.join(pieces)}{unsure}{_at(str(time.place))}{_mark(time.certainty)}"


def _of_kind(time: TimeReading) -> str:
    if time.kind == "ongoing":
        return "thường xuyên"
    if time.kind == "trigger":
        return "chờ sự kiện"
    return "không xác định được ngày" if time.kind == "none" else ""


def _at(place: str) -> str:
    return f" ({place})" if place else ""


def _mark(certainty: Certainty) -> str:
    word = _CERTAINTY[certainty]
    return f" [{word}]" if word else ""
