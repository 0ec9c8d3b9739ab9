"""Values as the administration writes them: days, hours, last days, addressees."""

from __future__ import annotations

from datetime import date, datetime

from config.timezone import LOCAL
from notifications.contexts import Decision, Duty, DutyLine, Group, Missing, Submitted


def day(value: date) -> str:
    """`ngày 28/02/2022`."""
    # Not strftime: each line of each digest comes here, and this is four times faster.
    return f"ngày {value.day:02d}/{value.month:02d}/{value.year}"


def moment(value: datetime) -> str:
    """`09 giờ 05 ngày 01/03/2022`, plan-local."""
    return f"{value.astimezone(LOCAL):%H giờ %M ngày %d/%m/%Y}"


def last_day(duty: Duty) -> str:
    """When a duty is due. Without a printed hour the whole last day counts (Civil Code, article 148)."""
    if duty.ongoing:
        return "thường xuyên, báo cáo ngắn theo quý (tự nguyện)"
    if duty.last_day is None:
        return "không quy định thời hạn"
    if duty.hour is not None:
        return f"trước {duty.hour:%H giờ %M} {day(duty.last_day)}"
    return f"hết {day(duty.last_day)}"


def time_left(line: DutyLine, today: date) -> str | None:
    """The words on a line's label; None where there is nothing to count."""
    duty = line.duty
    if duty.requested and line.working_days_late is not None:
        return "chưa nhận được phản hồi" if line.group is Group.UNANSWERED else None
    if line.working_days_late is not None:
        return late("quá hạn", line.working_days_late, line.days_late)
    if duty.last_day is None or line.working_days_left is None:
        return None
    if duty.last_day == today:
        return "ngày đề nghị là hôm nay" if duty.requested else "hạn cuối là hôm nay"
    if line.working_days_left == 0:
        return "hôm nay là ngày làm việc cuối cùng trước hạn"
    return f"còn {line.working_days_left} ngày làm việc"


def late(word: str, working_days: int, days: int | None) -> str:
    """`quá hạn 3 ngày làm việc (5 ngày)`; without a working day only the calendar days are told."""
    if working_days == 0:
        return f"{word} {days} ngày" if days else word
    return f"{word} {working_days} ngày làm việc" + (f" ({days} ngày)" if days else "")


def plan(duty: Duty) -> str:
    """The plan's title, with its number where it has one."""
    return f"{duty.plan_title} (số {duty.plan_number})" if duty.plan_number else duty.plan_title


def time_phrase(duty: Duty) -> str | None:
    """The plan's own words and their place, so that the day can be checked."""
    if duty.time_phrase is None:
        return None
    return f"«{duty.time_phrase}»" + (f", {duty.time_place}" if duty.time_place else "")


def destination(duty: Duty) -> str | None:
    """`gửi UBND tỉnh, qua Sở Tư pháp`."""
    owed_to, through = duty.owed_to, duty.through
    if owed_to and through and owed_to != through:
        return f"gửi {owed_to}, qua {through}"
    one = owed_to or through
    return f"gửi {one}" if one else None


def missing(entry: Missing) -> str:
    """How many results are not there yet, and whose."""
    told = f"{entry.title}: còn {entry.count}/{entry.total} cơ quan chưa gửi"
    if not entry.names:
        return told
    return f"{told} ({', '.join(entry.names)}{', …' if len(entry.names) < entry.count else ''})"


def document(value: Submitted | Decision) -> str | None:
    """`số 45/BC-SYT ngày 01/03/2022`, and who signed where known."""
    parts = []
    if value.number:
        parts.append(f"số {value.number}")
    if value.dated:
        parts.append(day(value.dated))
    told = " ".join(parts)
    if isinstance(value, Decision) and value.signer:
        told = f"{told}, người ký: {value.signer}".lstrip(", ")
    return told or None
