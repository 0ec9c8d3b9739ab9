"""Activation: a checked plan file becomes rows, all or nothing (R7-R12)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from config.timezone import end_of, local_day, start_of
from engine.errors import AlreadyActive
from engine.import_agencies import store_directory
from engine.office import Office
from models.assignment import Assignment
from models.directory import AgencyEntry, Directory
from models.dispatch import ItemKind
from models.kinds import AgencyClass, TimeForm
from models.moves import State
from models.plan import Activity, Need, NeedMode, Plan, PlanState, Section, SectionState, Trigger, TriggerWait
from models.plan_file import ActivityFile, PlanFile
from models.policy import Policy
from models.problem import Problem, Problems
from rules.agency_names import name_key
from rules.check_groups import SAME_LEVEL
from rules.group_phrases import Phrases, expand
from rules.opening import lapse_moment, stuck_moment
from rules.periods import Period, periods
from rules.plan_links import drawn_on
from rules.policies import effective, stored
from rules.tracked import Tracked
from store import agencies, dispatches
from store.insertion import insert_new


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A plan file ready to be activated: checked, with the directory it names."""

    plan: PlanFile
    text: str  #: dạng chuẩn của tệp kế hoạch, lưu cùng kế hoạch
    directory: Directory
    phrases: Phrases
    policy: Policy = field(default_factory=Policy)


@dataclass(frozen=True, slots=True)
class Activated:
    """What an activation made."""

    plan_id: str
    assignments: int
    per_activity: Mapping[str, int]
    items: int


def activate(office: Office, blueprint: Blueprint, at: datetime) -> Activated:
    """Make all rows of the plan in one transaction. Refused: a plan activated before, an agency without an address."""
    header = blueprint.plan.plan
    with office.database.begin() as session:
        if session.get(Plan, header.id) is not None:
            raise AlreadyActive(f"Kế hoạch “{header.id}” đã được kích hoạt. Xem: dondoc plan show {header.id}")
        store_directory(session, blueprint.directory)
        work = _Activation(office, session, blueprint, at)
        work.write()
        work.check_addresses()
        return Activated(header.id, sum(work.counts.values()), work.counts, work.items)


class _Activation:
    """One activation under way; lives for one transaction."""

    def __init__(self, office: Office, session: Session, blueprint: Blueprint, at: datetime) -> None:
        self.office = office
        self.session = session
        self.file = blueprint.plan
        self.header = blueprint.plan.plan
        self.blueprint = blueprint
        self.at = at
        self.counts: dict[str, int] = {}
        self.items = 0
        self.agencies: dict[str, AgencyEntry] = {}
        self._ids: dict[str, int] = {}
        self._single: dict[tuple[str, date], AgencyEntry] = {}

    def write(self) -> None:
        """Plan, triggers, sections, activities, needs, assignments, items."""
        self._write_plan()
        self._write_triggers()
        self._write_sections()
        self._write_needs()
        for section, activity in self.file.activities():
            if activity.tracked:
                rows = self._assignments(section.id, activity)
                self.counts[activity.id] = insert_new(self.session, Assignment, rows)
        self._raise_items()

    def check_addresses(self) -> None:
        """Activation refuses a plan with an agency that has no address."""
        on = max(self.header.issued_on, local_day(self.at))
        book = agencies.addresses(self.session, self.agencies, on)
        silent = [entry for agency, entry in self.agencies.items() if not book.get(agency)]
        if silent:
            raise Problems(
                [
                    Problem(
                        self.header.id, f"cơ quan {entry.id}", f"{entry.name} chưa có địa chỉ thư điện tử.",
                        "Bổ sung bằng: dondoc agency import TỆP (xlsx hoặc csv).", "no-address",
                    )
                    for entry in silent
                ]
            )  # fmt: skip

    def _agency(self, phrase: str, on: date) -> AgencyEntry:
        if (phrase, on) in self._single:
            return self._single[phrase, on]
        found = expand(phrase, self.blueprint.directory, self.blueprint.phrases, self.file.groups, on).members
        if len(found) != 1:
            raise Problems(
                [Problem(self.header.id, f"“{phrase}”", "phải là đúng một cơ quan trong danh mục.", code="one-agency")]
            )
        self._single[phrase, on] = found[0]
        return found[0]

    def _write_plan(self) -> None:
        header = self.header
        on = header.issued_on
        self.owner = self._agency(header.issuer, on)
        self.coordinator = self._agency(header.coordinator, on)
        self.session.add(
            Plan(
                id=header.id, title=header.title, province=header.province, directory=header.directory,
                number=header.number, issued_on=on, issued_assumed=header.issued_assumed,
                first_year=header.years[0], last_year=header.years[1], owner_id=self.owner.id,
                coordinator_id=self.coordinator.id, state=PlanState.ACTIVE, activated_at=self.at,
                document=self.blueprint.text,
                document_hash=hashlib.sha256(self.blueprint.text.encode()).hexdigest(),
            )
        )  # fmt: skip
        self.session.flush()

    def _write_triggers(self) -> None:
        for key, trigger in self.file.triggers.items():
            row = Trigger(plan_id=self.header.id, key=key, title=trigger.title)
            self.session.add(row)
            self.session.flush()
            assert row.id is not None
            self._ids[f"trigger:{key}"] = row.id

    def _write_sections(self) -> None:
        position = 0
        for order, section in enumerate(self.file.sections):
            if not any(activity.tracked for activity in section.activities):
                continue
            row = Section(
                plan_id=self.header.id, key=section.id, position=order + 1, kind=section.kind, title=section.title,
                source=section.source, state=SectionState.WAITING,
            )  # fmt: skip
            self.session.add(row)
            self.session.flush()
            assert row.id is not None
            self._ids[f"section:{section.id}"] = row.id
            for activity in section.activities:
                if activity.tracked:
                    position += 1
                    policy = effective(self.blueprint.policy, self.file.policy, section.policy, activity.policy)
                    self._write_activity(row.id, position, activity, policy)

    def _write_activity(self, section_id: int, position: int, activity: ActivityFile, policy: Policy) -> None:
        applied, read = activity.applied, activity.read
        assert applied is not None
        row = Activity(
            plan_id=self.header.id, section_id=section_id, key=activity.id, position=position, title=activity.title,
            source=activity.source, form=applied.form, requested=activity.requested,
            set_by=activity.set_by or self.header.set_by, days_after=applied.days_after,
            working_days=applied.working_days,
            waits_for_any=bool(activity.waits_for and activity.waits_for.any),
            phrase=read.verbatim if read else "", phrase_line=read.line if read else None,
            outputs=list(activity.outputs), policy=stored(policy),
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        assert row.id is not None
        self._ids[activity.id] = row.id
        if activity.waits_for is not None:
            for key in activity.waits_for.all or activity.waits_for.any:
                self.session.add(TriggerWait(activity_id=row.id, trigger_id=self._ids[f"trigger:{key}"]))

    def _write_needs(self) -> None:
        for _, activity in self.file.activities():
            if not activity.tracked:
                continue
            own = self._ids[activity.id]
            for need in activity.needs.after:
                self._write_need(own, self._ids.get(need.activity), NeedMode.AFTER, own=need.own)
            for target in activity.needs.draws_on:
                for needed in drawn_on(self.file, activity, target):
                    self._write_need(own, self._ids.get(needed), NeedMode.DRAWS_ON, own=False)
        self.session.flush()

    def _write_need(self, activity_id: int, needed_id: int | None, mode: NeedMode, *, own: bool) -> None:
        if needed_id is None or needed_id == activity_id:
            return
        row = {"activity_id": activity_id, "needed_id": needed_id, "mode": mode, "own": own}
        insert_new(self.session, Need, [row])

    def _assignments(self, section: str, activity: ActivityFile) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for period in periods(activity, self.header, self.office.calendar):
            for entry in self._members(activity, period.opens):
                self.agencies[entry.id] = entry
                rows.append(self._assignment(section, activity, period, entry))
        return rows

    def _members(self, activity: ActivityFile, on: date) -> list[AgencyEntry]:
        """R7: all leads of the activity as of a day, each once."""
        found: dict[str, AgencyEntry] = {}
        for phrase in activity.leads:
            expansion = expand(phrase, self.blueprint.directory, self.blueprint.phrases, self.file.groups, on)
            found |= {entry.id: entry for entry in expansion.members}
            if not expansion.members and not expansion.open:
                self._empty_group(activity, phrase, on)
        return list(found.values())

    def _assignment(self, section: str, activity: ActivityFile, period: Period, entry: AgencyEntry) -> dict[str, Any]:
        applied = activity.applied
        assert applied is not None
        ready = max(self.at, start_of(period.opens))
        desk, owed_to = self._desk(activity, entry, period.opens), self._owed_to(activity, entry, period.opens)
        waiting = Tracked(
            applied.form, activity.requested, State.WAITING, period.ends, period.last_day, None, ready, None, None
        )  # fmt: skip
        return {
            "key": f"{self.header.id}/{activity.id}/{entry.id}/{period.key}",
            "plan_id": self.header.id, "section_id": self._ids[f"section:{section}"],
            "activity_id": self._ids[activity.id], "agency_id": entry.id, "period": period.key,
            "form": applied.form, "requested": activity.requested, "state": State.WAITING, "opens": period.opens,
            "ends": period.ends, "hour": applied.hour, "original_due": period.last_day,
            "current_due": period.last_day, "ready_at": ready, "owed_to_id": owed_to, "desk_id": desk,
            "next_action_at": self._first_look(activity, waiting),
            "exhausts_at": end_of(date(self.header.years[1], 12, 31)), "seq": 0,
        }  # fmt: skip

    def _first_look(self, activity: ActivityFile, waiting: Tracked) -> datetime | None:
        """What waits for a trigger is looked at when that is recorded, or when its period lapses or its day passes."""
        if activity.waits_for is not None:
            calendar = self.office.calendar
            return lapse_moment(waiting, calendar) or stuck_moment(waiting, calendar)
        return self.office.calendar.next_sweep(waiting.ready_at)

    def _owed_to(self, activity: ActivityFile, entry: AgencyEntry, on: date) -> str:
        """To whom the result is owed; "UBND cùng cấp" is the committee the agency belongs to."""
        if activity.owed_to is None:
            return self.owner.id
        if name_key(activity.owed_to) == SAME_LEVEL and entry.parent is not None:
            return entry.parent
        return self._agency(activity.owed_to, on).id

    def _desk(self, activity: ActivityFile, entry: AgencyEntry, on: date) -> str:
        """The agency that collects: for a commune the desk of its own district, where the plan says so."""
        phrase = activity.commune_desk or self.header.commune_desk
        if phrase is not None and entry.klass is AgencyClass.UBND_XA:
            directory = self.blueprint.directory
            group = expand(phrase, directory, self.blueprint.phrases, self.file.groups, on)
            for desk in group.members:
                if desk.parent == entry.parent:
                    return desk.id
        return self._agency(activity.desk, on).id if activity.desk is not None else self.coordinator.id

    def _empty_group(self, activity: ActivityFile, phrase: str, on: date) -> None:
        self._raise(
            ItemKind.EMPTY_GROUP, f"{activity.id}:{on.isoformat()}:{phrase}",
            f"“{phrase}” không còn cơ quan nào vào ngày {on:%d/%m/%Y}", f"Hoạt động: {activity.title}",
        )  # fmt: skip

    def _raise_items(self) -> None:
        if self.header.issued_assumed:
            self._raise(
                ItemKind.ASSUMED_DATE, "plan", f"Ngày ban hành {self.header.issued_on:%d/%m/%Y} là giả định",
                "Văn bản không ghi ngày; đề nghị xác nhận.",
            )  # fmt: skip
        for _, activity in self.file.activities():
            if activity.tracked and activity.lead_inferred:
                self._raise(
                    ItemKind.LEAD_INFERRED, activity.id, f"Cơ quan chủ trì được suy ra: {', '.join(activity.leads)}",
                    f"Văn bản không nêu cơ quan chủ trì của “{activity.title}”.",
                )  # fmt: skip
            if activity.tracked and activity.applied is not None and activity.applied.form is TimeForm.UNDATED:
                self._raise(
                    ItemKind.SET_DATE, activity.id, f"Chưa có thời hạn: {activity.title}",
                    "Kế hoạch không nêu thời hạn; đề nghị ấn định, hoặc nhập thời hạn của cấp trên.",
                )  # fmt: skip

    def _raise(self, kind: ItemKind, what: str, title: str, detail: str) -> None:
        self.items += dispatches.raise_items(
            self.session,
            [
                {
                    "key": f"{kind.value}:{self.header.id}:{what}", "plan_id": self.header.id, "kind": kind,
                    "title": title, "detail": detail, "raised_at": self.at,
                }
            ],
        )  # fmt: skip


def calendar_span(plan: PlanFile) -> tuple[int, int]:
    """The years a calendar must cover to run the plan: some before its first day, some after its end."""
    first = min(plan.plan.issued_on.year, plan.plan.years[0])
    return first - 1, (date(plan.plan.years[1], 12, 31) + timedelta(days=730)).year
