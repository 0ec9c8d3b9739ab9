"""Amendment, looking: what a new version would do to each duty of a running plan. Changes nothing."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime

from pydantic import TypeAdapter
from sqlmodel import Session

from config.timezone import local_day
from engine.activate import Blueprint
from engine.amend_wanted import Version, joined
from engine.errors import NotAllowed
from engine.expand_period import first_agency
from engine.expansion import Membership
from engine.office import Office
from engine.stored_plan import parsed_plan
from models.assignment import Assignment
from models.directory import Directory
from models.kinds import TimeForm
from models.plan import Activity, Plan, PlanState
from models.plan_file import GroupFile, PlanFile
from rules.amendment import Fate, Held, Verdict, decide
from rules.group_phrases import Phrases
from rules.opening import due_after_event
from store import agencies, plans, successions, versions


@dataclass(frozen=True)
class Look:
    """A running plan and the version that is to follow it, both laid out; nothing is changed."""

    plan: Plan
    old: Version
    new: Version
    rows: dict[int, Assignment]
    activities: dict[int, Activity]
    verdicts: tuple[Verdict, ...]
    today: date

    @property
    def per_activity(self) -> dict[str, Counter[Fate]]:
        """How many duties of each activity meet which fate; those that are final already count as kept."""
        found: dict[str, Counter[Fate]] = {}
        for verdict in self.verdicts:
            found.setdefault(verdict.activity, Counter())[verdict.fate] += 1
        return found


def text_hash(text: str) -> str:
    """The hash of a version's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def look(office: Office, session: Session, blueprint: Blueprint, at: datetime, *, lock: bool) -> Look:
    """Lay both versions out and decide about every duty. Refused: a closed plan."""
    plan = versions.present_plan(session, blueprint.plan.plan.id, lock=lock)
    if plan.state is PlanState.CLOSED:
        raise NotAllowed(f"Kế hoạch đã kết thúc ngày {plan.closed_on:%d/%m/%Y}, không sửa đổi được.")
    today = local_day(at)
    file = parsed_plan(plan.document)
    both = _Both(session, plan, file, blueprint, today)
    old = Version(file, both.running(), office.calendar, today)
    new = Version(blueprint.plan, both.coming(), office.calendar, today)
    rows = {row.id: row for row in versions.rows(session, plan.id, lock=lock) if row.id is not None}
    activities = {row.id: row for row in plans.plan_activities(session, plan.id) if row.id is not None}
    held = [_held(row, activities) for row in rows.values()]
    gone = old.tracked.keys() - new.tracked.keys()
    taken = {(activities[row.activity_id].key, row.agency_id, row.period) for row in rows.values()}
    found = [
        _recounted(office, session, old, new, rows, verdict)
        for verdict in decide(old.duties(), new.duties(), held, gone, today)
        # A successor holds the duty of its predecessor: it gets no second one for the same period.
        if verdict.fate is not Fate.MADE or verdict.after is None or verdict.after.key not in taken
    ]
    return Look(plan, old, new, rows, activities, tuple(found), today)


class _Both:
    """Whom the two versions mean: one directory for both, so that only the documents make a difference."""

    def __init__(self, session: Session, plan: Plan, file: PlanFile, blueprint: Blueprint, today: date) -> None:
        self.plan = plan
        self.file = file
        self.blueprint = blueprint
        self.today = today
        self.directory = _merged(agencies.directory(session, plan.directory), blueprint.directory)
        self.heirs = successions.heirs(session, self.directory)

    def running(self) -> Membership:
        """For the version that runs."""
        groups = {name: GroupFile.model_validate(group) for name, group in self.plan.groups.items()}
        return Membership(self.plan, self.directory, running_phrases(self.plan), groups, self.heirs)

    def coming(self) -> Membership:
        """For the version that is to follow; bodies that the document does not change stay as the plan has them."""
        header = self.blueprint.plan.plan
        shadow = _shadow(self.plan, self.blueprint.plan)
        phrases = joined(running_phrases(self.plan), self.blueprint.phrases)
        who = Membership(shadow, self.directory, phrases, self.blueprint.plan.groups, self.heirs)
        if header.issuer != self.file.plan.issuer:
            shadow.owner_id = self._one(who, header.issuer)
        if header.coordinator != self.file.plan.coordinator:
            shadow.coordinator_id = self._one(who, header.coordinator)
        return who

    def _one(self, who: Membership, phrase: str) -> str:
        issued = self.blueprint.plan.plan.issued_on
        found = who.one(phrase, max(issued, self.today)) or who.one(phrase, issued)
        if found is None:
            raise NotAllowed(f"“{phrase}” phải là đúng một cơ quan trong danh mục.")
        return found.id


def running_phrases(plan: Plan) -> Phrases:
    """The phrases under which a plan runs."""
    return TypeAdapter(Phrases).validate_python(plan.phrases)


def _shadow(plan: Plan, file: PlanFile) -> Plan:
    """The plan's row as the new version will have it; never stored."""
    return Plan(
        id=plan.id, title=file.plan.title, province=plan.province, directory=plan.directory,
        issued_on=file.plan.issued_on, first_year=file.plan.years[0], last_year=file.plan.years[1],
        owner_id=plan.owner_id, coordinator_id=plan.coordinator_id, state=plan.state,
        activated_at=plan.activated_at, document="", document_hash="",
    )  # fmt: skip


def _merged(stored: Directory, given: Directory) -> Directory:
    """The directory as it will be stored: what the file says, and stored agencies that it leaves out."""
    if stored.key != given.key:
        return stored
    left = [entry for entry in stored.agencies if entry.id not in given.by_id]
    return Directory.of(given.key, [*given.agencies, *left])


def _held(row: Assignment, activities: dict[int, Activity]) -> Held:
    assert row.id is not None
    activity = activities[row.activity_id].key
    return Held(row.id, activity, first_agency(row), row.period, row.state, row.current_due)


def _recounted(
    office: Office, session: Session, old: Version, new: Version, rows: dict[int, Assignment], verdict: Verdict
) -> Verdict:
    """A5: a triggered duty whose number of days changed, open with the day of the old number."""
    if verdict.fate is not Fate.KEPT or verdict.held is None or verdict.before is None or verdict.after is None:
        return verdict
    before, after = old.tracked[verdict.activity].applied, new.tracked[verdict.activity].applied
    row = rows[verdict.held.id]
    assert before is not None
    assert after is not None
    counts = (before.days_after, before.working_days), (after.days_after, after.working_days)
    if counts[0] == counts[1] or before.days_after is None or after.days_after is None:
        return verdict
    if TimeForm.TRIGGERED not in {before.form, after.form} or row.opened_at is None or row.closed_at is not None:
        return verdict
    events = [
        trigger.dated
        for _, trigger in plans.waits(session, [row.activity_id])
        if trigger.dated is not None and trigger.recorded_at is not None and trigger.recorded_at <= row.opened_at
    ]
    if not events:
        return verdict
    calendar, event = office.calendar, max(events)
    if row.current_due != due_after_event(event, before.days_after, before.working_days, calendar):
        return verdict
    day = due_after_event(event, after.days_after, after.working_days, calendar)
    fate = Fate.MOVED
    if day < new.today:
        fate = Fate.KEPT if row.current_due is not None and row.current_due < new.today else Fate.REFUSED
    return replace(verdict, fate=fate, after=replace(verdict.after, last_day=day))
