"""An amendment that adds, removes and rearranges: explicit rows, on both databases (A8-A11, A13)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import delete, select

from engine.accept import accept
from engine.amend import amend, preview
from engine.close_plan import close_plan
from engine.errors import NotAllowed
from engine.round import sweep_all
from engine.submit import Sent, submit
from engine.suspend import withdraw
from engine.trigger import record_trigger
from harness.amending import DOCUMENT, Amending, everything, running
from harness.cli_home import SMALL_PLAN
from harness.small_office import BY, MAKE_PLAN, at
from models.agency import Contact
from models.dispatch import Item, ItemKind
from models.moves import State
from models.notice import Mail
from models.plan import Activity, Plan, PlanVersion, Section, SectionState, Trigger
from store.database import Database

HEALTH, BUILD = MAKE_PLAN.format("so-y-te"), MAKE_PLAN.format("so-xay-dung")
NOW = "2022-02-10T09:00"
BOTH = "[Sở Y tế, Sở Xây dựng]"
NO_BUILD = (BOTH, "[Sở Y tế]")
REPORT = """\
  - id: reports
    kind: report
    title: Báo cáo
    activities:
      - id: report
        title: Báo cáo quý
        leads: [Sở Tư pháp]
        needs: {after: [{activity: make-plan}]}
        applied: {form: dated, opens: 2022-01-03, last_day: 2022-01-31, every: quarterly}
"""
QUARTERS = {
    "report/soc-trang/so-tu-phap/2022-Q2": date(2022, 4, 30),
    "report/soc-trang/so-tu-phap/2022-Q3": date(2022, 7, 31),
    "report/soc-trang/so-tu-phap/2022-Q4": date(2022, 10, 31),
}


@pytest.fixture
def plan(database: Database, tmp_path: Path) -> Amending:
    return running(database, tmp_path)


def items(plan: Amending, kind: ItemKind) -> list[Item]:
    with plan.office.database.read() as session:
        return list(session.exec(select(Item).where(Item.kind == kind)).all())


def test_a_removed_agency_is_withdrawn_with_the_document_as_the_reason(plan: Amending) -> None:
    done = plan.amend(NOW, NO_BUILD)
    assert done.per_activity["make-plan"] == {"kept": 1, "withdrawn": 1}
    assert (plan.row(BUILD).state, plan.row(BUILD).closed_at) == (State.WITHDRAWN, at(NOW))
    assert plan.row(HEALTH).state is State.OPEN
    with plan.office.database.read() as session:
        assert [mail.kind for mail in session.exec(select(Mail).where(Mail.kind != "digest")).all()] == ["withdrawn"]


def test_what_was_sent_for_a_removed_duty_waits_for_a_person(plan: Amending) -> None:
    submit(plan.office, BUILD, Sent("1/KH"), at("2022-02-10T08:10"), BY)
    done = plan.amend(NOW, NO_BUILD)
    assert done.per_activity["make-plan"] == {"kept": 1, "to_decide": 1}
    assert plan.row(BUILD).state is State.SUBMITTED
    assert [item.key for item in items(plan, ItemKind.AMENDMENT)] == [f"amendment:{BUILD}"]
    accept(plan.office, BUILD, at("2022-02-10T10:00"), BY)
    assert plan.row(BUILD).state is State.ACCEPTED


def test_named_again_it_is_no_longer_in_doubt(plan: Amending) -> None:
    submit(plan.office, BUILD, Sent("1/KH"), at("2022-02-10T08:10"), BY)
    plan.amend(NOW, NO_BUILD)
    plan.amend("2022-02-10T10:00", ("last_day: 2022-02-28", "last_day: 2022-03-31"))
    assert (plan.row(BUILD).state, plan.row(BUILD).current_due) == (State.SUBMITTED, date(2022, 3, 31))
    assert [item.done_at for item in items(plan, ItemKind.AMENDMENT)] == [at("2022-02-10T10:00")]


def test_a_withdrawn_one_that_is_named_again_waits_and_opens_anew(plan: Amending) -> None:
    plan.amend(NOW, NO_BUILD)
    done = plan.amend("2022-02-10T10:00")
    assert done.version == 3
    assert done.per_activity["make-plan"] == {"kept": 1, "reinstated": 1}
    assert (plan.row(BUILD).state, plan.row(BUILD).closed_at) == (State.WAITING, None)
    sweep_all(plan.office, at("2022-02-11T07:30"))
    row = plan.row(BUILD)
    assert (row.state, row.opened_at, row.current_due) == (State.OPEN, at("2022-02-11T07:30"), date(2022, 2, 28))


def test_what_a_person_withdrew_stays_withdrawn(plan: Amending) -> None:
    withdraw(plan.office, BUILD, "không có đơn vị trực thuộc", at("2022-02-10T08:10"), BY)
    plan.amend(NOW, ("title: Thành lập Tổ", "title: Lập Tổ"))
    assert plan.row(BUILD).state is State.WITHDRAWN


def test_added_duties_are_those_of_periods_not_over(plan: Amending) -> None:
    done = plan.amend(NOW, text=plan.text + REPORT)
    assert done.per_activity["report"] == {"made": 3}
    mine = {key: row for key, row in plan.rows().items() if key.startswith("report/")}
    assert {key: row.current_due for key, row in mine.items()} == QUARTERS
    assert {row.state for row in mine.values()} == {State.WAITING}
    with plan.office.database.read() as session:
        assert [section.key for section in session.exec(select(Section).order_by(Section.position)).all()] == [
            "plans", "information", "reports",
        ]  # fmt: skip


def test_an_added_need_is_waited_for(plan: Amending) -> None:
    early = REPORT.replace("last_day: 2022-01-31", "last_day: 2022-03-31")
    plan.amend(NOW, text=plan.text + early)
    sweep_all(plan.office, at("2022-02-14T07:30"))
    key = "thu-nghiem/report/soc-trang/so-tu-phap/2022-Q1"
    assert plan.row(key).state is State.WAITING
    plan.amend("2022-02-14T09:00", text=plan.text + early.replace("needs: {after: [{activity: make-plan}]}", ""))
    sweep_all(plan.office, at("2022-02-15T07:30"))
    assert plan.row(key).opened_at == at("2022-02-15T07:30")


def test_a_group_edit_adds_and_removes_members(plan: Amending) -> None:
    grouped = plan.text.replace("sections:", "groups:\n  Nhóm một: {members: [Sở Y tế, Sở Xây dựng]}\nsections:")
    grouped = grouped.replace(f"leads: {BOTH}", "leads: [Nhóm một]")
    assert set(plan.amend(NOW, text=grouped).counts) == {"kept"}
    done = plan.amend("2022-02-10T10:00", text=grouped.replace("Sở Xây dựng]}", "Sở Tài chính]}"))
    assert done.per_activity["make-plan"] == {"kept": 1, "withdrawn": 1, "made": 1}
    assert plan.row(MAKE_PLAN.format("so-tai-chinh")).opens == date(2022, 2, 10)


def test_later_periods_open_with_the_new_words(plan: Amending) -> None:
    health = "leads: [Sở Y tế]\n        applied: {form: ongoing}"
    plan.amend(NOW, (health, health.replace("Sở Y tế", "Sở Xây dựng")))
    sweep_all(plan.office, at("2022-04-01T07:30"))
    states = {key: row.state for key, row in plan.rows().items() if key.endswith("2022-Q2")}
    assert states == {
        "collect/soc-trang/so-y-te/2022-Q2": State.WITHDRAWN, "collect/soc-trang/so-xay-dung/2022-Q2": State.OPEN,
    }  # fmt: skip


def test_a_removed_period_does_not_come_back_on_its_opening_day(plan: Amending) -> None:
    done = plan.amend(NOW, ("{form: ongoing}", "{form: ongoing, until: 2022-06-30}"))
    assert done.per_activity["collect"] == {"kept": 2, "withdrawn": 2}
    sweep_all(plan.office, at("2022-07-01T07:30"))
    assert plan.row("thu-nghiem/collect/soc-trang/so-y-te/2022-Q3").state is State.WITHDRAWN


def test_an_undated_duty_gets_its_day_and_loses_it_again(database: Database, tmp_path: Path) -> None:
    plan = running(database, tmp_path, SMALL_PLAN.replace("{form: ongoing}", "{form: undated}"))
    key = "thu-nghiem/collect/soc-trang/so-y-te/2022"
    assert plan.row(key).current_due is None
    plan.amend(NOW, ("{form: undated}", "{form: dated, last_day: 2022-06-30}"))
    row = plan.row(key)
    assert (row.period, row.form, row.original_due, row.current_due) == (
        "once", "dated", date(2022, 6, 30), date(2022, 6, 30),
    )  # fmt: skip
    assert all(item.done_at for item in items(plan, ItemKind.SET_DATE))
    plan.amend("2022-02-10T10:00")
    assert (plan.row(key).period, plan.row(key).current_due) == ("2022", None)
    assert not any(item.done_at for item in items(plan, ItemKind.SET_DATE))


def test_another_form_withdraws_and_makes(plan: Amending) -> None:
    done = plan.amend(NOW, ("{form: ongoing}", "{form: dated, last_day: 2022-06-30}"))
    assert done.per_activity["collect"] == {"withdrawn": 4, "made": 1}
    assert plan.row("thu-nghiem/collect/soc-trang/so-y-te/once").current_due == date(2022, 6, 30)


def test_years_added_bring_their_periods(plan: Amending) -> None:
    done = plan.amend(NOW, ("years: [2022, 2022]", "years: [2022, 2023]"))
    assert done.per_activity["collect"] == {"kept": 4, "made": 4}
    assert plan.row("thu-nghiem/collect/soc-trang/so-y-te/2023-Q4").ends == date(2023, 12, 31)
    with plan.office.database.read() as session:
        assert session.exec(select(Plan.last_year)).one() == 2023
    assert plan.amend("2022-02-10T10:00").per_activity["collect"] == {"kept": 4, "withdrawn": 4}


def test_a_trigger_that_goes_lets_what_waits_open(plan: Amending) -> None:
    event = ("triggers:\n  quyet-dinh: {title: Quyết định của Thủ tướng Chính phủ}\n", "")
    waits = "{form: triggered}\n        waits_for: {all: [quyet-dinh]}"
    plan.amend(NOW, event, (waits, "{form: dated, opens: 2022-02-01, last_day: 2022-04-29}"))
    with plan.office.database.read() as session:
        assert session.exec(select(Trigger)).all() == []
    sweep_all(plan.office, at("2022-02-11T07:30"))
    row = plan.row("thu-nghiem/set-up-team/soc-trang/so-y-te/once")
    assert (row.state, row.current_due) == (State.OPEN, date(2022, 4, 29))


def test_another_number_of_days_moves_what_was_computed(database: Database, tmp_path: Path) -> None:
    counted = ("{form: triggered}", "{form: triggered, days_after: 30}")
    plan = running(database, tmp_path)
    plan.amend(NOW, counted)
    record_trigger(plan.office, "thu-nghiem", "quyet-dinh", "76/QĐ-TTg", date(2022, 2, 10), at("2022-02-10T10:00"), BY)
    sweep_all(plan.office, at("2022-02-11T07:30"))
    key = "thu-nghiem/set-up-team/soc-trang/so-y-te/once"
    assert plan.row(key).current_due == date(2022, 3, 12)
    plan.amend("2022-02-14T09:00", (counted[0], "{form: triggered, days_after: 60}"))
    assert (plan.row(key).original_due, plan.row(key).current_due) == (date(2022, 3, 12), date(2022, 4, 11))


def test_a_renamed_section_keeps_its_duties_and_an_emptied_one_goes(plan: Amending) -> None:
    plan.amend(NOW, ("  - id: information\n", "  - id: news\n"), ("title: Xử lý thông tin", "title: Thông tin"))
    with plan.office.database.read() as session:
        found = {section.key: section.title for section in session.exec(select(Section)).all()}
        home = session.exec(select(Section.key).join(Activity).where(Activity.key == "collect")).one()
    assert found == {"plans": "Ban hành kế hoạch", "news": "Thông tin"}
    assert home == "news"
    assert {row.section_id for key, row in plan.rows().items() if key.startswith("collect/")} == {
        plan.row("thu-nghiem/collect/soc-trang/so-y-te/2022-Q2").section_id
    }


def test_a_closed_section_with_work_again_is_open_again(plan: Amending) -> None:
    plan.amend(NOW, text=plan.text.partition("  - id: information")[0])
    assert section_states(plan)["information"] is SectionState.CLOSED
    plan.amend("2022-02-10T10:00")
    assert section_states(plan)["information"] is SectionState.OPEN


def section_states(plan: Amending) -> dict[str, SectionState]:
    with plan.office.database.read() as session:
        return {section.key: section.state for section in session.exec(select(Section)).all()}


def test_wording_and_policy_change_the_activity_only(plan: Amending) -> None:
    before = {key: row.model_dump(exclude={"exhausts_at", "next_action_at"}) for key, row in plan.rows().items()}
    plan.amend(NOW, ("title: Thu thập thông tin", "title: Thu thập\n        outputs: [Báo cáo]"))
    plan.amend("2022-02-10T10:00", ("kind: issue_plan", "kind: issue_plan\n    policy: {before: [2]}"))
    assert {
        key: row.model_dump(exclude={"exhausts_at", "next_action_at"}) for key, row in plan.rows().items()
    } == before | {  # a changed policy counts from today on
        key: before[key] | {"anchored_at": at("2022-02-10T00:00")} for key in before if key.startswith("make-plan/")
    }
    sweep_all(plan.office, at("2022-02-28T07:30"))
    told = [anchor for kind, anchor in plan.notices(HEALTH) if kind == "before"]
    assert told == [date(2022, 2, 28)]


def test_a_request_that_becomes_an_order_is_not_late_at_once(database: Database, tmp_path: Path) -> None:
    asked = SMALL_PLAN.replace(f"leads: {BOTH}", f"leads: {BOTH}\n        requested: true")
    plan = running(database, tmp_path, asked, until="2022-03-10T07:30")
    plan.amend("2022-03-10T09:00", text=SMALL_PLAN)
    assert plan.row(HEALTH).requested is False
    sweep_all(plan.office, at("2022-03-11T07:30"))
    assert {kind for kind, _ in plan.notices(HEALTH)} == {"opened", "repeat"}


def test_another_kind_of_section_is_refused(plan: Amending) -> None:
    plan.refused(NOW, ("kind: handle_information", "kind: train"), code="section-kind")


def test_an_agency_without_address_is_refused_and_nothing_is_applied(plan: Amending) -> None:
    with plan.office.database.begin() as session:
        session.exec(delete(Contact).where(Contact.agency_id.in_(["soc-trang/so-tai-chinh", "soc-trang/so-noi-vu"])))
    more = (BOTH, "[Sở Y tế, Sở Tài chính, Sở Nội vụ]")
    found = plan.refused(NOW, more, ("last_day: 2022-02-28", "last_day: 2022-03-31"), code="no-address")
    assert len(found.problems) == 2


def test_an_added_activity_that_is_over_is_refused(plan: Amending) -> None:
    plan.refused(NOW, text=plan.text + REPORT.replace(", every: quarterly", ""), code="day-passed")


def test_a_closed_plan_and_a_plan_that_does_not_run_are_refused(plan: Amending) -> None:
    close_plan(plan.office, "thu-nghiem", at("2022-02-10T08:30"), BY, "thử")
    with pytest.raises(NotAllowed, match="đã kết thúc ngày 10/02/2022"):
        plan.amend(NOW, NO_BUILD)


def test_versions_are_written_down(plan: Amending) -> None:
    plan.amend(NOW, NO_BUILD)
    with plan.office.database.read() as session:
        one, two = session.exec(select(PlanVersion).order_by(PlanVersion.version)).all()
        now = session.exec(select(Plan)).one()
    assert (one.version, one.number, two.version, two.number) == (1, None, 2, "45/KH-UBND")
    assert (now.version, now.document, now.document_hash) == (2, two.document, two.document_hash)
    assert "Sở Xây dựng" in one.document


def test_what_was_seen_is_what_is_done(plan: Amending) -> None:
    """Somebody amended between the look and the yes."""
    ready = plan.blueprint(plan.text.replace(BOTH, "[Sở Y tế]"))
    seen = preview(plan.office, ready, DOCUMENT, at(NOW)).version
    plan.amend(NOW, ("last_day: 2022-02-28", "last_day: 2022-03-31"))
    with pytest.raises(NotAllowed, match="vừa được sửa đổi"):
        amend(plan.office, ready, DOCUMENT, at("2022-02-10T09:01"), BY, seen)
    assert plan.row(BUILD).state is State.OPEN


def test_a_failure_in_the_middle_leaves_nothing(plan: Amending, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(plan.office.database)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.versions.record", killed)
    with pytest.raises(KeyboardInterrupt):
        plan.amend(NOW, NO_BUILD, ("last_day: 2022-02-28", "last_day: 2022-03-31"))
    assert everything(plan.office.database) == before


def test_after_an_amendment_ended_agencies_are_looked_at_again(plan: Amending) -> None:
    """A duty made by the amendment may fall to an agency that has ended since the last look (R48)."""
    before = at("2022-02-10T07:30")
    with plan.office.database.begin() as session:
        for row in session.exec(select(Plan)).all():
            row.succession_at = None
    plan.amend(NOW, NO_BUILD)
    with plan.office.database.read() as session:
        looks = [row.succession_at for row in session.exec(select(Plan)).all()]
    assert looks
    assert all(moment is not None and before < moment <= at("2022-02-11T07:30") for moment in looks)
