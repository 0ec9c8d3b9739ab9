"""What holds for every amendment (A1, A2, A14), over random pairs of versions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from engine.accept import accept
from engine.round import sweep_all
from engine.submit import Sent, submit
from harness.amending import Amending, everything, running
from harness.cli_home import SMALL_PLAN
from harness.small_office import BY, at
from models.moves import FINAL, State
from store.database import Database
from store.throwaway import create_tables

NOW, NEXT, END = "2022-02-10T09:00", "2022-02-11T07:30", "2022-06-30T07:30"
HEAD = SMALL_PLAN.partition("sections:")[0]
SECTION = "  - id: {0}\n    kind: general\n    title: Mục {0}\n    activities:\n"
ACTIVITY = "      - id: {}\n        title: {}\n        leads: [{}]\n        applied: {{{}}}\n"
RULES = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)

LEADS = st.sampled_from(["Sở Y tế", "Sở Y tế, Sở Xây dựng", "Sở Tư pháp, Sở Y tế", "UBND cấp huyện"])
TIMES = st.sampled_from(
    [
        "form: dated, opens: 2022-02-07, last_day: 2022-02-28",
        "form: dated, opens: 2022-02-07, last_day: 2022-04-15",
        'form: dated, opens: 2022-03-01, last_day: 2022-04-15, hour: "17:00"',
        "form: dated, opens: 2022-02-01, last_day: 2022-02-25, every: monthly",
        "form: dated, opens: 2022-02-01, last_day: 2022-02-21, every: quarterly",
        "form: ongoing",
        "form: ongoing, until: 2022-09-30",
        "form: undated",
        "form: triggered}\n        waits_for: {all: [quyet-dinh]",
    ]
)
TITLES = st.sampled_from(["Một việc", "Việc khác"])
ONE = st.tuples(TITLES, LEADS, TIMES)


@st.composite
def versions(draw: st.DrawFn) -> str:
    """A plan of one to four activities in two sections."""
    text = HEAD + "sections:\n"
    names = draw(st.lists(st.sampled_from(["mot", "hai", "ba", "bon"]), min_size=1, max_size=4, unique=True))
    for section in ("mot", "hai"):
        mine = [name for name in sorted(names) if (name in {"mot", "hai"}) == (section == "mot")]
        if mine:
            text += SECTION.format(section) + "".join(ACTIVITY.format(name, *draw(ONE)) for name in mine)
    return text


@contextmanager
def under_way(text: str) -> Iterator[Amending]:
    """A plan of its own database, opened by the sweeps of its first days."""
    with TemporaryDirectory() as folder:
        database = Database("sqlite://")
        create_tables(database)
        try:
            yield running(database, Path(folder), text)
        finally:
            database.dispose()


def deliver(plan: Amending, sent: int, accepted: int) -> None:
    """The first open duties get a result, the first of those are accepted."""
    open_ones = sorted(row.key for row in plan.rows().values() if row.state is State.OPEN)[:sent]
    for key in open_ones:
        submit(plan.office, key, Sent("1/KH"), at("2022-02-10T08:10"), BY)
    for key in open_ones[:accepted]:
        accept(plan.office, key, at("2022-02-10T08:20"), BY)


def owed(plan: Amending) -> dict[str, Any]:
    """What is not final: its state, period and last day."""
    return {
        key: (row.state.value, row.period, row.current_due)
        for key, row in plan.rows().items()
        if row.state not in FINAL
    }


def facts(plan: Amending, activities: set[str]) -> dict[str, Any]:
    """Everything the sweeps make of some activities' duties."""
    left_out = {"id", "section_id", "activity_id"}
    return {
        key: (row.model_dump(exclude=left_out), sorted(plan.notices(row.key)))
        for key, row in plan.rows().items()
        if key.partition("/")[0] in activities
    }


def activities(text: str) -> dict[str, str]:
    """id → the words of each activity."""
    parts = text.partition("sections:")[2].split("      - id: ")[1:]
    return {part.partition("\n")[0]: part.partition("  - id: hai")[0] for part in parts}


@RULES
@given(versions())
def test_the_same_version_changes_nothing(text: str) -> None:
    with under_way(text) as plan:
        before = everything(plan.office.database)
        assert plan.amend(NOW).same
        assert everything(plan.office.database) == before


@RULES
@given(versions(), versions(), st.integers(0, 3))
def test_twice_is_once(one: str, two: str, sent: int) -> None:
    with under_way(one) as plan:
        deliver(plan, sent, 1)
        plan.amend(NOW, text=two)
        before = everything(plan.office.database)
        assert plan.amend(NEXT, text=two).same
        assert everything(plan.office.database) == before


@RULES
@given(versions(), versions())
def test_what_the_document_does_not_touch_goes_on_as_if_it_were_not_there(one: str, two: str) -> None:
    first, second = activities(one), activities(two)
    same = {key for key in first.keys() & second.keys() if first[key] == second[key]}
    with under_way(one) as amended, under_way(one) as never:
        amended.amend(NOW, text=two)
        for plan in (amended, never):
            sweep_all(plan.office, at(NEXT))
            sweep_all(plan.office, at(END))
        assert facts(amended, same) == facts(never, same)


@RULES
@given(versions(), versions(), st.integers(0, 3), st.integers(0, 2))
def test_there_and_back_leaves_the_same_duties_and_days(one: str, two: str, sent: int, accepted: int) -> None:
    with under_way(one) as amended, under_way(one) as never:
        for plan in (amended, never):
            deliver(plan, sent, accepted)
        amended.amend(NOW, text=two)
        done = amended.amend(NOW, text=one)
        assert done.same or done.version == 3
        for plan in (amended, never):
            sweep_all(plan.office, at(NEXT))
        assert owed(amended) == owed(never)


@RULES
@given(versions(), versions())
def test_a_version_is_the_plan_it_would_have_been(one: str, two: str) -> None:
    """Amended to B on the second day, the duties are B's, with B's days."""
    with under_way(one) as amended, under_way(two) as fresh:
        amended.amend(NOW, text=two)
        for plan in (amended, fresh):
            sweep_all(plan.office, at(NEXT))
        days = {key: due for key, (_, _, due) in owed(amended).items() if not key.endswith(("/once", "/2022"))}
        assert days == {key: due for key, (_, _, due) in owed(fresh).items() if not key.endswith(("/once", "/2022"))}


class Killed(Exception):
    """The process ends here."""


@settings(RULES, max_examples=10)
@given(versions(), versions(), st.integers(0, 200))
def test_killed_anywhere_leaves_nothing(one: str, two: str, steps: int) -> None:
    with under_way(one) as plan:
        before = everything(plan.office.database)
        engine, left = plan.office.database.engine, [steps]

        def count(*seen: Any) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise Killed

        event.listen(engine, "before_cursor_execute", count)
        try:
            plan.amend(NOW, text=two)
        except Killed:
            event.remove(engine, "before_cursor_execute", count)
            assert everything(plan.office.database) == before
        else:
            assert left[0] >= 0


def test_the_laws_were_tried_on_real_changes() -> None:
    """The generator must make versions that differ in what the laws speak of."""
    seen: set[str] = set()
    with under_way(HEAD + "sections:\n" + SECTION.format("mot") + ACTIVITY.format(
        "mot", "Một việc", "Sở Y tế, Sở Xây dựng", "form: dated, opens: 2022-02-07, last_day: 2022-02-28"
    )) as plan:  # fmt: skip
        other = plan.text.replace("Sở Y tế, Sở Xây dựng", "Sở Tư pháp, Sở Y tế").replace("2022-02-28", "2022-04-15")
        seen |= {fate.value for fate in plan.amend(NOW, text=other).counts}
    assert seen == {"made", "moved", "withdrawn"}
