"""Amendment, writing: the frame, then each duty, then periods, items, sections and the version itself."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from sqlmodel import Session

from config.timezone import start_of
from engine.activate import Blueprint
from engine.amend_duties import AmendingDocument, DutyWriter
from engine.amend_items import follow_items
from engine.amend_look import Look, running_phrases, text_hash
from engine.amend_periods import follow_periods, make_duties
from engine.amend_structure import Structure, follow_header
from engine.amend_wanted import joined
from engine.due import refresh
from engine.expansion import Frame, Membership, keep_words
from engine.import_agencies import store_directory
from engine.import_successions import store_successions
from engine.office import Actor, Office
from engine.section_state import settle_section
from models.moves import FINAL, OUTSTANDING, State
from models.plan import SectionState
from rules.amendment import Fate
from rules.policies import from_stored
from store import assignments, successions, versions


class AmendmentWriter:
    """Writes one amendment that was looked at and has nothing in its way."""

    def __init__(
        self, office: Office, session: Session, seen: Look, blueprint: Blueprint, document: AmendingDocument,
        at: datetime, actor: Actor,
    ) -> None:  # fmt: skip
        self.office = office
        self.session = session
        self.seen = seen
        self.blueprint = blueprint
        self.document = document
        self.at = at
        self.actor = actor
        self.plan = seen.plan
        self.rows = list(seen.rows.values())
        self.last_year = seen.plan.last_year

    def write(self) -> None:
        """Everything, in an order in which each part finds what it refers to."""
        look_at = self.office.calendar.next_sweep(self.at)
        store_directory(self.session, self.blueprint.directory, look_at)
        store_successions(self.session, self.blueprint.successions, look_at)
        self._header()
        structure = Structure(self.session, self.plan, self.blueprint.plan, self.blueprint.policy, self.at)
        structure.follow()
        self._move_sections(structure)
        self._duties(structure)
        self._make(structure)
        successions.look_again(self.session, look_at, self.plan.id)  # a new duty may fall to an agency that has ended
        structure.drop_empty_sections()
        self._changed(structure)
        follow_items(self.session, self.seen, self.blueprint.plan, self.at)
        self._settle(structure)
        versions.record(
            self.session, self.plan, self.document.number, self.document.dated, self.document.signer, self.at,
            self.actor.name,
        )  # fmt: skip
        self.session.flush()

    def _header(self) -> None:
        plan, who = self.plan, self.seen.new.who
        phrases = joined(running_phrases(plan), self.blueprint.phrases)
        follow_header(plan, self.blueprint.plan, who.plan.owner_id, who.plan.coordinator_id)
        keep_words(plan, self.blueprint.plan.groups, phrases)
        plan.version += 1
        plan.document, plan.document_hash = self.blueprint.text, text_hash(self.blueprint.text)
        self.session.add(plan)
        self.session.flush()

    def _move_sections(self, structure: Structure) -> None:
        """The duties of an activity follow it into another section."""
        homes = {row.id: row.section_id for row in structure.activities.values()}
        for row in self.rows:
            if row.section_id != homes[row.activity_id]:
                row.section_id = homes[row.activity_id]
                self.session.add(row)

    def _duties(self, structure: Structure) -> None:
        activities = {row.id: row for row in structure.activities.values() if row.id is not None}
        writer = DutyWriter(
            self.office, self.session, self.plan, activities, self.document, self.at, self.actor
        )  # fmt: skip
        for verdict in self.seen.verdicts:
            if verdict.held is not None:
                writer.write(verdict, self.seen.rows[verdict.held.id])
        self.session.flush()

    def _make(self, structure: Structure) -> None:
        who = self.seen.new.who
        real = Membership(self.plan, who.directory, joined(running_phrases(self.plan), self.blueprint.phrases),
                          self.blueprint.plan.groups, who.heirs)  # fmt: skip
        frame = Frame(self.session, real, self.office.calendar, self.at)
        made = [one.after for one in self.seen.verdicts if one.fate is Fate.MADE and one.after is not None]
        make_duties(frame, made, structure.activities, self.seen.today)
        follow_periods(self.session, self.plan, self.seen.new, structure.activities, frame)

    def _changed(self, structure: Structure) -> None:
        """Rows that no verdict touched, but whose conditions, policy or plan years did change."""
        names = {row.id: key for key, row in structure.activities.items()}
        moved_end = self.plan.last_year != self.last_year
        for row in self.rows:
            key = names[row.activity_id]
            if row.state in FINAL:
                continue
            if key in structure.changed_conditions and row.state is State.WAITING:
                row.ready_at = max(row.ready_at, self.at)  # it was not ready before the document said so
                row.next_action_at = self.office.calendar.next_sweep(self.at)
                self.session.add(row)
            if key in structure.changed_policy and row.state in OUTSTANDING and row.anchored_at is not None:
                row.anchored_at = max(row.anchored_at, start_of(self.seen.today))
            if moved_end or key in structure.changed_policy:
                policy = from_stored(structure.activities[key].policy)
                refresh(self.office, row, policy, self.plan.last_year, self.at)
                self.session.add(row)

    def _settle(self, structure: Structure) -> None:
        """Sections with work again are open again; the others close with their last duty."""
        self.session.flush()
        for section in structure.sections.values():
            assert section.id is not None
            left = assignments.section_left(self.session, section.id)
            if left and section.state is SectionState.CLOSED:
                section.state, section.closed_on = SectionState.OPEN, None
                self.session.add(section)
            self.office.database.last(
                self.session, ("section", section.id), partial(settle_section, self.session, section.id)
            )
        self.session.flush()
