"""One round: everything due, once; the next round has nothing to do."""

from __future__ import annotations

import pytest

from config.errors import Bug
from engine import round as rounds
from engine.accept import accept
from engine.round import sweep_all
from engine.submit import Sent, submit
from harness.cli_home import SMALL_PLAN
from harness.small_office import BY, MAKE_PLAN, at, small_office
from store import assignments

CHAIN = """\
  - id: chain
    kind: general
    title: Chuỗi
    activities:
      - id: first
        title: Bước một
        leads: [Sở Y tế]
        applied: {form: ongoing, until: 2022-03-31}
      - id: second
        title: Bước hai
        leads: [Sở Y tế]
        applied: {form: ongoing, until: 2022-03-31}
        needs: {after: [{activity: first}]}
"""


@pytest.fixture
def office(tmp_path):
    office = small_office(tmp_path, "2022-02-07T07:30")
    yield office
    office.database.dispose()


def test_a_round_says_what_it_did_per_section_and_the_next_finds_nothing(office):
    first = sweep_all(office, at("2022-03-16T07:30"))
    assert [(one.plan_id, one.title) for one in first.sections] == [("thu-nghiem", "Ban hành kế hoạch")]
    assert first.sections[0].done.rungs == 4
    assert first
    again = sweep_all(office, at("2022-03-16T07:30"))
    assert not again
    assert again.sections == []


def test_a_round_of_one_plan_leaves_the_others_alone(office):
    assert not sweep_all(office, at("2022-03-16T07:30"), "khac")
    assert sweep_all(office, at("2022-03-16T07:30"), "thu-nghiem")


def test_what_a_lapse_wakes_is_done_in_the_same_round(tmp_path):
    office = small_office(tmp_path, "2022-02-07T07:30", SMALL_PLAN + CHAIN)
    result = sweep_all(office, at("2022-04-01T07:30"))
    done = {one.title: one.done for one in result.sections}["Chuỗi"]
    assert done.lapsed == 2
    with office.database.read() as session:
        assert assignments.due_sections(session, at("2022-04-01T07:30")) == []
    office.database.dispose()


def test_a_plan_with_nothing_left_closes(tmp_path):
    plan = (
        SMALL_PLAN.partition("      - id: set-up-team")[0]
        .replace("triggers:\n", "")
        .replace("  quyet-dinh: {title: Quyết định của Thủ tướng Chính phủ}\n", "")
    )
    office = small_office(tmp_path, "2022-02-07T07:30", plan)
    for agency in ("so-y-te", "so-xay-dung"):
        submit(office, MAKE_PLAN.format(agency), Sent(number="1/KH"), at("2022-02-10T09:00"), BY)
        accept(office, MAKE_PLAN.format(agency), at("2022-02-10T10:00"), BY)
    assert sweep_all(office, at("2022-02-11T07:30")).closed == ["thu-nghiem"]
    assert not sweep_all(office, at("2022-02-12T07:30"))
    office.database.dispose()


def test_a_plan_left_alone_is_proposed_for_closing_once(office):
    assert sweep_all(office, at("2023-01-04T07:30")).proposed == ["thu-nghiem"]
    assert sweep_all(office, at("2023-01-05T07:30")).proposed == []


def test_a_round_that_does_not_come_to_rest_is_a_bug(office, monkeypatch):
    monkeypatch.setattr(rounds, "MOST_PASSES", 0)
    with pytest.raises(Bug, match="still due after 0 passes"):
        sweep_all(office, at("2022-03-16T07:30"))
