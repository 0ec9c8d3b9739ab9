"""Who may move a last day, and how far: set_by, own agency, the next link of the chain, one request at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from engine.errors import NotAllowed
from engine.extend import Authority, ask_extension, grant_extension, refuse_extension
from engine.office import Office
from harness.cli_home import SMALL_PLAN
from harness.small_office import BY, MAKE_PLAN, at, small_office
from models.assignment import Assignment
from models.notice import Notice, NoticeKind
from models.submission import Extension, ExtensionState

KEY = MAKE_PLAN.format("so-y-te")
DECREE = Authority("15/UBND-NC", date(2022, 2, 25), "Lâm Hoàng Nghiệp")
NOBODY = Authority()
CHAIN = """\
  - id: reports
    kind: report
    title: Báo cáo
    activities:
      - id: consolidate
        title: Tổng hợp
        leads: [Sở Tư pháp]
        needs: {draws_on: [make-plan]}
        applied: {form: dated, opens: 2022-03-01, last_day: 2022-03-10}
"""


def office_with(folder: Path, set_by: str = "department", plan: str = SMALL_PLAN) -> Office:
    text = plan.replace(
        "title: Ban hành kế hoạch\n        leads", f"title: Kế hoạch\n        set_by: {set_by}\n        leads"
    )
    return small_office(folder, "2022-02-25T07:30", text)


def ask(office: Office, day: date = date(2022, 3, 8), when: str = "2022-02-25T09:00", key: str = KEY) -> None:
    ask_extension(office, key, day, "cần thêm thời gian", at(when), BY)


def row(office: Office) -> Assignment:
    with office.database.read() as session:
        return session.exec(select(Assignment).where(Assignment.key == KEY)).one()


def test_the_department_decides_its_own_dates(tmp_path: Path) -> None:
    office = office_with(tmp_path)
    ask(office)
    grant_extension(office, KEY, at("2022-02-25T10:00"), BY, NOBODY)
    assert (row(office).original_due, row(office).current_due) == (date(2022, 2, 28), date(2022, 3, 8))


def test_never_for_the_coordinator_itself(tmp_path: Path) -> None:
    office = office_with(tmp_path, plan=SMALL_PLAN.replace("[Sở Y tế, Sở Xây dựng]", "[Sở Tư pháp, Sở Y tế]"))
    own = MAKE_PLAN.format("so-tu-phap")
    ask(office, key=own)
    with pytest.raises(NotAllowed, match="số, ngày và người ký"):
        grant_extension(office, own, at("2022-02-25T10:00"), BY, NOBODY)
    grant_extension(office, own, at("2022-02-25T10:00"), BY, DECREE)


def test_the_province_decides_by_a_document(tmp_path: Path) -> None:
    office = office_with(tmp_path, "province")
    ask(office)
    with pytest.raises(NotAllowed, match="UBND tỉnh"):
        grant_extension(office, KEY, at("2022-02-25T10:00"), BY, NOBODY)
    grant_extension(office, KEY, at("2022-02-25T10:00"), BY, DECREE)
    with office.database.read() as session:
        request = session.exec(select(Extension)).one()
    assert (request.document_number, request.document_signer) == ("15/UBND-NC", "Lâm Hoàng Nghiệp")


def test_a_superiors_date_stays(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="cấp trên"):
        ask(office_with(tmp_path, "superior"))


def test_past_the_next_link_needs_a_reason(tmp_path: Path) -> None:
    office = office_with(tmp_path, plan=SMALL_PLAN + CHAIN)
    ask(office, date(2022, 3, 11))
    with pytest.raises(NotAllowed, match="10/03/2022"):
        grant_extension(office, KEY, at("2022-02-25T10:00"), BY, NOBODY)
    grant_extension(office, KEY, at("2022-02-25T10:00"), BY, NOBODY, "Sở Tư pháp đã thống nhất")
    assert row(office).current_due == date(2022, 3, 11)


def test_after_the_last_day_it_is_allowed_and_marked(tmp_path: Path) -> None:
    office = office_with(tmp_path)
    ask(office, when="2022-03-02T09:00")
    with office.database.read() as session:
        assert session.exec(select(Extension.after_due)).one()


def test_one_open_request_and_a_refusal_needs_a_reason(tmp_path: Path) -> None:
    office = office_with(tmp_path)
    ask(office)
    with pytest.raises(NotAllowed, match="đang chờ"):
        ask(office, date(2022, 3, 9))
    with pytest.raises(NotAllowed, match="lý do"):
        refuse_extension(office, KEY, " ", at("2022-02-25T10:00"), BY)
    refuse_extension(office, KEY, "cần đúng hạn", at("2022-02-25T10:00"), BY)
    with office.database.read() as session:
        assert session.exec(select(Extension.state)).one() is ExtensionState.REFUSED
    ask(office, date(2022, 3, 9))


def test_a_granted_day_re_anchors_the_reminders(tmp_path: Path) -> None:
    from engine.round import sweep_all

    office = office_with(tmp_path)
    ask(office)
    grant_extension(office, KEY, at("2022-02-25T10:00"), BY, NOBODY)
    sweep_all(office, at("2022-03-08T07:30"))
    with office.database.read() as session:
        mine = select(Notice.kind, Notice.offset).join(Assignment).where(Assignment.key == KEY)
        steps = set(session.exec(mine.where(Notice.anchor == date(2022, 3, 8))).all())
        late = session.exec(mine.where(Notice.kind == NoticeKind.LATE)).all()
    assert steps == {(NoticeKind.BEFORE, -3), (NoticeKind.BEFORE, -1), (NoticeKind.BEFORE, 0)}
    assert late == []
