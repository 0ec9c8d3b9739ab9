"""Amendment, the frame: header, triggers, sections, activities and needs follow the new version (A4, A10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlmodel import Session

from engine.activate import GIVEN_BY_PLAN
from models.plan import Activity, Need, NeedMode, Plan, Section, SectionState, Trigger, TriggerWait
from models.plan_file import ActivityFile, PlanFile, SectionFile
from models.policy import Policy
from models.terms import Terms
from rules.plan_links import drawn_on
from rules.policies import effective, stored
from store import plans, versions


class Structure:
    """The frame of one plan under amendment; lives for one transaction. Rows that agree are not written."""

    def __init__(self, session: Session, plan: Plan, new: PlanFile, policy: Policy, at: datetime) -> None:
        self.session = session
        self.plan = plan
        self.new = new
        self.policy = policy
        self.at = at
        self.sections = {row.key: row for row in plans.sections(session, plan.id)}
        self.activities = {row.key: row for row in plans.plan_activities(session, plan.id)}
        self.triggers = {row.key: row for row in plans.triggers(session, plan.id)}
        self.changed_policy: set[str] = set()  #: hoạt động đổi chính sách nhắc việc
        self.changed_conditions: set[str] = set()  #: hoạt động đổi sự kiện chờ hoặc phụ thuộc
        self._woken: set[str] = set()  #: sự kiện mà bản mới cho biết đã xảy ra

    def follow(self) -> None:
        """Bring the frame to the new version; assignments of moved activities go with them."""
        self._triggers()
        self._sections()
        self._waits()
        self._needs()
        self.session.flush()
        self._drop_triggers()
        self.session.flush()

    def activity_id(self, activity: str) -> int:
        """The number of an activity."""
        number = self.activities[activity].id
        assert number is not None
        return number

    def _triggers(self) -> None:
        for key, wanted in self.new.triggers.items():
            row = self.triggers.get(key)
            if row is None:
                row = self.triggers[key] = Trigger(plan_id=self.plan.id, key=key, title=wanted.title)
            row.title = wanted.title
            if wanted.happened_on is not None and row.recorded_at is None:  # R45: counts as recorded now
                row.number, row.dated = wanted.number, wanted.happened_on
                row.recorded_at, row.recorded_by = self.at, GIVEN_BY_PLAN
                self._woken.add(key)
            self.session.add(row)
        self.session.flush()

    def _sections(self) -> None:
        position = 0
        for order, wanted in enumerate(self.new.sections):
            tracked = [activity for activity in wanted.activities if activity.tracked]
            if not tracked:
                continue
            row = self._section(wanted, order + 1)
            for activity in tracked:
                position += 1
                self._activity(row, position, wanted, activity)

    def _section(self, wanted: SectionFile, position: int) -> Section:
        row = self.sections.get(wanted.id)
        if row is None:
            row = self.sections[wanted.id] = Section(
                plan_id=self.plan.id, key=wanted.id, position=position, kind=wanted.kind, title=wanted.title,
                source=wanted.source, state=SectionState.WAITING,
            )  # fmt: skip
        _set(row, position=position, title=wanted.title, source=wanted.source)
        self.session.add(row)
        self.session.flush()
        return row

    def _activity(self, section: Section, position: int, wanted: SectionFile, activity: ActivityFile) -> None:
        assert section.id is not None
        policy = stored(effective(self.policy, self.new.policy, wanted.policy, activity.policy))
        values: dict[str, Any] = activity_values(self.new, activity)
        values |= {"position": position, "section_id": section.id}
        row = self.activities.get(activity.id)
        if row is None:
            row = Activity(plan_id=self.plan.id, key=activity.id, policy=policy, **values)
            self.activities[activity.id] = row
        else:
            if row.policy != policy:
                row.policy = policy
                self.changed_policy.add(activity.id)
            if row.waits_for_any != values["waits_for_any"]:
                self.changed_conditions.add(activity.id)
            _set(row, **values)
        self.session.add(row)
        self.session.flush()

    def _waits(self) -> None:
        had: dict[int, set[int]] = {}
        numbers = [row.id for row in self.activities.values() if row.id is not None]
        for activity_id, trigger in plans.waits(self.session, numbers):
            assert trigger.id is not None
            had.setdefault(activity_id, set()).add(trigger.id)
        wanted = {activity.id: activity for _, activity in self.new.activities() if activity.tracked}
        for key, row in self.activities.items():
            assert row.id is not None
            want = self._trigger_ids(wanted.get(key))
            has = had.get(row.id, set())
            if want & {self.triggers[name].id for name in self._woken}:
                self.changed_conditions.add(key)
            if want != has:
                self.changed_conditions.add(key)
                versions.drop_waits(self.session, row.id, sorted(has - want))
                self.session.add_all(
                    [TriggerWait(activity_id=row.id, trigger_id=number) for number in sorted(want - has)]
                )

    def _trigger_ids(self, activity: ActivityFile | None) -> set[int]:
        if activity is None or activity.waits_for is None:
            return set()
        found: set[int] = set()
        for key in activity.waits_for.all or activity.waits_for.any:
            number = self.triggers[key].id
            assert number is not None
            found.add(number)
        return found

    def _needs(self) -> None:
        had = {_need_key(need): need for need in versions.needs(self.session, self.plan.id)}
        want = {_need_key(need): need for need in self._wanted_needs().values()}
        names = {row.id: key for key, row in self.activities.items()}
        for key in had.keys() - want.keys():
            self.session.delete(had[key])
        self.session.flush()
        for key in sorted(want.keys() - had.keys()):
            self.session.add(want[key])
        for key in had.keys() ^ want.keys():
            if key[2] is NeedMode.AFTER:
                self.changed_conditions.add(names[key[0]])
        self.session.info.pop("dependents", None)  # kept by the store for the whole transaction

    def _wanted_needs(self) -> dict[tuple[int, int, NeedMode], Need]:
        """One need per pair and mode, the first one said."""
        tracked = {activity.id: activity for _, activity in self.new.activities() if activity.tracked}
        found: dict[tuple[int, int, NeedMode], Need] = {}
        for activity in tracked.values():
            own = self.activity_id(activity.id)
            for target, mode, same_agency in self._links(activity):
                if target in tracked and target != activity.id:
                    needed = self.activity_id(target)
                    need = Need(activity_id=own, needed_id=needed, mode=mode, own=same_agency)
                    found.setdefault((own, needed, mode), need)
        return found

    def _links(self, activity: ActivityFile) -> Iterator[tuple[str, NeedMode, bool]]:
        for need in activity.needs.after:
            yield need.activity, NeedMode.AFTER, need.own
        for target in activity.needs.draws_on:
            for needed in drawn_on(self.new, activity, target):
                yield needed, NeedMode.DRAWS_ON, False

    def _drop_triggers(self) -> None:
        for key, row in list(self.triggers.items()):
            if key not in self.new.triggers and row.recorded_at is None:
                versions.drop_trigger(self.session, row)
                del self.triggers[key]

    def drop_empty_sections(self) -> None:
        """Once duties have followed their activities: sections to which nothing belongs any more."""
        self.session.flush()
        for key, row in list(self.sections.items()):
            if versions.drop_section(self.session, row):
                del self.sections[key]
        self.session.flush()


def follow_header(plan: Plan, new: PlanFile, owner: str, coordinator: str) -> None:
    """Title, number, days and bodies of the plan (A10)."""
    header = new.plan
    _set(
        plan, title=header.title, number=header.number, issued_on=header.issued_on,
        issued_assumed=header.issued_assumed, first_year=header.years[0], last_year=header.years[1], owner_id=owner,
        coordinator_id=coordinator,
    )  # fmt: skip


def activity_values(file: PlanFile, activity: ActivityFile) -> dict[str, Any]:
    """What an activity's row says besides its place, its policy and its ids."""
    applied, read = activity.applied, activity.read
    assert applied is not None
    return {
        "title": activity.title, "source": activity.source, "form": applied.form, "requested": activity.requested,
        "set_by": activity.set_by or file.plan.set_by, "days_after": applied.days_after,
        "working_days": applied.working_days,
        "waits_for_any": bool(activity.waits_for and activity.waits_for.any),
        "phrase": read.verbatim if read else "", "phrase_line": read.line if read else None,
        "outputs": list(activity.outputs), "terms": Terms.of(activity, file.plan).stored(),
    }  # fmt: skip


def _need_key(need: Need) -> tuple[int, int, NeedMode, bool]:
    return need.activity_id, need.needed_id, need.mode, need.own


def _set(row: object, **values: Any) -> None:
    """Write only what differs, so that rows that agree stay untouched."""
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
