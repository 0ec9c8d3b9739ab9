"""Agencies that end while a plan runs: their duties and roles pass to the heir, or a person is asked (R48-R51)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlmodel import Session

from config.timezone import at, local_day, start_of
from engine.ceased import ask_person, settle_ceased
from engine.expansion import Membership, stored_membership
from engine.handover import Handover
from engine.office import Office
from engine.section_state import settle_section
from models.assignment import Assignment
from models.directory import AgencyEntry
from models.plan import NeedMode, Plan, Role, RoleChange
from models.policy import SWEEP_AT
from models.terms import Terms
from rules.succession import Heir, Takeover, precedence, takeover, takeover_moment
from store import agencies, assignments, plans, successions
from store.insertion import insert_new

_Place = tuple[int, str, str]  #: activity, agency, period


def succeed(office: Office, session: Session, plan: Plan, now: datetime) -> None:
    """Look at every agency that has ended before today; a second look finds nothing. The plan's row is locked."""
    assert plan.succession_at is not None
    work = _Look(office, session, plan, now)
    work.roles()
    work.duties()
    work.desks()
    work.finish()


class _Look:
    """One look of one plan; lives for one transaction."""

    def __init__(self, office: Office, session: Session, plan: Plan, now: datetime) -> None:
        self.office = office
        self.session = session
        self.plan = plan
        self.now = now
        self.day = local_day(now)
        assert plan.succession_at is not None
        self.at = office.calendar.next_sweep(plan.succession_at)  #: nothing that this look does lies before it
        self.who: Membership = stored_membership(session, plan)
        self.heirs = self.who.heirs
        self.hand = Handover(office, session, plan, now)
        self.again: list[datetime] = []
        self.held: dict[str, list[Role]] = defaultdict(list)  #: cơ quan → vai trò chưa có nơi nhận
        self.fresh: set[str] = set()  #: cơ quan vừa có thêm nhiệm vụ phải hỏi
        self.decided: set[str] = set()  #: cơ quan vừa hết việc phải hỏi
        self.touched: set[int] = set()
        self.sections: set[int] = set()

    def roles(self) -> None:
        """R51: owner and coordinator."""
        for role, name in ((Role.OWNER, "owner_id"), (Role.COORDINATOR, "coordinator_id")):
            held: str = getattr(self.plan, name)
            if not self.heirs.ended(held, self.day):
                continue
            heir = self.heirs.of(held, self.day)
            if heir.agency is None:
                self._wait_for(heir)
                self.held[held].append(role)
                continue
            change = {
                "plan_id": self.plan.id, "role": role, "from_id": held, "to_id": heir.agency,
                "at": self._since(held), "why": heir.source,
            }  # fmt: skip
            insert_new(self.session, RoleChange, [change])
            setattr(self.plan, name, heir.agency)
            self.session.add(self.plan)
            self.decided.add(held)

    def duties(self) -> None:
        """R49, R50: each duty moves to the heir, is merged into the heir's own, or waits for a person."""
        rows = successions.bereft(self.session, self.plan.id, self.day)
        entries = self._entries(row.agency_id for row in rows)
        ordered = sorted(
            rows, key=lambda row: (precedence(row.state, row.current_due, entries[row.agency_id].order), row.id)
        )
        heirs = {row.agency_id: self._heir(row.agency_id) for row in ordered}
        wanted = {heir.agency for heir in heirs.values() if heir.agency is not None}
        taken = {_place(row): row for row in successions.of_agencies(self.session, self.plan.id, wanted)}
        for row in ordered:
            moment = self._moment(row, entries[row.agency_id])
            if moment > self.now:
                self.again.append(moment)
            else:
                self._one(row, heirs[row.agency_id], taken, moment)

    def _one(
        self, row: Assignment, heir: Heir, taken: dict[tuple[int, str, str], Assignment], moment: datetime
    ) -> None:
        was = row.agency_id
        if heir.agency == was:  # the directory was corrected: it has not ended after all
            self.decided.add(was)
            self.hand.release(row, moment)
            return
        other = taken.get((row.activity_id, heir.agency, row.period)) if heir.agency is not None else None
        how = takeover(other.state if other is not None else None) if heir.agency is not None else Takeover.ASK
        if how is Takeover.ASK:
            self._wait_for(heir)
            if row.orphaned_at is None:
                self.fresh.add(was)
                self.hand.orphan(row, moment)
            return
        assert heir.agency is not None
        entry = self.heirs.agencies[heir.agency]
        self.touched.add(row.activity_id)
        self.sections.add(row.section_id)
        if row.orphaned_at is not None:
            self.decided.add(was)
        if other is not None:
            self.hand.merge(row, other, entry, heir.source, moment)
            return
        self.hand.move(row, entry, heir.source, moment)
        self._redirect(row, entry)
        taken[_place(row)] = row

    def desks(self) -> None:
        """R51: who collects and to whom it is owed, where that agency has ended."""
        rows = successions.misdirected(self.session, self.plan.id, self.day)
        entries = self._entries(row.agency_id for row in rows)
        for row in rows:
            before = row.desk_id, row.owed_to_id
            self._redirect(row, entries[row.agency_id])
            self.hand.note_desk(row, before, self.at)

    def _redirect(self, row: Assignment, entry: AgencyEntry) -> None:
        terms = Terms.load(plans.activity(self.session, row.activity_id).terms)
        on = max(self.day, row.opens)
        row.desk_id = self.who.desk(terms, entry, on)
        row.owed_to_id = self.who.owed_to(terms, entry, on)

    def finish(self) -> None:
        """Items, those that wait for what was moved, sections, and when to look again."""
        self.session.flush()
        asked = self.fresh | self.held.keys()
        for agency in sorted(asked):
            names = [entry.name for entry in self._entries(self.heirs.of(agency, self.day).candidates).values()]
            entry = self._entries([agency])[agency]
            again = agency in self.fresh
            ask_person(self.session, self.plan, entry, self.held[agency], names, self.now, again=again)
        for agency in self.decided - asked:
            settle_ceased(self.session, self.plan, agency, self.now)
        dependents = plans.dependents(self.session, sorted(self.touched), NeedMode.AFTER) if self.touched else ()
        assignments.wake(self.session, sorted({need.activity_id for need in dependents}), None, self.now)
        for section in sorted(self.sections):
            settle_section(self.session, section)
        ends = successions.next_end(self.session, self.day)
        if ends is not None:
            self.again.append(at(ends + timedelta(days=1), SWEEP_AT))  # maybe years ahead of the calendar
        self.plan.succession_at = min(self.again, default=None)
        self.session.add(self.plan)
        self.session.flush()

    def _wait_for(self, heir: Heir) -> None:
        """A successor that is founded later is looked for on its first day."""
        for entry in self._entries(heir.candidates).values():
            if entry.valid_from is not None and entry.valid_from > self.day:
                self.again.append(at(entry.valid_from, SWEEP_AT))

    def _heir(self, agency: str) -> Heir:
        return self.heirs.of(agency, self.day) if self.heirs.ended(agency, self.day) else Heir(agency)

    def _since(self, agency: str) -> datetime:
        """The first sweep after the agency's end, not before this look."""
        valid_to = self.heirs.agencies[agency].valid_to
        assert valid_to is not None
        return max(self.at, self.office.calendar.next_sweep(start_of(valid_to + timedelta(days=1))))

    def _moment(self, row: Assignment, entry: AgencyEntry) -> datetime:
        """R49; what a person was asked about moves when the answer is known."""
        if row.orphaned_at is not None or entry.valid_to is None:
            return self.at
        moment = takeover_moment(entry.valid_to, row.ready_at, row.anchored_at, self.office.calendar)
        return max(self.at, moment)

    def _entries(self, ids: Iterable[str]) -> dict[str, AgencyEntry]:
        wanted = dict.fromkeys(ids)
        known = {key: self.heirs.agencies[key] for key in wanted if key in self.heirs.agencies}
        missing = wanted.keys() - known.keys()
        return known | {key: row.entry() for key, row in agencies.agencies(self.session, missing).items()}


def _place(row: Assignment) -> _Place:
    return row.activity_id, row.agency_id, row.period
