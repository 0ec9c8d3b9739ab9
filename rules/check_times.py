"""Checking a plan's days against its issue date and its years; what the calendar says is the lint's."""

from __future__ import annotations

from models.plan_file import ActivityFile, Applied, PlanFile, PlanHeader
from rules.findings import Findings, place_of
from rules.periods import Period, periods
from rules.working_days import WorkingDays

#: A plan of more years than this is a slip of the pen.
LONGEST_PLAN = 20


def years_fit(header: PlanHeader, calendar: WorkingDays, findings: Findings) -> bool:
    """Whether the plan's years can be reckoned with at all; nothing about days is checked otherwise."""
    first, last = header.years
    if last - first >= LONGEST_PLAN:
        findings.error("years", f"kế hoạch kéo dài {last - first + 1} năm.", "plan-years")
        return False
    if first < calendar.first.year or last > calendar.last.year:
        message = f"chưa có lịch làm việc cho {first}-{last} (có {calendar.first.year}-{calendar.last.year})."
        findings.error("years", message, "no-calendar")
        return False
    return True


def check_times(plan: PlanFile, calendar: WorkingDays, findings: Findings) -> dict[str, tuple[Period, ...]]:
    """Windows, last days and forms of every tracked activity; returns the periods of those that can be cut."""
    if plan.plan.issued_assumed:
        message = f"ngày ban hành {plan.plan.issued_on} là giả định."
        findings.warning("issued_on", message, "assumed-issue-date", "Ghi ngày thật khi biết.")
    cut: dict[str, tuple[Period, ...]] = {}
    for _, activity in plan.activities():
        if not activity.tracked:
            continue
        if activity.applied is None:
            message = "hoạt động được theo dõi mà chưa có 'applied'."
            findings.error(place_of(activity), message, "no-applied", "Thêm 'applied', hoặc 'track: none'.")
        elif _fits(activity, activity.applied, plan.plan, findings):
            cut[activity.id] = periods(activity, plan.plan, calendar)
            if not cut[activity.id]:
                message = "không có kỳ nào trong các năm của kế hoạch."
                findings.error(place_of(activity, "applied"), message, "no-period")
    return cut


def _fits(activity: ActivityFile, applied: Applied, header: PlanHeader, findings: Findings) -> bool:
    """Whether the stated days make sense, so that periods can be cut from them."""
    place, before = place_of(activity, "applied"), len(findings.problems)
    read = activity.read
    opens = applied.opens or (read.start if read else None)
    end = applied.last_day or applied.until
    if opens and end and opens > end:
        findings.error(place, f"kết thúc ngày {end} trước khi bắt đầu ngày {opens}.", "window-order")
    if read and read.start and read.end and read.start > read.end:
        message = f"thời hạn đọc được kết thúc ngày {read.end} trước khi bắt đầu ngày {read.start}."
        findings.error(place_of(activity, "read"), message, "window-order")
    first, last = header.years
    if applied.last_day and not first <= applied.last_day.year <= last:
        message = f"hạn {applied.last_day} nằm ngoài các năm của kế hoạch ({first}-{last})."
        findings.error(place, message, "last-day-outside")
    elif applied.last_day and applied.every is None and applied.last_day < header.issued_on:
        message = f"hạn {applied.last_day} trước ngày ban hành kế hoạch {header.issued_on}."
        findings.error(place, message, "last-day-outside")
    return len(findings.problems) == before
