"""What every rule looks at: the plan, its periods, and who is meant on a day; expanded once, asked many times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from models.directory import AgencyEntry, Directory
from models.plan_file import ActivityFile, PlanFile, SectionFile
from rules.group_phrases import Expansion, Phrases, expand
from rules.periods import Period
from rules.plan_links import drawn_on
from rules.working_days import WorkingDays


@dataclass(frozen=True)
class Scene:
    """One plan under the lint."""

    plan: PlanFile
    directory: Directory
    phrases: Phrases
    calendar: WorkingDays
    cut: Mapping[str, tuple[Period, ...]]  #: hoạt động → các kỳ; chỉ những hoạt động cắt kỳ được
    moves_to: Mapping[str, str] = field(default_factory=dict[str, str])  #: cơ quan → cơ quan kế thừa duy nhất
    _made: dict[tuple[str, date], Expansion] = field(default_factory=dict[tuple[str, date], Expansion])

    @property
    def issued_on(self) -> date:
        """The plan's issue date."""
        return self.plan.plan.issued_on

    def tracked(self) -> Iterator[tuple[SectionFile, ActivityFile, tuple[Period, ...]]]:
        """Every activity that makes assignments, with its section and its periods."""
        for section, activity in self.plan.activities():
            if activity.tracked and activity.applied is not None and activity.id in self.cut:
                yield section, activity, self.cut[activity.id]

    def dated(self, activity_id: str) -> list[date]:
        """The last days of an activity, in order; empty for one without any."""
        return [period.last_day for period in self.cut.get(activity_id, ()) if period.last_day is not None]

    def activity(self, activity_id: str) -> ActivityFile | None:
        """An activity by its id."""
        return next((one for _, one in self.plan.activities() if one.id == activity_id), None)

    def drawn(self, activity: ActivityFile) -> tuple[str, ...]:
        """The activities it draws on (mềm: vẫn bắt đầu đúng ngày), sections spread out, each once."""
        found = (needed for target in activity.needs.draws_on for needed in drawn_on(self.plan, activity, target))
        return tuple(dict.fromkeys(found))

    def expand(self, phrase: str, on: date) -> Expansion:
        """Who is meant by a phrase on a day."""
        key = (phrase, on)
        if key not in self._made:
            self._made[key] = expand(phrase, self.directory, self.phrases, self.plan.groups, on)
        return self._made[key]

    def successor(self, entry: AgencyEntry) -> AgencyEntry | None:
        """The one agency its open duties move to, one step on; None where a person has to decide."""
        target = entry.successor or self.moves_to.get(entry.id)
        return self.directory.by_id.get(target) if target else None
