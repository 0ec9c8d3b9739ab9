"""Who takes over from an agency that has ended, and which duty survives when several meet (R48-R50)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from config.timezone import start_of
from models.directory import AgencyEntry
from models.moves import OUTSTANDING, State
from models.succession import Succession, SuccessionCertainty, SuccessionKind
from rules.working_days import WorkingDays

#: What can still be moved or merged: a submitted one waits for its decision, a final one keeps the old name.
OWED = frozenset({*OUTSTANDING, State.WAITING, State.SUSPENDED})
DIRECTORY_SOURCE = "Danh mục cơ quan"


@dataclass(frozen=True, slots=True)
class Heir:
    """What became of an agency as of a day: the one that took over, or whom a person may choose from."""

    agency: str | None
    via: tuple[Succession, ...] = ()  #: từng bước kế thừa, theo thứ tự
    candidates: tuple[str, ...] = ()  #: nơi có thể nhận, khi không có đúng một

    @property
    def source(self) -> str:
        """The legal source of each step."""
        return "; ".join(dict.fromkeys(step.source for step in self.via))


@dataclass(frozen=True)
class Heirs:
    """Successions and the agencies they name; each question is answered once."""

    agencies: Mapping[str, AgencyEntry]
    successions: Mapping[str, Succession]
    _known: dict[tuple[str, date], Heir] = field(default_factory=dict[tuple[str, date], Heir])

    def ended(self, agency: str, on: date) -> bool:
        """Whether the agency has ended before that day."""
        entry = self.agencies.get(agency)
        return entry is not None and entry.valid_to is not None and entry.valid_to < on

    def of(self, agency: str, on: date) -> Heir:
        """R48: from successor to successor, while there is exactly one, to the one that exists on the day."""
        if (agency, on) not in self._known:
            self._known[agency, on] = self._follow(agency, on)
        return self._known[agency, on]

    def _follow(self, agency: str, on: date) -> Heir:
        via: list[Succession] = []
        seen = {agency}
        while True:
            step = self._step(agency)
            if step is None:
                return Heir(None, tuple(via))
            via.append(step)
            following = step.single
            entry = self.agencies.get(following or "")
            if following is None or entry is None or following in seen:
                return Heir(None, tuple(via), step.successors)
            if entry.valid_on(on):
                return Heir(following, tuple(via))
            if not self.ended(following, on):  # not founded yet
                return Heir(None, tuple(via), step.successors)
            seen.add(following)
            agency = following

    def _step(self, agency: str) -> Succession | None:
        """The imported entry, else what the directory says."""
        found = self.successions.get(agency)
        entry = self.agencies.get(agency)
        if found is not None or entry is None or entry.successor is None or entry.valid_to is None:
            return found
        return Succession(
            agency, (entry.successor,), entry.valid_to + timedelta(days=1), SuccessionKind.MERGED_INTO,
            DIRECTORY_SOURCE, certainty=SuccessionCertainty.COMPUTED,
        )  # fmt: skip


class Takeover(StrEnum):
    """What happens to a duty whose agency ended and has one heir."""

    MOVE = "move"  #: chuyển sang cơ quan kế thừa
    MERGE = "merge"  #: gộp vào nhiệm vụ của cơ quan kế thừa
    ASK = "ask"  #: người quyết định


def takeover(theirs: State | None) -> Takeover:
    """R49: by the state of the heir's own duty of the same activity and period, if it has one."""
    if theirs is None:
        return Takeover.MOVE
    return Takeover.MERGE if theirs in OWED else Takeover.ASK


def precedence(state: State, current_due: date | None, position: int) -> tuple[int, date, int]:
    """Of several duties that meet at one heir the least survives: under way, then waiting, then suspended;
    then the earlier last day; then the order of the directory."""
    rank = 0 if state in OUTSTANDING else 1 if state is State.WAITING else 2
    return rank, current_due or date.max, position


def takeover_moment(
    valid_to: date, ready_at: datetime, anchored_at: datetime | None, calendar: WorkingDays
) -> datetime:
    """R49: the first sweep at which the agency has ended and the duty is ready and anchored."""
    return calendar.next_sweep(max(start_of(valid_to + timedelta(days=1)), ready_at, anchored_at or ready_at))
