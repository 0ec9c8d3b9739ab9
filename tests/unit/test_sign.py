"""Signing and voiding a draft urging letter: re-checked at the last moment, once only."""

from __future__ import annotations

from datetime import date

import pytest

from engine.errors import NotAllowed
from engine.sign import sign_dispatch, void_dispatch
from engine.submit import Sent, submit
from harness.small_office import BY, MAKE_PLAN, at, small_office
from models.dispatch import DispatchState
from models.moves import State
from store import assignments, dispatches
from store.errors import NotFound

SIGNING = at("2022-03-04T10:00")
SIGNED_ON = date(2022, 3, 4)
Y_TE, XAY_DUNG = MAKE_PLAN.format("so-y-te"), MAKE_PLAN.format("so-xay-dung")


@pytest.fixture
def office(tmp_path):
    """3/3/2022 is the third working day after 28/2: the department's draft names both."""
    office = small_office(tmp_path, "2022-03-03T08:00")
    yield office
    office.database.dispose()


def draft(office):
    with office.database.read() as session:
        return dispatches.dispatch(session, 1)


def set_behind_the_drafts_back(office, key: str, **values) -> None:
    """What another version, or a person with SQL, might have left: the line stands, the duty has moved on."""
    with office.database.begin() as session:
        row = assignments.by_key(session, key)
        for name, value in values.items():
            setattr(row, name, value)
        session.add(row)


def minutes(office, key: str) -> list[tuple[str, str, str]]:
    with office.database.read() as session:
        row = assignments.by_key(session, key)
        return [(event.what, event.actor, event.why) for event in assignments.events_of(session, row.id)]


def test_number_and_day_are_kept_and_written_into_the_minutes(office):
    done = sign_dispatch(office, 1, " 12/STP-XDKT ", SIGNED_ON, SIGNING, BY)
    assert (done.lines, done.struck) == (2, ())
    row = draft(office)
    assert (row.state, row.number, row.signed_on) == (DispatchState.SIGNED, "12/STP-XDKT", SIGNED_ON)
    assert minutes(office, Y_TE)[-1] == ("sign_dispatch", "thử nghiệm", "")


def test_who_delivered_meanwhile_is_not_in_it(office):
    submit(office, Y_TE, Sent(number="1/KH"), at("2022-03-03T15:00"), BY)
    done = sign_dispatch(office, 1, "12/STP", SIGNED_ON, SIGNING, BY)
    assert (done.lines, done.struck) == (1, ())
    assert minutes(office, Y_TE)[-1][0] == "submit"


@pytest.mark.parametrize("values", [{"state": State.SUBMITTED}, {"current_due": date(2022, 3, 31)}])
def test_what_moved_on_unnoticed_is_struck_out_and_named(office, values):
    set_behind_the_drafts_back(office, Y_TE, **values)
    done = sign_dispatch(office, 1, "12/STP", SIGNED_ON, SIGNING, BY)
    assert (done.lines, done.struck) == (1, (f"Sở Y tế ({Y_TE})",))
    with office.database.read() as session:
        assert [line.struck_at for line, row in dispatches.lines(session, 1) if row.key == Y_TE] == [SIGNING]


def test_a_draft_with_nothing_left_is_refused_and_stays(office):
    for key in (Y_TE, XAY_DUNG):
        set_behind_the_drafts_back(office, key, state=State.SUBMITTED)
    with pytest.raises(NotAllowed, match="dondoc dispatch void 1"):
        sign_dispatch(office, 1, "12/STP", SIGNED_ON, SIGNING, BY)
    assert draft(office).state is DispatchState.DRAFT


def test_signing_twice_keeps_the_first(office):
    sign_dispatch(office, 1, "12/STP", SIGNED_ON, SIGNING, BY)
    with pytest.raises(NotAllowed, match="đã ký: 12/STP ngày 04/03/2022"):
        sign_dispatch(office, 1, "13/STP", SIGNED_ON, SIGNING, BY)
    with pytest.raises(NotAllowed, match="đã ký"):
        void_dispatch(office, 1, "nhầm", SIGNING, BY)
    assert draft(office).number == "12/STP"


@pytest.mark.parametrize(
    ("number", "day", "message"),
    [
        ("  ", SIGNED_ON, "ghi số"),
        ("1/STP", date(2022, 3, 2), "từ ngày dự thảo"),
        ("1/STP", date(2022, 3, 5), "đến hôm nay"),
    ],
)
def test_a_signature_without_number_or_on_an_impossible_day(office, number, day, message):
    with pytest.raises(NotAllowed, match=message):
        sign_dispatch(office, 1, number, day, SIGNING, BY)
    assert draft(office).state is DispatchState.DRAFT


def test_voiding_needs_a_reason_and_happens_once(office):
    with pytest.raises(NotAllowed, match="lý do"):
        void_dispatch(office, 1, " ", SIGNING, BY)
    void_dispatch(office, 1, "đã nhắc trong cuộc họp", SIGNING, BY)
    assert draft(office).state is DispatchState.VOIDED
    assert minutes(office, XAY_DUNG)[-1] == ("void_dispatch", "thử nghiệm", "đã nhắc trong cuộc họp")
    with pytest.raises(NotAllowed, match="đã bỏ"):
        sign_dispatch(office, 1, "12/STP", SIGNED_ON, SIGNING, BY)


def test_a_draft_that_is_not_there(office):
    with pytest.raises(NotFound, match="số 99"):
        sign_dispatch(office, 99, "12/STP", SIGNED_ON, SIGNING, BY)
