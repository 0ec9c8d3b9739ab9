"""Two services on one PostgreSQL: what one does, the other neither doubles nor loses."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlmodel import select

from engine.accept import accept
from engine.advance import advance
from engine.compose import compose_digests
from engine.errors import NotAllowed
from engine.office import Office
from engine.round import sweep_all
from engine.submit import Sent, submit
from engine.trigger import record_trigger
from harness.small_office import BY, MAKE_PLAN, activate_small, at
from models.assignment import Assignment
from models.notice import Mail, MailLine, Notice, Told
from models.plan import Section, SectionState
from store.database import Database

OPENING = at("2022-02-07T07:30")


@pytest.fixture
def offices(postgres_url: str, tmp_path):
    """Two services, each with connections of its own."""
    first = activate_small(Database(postgres_url), tmp_path)
    second = Office(Database(postgres_url), first.calendar)
    yield first, second
    first.database.dispose()
    second.database.dispose()


def both(offices, act) -> list[object]:
    """The same act by both at the same time; an error is handed back."""

    def run(office: Office) -> object:
        try:
            return act(office)
        except NotAllowed as error:
            return error

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, offices))


def test_sweeping_and_composing_at_once_tell_each_thing_once(offices) -> None:
    both(offices, lambda office: sweep_all(office, OPENING))
    both(offices, lambda office: compose_digests(office, at("2022-02-07T08:00")))
    with offices[0].database.read() as session:
        digests = session.exec(select(Mail.address, Mail.day)).all()
        told = session.exec(select(Notice.id).where(Notice.told == Told.MAILED)).all()
        lines = session.exec(select(MailLine.notice_id)).all()
    assert max(Counter(digests).values()) == 1
    assert len(told) > 0
    assert set(told) == set(lines)


def test_one_section_swept_by_both(offices) -> None:
    with offices[0].database.read() as session:
        section = session.exec(select(Section.id).where(Section.key == "plans")).one()
    done = both(offices, lambda office: advance(office, section, OPENING))
    assert sum(one.opened for one in done) == 2


def test_an_event_is_recorded_once(offices) -> None:
    def record(office: Office) -> object:
        return record_trigger(
            office, "thu-nghiem", "quyet-dinh", "76/QĐ-TTg", date(2022, 1, 14), at("2022-02-08T09:00"), BY
        )

    outcomes = both(offices, record)
    assert sum(isinstance(one, NotAllowed) for one in outcomes) == 1


def test_the_last_two_acceptances_at_once_close_the_section(offices) -> None:
    record_trigger(offices[0], "thu-nghiem", "quyet-dinh", "76/QĐ-TTg", date(2022, 1, 14), at("2022-02-04T09:00"), BY)
    sweep_all(offices[0], OPENING)
    keys = [MAKE_PLAN.format("so-y-te"), MAKE_PLAN.format("so-xay-dung")]
    with offices[0].database.read() as session:
        team = session.exec(select(Assignment.key).where(Assignment.key.contains("set-up-team"))).one()
    for key in (*keys, team):
        submit(offices[0], key, Sent(number="1/KH"), at("2022-02-08T09:00"), BY)
    accept(offices[0], team, at("2022-02-09T09:00"), BY)
    with ThreadPoolExecutor(2) as pool:
        list(
            pool.map(lambda pair: accept(pair[0], pair[1], at("2022-02-09T10:00"), BY), zip(offices, keys, strict=True))
        )
    with offices[0].database.read() as session:
        state = session.exec(select(Section.state).where(Section.key == "plans")).one()
    assert state is SectionState.CLOSED
