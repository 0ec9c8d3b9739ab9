"""The flows on a Prefect server: named states, artifacts, a broken row, a lost connection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prefect import Flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
from prefect.client.schemas.objects import State as RunState
from prefect.client.schemas.sorting import ArtifactSort
from sqlalchemy import update
from sqlmodel import func, select

from engine.office import Office
from engine.round import sweep_all
from engine.submit import Sent, submit
from flows.by_kind import FLOWS
from flows.carry_out_plan import carry_out_plan
from flows.daily_round import ByFlows
from flows.deliver_mail import deliver_mail
from flows.issue_plans import issue_plans
from harness.every_kind import PLAN, LosesItsConnection, every_kind_office, section_id
from harness.small_office import BY, at
from models.assignment import Assignment, AssignmentEvent
from models.dispatch import Item, ItemKind
from models.kinds import KIND_LABELS, SectionKind
from models.moves import State
from models.notice import Notice
from models.plan import Activity
from notifications.memory import MemoryChannel
from prefect_server import started
from tasks.errors import BrokenRows
from tasks.prefect_clients import shared_clients
from tasks.prefect_server import use_server
from tasks.publish_artifacts import section_key
from tasks.resources import use

OPENING = at("2022-02-07T07:30")
MAKE_PLAN = f"{PLAN}/viec-issue-plan/soc-trang/so-tu-phap/once"


@pytest.fixture(scope="module", autouse=True)
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with started(tmp_path_factory.mktemp("prefect")) as server, use_server(server):
        yield


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """The plan with one section of each kind, installed for the flows."""
    ready = every_kind_office(tmp_path)
    with use(ready, MemoryChannel(), tmp_path / "drafts"):
        yield ready


async def run(flow: Flow[..., Any], *arguments: object) -> RunState[Any]:
    return await flow(*arguments, return_state=True)


async def artifact(key: str) -> Any:
    """The newest artifact of a key."""
    wanted = ArtifactFilter(key=ArtifactFilterKey(any_=[key]))
    async with get_client() as client:
        return (await client.read_artifacts(artifact_filter=wanted, sort=ArtifactSort.CREATED_DESC, limit=1))[0]


def counts(office: Office) -> tuple[int, ...]:
    """Rows that a doubled step would have doubled, and the number of moves."""
    with office.database.read() as session:
        tables = [select(func.count()).select_from(table) for table in (Notice, AssignmentEvent, Item)]
        return (*(session.exec(query).one() for query in tables), session.exec(select(func.sum(Assignment.seq))).one())


EXPECTED = {SectionKind.CHOOSE_FIELDS: "Chờ điều kiện", SectionKind.INSPECT: "Chờ điều kiện"}


async def test_every_kind_runs_shows_its_page_and_a_second_run_changes_nothing(office: Office) -> None:
    async with shared_clients():
        states = {kind: await run(FLOWS[kind], PLAN, section_id(kind), OPENING) for kind in SectionKind}
        assert {kind: state.name for kind, state in states.items()} == {
            kind: EXPECTED.get(kind, "Đang theo dõi") for kind in SectionKind
        }
        once = counts(office)
        again = {kind: await run(FLOWS[kind], PLAN, section_id(kind), OPENING) for kind in SectionKind}
        assert counts(office) == once
        assert {kind: state.name for kind, state in again.items()} == {kind: s.name for kind, s in states.items()}
        for kind in SectionKind:
            page = await artifact(section_key(PLAN, section_id(kind)))
            assert f"Mục {section_id(kind)}" in page.description
    assert once[0] == 10  # one `opened` notice for each duty that does not wait: 13 less choose, inspect, quarters 2-4


def test_flows_bear_the_names_of_the_kinds() -> None:
    assert {kind: flow.name for kind, flow in FLOWS.items()} == KIND_LABELS
    assert all(flow.description and "Theo dõi" in flow.description for flow in FLOWS.values())


async def test_pages_show_what_is_particular_to_their_kind(office: Office) -> None:
    async with shared_clients():
        await run(FLOWS[SectionKind.ISSUE_PLAN], PLAN, "issue-plan", OPENING)
        submit(office, MAKE_PLAN, Sent(number="15/KH-STP"), at("2022-02-10T09:00"), BY)
        await run(FLOWS[SectionKind.ISSUE_PLAN], PLAN, "issue-plan", OPENING)
        await run(FLOWS[SectionKind.COMPILE_DOCUMENTS], PLAN, "compile-documents", OPENING)
        await run(FLOWS[SectionKind.CHOOSE_FIELDS], PLAN, "choose-fields", OPENING)
        await run(FLOWS[SectionKind.HANDLE_INFORMATION], PLAN, "handle-information", OPENING)
        assert "15/KH-STP" in (await artifact(section_key(PLAN, "issue-plan"))).description
        chain = (await artifact(section_key(PLAN, "compile-documents"))).description
        assert "Việc viec-issue-plan | 0/1 | Sở Tư pháp" in chain
        assert "Chưa có" in (await artifact(section_key(PLAN, "choose-fields"))).description
        notes = (await artifact(section_key(PLAN, "handle-information"))).description
        assert "| Quý I/2022 | 1 | 0 | 0 | 0 |" in notes


async def test_late_is_a_completed_run_with_its_own_name(office: Office) -> None:
    async with shared_clients():
        await run(issue_plans, PLAN, "issue-plan", OPENING)
        state = await run(issue_plans, PLAN, "issue-plan", at("2022-03-03T07:30"))
        assert (state.name, state.type.value) == ("Quá hạn", "COMPLETED")
        table = (await artifact(section_key(PLAN, "issue-plan"))).data
    assert '"Sở Tư pháp"' in table or "S\\u1edf T\\u01b0 ph\\u00e1p" in table


async def test_a_broken_row_fails_the_run_after_the_others_are_done(office: Office) -> None:
    with office.database.begin() as session:
        broken = update(Activity).where(Activity.key == "viec-khac")
        session.connection().execute(broken.values(policy={"before": "rubbish"}))
    async with shared_clients():
        state = await run(issue_plans, PLAN, "issue-plan", OPENING)
    assert state.is_failed()
    with pytest.raises(BrokenRows, match="1 nhiệm vụ gặp lỗi"):
        await state.aresult()
    with office.database.read() as session:
        assert session.exec(select(Assignment.state).where(Assignment.key == MAKE_PLAN)).one() is State.OPEN
        assert len(session.exec(select(Item).where(Item.kind == ItemKind.BROKEN_ROW)).all()) == 1


async def test_a_connection_lost_after_the_commit_doubles_nothing(tmp_path: Path) -> None:
    safe = every_kind_office(tmp_path)
    database = LosesItsConnection("sqlite://")
    losing = every_kind_office(tmp_path, database)
    async with shared_clients():
        with use(safe, MemoryChannel(), tmp_path):
            await run(issue_plans, PLAN, "issue-plan", OPENING)
        database.armed = True
        with use(losing, MemoryChannel(), tmp_path):
            state = await run(issue_plans, PLAN, "issue-plan", OPENING)
    assert not database.armed
    assert state.name == "Đang theo dõi"
    assert counts(losing) == counts(safe)


async def test_the_plan_starts_due_sections_at_top_level(office: Office) -> None:
    async with shared_clients():
        state = await run(carry_out_plan, PLAN, OPENING)
        ran = await state.aresult()
        assert set(ran) == {section_id(kind) for kind in SectionKind} - {"choose-fields"}
        assert await (await run(carry_out_plan, PLAN, OPENING)).aresult() == []
        async with get_client() as client:
            runs = await client.read_flow_runs(limit=200)
        assert all(one.parent_task_run_id is None for one in runs)
        progress = await artifact(f"ke-hoach-{PLAN}-tien-do")
    assert float(progress.data) == 0
    assert "| Mục issue-plan | Đang thực hiện | 2 | 0 | 0 |" in progress.description


async def test_a_morning_of_mail_is_sent_once(tmp_path: Path) -> None:
    office, channel, hands = every_kind_office(tmp_path), MemoryChannel(), ByFlows()
    sweep_all(office, OPENING)
    async with shared_clients():
        with use(office, channel, tmp_path / "drafts"):
            for _ in range(2):
                await hands.mail(at("2022-02-07T08:00"))
            first = [sent.recipient for sent in channel.sent]
            sweep_all(office, at("2022-03-03T07:30"))
            state = await run(deliver_mail, at("2022-03-03T08:00"))
        mails = await artifact("thu-trong-ngay")
    assert len(first) == len(set(first)) == 2  # Sở Tư pháp, Sở Tài chính
    assert len(channel.sent) > len(first)
    assert state.name == "Đã gửi"
    assert "Thư ngày 03/03/2022; dự thảo công văn chờ ký: 0" in mails.description
