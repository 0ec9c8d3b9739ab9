"""An amendment that changes days: what moves, what stays, who is told, on both databases (A4-A7, A12)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from engine.accept import accept
from engine.extend import ask_extension
from engine.round import sweep_all
from engine.submit import Sent, submit
from engine.suspend import suspend
from harness.amending import DOCUMENT, Amending, running
from harness.small_office import BY, MAKE_PLAN, at
from models.assignment import AssignmentEvent, Timeliness
from models.dispatch import Dispatch, DispatchState
from models.moves import State
from models.notice import Mail, MailClass
from models.submission import Extension, ExtensionState
from store.database import Database

HEALTH, BUILD = MAKE_PLAN.format("so-y-te"), MAKE_PLAN.format("so-xay-dung")
LATER = ("last_day: 2022-02-28", "last_day: 2022-03-31")
EARLIER = ("last_day: 2022-02-28", "last_day: 2022-02-21")


@pytest.fixture
def plan(database: Database, tmp_path: Path) -> Amending:
    return running(database, tmp_path)


def test_a_later_day_is_an_extension_that_names_the_document(plan: Amending) -> None:
    done = plan.amend("2022-02-10T09:00", LATER)
    assert {fate.value: count for fate, count in done.counts.items()} == {"moved": 2, "kept": 5}
    row = plan.row(HEALTH)
    assert (row.state, row.original_due, row.current_due) == (State.OPEN, date(2022, 2, 28), date(2022, 3, 31))
    assert row.anchored_at == at("2022-02-10T09:00")
    with plan.office.database.read() as session:
        granted = session.exec(select(Extension).where(Extension.assignment_id == row.id)).one()
        minute = session.exec(select(AssignmentEvent).where(AssignmentEvent.what == "amend")).first()
    assert (granted.state, granted.new_date) == (ExtensionState.GRANTED, date(2022, 3, 31))
    named = (granted.document_number, granted.document_date, granted.document_signer)
    assert named == (DOCUMENT.number, DOCUMENT.dated, DOCUMENT.signer)
    assert minute is not None
    assert minute.payload["version"] == 2
    assert minute.payload["changes"] == {"current_due": ["2022-02-28", "2022-03-31"]}


def test_each_agency_whose_day_moved_is_told_once(plan: Amending) -> None:
    plan.amend("2022-02-10T09:00", LATER)
    with plan.office.database.read() as session:
        mails = session.exec(select(Mail).where(Mail.klass == MailClass.ANSWER)).all()
    assert sorted((mail.kind, mail.address) for mail in mails) == [
        ("amended", "dau-moi@so-xay-dung.soc-trang.example"),
        ("amended", "dau-moi@so-y-te.soc-trang.example"),
    ]


def test_who_was_not_told_of_a_duty_is_not_told_of_its_change(database: Database, tmp_path: Path) -> None:
    plan = running(database, tmp_path, until="2022-02-04T07:30")  # before it opens
    plan.amend("2022-02-04T09:00", LATER, dated=date(2022, 2, 4))
    assert plan.row(HEALTH).current_due == date(2022, 3, 31)
    with plan.office.database.read() as session:
        assert session.exec(select(Mail).where(Mail.kind == "amended")).all() == []


def test_an_earlier_day_counts_for_timeliness(plan: Amending) -> None:
    plan.amend("2022-02-10T09:00", EARLIER)
    submit(plan.office, HEALTH, Sent("1/KH"), at("2022-02-22T09:00"), BY)
    accept(plan.office, HEALTH, at("2022-02-22T10:00"), BY)
    row = plan.row(HEALTH)
    assert (row.timeliness, row.timeliness_original) == (Timeliness.LATE, Timeliness.ON_TIME)


def test_a_final_one_stays_as_it_ended(plan: Amending) -> None:
    submit(plan.office, HEALTH, Sent("1/KH"), at("2022-02-10T08:10"), BY)
    accept(plan.office, HEALTH, at("2022-02-10T08:20"), BY)
    before = plan.row(HEALTH).model_dump()
    done = plan.amend("2022-02-10T09:00", LATER)
    assert done.per_activity["make-plan"] == {"kept": 1, "moved": 1}
    assert plan.row(HEALTH).model_dump() == before


@pytest.mark.parametrize("state", [State.SUBMITTED, State.SUSPENDED])
def test_a_submitted_or_suspended_one_keeps_its_state(plan: Amending, state: State) -> None:
    if state is State.SUBMITTED:
        submit(plan.office, HEALTH, Sent("1/KH"), at("2022-02-10T08:10"), BY)
    else:
        suspend(plan.office, HEALTH, "chờ", at("2022-02-10T08:10"), BY)
    plan.amend("2022-02-10T09:00", LATER)
    assert (plan.row(HEALTH).state, plan.row(HEALTH).current_due) == (state, date(2022, 3, 31))


def test_an_open_request_is_superseded(plan: Amending) -> None:
    ask_extension(plan.office, HEALTH, date(2022, 3, 8), "cần thêm", at("2022-02-10T08:10"), BY)
    plan.amend("2022-02-10T09:00", LATER)
    with plan.office.database.read() as session:
        states = session.exec(select(Extension.state).where(Extension.new_date == date(2022, 3, 8))).all()
    assert states == [ExtensionState.SUPERSEDED]
    assert plan.row(HEALTH).current_due == date(2022, 3, 31)


def test_a_late_one_leaves_the_drafts(plan: Amending) -> None:
    sweep_all(plan.office, at("2022-03-04T07:30"))
    with plan.office.database.read() as session:
        assert session.exec(select(Dispatch.state)).all() == [DispatchState.DRAFT]
    plan.amend("2022-03-04T09:00", LATER)
    with plan.office.database.read() as session:
        assert session.exec(select(Dispatch.state)).all() == [DispatchState.VOIDED]


def test_a_day_that_has_passed_is_refused_unless_the_old_one_has_too(plan: Amending) -> None:
    passed = ("last_day: 2022-02-28", "last_day: 2022-02-09")
    plan.refused("2022-02-10T09:00", passed, code="day-passed")
    assert plan.row(HEALTH).current_due == date(2022, 2, 28)
    sweep_all(plan.office, at("2022-03-02T07:30"))
    assert set(plan.amend("2022-03-02T09:00", passed).counts) == {"kept"}
    assert plan.row(HEALTH).current_due == date(2022, 2, 28)


def test_a_new_opening_counts_for_what_has_not_opened(database: Database, tmp_path: Path) -> None:
    plan = running(database, tmp_path, until="2022-02-04T07:30")
    plan.amend("2022-02-04T09:00", ("opens: 2022-02-07", "opens: 2022-02-14"), dated=date(2022, 2, 4))
    sweep_all(plan.office, at("2022-02-11T07:30"))
    assert plan.row(HEALTH).state is State.WAITING
    sweep_all(plan.office, at("2022-02-14T07:30"))
    assert plan.row(HEALTH).opened_at == at("2022-02-14T07:30")


def test_what_has_opened_stays_open(plan: Amending) -> None:
    plan.amend("2022-02-10T09:00", ("opens: 2022-02-07", "opens: 2022-02-14"))
    assert (plan.row(HEALTH).state, plan.row(HEALTH).opens) == (State.OPEN, date(2022, 2, 7))


def test_an_hour_on_the_same_day_replaces_the_old_one(plan: Amending) -> None:
    plan.amend("2022-02-10T09:00", ("2022-02-28}", '2022-02-28, hour: "17:00"}'))
    submit(plan.office, HEALTH, Sent("1/KH"), at("2022-02-28T17:01"), BY)
    accept(plan.office, HEALTH, at("2022-02-28T18:00"), BY)
    assert plan.row(HEALTH).timeliness is Timeliness.LATE


def test_an_hour_on_another_day_is_told_not_to_count(plan: Amending) -> None:
    done = plan.amend("2022-02-10T09:00", ("2022-02-28}", '2022-03-31, hour: "17:00"}'))
    assert [note for note in done.notes if "hết ngày" in note]
    assert plan.row(HEALTH).hour is None


def test_reminders_follow_the_new_day(plan: Amending) -> None:
    plan.amend("2022-02-10T09:00", LATER)
    sweep_all(plan.office, at("2022-03-31T07:30"))
    told = {(kind, anchor) for kind, anchor in plan.notices(HEALTH) if kind != "opened"}
    assert told == {("before", date(2022, 3, 31))}
