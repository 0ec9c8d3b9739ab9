"""Cutting an activity into its periods (rules R8-R10, R33 of docs/how-a-plan-runs.md)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.kinds import Recurrence, TimeForm
from models.plan_file import ActivityFile, Applied, PlanHeader
from rules.working_days import WorkingDays

_MONTHS = {Recurrence.YEARLY: 12, Recurrence.HALF_YEARLY: 6, Recurrence.QUARTERLY: 3, Recurrence.MONTHLY: 1}


@dataclass(frozen=True, slots=True)
class Period:
    """One period (kỳ) of an activity."""

    key: str  #: once, 2022, 2022-Q2, 2022-H1, 2022-03
    opens: date
    last_day: date | None  #: ngày cuối cùng còn hợp lệ
    ends: date | None  #: (ongoing) ngày cuối của kỳ: hôm sau thì khép lại


def periods(activity: ActivityFile, header: PlanHeader, calendar: WorkingDays) -> tuple[Period, ...]:
    """The periods in order; none for an untracked activity or one without `applied`."""
    applied = activity.applied
    if applied is None or not activity.tracked:
        return ()
    if applied.form is TimeForm.ONGOING:
        return tuple(_quarters(_stated(activity, applied), applied.until, header))
    if applied.form is TimeForm.DATED and applied.last_day is not None:
        return tuple(_dated(activity, applied, applied.last_day, header, calendar))
    first = date(header.years[0], 1, 1)
    stated = _stated(activity, applied) or first
    if applied.form is TimeForm.TRIGGERED:
        return (Period("once", max(stated, header.issued_on), None, None),)
    years = range(header.years[0], header.years[1] + 1)
    return tuple(Period(str(y), max(stated, date(y, 1, 1), header.issued_on), None, None) for y in years)


def last_days(first: date, every: Recurrence | None, last_year: int) -> Iterator[date]:
    """The last days of a dated activity, from the first on, up to the plan's last year."""
    if every is None:
        yield first
        return
    day, step = first, 0
    while day.year <= last_year:
        yield day
        step += _MONTHS[every]
        day = shifted(first, step)


def shifted(day: date, months: int) -> date:
    """The day `months` later, cut to the length of its month; a month's end stays one (30/06 → 30/09 → 31/12)."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    length = monthrange(year, month + 1)[1]
    at_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, length if at_end else min(day.day, length))


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month - 1) // 3 + 1


def _stated(activity: ActivityFile, applied: Applied) -> date | None:
    """R9: the stated day, else the start of the window the document gives."""
    if applied.opens is not None or activity.read is None:
        return applied.opens
    return activity.read.start


def _dated(
    activity: ActivityFile, applied: Applied, first: date, header: PlanHeader, calendar: WorkingDays
) -> Iterator[Period]:
    stated = _stated(activity, applied)
    for index, day in enumerate(last_days(first, applied.every, header.years[1])):
        if applied.every is not None and day < header.issued_on:
            continue
        if stated is None:
            opens = calendar.first_of_quarter(day)
        else:
            opens = shifted(stated, index * _MONTHS[applied.every]) if applied.every else stated
        yield Period(_key(day, applied.every), max(opens, header.issued_on), day, None)


def _quarters(stated: date | None, until: date | None, header: PlanHeader) -> Iterator[Period]:
    start = max(header.issued_on, date(header.years[0], 1, 1), stated or header.issued_on)
    last = date(header.years[1], 12, 31)
    last = min(last, until) if until is not None else last
    for year in range(start.year, last.year + 1):
        for quarter in range(1, 5):
            opens = max(date(year, 3 * quarter - 2, 1), start)
            ends = min(date(year, 3 * quarter, monthrange(year, 3 * quarter)[1]), last)
            if opens <= ends:
                yield Period(f"{year}-Q{quarter}", opens, None, ends)


def _key(day: date, every: Recurrence | None) -> str:
    match every:
        case None:
            return "once"
        case Recurrence.YEARLY:
            return str(day.year)
        case Recurrence.HALF_YEARLY:
            return f"{day.year}-H{1 if day.month <= 6 else 2}"
        case Recurrence.QUARTERLY:
            return f"{day.year}-Q{quarter_of(day)}"
        case Recurrence.MONTHLY:
            return f"{day.year}-{day.month:02}"
