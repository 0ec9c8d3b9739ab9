"""How findings speak of days, periods and activities: short, and as an officer writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.plan_file import ActivityFile
from rules.findings import place_of

_QUARTERS = ("I", "II", "III", "IV")
#: Longer lists are cut in the middle.
_SHOWN = 4


def day(value: date) -> str:
    """31/12/2022."""
    return f"{value:%d/%m/%Y}"


def listed(texts: Sequence[str]) -> str:
    """All of a short list; of a long one the first, the last and how many."""
    if len(texts) <= _SHOWN:
        return ", ".join(texts)
    return f"{texts[0]}, {texts[1]} … {texts[-1]} (tất cả {len(texts)})"


def period_text(key: str) -> str:
    """A period as an officer writes it: "2025-Q3" is quý III/2025, "2025-H1" 6 tháng đầu năm 2025, "2025-03" 3/2025."""
    year, _, part = key.partition("-")
    if part[:1] == "Q":
        return f"quý {_QUARTERS[int(part[1:]) - 1]}/{year}"
    if part[:1] == "H":
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    return f"tháng {int(part)}/{year}" if part.isdecimal() else key


def where(activity: ActivityFile, key: str = "") -> str:
    """The place of an activity in the plan file, and in the document it was read from."""
    here = place_of(activity, key)
    if activity.place:
        return f"{here}; văn bản: {activity.place}"
    read_line = activity.read.line if activity.read is not None and key == "applied" else None
    line = read_line or activity.line
    return f"{here}; văn bản: dòng {line}" if line is not None else here


def named(activity: ActivityFile) -> str:
    """An activity in the middle of a sentence."""
    return f"'{activity.id}' ({activity.title})"
