"""The days of a plan moved on by whole years; what the document said becomes last year's words."""

from __future__ import annotations

from datetime import date

from models.kinds import TimeForm
from models.plan_file import Applied, Read
from rules.periods import shifted

_LONGEST_WHY = 200


def moved(day: date | None, years: int) -> date | None:
    """The same day of a later year; the last day of a month stays one (28/02/2022 → 29/02/2028)."""
    return shifted(day, 12 * years) if day is not None else None


def redated(applied: Applied | None, read: Read | None, years: int, old_year: int) -> Applied | None:
    """What runs, in the new year. There is no new document yet, so its words are kept as the reason only."""
    if applied is None:
        return None
    opens = applied.opens or (read.start if read is not None else None)
    words = f"năm {old_year} ghi “{read.verbatim}”" if read is not None else ""
    why = "; ".join(text for text in (applied.why or "", words) if text)
    return applied.model_copy(
        update={
            "opens": moved(opens, years),
            "last_day": moved(applied.last_day, years),
            "until": moved(applied.until, years),
            "why": _short(why) or None,
        }
    )


def happens_once(applied: Applied | None) -> bool:
    """Dated and not coming back."""
    return applied is not None and applied.form is TimeForm.DATED and applied.every is None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_WHY else f"{text[: _LONGEST_WHY - 1]}…"
