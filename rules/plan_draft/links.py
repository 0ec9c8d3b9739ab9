"""What an activity draws on, proposed: reports on the work before them, the consolidated report on the reports.

Every link leads to a lower stage of the year's work, so that no circle can arise. A person may change all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.kinds import SectionKind, TimeForm
from models.plan_file import Applied
from rules.plan_draft.duty import Duty
from rules.plan_draft.scope import Scope
from rules.plan_draft.sections import Group
from rules.plan_draft.texts import bare

_WORK = (SectionKind.INSPECT, SectionKind.SURVEY, SectionKind.HANDLE_INFORMATION, SectionKind.TRAIN)
_RESTS_ON: dict[SectionKind, tuple[SectionKind, ...]] = {
    SectionKind.COMPILE_DOCUMENTS: (SectionKind.ISSUE_PLAN,),
    SectionKind.INSPECT: (SectionKind.COMPILE_DOCUMENTS,),
    SectionKind.SURVEY: (SectionKind.COMPILE_DOCUMENTS, SectionKind.INSPECT),
}
_ON_THE_PROVINCE = re.compile(
    r"\b(?:tren co so|can cu|theo) (?:cac )?linh vuc[^.;]{0,60}\b(?:ubnd|uy ban nhan dan|cua)[^.;]{0,12}\btinh\b"
)
_AGENCY, _COORDINATOR, _ISSUER = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """The duties of a draft as the links see them; `applied` is None for what is not tracked."""

    duties: Sequence[Duty]
    applied: Sequence[Applied | None]
    ids: Sequence[str]
    groups: Sequence[Group]
    agencies: Sequence[frozenset[str]]
    scope: Scope

    def draws_on(self, index: int) -> tuple[str, ...]:
        """Ids of activities or sections, each once; empty for what is not tracked."""
        if self.applied[index] is None or self.duties[index].requested:
            return ()
        kind = self.duties[index].kind
        if kind is SectionKind.REPORT:
            return tuple(dict.fromkeys((*self._chain(index), *self._report(index))))
        chosen = self.chosen_before(index)
        if chosen is not None:
            return (self.ids[chosen],)
        return tuple(self._before(index, _RESTS_ON.get(kind, ())))

    def _report(self, index: int) -> list[str]:
        level = self._level(index)
        if level == _ISSUER:
            return [] if self._chain(index) else self._reports_of(_COORDINATOR, index)
        if level == _COORDINATOR:
            return self._reports_of(_AGENCY, index) or self._work(index)
        return self._own_work(index) or self._work(index)

    def _chain(self, index: int) -> list[str]:
        """The part of the same task just before, whose result is passed on."""
        duty = self.duties[index]
        if not duty.chain:
            return []
        before = [one for one in range(index) if self.duties[one].task is duty.task and self._time(one) != duty.time]
        last = self._time(before[-1]) if before else None
        links = [one for one in before if self._time(one) == last and self.applied[one] is not None]
        return [self.ids[one] for one in links if self._level(one) < self._level(index)]

    def _reports_of(self, level: int, index: int) -> list[str]:
        return [
            self.ids[one]
            for one, duty in enumerate(self.duties)
            if duty.kind is SectionKind.REPORT and one != index and self.applied[one] is not None
            and not duty.requested and self._level(one) == level
        ]  # fmt: skip

    def _own_work(self, index: int) -> list[str]:
        """One agency's report draws on what that agency alone leads."""
        mine = self.agencies[index]
        if len(mine) != 1:
            return []
        return [
            self.ids[one]
            for one, duty in enumerate(self.duties)
            if duty.kind in _WORK and self.applied[one] is not None and self.agencies[one] == mine
        ]

    def _work(self, index: int) -> list[str]:
        """All the sections of work, and the dated general duties of the same agencies one by one."""
        end, mine = self._last_day(index), self.agencies[index]
        sections = [
            name
            for kind in _WORK
            for one in self.groups
            if one.kind is kind and self._tracked(one) and (kind is not SectionKind.TRAIN or self._done_by(one, end))
            for name in self._certain(one)
        ]
        general = [
            self.ids[one]
            for one, duty in enumerate(self.duties)
            if duty.kind is SectionKind.GENERAL and self._last_day(one) is not None and not duty.requested
            and mine & self.agencies[one]
        ]  # fmt: skip
        return [*sections, *general]

    def _certain(self, one: Group) -> list[str]:
        """The section; where some of it is done only when needed, the rest of it one by one."""
        if not any(self.duties[index].conditional for index in one.members):
            return [one.id]
        tracked = [index for index in one.members if self.applied[index] is not None]
        return [self.ids[index] for index in tracked if not self.duties[index].conditional]

    def chosen_before(self, index: int) -> int | None:
        """The choice for the whole province that a dated choice of the agencies says it rests on, while it waits."""
        duty, applied = self.duties[index], self.applied[index]
        if duty.kind is not SectionKind.CHOOSE_FIELDS or applied is None or applied.form is not TimeForm.DATED:
            return None
        said = bare(" ".join(one.text for one in self.scope.words.body(duty.task)))
        if not _ON_THE_PROVINCE.search(said):
            return None
        return next((one for one in range(index) if self._waits_as_province(one, duty.kind)), None)

    def _waits_as_province(self, one: int, kind: SectionKind) -> bool:
        applied = self.applied[one]
        waits = applied is not None and applied.form is TimeForm.TRIGGERED
        return waits and self.duties[one].kind is kind and self._level(one) > _AGENCY

    def _done_by(self, one: Group, end: date | None) -> bool:
        """Training held after the report is not what the report rests on."""
        days = self._last_days(one)
        return end is None or not days or max(days) <= end

    def _before(self, index: int, kinds: tuple[SectionKind, ...]) -> list[str]:
        """Sections of those kinds that are to be done by then; only for the coordinator's or one agency's own work."""
        end = self._last_day(index)
        if end is None or len(self.agencies[index]) != 1:
            return []
        return [
            one.id
            for kind in kinds
            for one in self.groups
            if one.kind is kind and (days := self._last_days(one)) and max(days) <= end
        ]

    def _level(self, index: int) -> int:
        book, mine = self.scope.book, self.agencies[index]
        if mine and mine == book.members([self.scope.issuer]):
            return _ISSUER
        return _COORDINATOR if mine and mine == book.members([self.scope.coordinator]) else _AGENCY

    def _tracked(self, one: Group) -> bool:
        return any(self.applied[index] is not None for index in one.members)

    def _last_days(self, one: Group) -> list[date]:
        return [day for index in one.members if (day := self._last_day(index)) is not None]

    def _last_day(self, index: int) -> date | None:
        applied = self.applied[index]
        return applied.last_day if applied is not None and applied.form is TimeForm.DATED else None

    def _time(self, index: int) -> object:
        return self.duties[index].time
