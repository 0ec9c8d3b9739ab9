"""Days and moments as people type and read them: dd/mm/yyyy or ISO, always plan-local."""

from __future__ import annotations

import re
from datetime import date, datetime, time

import typer

from config.timezone import LOCAL

_VIETNAMESE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
#: What a day without an hour means for `--now`: offices are open, the digests of 08:00 are due.
_OFFICE_HOUR = time(9)


def read_day(text: str) -> date:
    """A day from the command line."""
    match = _VIETNAMESE.fullmatch(text.strip())
    try:
        if match is not None:
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day)
        return date.fromisoformat(text.strip())
    except ValueError:
        raise typer.BadParameter(f"'{text}' không phải một ngày. Viết 15/02/2022 hoặc 2022-02-15.") from None


def read_moment(text: str) -> datetime:
    """A moment from the command line; without a zone it is plan-local, without an hour 09:00."""
    try:
        if len(text.strip()) <= len("2022-03-01"):
            return datetime.combine(date.fromisoformat(text.strip()), _OFFICE_HOUR, LOCAL)
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise typer.BadParameter(f"'{text}' không phải một thời điểm. Viết 2022-03-01T09:00.") from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=LOCAL)


def day_text(day: date | None) -> str:
    """15/02/2022, or nothing."""
    return f"{day:%d/%m/%Y}" if day is not None else ""


def moment_text(moment: datetime | None) -> str:
    """15/02/2022 08:00, plan-local, or nothing."""
    return f"{moment.astimezone(LOCAL):%d/%m/%Y %H:%M}" if moment is not None else ""
