"""Draft urging letters: nothing that is owed is ever missing from one, whatever became of the day's draft before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlmodel import select

from engine.draft_letter import write_drafts
from engine.office import Office
from engine.round import sweep_all
from engine.send_back import send_back
from engine.sign import sign_dispatch
from engine.submit import Sent, submit
from harness.cli_home import SMALL_PLAN
from harness.small_office import BY, MAKE_PLAN, at, small_office
from models.dispatch import Dispatch, DispatchLine, DispatchState

HEALTH, BUILDING = MAKE_PLAN.format("so-y-te"), MAKE_PLAN.format("so-xay-dung")
GUIDE = """\
  - id: guides
    kind: guide
    title: Hướng dẫn
    activities:
      - id: guide-them
        title: Ban hành văn bản hướng dẫn
        leads: [Sở Tài chính]
        applied: {form: dated, opens: 2022-02-07, last_day: 2022-02-28}
"""
RUNG = "2022-03-03T07:30"


def drafts(office: Office) -> list[tuple[DispatchState, int]]:
    with office.database.read() as session:
        rows = session.exec(select(Dispatch).order_by(Dispatch.id)).all()
        return [(row.state, row.part) for row in rows]


def first_section_drafted(folder: Path) -> Office:
    """The rung of +3 for the first section only, as if the others were swept later."""
    from engine.advance import advance
    from models.plan import Section

    office = small_office(folder, "2022-03-02T07:30", SMALL_PLAN + GUIDE)
    with office.database.read() as session:
        section = session.exec(select(Section.id).where(Section.key == "plans")).one()
    advance(office, section, at(RUNG))
    return office


def test_a_voided_draft_is_a_draft_again(tmp_path: Path) -> None:
    office = first_section_drafted(tmp_path)
    for key in (HEALTH, BUILDING):
        submit(office, key, Sent(number="1/KH"), at("2022-03-03T07:40"), BY)
    assert drafts(office) == [(DispatchState.VOIDED, 1)]
    sweep_all(office, at("2022-03-03T07:50"))
    assert drafts(office) == [(DispatchState.DRAFT, 1)]
    with office.database.read() as session:
        left = session.exec(select(DispatchLine.agency_name).where(DispatchLine.struck_at.is_(None))).all()
    assert left == ["Sở Tài chính"]


def test_after_a_signed_one_a_further_part_is_begun(tmp_path: Path) -> None:
    office = first_section_drafted(tmp_path)
    sign_dispatch(office, 1, "12/STP-XDKT", date(2022, 3, 3), at("2022-03-03T07:45"), BY)
    sweep_all(office, at("2022-03-03T07:50"))
    assert drafts(office) == [(DispatchState.SIGNED, 1), (DispatchState.DRAFT, 2)]


def test_a_sweep_that_comes_late_still_gives_word_files(tmp_path: Path) -> None:
    office = small_office(tmp_path, "2022-03-02T07:30")
    sweep_all(office, at("2022-03-07T07:30"))
    names = [path.name for path in write_drafts(office, None, tmp_path / "drafts")]
    assert names == ["2022-03-03_thu-nghiem_nac-3_department.docx"]


def test_the_file_of_a_voided_draft_is_taken_away(tmp_path: Path) -> None:
    office = small_office(tmp_path, RUNG)
    assert len(write_drafts(office, None, tmp_path / "drafts")) == 1
    for key in (HEALTH, BUILDING):
        submit(office, key, Sent(number="1/KH"), at("2022-03-03T09:00"), BY)
    assert write_drafts(office, None, tmp_path / "drafts") == []
    assert list((tmp_path / "drafts").iterdir()) == []


def test_the_letter_names_the_plans_day_not_the_day_to_do_it_again(tmp_path: Path) -> None:
    office = small_office(tmp_path, "2022-02-25T07:30")
    submit(office, HEALTH, Sent(number="1/KH"), at("2022-02-25T09:00"), BY)
    send_back(office, HEALTH, date(2022, 3, 8), "chưa đủ", at("2022-02-28T09:00"), BY)
    sweep_all(office, at("2022-03-11T07:30"))
    with office.database.read() as session:
        line = session.exec(select(DispatchLine).where(DispatchLine.agency_name == "Sở Y tế")).one()
    assert (line.last_day, line.anchor) == (date(2022, 2, 28), date(2022, 3, 8))
