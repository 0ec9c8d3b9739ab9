"""The sweep itself: idempotent, unstoppable by a broken row, and telling of it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import update
from sqlmodel import func, select

from engine.advance import advance
from engine.compose import compose_digests
from engine.round import sweep_all
from harness.cli_home import SMALL_PLAN
from harness.small_office import at, small_office
from models.assignment import Assignment
from models.dispatch import Item, ItemKind
from models.moves import State
from models.notice import Mail, MailClass, Notice
from models.plan import Activity

OPENING = "2022-02-07T07:30"


def test_a_broken_row_is_seen_and_stops_nobody(tmp_path: Path) -> None:
    office = small_office(tmp_path, OPENING)
    with office.database.begin() as session:
        rows = session.exec(select(Assignment).where(Assignment.state == State.OPEN)).all()
        session.execute(update(Activity).where(Activity.id == rows[0].activity_id).values(policy={"before": "rubbish"}))
        section = rows[0].section_id
        broken = [row for row in rows if row.activity_id == rows[0].activity_id]
    done = advance(office, section, at("2022-02-18T07:30"))
    assert done.failed == len(broken)
    again = advance(office, section, at("2022-02-18T07:30"))
    assert again.failed == 0  # not before the next working day
    with office.database.read() as session:
        items = session.exec(select(Item).where(Item.kind == ItemKind.BROKEN_ROW)).all()
        marked = session.exec(select(func.count()).where(Assignment.broken.is_not(None))).one()
    assert len(items) == marked == len(broken)
    assert "ValidationError" in items[0].detail


def test_a_second_sweep_and_composing_change_nothing(tmp_path: Path) -> None:
    office = small_office(tmp_path, OPENING)
    moment = at("2022-02-18T07:30")

    def rows() -> list[tuple[object, ...]]:
        with office.database.read() as session:
            return [
                *session.exec(select(Notice.id, Notice.told)),
                *session.exec(select(Mail.id, Mail.key, Mail.state)),
                *session.exec(select(Assignment.id, Assignment.seq, Assignment.next_action_at)),
            ]

    sweep_all(office, moment)
    compose_digests(office, at("2022-02-18T08:00"))
    once = rows()
    assert not sweep_all(office, moment)
    assert not compose_digests(office, at("2022-02-18T08:00"))
    assert rows() == once
    assert any(row[0] for row in once)


def test_a_missed_week_gives_one_digest(tmp_path: Path) -> None:
    """Two reminders fall due while nobody sweeps; each address still gets a single digest when the service is back."""
    office = small_office(tmp_path, OPENING)
    compose_digests(office, at("2022-02-07T08:00"))
    sweep_all(office, at("2022-02-25T07:30"))
    compose_digests(office, at("2022-02-25T08:00"))
    with office.database.read() as session:
        digests = session.exec(select(Mail.address, Mail.day).where(Mail.klass == MailClass.DIGEST)).all()
        told = session.exec(select(func.count()).where(Notice.kind == "before", Notice.told == "mailed")).one()
    assert len(digests) == len(set(digests))
    assert len({day for _, day in digests}) == 2
    assert told > len(digests) / 2


def test_a_day_that_passes_while_it_waits_becomes_an_item(tmp_path: Path) -> None:
    """Waiting for an event that never comes: neither late nor forgotten."""
    waiting = SMALL_PLAN.replace("applied: {form: triggered}", "applied: {form: dated, last_day: 2022-03-31}")
    office = small_office(tmp_path, "2022-03-31T07:30", waiting)

    def stuck() -> list[str]:
        with office.database.read() as session:
            return list(session.exec(select(Item.title).where(Item.kind == ItemKind.STUCK)))

    assert stuck() == []
    sweep_all(office, at("2022-04-01T07:30"))
    sweep_all(office, at("2022-05-04T07:30"))
    assert stuck() == ["Hết hạn 31/03/2022 nhưng nhiệm vụ vẫn chờ điều kiện"]
