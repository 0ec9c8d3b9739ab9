"""Amendment, what a version of the plan calls for: its duties, expanded as of their opening and as of today (A3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.expansion import Membership
from models.plan_file import ActivityFile, PlanFile
from models.terms import Terms
from rules.amendment import Duty
from rules.group_phrases import Phrases
from rules.periods import Period, periods
from rules.working_days import WorkingDays


@dataclass(frozen=True)
class Version:
    """One version of a plan with what is needed to say whom it means."""

    file: PlanFile
    who: Membership
    calendar: WorkingDays
    today: date

    @property
    def tracked(self) -> dict[str, ActivityFile]:
        """Its activities that make duties, by id."""
        return {activity.id: activity for _, activity in self.file.activities() if activity.tracked}

    def cut(self, activity: ActivityFile) -> tuple[Period, ...]:
        """The periods of an activity (R8, R9)."""
        return periods(activity, self.file.plan, self.calendar)

    def duties(self) -> list[Duty]:
        """Every duty, in the order of the document."""
        return [duty for activity in self.tracked.values() for duty in self._of(activity)]

    def nobody(self, activity: ActivityFile, period: Period) -> tuple[str, ...]:
        """Phrases that mean nobody on the day new duties of the period would open."""
        return self.who.members(activity.leads, max(period.opens, self.today)).empty

    def _of(self, activity: ActivityFile) -> Iterator[Duty]:
        applied, terms = activity.applied, Terms.of(activity, self.file.plan)
        assert applied is not None
        for period in self.cut(activity):
            on = max(period.opens, self.today)
            now = {entry.id: entry for entry in self.who.members(activity.leads, on).found}
            then = {entry.id: entry for entry in self.who.members(activity.leads, period.opens).found}
            for entry in (now | then).values():
                yield Duty(
                    activity=activity.id, agency=entry.id, period=period.key, form=applied.form,
                    requested=activity.requested, opens=period.opens, last_day=period.last_day, ends=period.ends,
                    hour=applied.hour, owed_to=self.who.owed_to(terms, entry, on),
                    desk=self.who.desk(terms, entry, on), live=entry.id in now,
                )  # fmt: skip


def joined(running: Phrases, fresh: Phrases) -> Phrases:
    """What the running plan's phrases mean stays; phrases that are new since then come with the new version."""
    added = {key: classes for key, classes in fresh.classes.items() if not running.is_open(key)}
    return Phrases(
        {**added, **running.classes},
        running.open_keys | {key for key in fresh.open_keys if key not in running.classes},
        running.open_prefixes, running.open_suffixes,
        tuple(dict.fromkeys([*running.printed, *fresh.printed])),
    )  # fmt: skip
