"""Which last days of a needed activity belong to which last day of the one that needs it.

Both once: they belong together. One comes back: the days within the same year (half year, quarter, month) of the
needing activity; with nothing in that span there is nothing to compare.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.kinds import Recurrence
from models.plan_file import ActivityFile
from rules.lint.scene import Scene
from rules.periods import quarter_of


def pairs(scene: Scene, mine: ActivityFile, theirs: ActivityFile) -> Iterator[tuple[date, date]]:
    """(last day of mine, earliest last day of theirs in its span), per last day of mine that has one."""
    if mine.applied is None or theirs.applied is None:
        return
    once = mine.applied.every is None and theirs.applied.every is None
    every = mine.applied.every or Recurrence.YEARLY
    days = scene.dated(theirs.id)
    for own in scene.dated(mine.id):
        near = days if once else [day for day in days if _span(day, every) == _span(own, every)]
        if near:
            yield own, min(near)


def _span(day: date, every: Recurrence) -> tuple[int, int]:
    match every:
        case Recurrence.YEARLY:
            return day.year, 0
        case Recurrence.HALF_YEARLY:
            return day.year, (day.month + 5) // 6
        case Recurrence.QUARTERLY:
            return day.year, quarter_of(day)
        case Recurrence.MONTHLY:
            return day.year, day.month
