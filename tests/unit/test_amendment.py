"""What an amendment does to one duty, case by case (A3-A9): values in, values out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.kinds import TimeForm
from models.moves import FINAL, State
from rules.amendment import Duty, Fate, Held, decide
from rules.group_phrases import Phrases

TODAY = date(2022, 6, 10)
DUTY = Duty(
    "issue", "so-y-te", "once", TimeForm.DATED, False, date(2022, 2, 7), date(2022, 6, 30), None, None, "ubnd", "stp"
)
LATER = replace(DUTY, last_day=date(2022, 9, 30))
PASSED = replace(DUTY, last_day=date(2022, 6, 9))
QUARTER = replace(DUTY, period="2022-Q3", form=TimeForm.ONGOING, last_day=None, ends=date(2022, 9, 30))
UNDATED = replace(DUTY, period="2022", form=TimeForm.UNDATED, last_day=None)


def held(state: State, due: date | None = DUTY.last_day, period: str = "once") -> Held:
    return Held(1, "issue", "so-y-te", period, state, due)


def fates(old: list[Duty], new: list[Duty], row: Held | None = None, gone: frozenset[str] = frozenset()) -> list[Fate]:
    return [one.fate for one in decide(old, new, [row] if row else [], gone, TODAY)]


@pytest.mark.parametrize("state", State)
def test_the_same_stays(state: State) -> None:
    assert fates([DUTY], [DUTY], held(state)) == [Fate.KEPT]


@pytest.mark.parametrize("state", State)
def test_another_day_moves_what_is_not_final(state: State) -> None:
    assert fates([DUTY], [LATER], held(state)) == [Fate.KEPT if state in FINAL else Fate.MOVED]


@pytest.mark.parametrize("state", State)
def test_removed_is_withdrawn_unless_something_was_sent(state: State) -> None:
    expected = Fate.KEPT if state in FINAL else Fate.TO_DECIDE if state is State.SUBMITTED else Fate.WITHDRAWN
    assert fates([DUTY], [], held(state)) == [expected]


@pytest.mark.parametrize("state", State)
def test_named_again_only_the_withdrawn_one_starts_anew(state: State) -> None:
    expected = Fate.REINSTATED if state is State.WITHDRAWN else Fate.KEPT
    assert fates([], [DUTY], held(state)) == [expected]


def test_named_again_with_another_day_moves_what_was_left_to_a_person() -> None:
    assert fates([], [LATER], held(State.SUBMITTED)) == [Fate.MOVED]


@pytest.mark.parametrize(
    ("duty", "made"),
    [
        (DUTY, [Fate.MADE]), (PASSED, []), (replace(DUTY, live=False), []), (QUARTER, [Fate.MADE]),
        (replace(QUARTER, ends=date(2022, 6, 9)), []), (UNDATED, [Fate.MADE]), (replace(UNDATED, period="2021"), []),
    ],
)  # fmt: skip
def test_added_is_made_while_its_period_lasts(duty: Duty, made: list[Fate]) -> None:
    assert fates([], [duty]) == made


def test_a_period_that_was_over_and_no_longer_is_gets_its_duty() -> None:
    assert fates([PASSED], [LATER]) == [Fate.MADE]
    assert fates([DUTY], [LATER]) == []  # it will be made on its opening day, or a person took it away


@pytest.mark.parametrize(("due", "fate"), [(date(2022, 6, 30), Fate.REFUSED), (date(2022, 6, 9), Fate.KEPT)])
def test_a_day_that_has_passed_is_refused_where_the_old_one_has_not(due: date, fate: Fate) -> None:
    assert fates([DUTY], [PASSED], held(State.OPEN, due)) == [fate]


def test_a_day_a_person_granted_stays_while_the_document_says_the_same() -> None:
    assert fates([DUTY], [DUTY], held(State.OPEN, date(2022, 7, 15))) == [Fate.KEPT]
    assert fates([DUTY], [LATER], held(State.OPEN, date(2022, 12, 15))) == [Fate.MOVED]


def test_an_undated_duty_of_a_year_is_the_one_that_gets_its_day() -> None:
    row = held(State.OPEN, None, "2022")
    assert fates([UNDATED], [DUTY], row) == [Fate.MOVED]
    assert fates([DUTY], [UNDATED], held(State.OPEN)) == [Fate.MOVED]
    assert fates([replace(UNDATED, period="2023")], [DUTY], held(State.OPEN, None, "2023")) == [
        Fate.MADE, Fate.WITHDRAWN,
    ]  # fmt: skip


def test_other_periods_are_other_duties() -> None:
    assert fates([DUTY], [QUARTER], held(State.OPEN)) == [Fate.MADE, Fate.WITHDRAWN]


def test_everything_of_an_activity_that_is_gone_goes_with_it() -> None:
    elsewhere = replace(held(State.WAITING), agency="a-merged-agency")
    assert fates([DUTY], [], elsewhere, frozenset({"issue"})) == [Fate.WITHDRAWN]
    assert fates([DUTY], [DUTY], elsewhere) == []


def test_an_hour_on_the_same_day_is_seen() -> None:
    from datetime import time

    (verdict,) = decide([DUTY], [replace(DUTY, hour=time(17))], [held(State.OPEN)], (), TODAY)
    assert (verdict.fate, verdict.hour_changed, verdict.opening_changed) == (Fate.KEPT, True, False)


def test_phrases_keep_their_meaning_and_new_ones_come_in() -> None:
    from engine.amend_wanted import joined
    from models.kinds import AgencyClass

    running = Phrases.of([((AgencyClass.SO,), ("các Sở",))], ("cơ quan liên quan",))
    fresh = Phrases.of([((AgencyClass.UBND_XA,), ("các Sở", "các xã")), ((AgencyClass.SO,), ("cơ quan liên quan",))])
    both = joined(running, fresh)
    assert set(both.classes.values()) == {(AgencyClass.SO,), (AgencyClass.UBND_XA,)}
    assert both.is_open("cơ quan liên quan")
    assert len(both.classes) == 2
