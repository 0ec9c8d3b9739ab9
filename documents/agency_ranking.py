"""How the agencies of one class compare: only over what was due, and only with enough of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.outcome import AssignmentRow, Verdict

#: below this number of due assignments a rate says nothing and no rank is given
FEWEST_FOR_A_RATE = 3
_WITH_DAYS_LATE = (Verdict.LATE, Verdict.MISSING)


@dataclass(frozen=True, slots=True)
class AgencyStanding:
    """One agency's counts over a plan."""

    agency: str
    parent: str
    agency_class: str
    assigned: int
    on_time: int
    late: int
    missing: int
    #: working days late, summed
    days_late: int
    returns: int
    #: place within its class; None without a rate
    rank: int | None = None

    @property
    def due(self) -> int:
        """The denominator: assignments whose last day has come."""
        return self.on_time + self.late + self.missing

    @property
    def rate(self) -> float | None:
        """On-time share of the due ones; None below FEWEST_FOR_A_RATE."""
        return self.on_time / self.due if self.due >= FEWEST_FOR_A_RATE else None


def rank_agencies(rows: Sequence[AssignmentRow]) -> list[AgencyStanding]:
    """Classes in order of appearance, agencies best first.

    By on-time rate, then fewest missing, fewest days late, fewest returns; equals share a rank. Agencies
    without a rate follow, those with something missing or late first.
    """
    by_agency: dict[str, list[AssignmentRow]] = {}
    for row in rows:
        by_agency.setdefault(row.agency_key, []).append(row)
    classes = dict.fromkeys(row.agency_class for row in rows)
    standings = [_standing(owned) for owned in by_agency.values()]
    ranked: list[AgencyStanding] = []
    for agency_class in classes:
        ranked += _ranked(one for one in standings if one.agency_class == agency_class)
    return ranked


def _ranked(standings: Iterable[AgencyStanding]) -> list[AgencyStanding]:
    """One class, best first; equals share a rank (1, 1, 3)."""
    ordered = sorted(standings, key=_order)
    ranked: list[AgencyStanding] = []
    for place, one in enumerate(ordered, 1):
        shared = ranked and _order(ranked[-1])[:-1] == _order(one)[:-1]
        rank = ranked[-1].rank if shared else place
        ranked.append(replace(one, rank=None if one.rate is None else rank))
    return ranked


def _order(one: AgencyStanding) -> tuple[bool, float, int, int, int, str]:
    """Sorting key, best first; the last part is only for a fixed order among equals."""
    if one.rate is None:
        return (True, 0.0, -one.missing, -one.days_late, -one.returns, one.agency + one.parent)
    return (False, -one.rate, one.missing, one.days_late, one.returns, one.agency + one.parent)


def _standing(rows: Sequence[AssignmentRow]) -> AgencyStanding:
    first = rows[0]
    counts = Counter(row.timeliness for row in rows)
    return AgencyStanding(
        agency=first.agency,
        parent=first.parent,
        agency_class=first.agency_class,
        assigned=len(rows),
        on_time=counts[Verdict.ON_TIME],
        late=counts[Verdict.LATE],
        missing=counts[Verdict.MISSING],
        days_late=sum(row.working_days_late for row in rows if row.timeliness in _WITH_DAYS_LATE),
        returns=sum(row.returns for row in rows),
    )
