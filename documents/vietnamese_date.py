"""Dates and small numbers as Vietnamese official documents write them."""

from __future__ import annotations

from datetime import date, datetime

from config.timezone import LOCAL


def official_date(day: date) -> str:
    """ "03/02/2022", "18/5/2020": day below 10 and months 1 and 2 get a 0 (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def table_date(day: date | None) -> str:
    """dd/mm/yyyy of even width for tables; a dash when there is none."""
    return "–" if day is None else f"{day.day:02d}/{day.month:02d}/{day.year}"


def table_moment(moment: datetime) -> str:
    """dd/mm/yyyy HH:MM in plan-local time. `moment` must carry a time zone."""
    local = moment.astimezone(LOCAL)
    return f"{table_date(local.date())} {local.hour:02d}:{local.minute:02d}"


def official_number(number: int) -> str:
    """ "03", "12": numbers below 10 get a leading 0 in official prose."""
    return f"{number:02d}"
