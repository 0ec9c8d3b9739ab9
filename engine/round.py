"""One round over everything: all sections until none is due, then the plans. For commands, flows and simulations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from config.errors import Bug
from engine.advance import Advanced, advance
from engine.close_plan import settle_plan
from engine.office import Office
from store import assignments, plans

#: Passes over the due sections: a closing may wake a successor, which may lapse and wake another. Chains are short.
MOST_PASSES = 50


@dataclass(slots=True)
class SectionRound:
    """What one round did in one section, all its passes together."""

    section_id: int
    plan_id: str
    title: str
    done: Advanced


@dataclass(slots=True)
class Round:
    """What one round did."""

    sections: list[SectionRound] = field(default_factory=list[SectionRound])  #: theo thứ tự của kế hoạch
    closed: list[str] = field(default_factory=list[str])  #: kế hoạch vừa kết thúc
    proposed: list[str] = field(default_factory=list[str])  #: kế hoạch vừa được đề nghị kết thúc

    @property
    def failed(self) -> int:
        """Broken rows met; each is also an item."""
        return sum(section.done.failed for section in self.sections)

    def __bool__(self) -> bool:
        return bool(self.closed or self.proposed or any(section.done for section in self.sections))


def sweep_all(office: Office, now: datetime, plan_id: str | None = None) -> Round:
    """Advance all due sections (of one plan, or all) until none is due, then settle the plans. Idempotent."""
    met: dict[int, SectionRound] = {}
    passes = 0
    while due := _due(office, now, plan_id):
        passes += 1
        if passes > MOST_PASSES:
            raise Bug(f"{len(due)} sections are still due after {MOST_PASSES} passes, for example section {due[0]}")
        for section_id in due:
            _add(_met(office, met, section_id).done, advance(office, section_id, now))
    result = Round([met[section_id] for section_id in sorted(met)])
    _settle(office, now, plan_id, result)
    return result


def _due(office: Office, now: datetime, plan_id: str | None) -> list[int]:
    with office.database.read() as session:
        return assignments.due_sections(session, now, plan_id)


def _met(office: Office, met: dict[int, SectionRound], section_id: int) -> SectionRound:
    if section_id not in met:
        with office.database.read() as session:
            row = plans.section(session, section_id)
            met[section_id] = SectionRound(section_id, row.plan_id, row.title, Advanced())
    return met[section_id]


def _add(total: Advanced, more: Advanced) -> None:
    total.opened += more.opened
    total.notices += more.notices
    total.rungs += more.rungs
    total.lapsed += more.lapsed
    total.failed += more.failed
    total.state = more.state


def _settle(office: Office, now: datetime, plan_id: str | None, result: Round) -> None:
    with office.database.read() as session:
        ending = assignments.plans_to_settle(session, now)
    for ending_id in ending:
        if plan_id is not None and ending_id != plan_id:
            continue
        standing = settle_plan(office, ending_id, now)
        if standing.closed:
            result.closed.append(ending_id)
        elif standing.proposed:
            result.proposed.append(ending_id)
