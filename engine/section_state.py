"""Where a section stands (R34)."""

from __future__ import annotations

from sqlmodel import Session

from config.timezone import local_day
from models.plan import SectionState
from store import assignments, plans


def settle_section(session: Session, section_id: int) -> SectionState:
    """Open it with its first assignment, close it with its last one; returns the state it is in."""
    section = plans.locked_section(session, section_id)
    if section.opened_on is None:
        first = assignments.left_waiting_at(session, section_id)
        if first is None:
            return section.state
        section.opened_on = local_day(first)
        section.state = SectionState.OPEN
    if section.state is not SectionState.CLOSED and not assignments.section_left(session, section_id):
        last = assignments.section_closed_at(session, section_id)
        if last is not None:
            section.state = SectionState.CLOSED
            section.closed_on = local_day(last)
    session.add(section)
    return section.state
