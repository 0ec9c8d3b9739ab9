"""Activation: a checked plan file becomes rows, all or nothing (R7-R12)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlmodel import Session

from config.timezone import local_day
from engine.errors import AlreadyActive
from engine.expand_period import empty_group
from engine.expansion import Frame, Membership, keep_words, lay_out
from engine.import_agencies import store_directory
from engine.import_successions import store_successions
from engine.office import Office
from models.directory import AgencyEntry, Directory
from models.dispatch import ItemKind
from models.kinds import TimeForm
from models.plan import Activity, Need, NeedMode, Plan, PlanState, Section, SectionState, Trigger, TriggerWait
from models.plan_file import ActivityFile, PlanFile
from models.policy import Policy
from models.problem import Problem, Problems
from models.succession import Succession
from models.terms import Terms
from rules.group_phrases import Phrases, expand
from rules.periods import periods
from rules.plan_links import drawn_on
from rules.policies import effective, stored
from store import agencies, dispatches, successions, versions
from store.insertion import insert_new

#: Who recorded an event that the plan itself gives as past.
GIVEN_BY_PLAN = "kế hoạch"


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A plan file ready to be activated: checked, with the directory it names."""

    plan: PlanFile
    text: str  #: dạng chuẩn của tệp kế hoạch, lưu cùng kế hoạch
    directory: Directory
    phrases: Phrases
    policy: Policy = field(default_factory=Policy)
    successions: tuple[Succession, ...] = ()  #: tệp kế thừa của tỉnh, nếu có


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
        look_at = office.calendar.next_sweep(at)
        store_directory(session, blueprint.directory, look_at)
        store_successions(session, blueprint.successions, look_at)
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
        self._rows: dict[str, Activity] = {}
        self._first_empty: list[Problem] = []

    def write(self) -> None:
        """Plan, triggers, sections, activities, needs, assignments, items."""
        self._write_plan()
        self._write_triggers()
        self._write_sections()
        self._write_needs()
        for section, activity in self.file.activities():
            if activity.tracked:
                self._lay_out(section.id, activity)
        if self._first_empty:
            raise Problems(self._first_empty)
        self._raise_items()

    def check_addresses(self) -> None:
        """Activation refuses a plan with an agency that has no address; one that has ended by then has none (R41)."""
        on = max(self.header.issued_on, local_day(self.at))
        living = {key: entry for key, entry in self.agencies.items() if not self.who.heirs.ended(key, on)}
        book = agencies.addresses(self.session, living, on)
        silent = [entry for agency, entry in living.items() if not book.get(agency)]
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
        found = expand(phrase, self.blueprint.directory, self.blueprint.phrases, self.file.groups, on).members
        if len(found) != 1:
            raise Problems(
                [Problem(self.header.id, f"“{phrase}”", "phải là đúng một cơ quan trong danh mục.", code="one-agency")]
            )
        return found[0]

    def _write_plan(self) -> None:
        header = self.header
        on = header.issued_on
        plan = Plan(
            id=header.id, title=header.title, province=header.province, directory=header.directory,
            number=header.number, issued_on=on, issued_assumed=header.issued_assumed,
            first_year=header.years[0], last_year=header.years[1], owner_id=self._agency(header.issuer, on).id,
            coordinator_id=self._agency(header.coordinator, on).id, state=PlanState.ACTIVE, activated_at=self.at,
            document=self.blueprint.text, document_hash=hashlib.sha256(self.blueprint.text.encode()).hexdigest(),
            succession_at=self.office.calendar.next_sweep(self.at),
        )  # fmt: skip
        directory = self.blueprint.directory
        keep_words(plan, self.file.groups, self.blueprint.phrases)
        heirs = successions.heirs(self.session, directory)
        self.who = Membership(plan, directory, self.blueprint.phrases, self.file.groups, heirs)
        self.session.add(plan)
        self.session.flush()
        versions.record(self.session, plan, header.number, header.issued_on, header.signer, self.at, "")

    def _write_triggers(self) -> None:
        for key, trigger in self.file.triggers.items():
            row = Trigger(plan_id=self.header.id, key=key, title=trigger.title)
            if trigger.happened_on is not None:  # R45: counts as recorded now
                row.number, row.dated = trigger.number, trigger.happened_on
                row.recorded_at, row.recorded_by = self.at, GIVEN_BY_PLAN
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
            outputs=list(activity.outputs), policy=stored(policy), terms=Terms.of(activity, self.header).stored(),
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        assert row.id is not None
        self._ids[activity.id] = row.id
        self._rows[activity.id] = row
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

    def _lay_out(self, section: str, activity: ActivityFile) -> None:
        """R10: periods and duties; nobody to ask in the first period stops the activation."""
        row = self._rows[activity.id]
        cut = periods(activity, self.header, self.office.calendar)
        frame = Frame(self.session, self.who, self.office.calendar, self.at)
        made = lay_out(frame, row, cut, waits=self._unmet(activity))
        self.agencies |= made.agencies
        self.counts[activity.id] = made.made
        for phrase in made.first_empty:
            self._first_empty.append(_nobody(self.header.id, section, activity, phrase, cut[0].opens))
        for period, phrase in made.empty:
            item = empty_group(self.header.id, row, phrase, period.opens, self.at)
            self.items += dispatches.raise_items(self.session, [item])

    def _unmet(self, activity: ActivityFile) -> bool:
        """Whether it waits for events that the plan does not give as past."""
        if activity.waits_for is None:
            return False
        past = [self.file.triggers[key].happened_on is not None for key in activity.waits_for.all]
        return not (past and all(past)) and not any(
            self.file.triggers[key].happened_on is not None for key in activity.waits_for.any
        )

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


def _nobody(plan_id: str, section: str, activity: ActivityFile, phrase: str, on: date) -> Problem:
    return Problem(
        plan_id, f"mục {section}, hoạt động {activity.id}",
        f"“{phrase}” không có cơ quan nào vào ngày {on:%d/%m/%Y}.", "Nêu cơ quan ở mục 'groups'.", "empty-group",
    )  # fmt: skip


def calendar_span(plan: PlanFile) -> tuple[int, int]:
    """The years a calendar must cover to run the plan: some before its first day, some after its end."""
    first = min(plan.plan.issued_on.year, plan.plan.years[0])
    return first - 1, (date(plan.plan.years[1], 12, 31) + timedelta(days=730)).year
