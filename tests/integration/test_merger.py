"""A plan that lives through a merger: duties pass on, are merged, or a person is asked (R48-R52)."""

from __future__ import annotations

import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlmodel import select

from config.errors import NeedsPerson
from engine.accept import accept
from engine.compose import compose_digests
from engine.import_agencies import import_contacts
from engine.import_successions import import_successions
from engine.office import Office
from engine.reassign import reassign, reassign_all, withdraw_all
from engine.round import sweep_all
from engine.send_back import send_back
from engine.simulation import simulate
from engine.submit import Sent, submit
from harness.merger import DAY, JUSTICE, MERGED, MONEY, blueprint, calendar, contacts, dump, duty, province, running
from harness.small_office import BY, at
from models.assignment import Assignment, AssignmentEvent
from models.directory import Directory
from models.dispatch import Item, ItemKind
from models.moves import State
from models.notice import Mail, Notice, NoticeKind
from models.plan import Plan, RoleChange
from models.problem import Problems
from models.succession import Succession, SuccessionKind
from store import agencies
from store.database import Database


def row(office: Office, activity: str, agency: str, period: str = "once") -> Assignment:
    with office.database.read() as session:
        key = f"ke-hoach/{activity}/t/{agency}/{period}"
        return session.exec(select(Assignment).where(Assignment.key == key)).one()


def asked(office: Office) -> dict[str, bool]:
    """Ended agency → whether a person still has to decide."""
    with office.database.read() as session:
        items = session.exec(select(Item).where(Item.kind == ItemKind.CEASED_AGENCY)).all()
        return {item.key.split(":")[2]: item.done_at is None for item in items}


@pytest.fixture
def office(database: Database) -> Office:
    """The plan on the evening of 30/6/2025."""
    return running(database, blueprint())


def test_duties_move_merge_or_wait_for_a_person(office: Office) -> None:
    sweep_all(office, DAY)
    first, second, third = (row(office, "bao-cao", f"xa-{n}") for n in (1, 2, 3))
    assert (first.agency_id, first.state, first.current_due) == ("t/xa-a", State.OPEN, date(2025, 9, 30))
    assert (second.agency_id, second.state, second.closed_at) == ("t/xa-2", State.WITHDRAWN, DAY)
    assert (third.agency_id, third.state) == ("t/xa-b", State.OPEN)
    assert [row(office, "bao-cao", f"xa-{n}").orphaned_at for n in (4, 5)] == [DAY, DAY]
    assert asked(office) == {"t/xa-4": True, "t/xa-5": True, "t/huyen-1": True}
    with office.database.read() as session:
        merged = session.exec(select(AssignmentEvent).where(AssignmentEvent.assignment_id == second.id)).all()[-1]
        titles = session.exec(select(Item.detail).where(Item.key == "ceased_agency:ke-hoach:t/xa-4")).one()
    assert merged.payload == {"merged_into": first.key, "heir": "t/xa-a"}
    assert merged.why == "gộp vào nhiệm vụ của UBND xã A (NQ 1670)"
    assert "UBND xã A, UBND xã B" in titles


def test_desks_follow_and_the_new_agency_is_told(office: Office) -> None:
    assert row(office, "bao-cao", "xa-1").desk_id == "t/ptp-1"
    sweep_all(office, DAY)
    compose_digests(office, at("2025-07-01T08:00"))
    assert {row(office, "bao-cao", f"xa-{n}").desk_id for n in (1, 3, 4, 5)} == {JUSTICE}
    with office.database.read() as session:
        told = session.exec(select(Mail.address).where(Mail.day == MERGED)).all()
        opened = session.exec(select(Notice.anchor).where(Notice.kind == NoticeKind.OPENED)).all()
    assert {address for address in told if address.startswith("xa-")} == {
        "xa-a@thu-nghiem.example",
        "xa-b@thu-nghiem.example",
    }
    assert MERGED in opened


def test_a_later_period_opens_for_who_is_there_then(office: Office) -> None:
    sweep_all(office, at("2025-09-03T07:30"))
    with office.database.read() as session:
        third = session.exec(select(Assignment).where(Assignment.period == "2025-Q3")).all()
        empty = session.exec(select(Item.key).where(Item.kind == ItemKind.EMPTY_GROUP)).all()
    assert {duty.agency_id for duty in third} == {"t/xa-a", "t/xa-b"}
    assert empty == ["empty_group:ke-hoach:cap-huyen:2025-09-03:UBND cấp huyện"]


def test_a_named_department_means_its_heir_and_its_open_duty_moved(office: Office) -> None:
    assert row(office, "dau-tu", "so-ke-hoach").agency_id == MONEY


def test_every_instant_twice_is_the_same_rows(office: Office) -> None:
    for moment in ("2025-07-01", "2025-07-02", "2025-09-03", "2025-10-06"):
        sweep_all(office, at(f"{moment}T07:30"))
        compose_digests(office, at(f"{moment}T08:00"))
        once = dump(office.database)
        sweep_all(office, at(f"{moment}T07:30"))
        compose_digests(office, at(f"{moment}T08:00"))
        assert dump(office.database) == once


def test_late_is_as_on_time() -> None:
    """R6: a sweep that comes on 3 July writes what that of 1 July would have written, but for when it was recorded."""
    ready, said = blueprint(), []
    for moments in (("2025-07-01T07:30", "2025-07-03T07:30"), ("2025-07-03T07:30",)):
        late = running(Database("sqlite://"), ready)
        for moment in moments:
            sweep_all(late, at(moment))
        with late.database.read() as session:
            rows = session.exec(select(Assignment).order_by(Assignment.key)).all()
            events = session.exec(select(AssignmentEvent).order_by(AssignmentEvent.id)).all()
            notices = session.exec(select(Notice)).all()
        said.append(
            [
                sorted((row.key, row.agency_id, row.state, str(row.closed_at), str(row.orphaned_at)) for row in rows),
                sorted(event.payload_hash for event in events),
                sorted((n.assignment_id, n.kind, n.offset, n.anchor, str(n.moment)) for n in notices),
            ]
        )
    assert said[0] == said[1]


class Killed(Exception):
    """The process dies here."""


def swept(path: Path, points: list[int]) -> tuple[dict[str, list[str]], int]:
    """The rows after a sweep of 1 July that dies before each of these statements and is begun anew; statements run."""
    office = Office(Database(f"sqlite:///{path}", "OFF"), calendar(), dry=True)
    ran = 0

    def die(*_: object) -> None:
        nonlocal ran
        ran += 1
        if points and ran == points[0]:
            raise Killed

    event.listen(office.database.engine, "before_cursor_execute", die)
    while points:
        with pytest.raises(Killed):
            sweep_all(office, DAY)
        points, ran = points[1:], 0
    sweep_all(office, DAY)
    total, rows = ran, dump(office.database)
    office.database.dispose()
    return rows, total


def test_killed_anywhere_and_resumed_is_the_same(sqlite_url: str, tmp_path: Path) -> None:
    base = Database(sqlite_url, "OFF")
    running(base, blueprint())
    base.dispose()
    source = Path(sqlite_url.removeprefix("sqlite:///"))
    expected, total = swept(Path(shutil.copy(source, tmp_path / "whole.db")), [])
    assert total > 60
    for point in range(3, total, 9):
        rows, _ = swept(Path(shutil.copy(source, tmp_path / f"killed-{point}.db")), [point])
        assert rows == expected


def test_a_succession_that_becomes_known_later_moves_what_waited(office: Office) -> None:
    sweep_all(office, DAY)
    waited = row(office, "bao-cao", "xa-5")
    assert waited.next_action_at is None
    known = Succession("t/xa-5", ("t/xa-b",), MERGED, SuccessionKind.MERGED_INTO, "NQ 1670")
    fourth = Succession("t/xa-4", ("t/xa-b",), MERGED, SuccessionKind.MERGED_INTO, "đính chính")
    import_successions(office, [known, fourth], "tệp", at("2025-07-10T15:00"))
    sweep_all(office, at("2025-07-11T07:30"))
    assert row(office, "bao-cao", "xa-5").state is State.WITHDRAWN  # B owes the same since 1 July
    assert asked(office) == {"t/xa-4": False, "t/xa-5": False, "t/huyen-1": True}


def test_an_unknown_agency_in_a_succession_is_refused(office: Office) -> None:
    wrong = Succession("t/xa-99", ("t/xa-b",), MERGED, SuccessionKind.MERGED_INTO, "NQ")
    with pytest.raises(Problems, match="t/xa-99"):
        import_successions(office, [wrong], "ke-thua.yaml", DAY)


def test_a_person_reassigns_and_withdraws(office: Office) -> None:
    sweep_all(office, DAY)
    moment = at("2025-07-02T09:00")
    key = row(office, "cap-huyen", "huyen-1", "2025-H1").key
    for wrong, why in (("t/xa-1", "không hoạt động"), ("t/nowhere", "Không có cơ quan")):
        with pytest.raises(NeedsPerson, match=why):
            reassign(office, key, wrong, "theo CV 5", moment, BY)
    reassign(office, key, MONEY, "theo CV 5", moment, BY)
    given = row(office, "cap-huyen", "huyen-1", "2025-H1")
    assert (given.agency_id, given.orphaned_at, given.anchored_at) == (MONEY, None, moment)
    assert asked(office)["t/huyen-1"] is False
    done = reassign_all(office, "ke-hoach", "t/xa-4", "t/xa-b", "theo CV 6", moment, BY)
    assert [why for _, why in done.refused if "đã có nhiệm vụ này" not in why] == []
    assert len(done.refused) == 3
    assert asked(office)["t/xa-4"] is True
    assert len(withdraw_all(office, "ke-hoach", "t/xa-4", "gộp", moment, BY)) == 3
    assert asked(office)["t/xa-4"] is False


def test_nobody_is_reminded_of_what_waits_for_a_person(office: Office) -> None:
    sweep_all(office, DAY)
    sweep_all(office, at("2025-10-20T07:30"))
    left = row(office, "bao-cao", "xa-5")
    with office.database.read() as session:
        after = select(Notice).where(Notice.assignment_id == left.id, Notice.moment > DAY)
        assert session.exec(after).all() == []
    reassign(office, left.key, MONEY, "theo CV 7", at("2025-10-20T09:00"), BY)
    sweep_all(office, at("2025-10-22T07:30"))  # +15 of 30/9 is 21/10
    with office.database.read() as session:
        kinds = session.exec(select(Notice.kind).where(Notice.assignment_id == left.id, Notice.moment > DAY)).all()
    assert sorted(kinds) == [NoticeKind.NAMED, NoticeKind.OPENED]


def test_a_submitted_one_keeps_its_agency_until_it_is_returned(office: Office) -> None:
    keys = [row(office, "bao-cao", name).key for name in ("xa-1", "xa-2")]
    for key in keys:
        submit(office, key, Sent(number="1/BC"), at("2025-06-30T15:00"), BY)
    sweep_all(office, DAY)
    assert [row(office, "bao-cao", name).agency_id for name in ("xa-1", "xa-2")] == ["t/xa-1", "t/xa-2"]
    accept(office, keys[0], at("2025-07-02T09:00"), BY)
    send_back(office, keys[1], date(2025, 7, 20), "chưa đủ", at("2025-07-02T10:00"), BY)
    sweep_all(office, at("2025-07-03T07:30"))
    assert row(office, "bao-cao", "xa-1").agency_id == "t/xa-1"  # closed under the old name
    assert row(office, "bao-cao", "xa-2").agency_id == "t/xa-a"


def test_owner_and_coordinator_give_way_to_their_heirs(office: Office) -> None:
    old = province()
    gone = [replace(one, valid_to=MERGED) if one.id in (JUSTICE, "t/ubnd-tinh") else one for one in old.agencies]
    heir = replace(old.by_id[JUSTICE], id="t/so-tu-phap-moi", valid_from=date(2025, 7, 2))
    directory = Directory.of(old.key, [*gone, heir])
    done = import_contacts(office, directory, [], at("2025-07-01T10:00"))
    assert [(change.agency, change.what) for change in done.changes] == [
        ("t/ubnd-tinh", "valid_to"),
        (JUSTICE, "valid_to"),
    ]
    step = Succession(JUSTICE, (heir.id,), date(2025, 7, 2), SuccessionKind.RENAMED, "QĐ 1")
    import_successions(office, [step], "tệp", at("2025-07-01T10:00"))
    sweep_all(office, at("2025-07-02T07:30"))
    with office.database.read() as session:
        plan = session.exec(select(Plan)).one()
        change = session.exec(select(RoleChange)).one()
    assert (plan.owner_id, plan.coordinator_id) == ("t/ubnd-tinh", heir.id)
    assert (change.from_id, change.to_id, change.why) == (JUSTICE, heir.id, "QĐ 1")
    assert row(office, "bao-cao", "xa-1").desk_id == heir.id
    assert asked(office)["t/ubnd-tinh"] is True


def test_a_trigger_that_happened_before_the_plan_counts_from_activation() -> None:
    """R45."""
    event_file = {"qd": {"title": "Quyết định", "happened_on": date(2025, 1, 6), "number": "9/QĐ-TTg"}}
    waits = duty("cho", "Sở Tư pháp", "2025-01-13", "2025-05-30") | {"waits_for": {"all": ["qd"]}}
    waits["applied"] = {"form": "triggered", "days_after": 20}
    office = running(Database("sqlite://"), blueprint(waits, triggers=event_file), "2025-01-14T07:30")
    opened = row(office, "cho", "so-tu-phap")
    assert (opened.state, opened.original_due) == (State.OPEN, date(2025, 1, 26))


def test_nobody_in_the_first_period_refuses_the_activation() -> None:
    """R42: an empty group is an error at once, later an item on the day."""
    with pytest.raises(Problems, match="“UBND cấp huyện” không có cơ quan nào vào ngày 01/08/2025"):
        running(Database("sqlite://"), blueprint(duty("x", "UBND cấp huyện", "2025-08-01", "2025-09-01")))


def test_a_directory_that_changed_is_taken_in_line_by_line(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """R47: an end that becomes known late counts from the next sweep on, and again when it is corrected."""
    old = province()
    ends = [replace(one, valid_to=MERGED, successor=JUSTICE) if one.id == MONEY else one for one in old.agencies]
    renamed = [replace(one, name="UBND xã Một") if one.id == "t/xa-1" else one for one in ends]
    with caplog.at_level("INFO"):
        import_contacts(office, Directory.of(old.key, renamed), [], at("2025-07-10T10:00"))
    lines = [record.getMessage() for record in caplog.records if record.name == "engine.import_agencies"]
    assert "agency t/xa-1: name changed from 'UBND xã 1' to 'UBND xã Một'" in lines
    assert len(lines) == 3
    sweep_all(office, at("2025-07-11T07:30"))
    moved = row(office, "dau-tu", "so-ke-hoach")
    assert (moved.agency_id, moved.current_due) == (JUSTICE, date(2025, 5, 30))
    import_contacts(office, old, [], at("2025-07-14T10:00"))
    sweep_all(office, at("2025-07-15T07:30"))
    assert row(office, "dau-tu", "so-ke-hoach").agency_id == JUSTICE


def test_an_agency_in_two_directories_belongs_to_both(office: Office) -> None:
    """The next province lists the heirs too; neither directory loses them."""
    old = province()
    shared = [one for one in old.agencies if one.id in ("t/xa-a", "t/xa-b", JUSTICE)]
    import_contacts(office, Directory.of("tinh-moi", shared), [], at("2025-07-01T06:00"))
    with office.database.read() as session:
        assert agencies.directory(session, "tinh-moi").by_id.keys() == {"t/xa-a", "t/xa-b", JUSTICE}
        assert agencies.directory(session, old.key).by_id.keys() == old.by_id.keys()


def test_an_end_that_was_a_mistake_frees_what_waited(office: Office) -> None:
    old = province()
    gone = [replace(one, valid_to=MERGED) if one.id == MONEY else one for one in old.agencies]
    import_contacts(office, Directory.of(old.key, gone), [], at("2025-07-01T10:00"))
    sweep_all(office, at("2025-07-02T07:30"))
    assert asked(office)[MONEY] is True
    import_contacts(office, old, [], at("2025-07-08T10:00"))
    sweep_all(office, at("2025-07-09T07:30"))
    freed = row(office, "dau-tu", "so-ke-hoach")
    assert (freed.agency_id, freed.orphaned_at, freed.anchored_at) == (MONEY, None, at("2025-07-09T07:30"))
    assert asked(office)[MONEY] is False


def test_a_simulation_lives_through_the_merger() -> None:
    ready = blueprint()
    result = simulate(ready, calendar(), contacts(ready.directory), seed=7)
    kinds = Counter(item.kind for item in result.outcome.items)
    assert (kinds["Cơ quan kết thúc"], kinds["Nhóm không còn cơ quan"]) == (3, 1)
    assert result.outcome.closed_on is not None
    again = simulate(ready, calendar(), contacts(ready.directory), seed=7)
    assert again == result


def test_two_services_on_the_day_of_the_merger(postgres_url: str) -> None:
    """Both sweep at once: every duty passes on once, and the rows are those of one service alone."""
    alone = running(Database("sqlite://"), blueprint())
    sweep_all(alone, DAY)
    first = running(Database(postgres_url), blueprint())
    second = Office(Database(postgres_url), first.calendar, dry=True)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda office: sweep_all(office, DAY), (first, second)))
    for name in ("assignment", "assignment_event", "notice", "item", "activity_period", "dispatch_line"):
        assert len(dump(first.database)[name]) == len(dump(alone.database)[name]), name
    with first.database.read() as session:
        handed = session.exec(select(AssignmentEvent.assignment_id).where(AssignmentEvent.what == "hand_over")).all()
    assert len(handed) == len(set(handed)) > 0
    second.database.dispose()
    first.database.dispose()
