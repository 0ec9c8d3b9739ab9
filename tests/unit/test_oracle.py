"""Hand-computed cases that fix the oracle itself; each names its rule in docs/how-a-plan-runs.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from oracle.data import read_contacts, read_directory, read_yaml
from oracle.days import Days, at, vietnam
from oracle.expand import expand
from oracle.leads import members
from oracle.random_directory import PHRASES, entry
from oracle.random_plans import random_case
from oracle.walk import predict
from oracle.world import Act, PlanRun, Prediction, World

PLANS = Path(__file__).parents[2] / "plans"
TOP, TP, TC = "p/ubnd-tinh", "p/so-tu-phap", "p/so-tai-chinh"
DIRECTORY = [
    entry(TOP, "UBND tỉnh P", "ubnd_tinh", ""),
    entry(TP, "Sở Tư pháp", "so", TOP),
    entry(TC, "Sở Tài chính", "so", TOP),
    entry("p/huyen", "UBND huyện H", "ubnd_huyen", TOP, "2025-06-30"),
    entry("p/ptp", "Phòng Tư pháp huyện H", "phong_tu_phap", "p/huyen", "2025-06-30"),
    entry("p/xa", "UBND xã X", "ubnd_xa", "p/huyen"),
]
BOTH = {row["id"]: {"focal_point": [row["id"] + "@e"], "head": ["h-" + row["id"] + "@e"]} for row in DIRECTORY}
TC_KEY = ("k", "a", TC, "once")


@pytest.fixture(scope="module")
def days() -> Days:
    return vietnam(2020, 2028, PLANS / "calendar")


def activity(name: str = "a", lead: str = "Sở Tài chính", **rest: Any) -> dict[str, Any]:
    keys = "form", "opens", "last_day", "hour", "every", "until", "days_after", "working_days"
    timing = {key: rest.pop(key) for key in keys if key in rest}
    applied = {"form": "dated" if "last_day" in timing else "undated"} | timing
    return {"id": name, "title": name, "leads": [lead], "applied": applied} | rest


def plan(*activities: dict[str, Any], name: str = "k", issued: date = date(2022, 1, 4), **rest: Any) -> dict[str, Any]:
    header = {"id": name, "issued_on": issued, "years": [issued.year, issued.year]}
    header |= {"issuer": "UBND tỉnh P", "coordinator": "Sở Tư pháp", "commune_desk": "Phòng Tư pháp"}
    return {"plan": header, "sections": [{"id": "s", "activities": list(activities)}]} | rest


def when(text: str) -> datetime:
    day, clock = text.split()
    return at(date.fromisoformat(day), time.fromisoformat(clock))


def run(days: Days, until: str, *acts: Act, plans: Any, begin: str = "", contacts: Any = None) -> Prediction:
    plans = plans if isinstance(plans, list) else [plans]
    runs = [PlanRun(text, when(begin) if begin else at(text["plan"]["issued_on"], time(9))) for text in plans]
    return predict(World(tuple(runs), DIRECTORY, contacts or BOTH, PHRASES, days), acts, date.fromisoformat(until))


def act(text: str, name: str, target: tuple[str, ...] = TC_KEY, **details: Any) -> Act:
    return Act(when(text), name, target, details)


def noted(said: Prediction, *kinds: str, agency: str = TC) -> Iterator[tuple[Any, ...]]:
    """(kind, offset, anchor, day) in the order of the moments; every one lies at 07:30."""
    rows = sorted((row for row in said.notices if row[4] in kinds and row[2] == agency), key=lambda row: row[7])
    for row in rows:
        assert row[7].endswith("T07:30:00+07:00")
        yield row[4], row[5], row[6], row[7][:10]


def test_r7_the_real_directory_gives_138_agencies() -> None:
    rows, phrases = read_directory(PLANS / "agencies/soc-trang-2022.tsv"), read_yaml(PLANS / "phrases.yaml")
    found = members(["các Sở, ngành, UBND cấp huyện, cấp xã"], {}, rows, phrases, date(2022, 2, 1))
    assert len(found) == 138
    assert {row["id"] for row in found} <= set(read_contacts(PLANS / "contacts/soc-trang-2022.csv"))


def test_r7_r8_the_first_plan_makes_839_assignments(days: Days) -> None:
    rows, phrases = read_directory(PLANS / "agencies/soc-trang-2022.tsv"), read_yaml(PLANS / "phrases.yaml")
    text = read_yaml(PLANS / "soc-trang-2022.yaml")
    specs = expand(text, rows, phrases, days)
    notes = [spec for spec in specs if spec.form == "ongoing"]
    assert (len(specs), len(notes)) == (839, 604)
    world = World((PlanRun(text, when("2022-01-28 07:00")),), rows, {}, phrases, days)
    holders = predict(world, [], date(2022, 1, 28)).holders
    desks = {row[5] for row in holders if row[1] == "issue-plan" and "/xa-" in row[2]}
    assert len(desks) == 11


def test_r14_opens_on_the_first_working_day_after_tet(days: Days) -> None:
    said = run(days, "2022-03-02", plans=plan(activity(opens=date(2022, 2, 1), last_day=date(2022, 2, 28))))
    assert list(noted(said, "opened")) == [("opened", 0, "2022-02-07", "2022-02-07")]
    # R17: T-15 is 28/01, before it opened; R18: +1 after 28/02 is 01/03.
    assert [row[1] for row in noted(said, "before")] == [-7, -3, -1, 0]
    assert list(noted(said, "late")) == [("late", 1, "2022-02-28", "2022-03-01")]


def test_r9_a_last_day_alone_opens_with_its_quarter_and_r4_t_of_a_saturday(days: Days) -> None:
    said = run(days, "2023-01-03", plans=plan(activity(last_day=date(2022, 12, 31))))
    assert said.assignments[0][5] == "2022-10-03T07:30:00+07:00"
    assert list(noted(said, "before", "late"))[-2:] == [
        ("before", 0, "2022-12-31", "2022-12-30"),
        ("late", 1, "2022-12-31", "2023-01-03"),
    ]


def test_r8_periods(days: Days) -> None:
    recurring = activity("m", last_day=date(2022, 1, 31), every="quarterly")
    text = plan(recurring, activity("o", form="ongoing"), activity("u"), issued=date(2022, 2, 10))
    specs = expand(text, DIRECTORY, PHRASES, days)
    assert [(spec.key[1], spec.key[3], spec.opens.isoformat()) for spec in specs] == [
        ("m", "2022-Q2", "2022-04-01"),
        ("m", "2022-Q3", "2022-07-01"),
        ("m", "2022-Q4", "2022-10-03"),
        ("o", "2022-Q1", "2022-02-10"),
        ("o", "2022-Q2", "2022-04-01"),
        ("o", "2022-Q3", "2022-07-01"),
        ("o", "2022-Q4", "2022-10-01"),
        ("u", "2022", "2022-02-10"),
    ]


def test_r18_r19_the_ladder_and_the_later_months(days: Days) -> None:
    said = run(days, "2022-07-31", plans=plan(activity(last_day=date(2022, 3, 31))))
    assert [row[3] for row in noted(said, "late", "dispatch", "named", "overview")] == [
        "2022-04-01",
        "2022-04-05",
        "2022-04-12",  # Monday 11/4 is off
        "2022-04-22",
        "2022-05-04",  # 2 and 3/5 are off
        "2022-06-01",
        "2022-07-01",
    ]
    assert said.dispatches == [
        ("k", 3, "2022-04-05", "department", "draft"),
        ("k", 7, "2022-04-12", "province", "draft"),
    ]
    # R36: proposed at +15.
    assert said.items == [("propose_closing", "k")]


def test_r27_a_return_anchors_reminders_anew(days: Days) -> None:
    back = act("2022-06-20 10:00", "return", redo_by=date(2022, 7, 8))
    text = plan(activity(last_day=date(2022, 6, 30)))
    said = run(days, "2022-08-31", act("2022-06-01 09:00", "submit"), back, plans=text)
    steps = [row for row in noted(said, "before", "late", "dispatch", "named", "overview") if row[3] > "2022-06-20"]
    assert steps == [
        ("before", -7, "2022-07-08", "2022-06-29"),
        ("before", -3, "2022-07-08", "2022-07-05"),
        ("before", -1, "2022-07-08", "2022-07-07"),
        ("before", 0, "2022-07-08", "2022-07-08"),
        ("late", 1, "2022-07-08", "2022-07-11"),
        ("dispatch", 3, "2022-07-08", "2022-07-13"),
        ("dispatch", 7, "2022-07-08", "2022-07-19"),
        ("named", 15, "2022-07-08", "2022-07-29"),
        ("overview", 0, "2022-08-01", "2022-08-01"),
    ]


def test_r16_rungs_keep_the_last_day_when_it_is_after_the_redo_day(days: Days) -> None:
    back = act("2022-06-02 10:00", "return", redo_by=date(2022, 6, 10))
    text = plan(activity(last_day=date(2022, 6, 30)))
    said = run(days, "2022-07-05", act("2022-06-01 09:00", "submit"), back, plans=text)
    assert list(noted(said, "before", "late"))[-2:] == [
        ("before", 0, "2022-06-10", "2022-06-10"),
        ("late", 1, "2022-06-30", "2022-07-01"),
    ]


def test_r28_an_extension_after_the_last_day_strikes_the_draft_and_starts_over(days: Days) -> None:
    ask = act("2022-03-20 22:00", "ask_extension", new_date=date(2022, 4, 15))
    grant = act("2022-03-22 09:00", "decide_extension", granted=True)
    sent, taken = act("2022-04-15 23:59", "submit"), act("2022-05-10 09:00", "accept")
    said = run(days, "2022-05-10", ask, grant, sent, taken, plans=plan(activity(last_day=date(2022, 3, 15))))
    assert [row[3] for row in noted(said, "before") if row[2] == "2022-04-15"] == [
        "2022-03-24",
        "2022-04-05",
        "2022-04-12",
        "2022-04-14",
        "2022-04-15",
    ]
    assert said.dispatches == [("k", 3, "2022-03-18", "department", "voided")]
    assert said.dispatch_lines == [("k", 3, "2022-03-18", TC, TC_KEY, True)]
    assert said.assignments[0][6:8] == ("2022-03-15", "2022-04-15")
    assert said.assignments[0][10:] == ("on_time", "late")  # R26
    assert [row[1] for row in said.answers] == ["accepted", "extension_granted", "receipt"]
    # R35: closed at the sweep of 11/5, not yet on the 10th.
    assert said.plans == [("k", "active", None)]
    assert said.sections == [("k", "s", "closed", "2022-01-05", "2022-05-10")]


@pytest.mark.parametrize(
    ("sent", "received_on", "timeliness"),
    [
        ("2022-03-15 16:30", None, "on_time"),
        ("2022-03-15 16:31", None, "late"),
        ("2022-03-17 09:00", date(2022, 3, 15), "on_time"),
        ("2022-03-17 09:00", date(2022, 3, 16), "late"),
    ],
)
def test_r26_the_printed_hour_and_paper(days: Days, sent: str, received_on: date | None, timeliness: str) -> None:
    acts = act(sent, "submit", received_on=received_on), act("2022-03-20 09:00", "accept")
    said = run(days, "2022-03-21", *acts, plans=plan(activity(last_day=date(2022, 3, 15), hour="16:30")))
    assert said.assignments[0][10:] == (timeliness, timeliness)
    assert said.plans == [("k", "closed", "2022-03-20")]  # R35: the day of the latest closed_at, a Sunday


def test_r33_r12_a_lapse_wakes_the_same_agencys_next_at_the_same_moment(days: Days) -> None:
    first = activity("a", form="ongoing", until=date(2022, 3, 31))
    then = activity("b", needs={"after": [{"activity": "a", "own": True}]})
    said = run(days, "2022-04-01", plans=plan(first, then))
    assert [(row[1], row[3], row[4], row[5], row[9]) for row in said.assignments] == [
        ("a", "2022-Q1", "lapsed", "2022-01-05T07:30:00+07:00", "2022-04-01T07:30:00+07:00"),
        ("b", "2022", "open", "2022-04-01T07:30:00+07:00", None),
    ]


def test_r6_an_act_at_the_sweep_moment_counts_for_it_but_is_seen_by_the_next(days: Days) -> None:
    text = plan(activity(last_day=date(2022, 3, 31)))
    before = run(days, "2022-02-10", plans=text, begin="2022-02-10 07:30")
    after = run(days, "2022-02-11", plans=text, begin="2022-02-10 07:30")
    assert before.assignments[0][4:6] == ("waiting", None)
    assert after.assignments[0][4:6] == ("open", "2022-02-10T07:30:00+07:00")
    assert after.digests == [(TC + "@e", "2022-02-11", 1, 1)]


@pytest.mark.parametrize(
    ("mode", "opened", "due"), [("all", "2022-04-12", "2022-04-18"), ("any", "2022-03-14", "2022-03-25")]
)
def test_r13_r15_triggers(days: Days, mode: str, opened: str, due: str) -> None:
    text = plan(activity(form="triggered", days_after=10, working_days=True, waits_for={mode: ["x", "y"]}))
    text["triggers"] = {"x": {}, "y": {}}
    acts = [
        act("2022-03-12 10:00", "trigger", ("k", "x"), date=date(2022, 3, 11)),
        act("2022-04-09 10:00", "trigger", ("k", "y"), date=date(2022, 4, 1)),
        act("2022-04-09 11:00", "trigger", ("k", "y"), date=date(2022, 4, 2)),
    ]
    said = run(days, "2022-04-12", *acts, plans=text)
    assert (said.assignments[0][5] or "")[:10] == opened
    assert said.assignments[0][6] == due  # ten working days after 01/4, Monday 11/4 being off; after 11/3
    assert said.refused == [2]


def test_r21_a_requested_body_hears_twice_and_is_in_no_rate(days: Days) -> None:
    acts = act("2022-04-20 09:00", "submit"), act("2022-04-21 09:00", "accept")
    said = run(days, "2022-04-21", *acts, plans=plan(activity(last_day=date(2022, 3, 31), requested=True)))
    steps = list(noted(said, "opened", "before", "late", "dispatch", "named", "repeat"))
    assert steps == [("opened", 0, "2022-01-05", "2022-01-05"), ("repeat", 1, "2022-03-31", "2022-04-01")]
    assert said.assignments[0][10:] == (None, None)


def test_r23_senders_leaders_and_the_district_of_a_commune(days: Days) -> None:
    due = date(2025, 6, 20)
    both = activity("x", "UBND xã X", last_day=due), activity("t", "Sở Tư pháp", last_day=due)
    said = run(days, "2025-07-04", plans=plan(*both, issued=date(2025, 1, 6)))
    assert said.dispatch_lines == [
        ("k", 3, "2025-06-25", "p/huyen", ("k", "x", "p/xa", "once"), False),
        ("k", 7, "2025-07-01", TP, ("k", "t", TP, "once"), False),
        ("k", 7, "2025-07-01", "p/xa", ("k", "x", "p/xa", "once"), False),
    ]
    assert said.items == [("own_leader", "k", "t", TP, "once", 3, "2025-06-20")]


def test_r29_what_was_never_opened_waits_again(days: Days) -> None:
    acts = act("2022-01-04 10:00", "suspend"), act("2022-02-09 08:00", "resume"), act("2022-02-09 08:01", "accept")
    said = run(days, "2022-02-10", *acts, plans=plan(activity(last_day=date(2022, 3, 31))))
    assert said.assignments[0][4:6] == ("open", "2022-02-10T07:30:00+07:00")
    assert said.sections[0][2:4] == ("open", "2022-01-04")  # R34: left `waiting` by the suspension
    assert said.refused == [2]


def test_r36_r37_closing_by_a_person(days: Days) -> None:
    text = plan(activity("a", last_day=date(2022, 3, 31)), activity("b", "Sở Tư pháp", last_day=date(2022, 3, 31)))
    sent = act("2022-04-05 09:00", "submit", ("k", "b", TP, "once"))
    acts = sent, act("2022-05-05 09:00", "close_plan", ("k",)), act("2022-05-06 09:00", "withdraw", sent.target)
    said = run(days, "2022-05-09", *acts, act("2022-05-07 09:00", "close_plan", ("k",)), plans=text)
    assert said.refused == [1]
    assert [row[4] for row in said.assignments] == ["lapsed", "withdrawn"]
    assert said.assignments[0][9:11] == ("2022-05-07T09:00:00+07:00", "missing")
    assert said.plans == [("k", "closed", "2022-05-07")]
    # Not proposed: b was submitted from before the last rung until after the last working day's sweep.
    assert [row[0] for row in said.items] == ["own_leader"]


def test_r38_r39_one_digest_over_plans_without_what_was_done_meanwhile(days: Days) -> None:
    contacts = BOTH | {TC: {"focal_point": [" TC@E"], "head": ["tc@e"]}}
    texts = [plan(activity(last_day=date(2022, 3, 31)), name=name) for name in ("k", "l", "m")]
    done = act("2022-04-01 07:45", "submit", ("m", "a", TC, "once"))
    said = run(days, "2022-04-01", done, plans=texts, contacts=contacts)
    assert [row for row in said.digests if row[1] == "2022-04-01"] == [("tc@e", "2022-04-01", 2, 2)]
    late = [row for row in said.notices if row[4] == "late"]
    assert [row[8] for row in late] == ["mailed", "mailed", "dropped"]


def test_r41_a_vacant_role_is_stood_in_for(days: Days) -> None:
    said = run(days, "2022-04-01", plans=plan(activity(last_day=date(2022, 3, 31))), contacts={TC: {"head": ["h@e"]}})
    assert {row[8] for row in said.notices} == {"mailed"}
    assert {row[0] for row in said.digests} == {"h@e"}
    assert said.items == []


def test_r40_nobody_to_tell_is_an_item(days: Days) -> None:
    said = run(days, "2022-04-01", plans=plan(activity(last_day=date(2022, 3, 31))), contacts={TC: {}})
    assert {row[8] for row in said.notices} == {"dropped"}
    assert said.items == [("no_address", "k", TC)]
    assert said.digests == []


def test_a_seed_always_gives_the_same_case_and_a_prediction_differs_from_another(days: Days) -> None:
    one, again, other = random_case(7, days), random_case(7, days), random_case(8, days)
    said = predict(one.world, one.script, one.until)
    assert one.script == again.script
    assert said.differences(predict(again.world, again.script, again.until)) == []
    assert said.differences(predict(other.world, other.script, other.until)) != []
