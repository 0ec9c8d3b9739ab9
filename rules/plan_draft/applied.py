"""From a time statement to what will run: windows clipped to the issue date, default days filled in, doubts told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from models.kinds import SectionKind, TimeForm
from models.plan_file import Applied, Read, WaitsFor
from models.reading import TimeAlternative, TimeReading
from rules.plan_draft.duty import Duty
from rules.plan_draft.kind_words import publishes
from rules.plan_draft.recurrence import cycle, parts
from rules.plan_draft.scope import Scope
from rules.plan_draft.texts import bare, plain
from rules.plan_draft.wording import day_text, other_readings

#: Work that goes on by its nature: without a last day it is noted every quarter.
GOES_ON = frozenset({SectionKind.GUIDE, SectionKind.HANDLE_INFORMATION})
#: A window of at least so many days is a whole year.
_YEAR_DAYS = 360


@dataclass(frozen=True, slots=True)
class Timing:
    """What is read, what runs, what it waits for, and what a person must decide about it."""

    applied: Applied
    read: Read | None = None
    waits_for: WaitsFor | None = None
    doubts: tuple[str, ...] = ()


def timing(duty: Duty, scope: Scope) -> Timing:
    """Apply the time of a duty."""
    if duty.time is None:
        return Timing(_without_time(duty))
    found = _BY_KIND[duty.time.kind](duty, duty.time, scope)
    doubts = [*found.doubts]
    if duty.time.ambiguous and not _settled(duty.time):
        doubts.append(other_readings(duty.time))
    last = found.applied.last_day
    if last is not None and last < scope.issued:
        said = plain(duty.time.verbatim, 120)
        doubts.append(f"hạn “{said}” ({day_text(last)}) đã qua trước ngày ban hành {day_text(scope.issued)}.")
    return Timing(found.applied, read_of(duty), found.waits_for, tuple(doubts))


def _settled(said: TimeReading) -> bool:
    """Whether all readings end on one day, or differ only by "trước ngày": the day before it is always kept."""
    safe = said.exclusive and "cham nhat" not in bare(said.verbatim)
    return all(safe or _until(other) == _until(said) for other in said.alternatives) and bool(said.alternatives)


def _until(said: TimeReading | TimeAlternative) -> tuple[str | None, str | None, bool]:
    return said.end, said.recurrence, said.kind in ("ongoing", "none", "trigger")


def read_of(duty: Duty) -> Read | None:
    """The statement as read, beside what runs."""
    said = duty.time
    if said is None:
        return None
    place = said.place if str(said.place) else duty.task.place
    start, end = _span(said)
    return Read(
        verbatim=plain(said.verbatim, 200), line=place.line, kind=said.kind, start=start, end=end,
        recurrence=plain(said.recurrence, 80) if said.recurrence else None,
        place=None if place.line is not None else str(place) or None, certainty=said.certainty,
    )  # fmt: skip


def iso_day(text: str | None) -> date | None:
    """A day of a reading; None for what is no day."""
    try:
        return date.fromisoformat(text) if text and len(text) == len("2022-01-01") else None
    except ValueError:
        return None


def _span(said: TimeReading) -> tuple[date | None, date | None]:
    start, end = iso_day(said.start), iso_day(said.end)
    return (None, end) if start and end and start > end else (start, end)


def _without_time(duty: Duty) -> Applied:
    if duty.kind in GOES_ON and not duty.requested and not publishes(duty.title):
        return Applied(form=TimeForm.ONGOING, why="không nêu thời hạn, việc làm thường xuyên: ghi nhận theo quý")
    return Applied(form=TimeForm.UNDATED, why="văn bản không nêu thời hạn")


def _undated(why: str, *doubts: str) -> Timing:
    return Timing(Applied(form=TimeForm.UNDATED, why=plain(why, 200)), doubts=doubts)


def _window(duty: Duty, said: TimeReading, scope: Scope) -> Timing:
    start, end = _span(said)
    if end is None:
        return _unreadable(said)
    whole_year = start is not None and (end - start).days >= _YEAR_DAYS
    if whole_year and duty.kind in GOES_ON:
        why = "việc làm thường xuyên, văn bản chỉ nêu năm: ghi nhận theo quý"
        return Timing(_going_on(start, end, scope, why))
    return Timing(_dated(start, end, said, scope))


def _by(duty: Duty, said: TimeReading, scope: Scope) -> Timing:  # noqa: ARG001 (one shape for all kinds)
    start, end = _span(said)
    return _unreadable(said) if end is None else Timing(_dated(start, end, said, scope))


def _ongoing(duty: Duty, said: TimeReading, scope: Scope) -> Timing:  # noqa: ARG001
    start, end = _span(said)
    return Timing(_going_on(start, end, scope, None))


def _going_on(start: date | None, end: date | None, scope: Scope, why: str | None) -> Applied:
    opens = start if start and scope.issued < start <= scope.last else None
    until = end if end and max(scope.issued, opens or scope.issued) <= end < scope.last else None
    return Applied(form=TimeForm.ONGOING, opens=opens, until=until, why=why)


def _dated(start: date | None, end: date, said: TimeReading, scope: Scope) -> Applied:
    opens = max(start, scope.issued) if start and max(start, scope.issued) <= end else None
    clipped = start is not None and opens is not None and opens != start
    why = "mở từ ngày ban hành kế hoạch" if clipped else None
    return Applied(form=TimeForm.DATED, opens=opens, last_day=end, hour=_hour(said), why=why)


def _hour(said: TimeReading) -> time | None:
    try:
        return time.fromisoformat(said.time).replace(tzinfo=None) if said.time and ":" in said.time else None
    except ValueError:
        return None


def _trigger(duty: Duty, said: TimeReading, scope: Scope) -> Timing:
    waits = scope.triggers.waits(said, duty.task)
    if waits is None:
        return _unreadable(said)
    days = said.offset_days if said.offset_days and said.offset_days > 0 else None
    applied = Applied(form=TimeForm.TRIGGERED, days_after=days, working_days=said.working_days and days is not None)
    return Timing(applied, waits_for=waits)


def _recurring(duty: Duty, said: TimeReading, scope: Scope) -> Timing:
    named = plain(said.verbatim, 120)
    found = parts(said.recurrence or "YEARLY")
    freq, settings = found[0]
    begins = max(scope.issued, _span(said)[0] or scope.issued)  # "từ năm 2023, hằng năm": no period before that
    run = cycle(freq, settings, begins, scope.years, scope.defaults.yearly_day(duty.kind))
    doubts: list[str] = []
    if len(found) > 1:
        doubts.append(f"“{named}” có nhiều nhịp; mới ghi nhịp đầu ({freq}). Thêm hoạt động cho các nhịp còn lại.")
    if run is None:
        doubts.append(f"“{named}” chưa thể lặp theo kỳ của kế hoạch. Ghi 'applied' cho phù hợp.")
        why = "nhịp lặp không ghi được theo năm, quý, tháng: ghi nhận theo quý"
        return Timing(Applied(form=TimeForm.ONGOING, why=why), doubts=tuple(doubts))
    if not run.printed and duty.kind is SectionKind.REPORT:
        doubts.append(f"báo cáo “{named}” không ghi ngày. Nhập hạn theo chế độ báo cáo (form: dated, every: yearly).")
        return _undated("văn bản chỉ nêu nhịp báo cáo, không ghi ngày", *doubts)
    if not run.printed:
        doubts.append(f"“{named}” không ghi ngày; tạm lấy {day_text(run.last_day)}. Sửa 'last_day' nếu khác.")
    why = None if run.printed else "ngày mặc định: văn bản không ghi ngày trong kỳ"
    opens = run.opens if run.opens and run.opens >= scope.issued else None
    applied = Applied(
        form=TimeForm.DATED, opens=opens, last_day=run.last_day, hour=_hour(said), every=run.every, why=why
    )
    return Timing(applied, doubts=tuple(doubts))


def _none(duty: Duty, said: TimeReading, scope: Scope) -> Timing:  # noqa: ARG001
    named = plain(said.verbatim, 120)
    if said.inherited:
        why = "thời hạn do cấp trên hoặc văn bản khác ấn định"
        return _undated(why, f"“{named}”: nhập hạn theo văn bản được dẫn (form: dated, last_day).")
    if duty.kind in GOES_ON:
        return Timing(
            Applied(form=TimeForm.ONGOING, why=f"“{plain(named, 80)}” không phải thời hạn: ghi nhận theo quý")
        )
    return _undated(f"“{plain(named, 80)}” không nêu ngày", f"“{named}” không nêu ngày: nhập hạn nếu có.")


def _unreadable(said: TimeReading) -> Timing:
    named = plain(said.verbatim, 120)
    return _undated("chưa đọc được ngày cuối", f"chưa đọc được ngày cuối của “{named}”. Ghi 'applied' bằng tay.")


_BY_KIND: dict[str, Callable[[Duty, TimeReading, Scope], Timing]] = {
    "window": _window, "month": _window, "year": _window, "by": _by, "ongoing": _ongoing,
    "trigger": _trigger, "recurring": _recurring, "none": _none,
}  # fmt: skip
