"""Who takes over, which duty survives, and from when (R48, R49)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from config.timezone import LOCAL
from documents.working_calendar import read_calendar
from harness.cli_home import ROOT
from models.directory import AgencyEntry
from models.kinds import AgencyClass
from models.moves import State
from models.succession import Succession, SuccessionKind
from rules.succession import DIRECTORY_SOURCE, Heirs, Takeover, precedence, takeover, takeover_moment

DAY = date(2025, 7, 1)
END = date(2025, 6, 30)


def agency(key: str, begin: date | None = None, end: date | None = None, successor: str | None = None) -> AgencyEntry:
    return AgencyEntry(key, key, AgencyClass.UBND_XA, "T", valid_from=begin, valid_to=end, successor=successor)


def step(predecessor: str, *successors: str) -> Succession:
    kinds = {0: SuccessionKind.ABOLISHED, 1: SuccessionKind.MERGED_INTO}
    kind = kinds.get(len(successors), SuccessionKind.SPLIT_INTO)
    return Succession(predecessor, successors, DAY, kind, f"NQ {predecessor}")


def heirs(*entries: AgencyEntry, steps: tuple[Succession, ...] = ()) -> Heirs:
    return Heirs({entry.id: entry for entry in entries}, {one.predecessor: one for one in steps})


def test_one_that_follows_is_the_heir_and_its_source_is_kept() -> None:
    known = heirs(agency("a", end=END), agency("b"), steps=(step("a", "b"),))
    assert known.of("a", DAY).agency == "b"
    assert known.of("a", DAY).source == "NQ a"


def test_a_chain_leads_to_the_one_that_exists() -> None:
    known = heirs(
        agency("a", end=date(2023, 1, 1)), agency("b", end=END), agency("c"), steps=(step("a", "b"), step("b", "c"))
    )
    assert known.of("a", date(2024, 1, 1)).agency == "b"
    assert known.of("a", DAY).agency == "c"
    assert known.of("a", DAY).source == "NQ a; NQ b"


@pytest.mark.parametrize(
    ("steps", "candidates"),
    [((), ()), ((step("a"),), ()), ((step("a", "b", "c"),), ("b", "c")), ((step("a", "nowhere"),), ("nowhere",))],
)
def test_none_several_or_unknown_is_a_question(steps: tuple[Succession, ...], candidates: tuple[str, ...]) -> None:
    found = heirs(agency("a", end=END), agency("b"), agency("c"), steps=steps).of("a", DAY)
    assert (found.agency, found.candidates) == (None, candidates)


def test_a_successor_that_does_not_exist_yet_is_a_question_until_it_does() -> None:
    known = heirs(agency("a", end=END), agency("b", begin=date(2025, 7, 15)), steps=(step("a", "b"),))
    assert known.of("a", DAY).agency is None
    assert known.of("a", DAY).candidates == ("b",)
    assert known.of("a", date(2025, 7, 15)).agency == "b"


def test_a_circle_ends_in_a_question() -> None:
    known = heirs(agency("a", end=END), agency("b", end=END), steps=(step("a", "b"), step("b", "a")))
    assert known.of("a", DAY).agency is None


def test_the_directory_speaks_where_no_file_does() -> None:
    known = heirs(agency("a", end=END, successor="b"), agency("b"), agency("c"))
    assert known.of("a", DAY).agency == "b"
    assert known.of("a", DAY).source == DIRECTORY_SOURCE
    over = heirs(agency("a", end=END, successor="b"), agency("b"), agency("c"), steps=(step("a", "c"),))
    assert over.of("a", DAY).agency == "c"


def test_the_last_day_itself_still_counts() -> None:
    known = heirs(agency("a", end=END), agency("b"))
    assert not known.ended("a", END)
    assert known.ended("a", DAY)
    assert not known.ended("b", DAY)


@pytest.mark.parametrize(
    ("theirs", "what"),
    [(None, Takeover.MOVE), (State.WAITING, Takeover.MERGE), (State.OPEN, Takeover.MERGE),
     (State.RETURNED, Takeover.MERGE), (State.SUSPENDED, Takeover.MERGE), (State.SUBMITTED, Takeover.ASK),
     (State.ACCEPTED, Takeover.ASK), (State.WITHDRAWN, Takeover.ASK), (State.LAPSED, Takeover.ASK)],
)  # fmt: skip
def test_what_the_heir_owes_itself_decides(theirs: State | None, what: Takeover) -> None:
    assert takeover(theirs) is what


def test_of_two_that_meet_the_one_under_way_and_due_first_survives() -> None:
    rows = [
        precedence(State.SUSPENDED, date(2025, 1, 1), 0), precedence(State.OPEN, None, 1),
        precedence(State.WAITING, date(2025, 1, 1), 2), precedence(State.RETURNED, date(2025, 9, 1), 3),
        precedence(State.OPEN, date(2025, 9, 1), 4),
    ]  # fmt: skip
    assert [row[2] for row in sorted(rows)] == [3, 4, 1, 2, 0]


def test_the_moment_is_the_first_sweep_after_all_of_it() -> None:
    calendar = read_calendar(ROOT / "plans" / "calendar", 2024, 2026)

    def at(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=LOCAL)

    ready = at("2025-01-02T00:00")
    assert takeover_moment(END, ready, None, calendar) == at("2025-07-01T07:30")
    assert takeover_moment(date(2025, 7, 4), ready, None, calendar) == at("2025-07-07T07:30")  # a Friday
    assert takeover_moment(END, ready, at("2025-07-08T10:00"), calendar) == at("2025-07-09T07:30")
