"""What an amendment does to each duty (rules A2-A9 of docs/how-a-plan-runs.md). Decides, changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from models.kinds import TimeForm
from models.moves import FINAL, State
from rules.periods import Period


class Fate(StrEnum):
    """What becomes of one duty."""

    KEPT = "kept"  #: giữ nguyên
    MOVED = "moved"  #: đổi hạn
    WITHDRAWN = "withdrawn"  #: rút
    TO_DECIDE = "to_decide"  #: đã có kết quả gửi: chờ người quyết định
    MADE = "made"  #: giao mới
    REINSTATED = "reinstated"  #: giao lại
    REFUSED = "refused"  #: hạn mới đã qua: không áp dụng được


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty a version of the plan calls for."""

    activity: str
    agency: str
    period: str
    form: TimeForm
    requested: bool
    opens: date
    last_day: date | None
    ends: date | None  #: (ongoing) ngày cuối của kỳ
    hour: time | None
    owed_to: str
    desk: str
    live: bool = True  #: cơ quan thuộc nhóm cả vào ngày sửa đổi: được giao việc mới

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same duty in two versions."""
        return self.activity, self.agency, self.period

    def over(self, today: date) -> bool:
        """Whether nothing of it is left to be done on that day."""
        return over(Period(self.period, self.opens, self.last_day, self.ends), today)


@dataclass(frozen=True, slots=True)
class Held:
    """One duty as the database holds it; `agency` is the one it was first given to."""

    id: int
    activity: str
    agency: str
    period: str
    state: State
    current_due: date | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one duty. `before` is missing for a new one, `after` for a removed one, `held` if no row is."""

    fate: Fate
    held: Held | None
    before: Duty | None
    after: Duty | None

    @property
    def activity(self) -> str:
        """The activity it belongs to."""
        for one in (self.after, self.before, self.held):
            if one is not None:
                return one.activity
        raise ValueError("a verdict about nothing")

    @property
    def hour_changed(self) -> bool:
        """A6: another printed hour on the same day."""
        if self.before is None or self.after is None:
            return False
        return self.before.last_day == self.after.last_day and self.before.hour != self.after.hour

    @property
    def opening_changed(self) -> bool:
        """A7: the two versions open it on different days."""
        return self.before is not None and self.after is not None and self.before.opens != self.after.opens


def over(period: Period, today: date) -> bool:
    """Whether a period lies behind: its last day, its end, or the year it is about (an undated one)."""
    last = period.last_day or period.ends
    if last is not None:
        return last < today
    return period.key.isdigit() and int(period.key) < today.year


def decide(
    old: Sequence[Duty], new: Sequence[Duty], held: Iterable[Held], gone: Collection[str], today: date
) -> list[Verdict]:
    """All duties of both versions that concern a row or make one, in the order of the new version, then the removed.

    `gone`: activities the new version no longer tracks; whatever is left of them is withdrawn (A8).
    """
    rows = {(one.activity, one.agency, one.period): one for one in held}
    found: list[Verdict] = []
    for before, after in _matched(old, new, rows.keys()):
        known = before or after
        assert known is not None
        row = rows.pop(known.key, None)
        fate = _fate(row, before, after, today)
        if fate is not None:
            found.append(Verdict(fate, row, before, after))
    for row in rows.values():
        if row.activity in gone:
            found.append(Verdict(_removed(row), row, None, None))
    return found


def _matched(
    old: Sequence[Duty], new: Sequence[Duty], rows: Collection[tuple[str, str, str]]
) -> Iterator[tuple[Duty | None, Duty | None]]:
    """A3: the same key; else `once` and the year of its last day, unless a row of its own is there already."""
    before = {duty.key: duty for duty in old}
    wanted = {duty.key for duty in new}
    spare = {key: duty for key, duty in before.items() if key not in wanted}
    for duty in new:
        former = before.get(duty.key)
        if former is None and duty.key not in rows:
            former = _twin(duty, spare)
            if former is not None:
                del spare[former.key]
        yield former, duty
    for duty in spare.values():
        yield duty, None


def _twin(duty: Duty, spare: dict[tuple[str, str, str], Duty]) -> Duty | None:
    if duty.period == "once":
        return None if duty.last_day is None else spare.get((duty.activity, duty.agency, str(duty.last_day.year)))
    other = spare.get((duty.activity, duty.agency, "once"))
    if other is None or other.last_day is None or str(other.last_day.year) != duty.period:
        return None
    return other


def _fate(row: Held | None, before: Duty | None, after: Duty | None, today: date) -> Fate | None:
    if row is None:
        return Fate.MADE if after is not None and _to_be_made(before, after, today) else None
    if after is None:
        return _removed(row)
    if row.state is State.WITHDRAWN and before is None:
        return Fate.REINSTATED if after.live and not after.over(today) else Fate.KEPT
    if row.state in FINAL:
        return Fate.KEPT
    former = before.last_day if before is not None else row.current_due
    if former == after.last_day:
        return Fate.KEPT
    if after.last_day is not None and after.last_day < today:
        passed = row.current_due is not None and row.current_due < today
        return Fate.KEPT if passed else Fate.REFUSED
    return Fate.MOVED


def _to_be_made(before: Duty | None, after: Duty, today: date) -> bool:
    """A9; also a period that was over when its activity was added, and no longer is."""
    if not after.live or after.over(today):
        return False
    return before is None or before.over(today)


def _removed(row: Held) -> Fate:
    if row.state in FINAL:
        return Fate.KEPT
    return Fate.TO_DECIDE if row.state is State.SUBMITTED else Fate.WITHDRAWN
