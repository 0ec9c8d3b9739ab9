"""Random scripts: short stories of single assignments, mixed with stray acts, many at exact boundaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from oracle.days import LOCAL, Days, at
from oracle.expand import Spec, expand
from oracle.random_directory import Change
from oracle.world import Act, PlanRun, World

CLOCKS = [time(7, 30), time(8, 0), time(23, 59), time(0, 0), time(7, 29), time(7, 45), time(8, 1), time(16, 30)]
STRAYS = ["submit", "accept", "return", "ask_extension", "decide_extension", "suspend", "resume", "withdraw"]
PLOTS = [
    ["submit", "accept"],
    ["submit", "accept"],
    ["submit", "return", "submit", "accept"],
    ["suspend", "resume"],
    ["submit", "suspend", "withdraw"],
    ["submit"],
]
DATED = [
    ["submit", "return", "ask_extension", "decide_extension"],
    ["ask_extension", "decide_extension"],
    ["ask_extension", "decide_extension", "submit", "accept"],
    ["ask_extension", "submit", "decide_extension", "return"],
    ["ask_extension", "suspend", "decide_extension", "resume"],
]
UNDATED = [
    ["set_last_day", "submit", "accept"],
    ["set_last_day", "ask_extension", "decide_extension"],
    ["set_last_day", "suspend", "resume"],
    ["submit", "set_last_day", "return"],
]


def random_script(rng: Random, world: World, until: date) -> list[Act]:
    """30 to 80 acts, besides those on triggers and whole plans, in the order of their moments."""
    acts: list[Act] = []
    asked: dict[tuple[str, ...], date] = {}
    specs = {run.text["plan"]["id"]: expand_run(run, world) for run in world.plans}
    for run in world.plans:
        acts += list(trigger_acts(rng, run, until))
        if rng.random() < 0.35:
            start = run.activated_at.date() + timedelta(days=rng.randint(30, 500))
            acts.append(Act(moment(rng, start), "close_plan", (run.text["plan"]["id"],)))
        if rng.random() < 0.15 and len(specs[run.text["plan"]["id"]]) <= 40:
            acts += withdraw_all(rng, specs[run.text["plan"]["id"]], run, until)
    goal = len(acts) + rng.randint(30, 80)
    while len(acts) < goal:
        run = rng.choice(world.plans)
        spec = rng.choice(specs[run.text["plan"]["id"]] or [None])
        if spec is None:
            break
        if rng.random() < 0.3:
            name = rng.choice([*STRAYS, "set_last_day"])
            acts.append(one(rng, name, spec, moment(rng, a_day(rng, run, spec, until, world.days)), asked))
        else:
            acts += story(rng, run, spec, until, world.days, asked)
    return sorted((act for act in acts if act.moment.date() <= until), key=lambda act: act.moment)


def expand_run(run: PlanRun, world: World) -> list[Spec]:
    """The assignments of one of the world's plans."""
    return expand(run.text, world.directory, world.phrases, world.days, world.after)


def succession_acts(rng: Random, world: World, stages: Sequence[Change], until: date) -> Iterator[Act]:
    """Imports of changed directories, and people who give duties to other agencies, mostly after an end."""
    running = max(run.activated_at for run in world.plans).date()  # an activation reads what it was checked against
    for stage in stages[1:]:
        assert stage.known_on is not None
        details = {"directory": stage.rows, "after": stage.after}
        yield Act(moment(rng, max(stage.known_on, running + timedelta(days=1))), "import", ("",), details)
    rows = stages[-1].rows
    specs = [spec for run in world.plans for spec in expand_run(run, world)]
    ends = {row["id"]: date.fromisoformat(row["valid_to"]) for row in rows if row["valid_to"]}
    bereft = [spec for spec in specs if spec.key[2] in ends]
    for _ in range(rng.randint(0, 12)):
        spec = rng.choice(bereft or specs or [None]) if rng.random() < 0.8 else rng.choice(specs or [None])
        if spec is None:
            return
        day = ends.get(spec.key[2], until) + timedelta(days=rng.randint(-3, 40))
        like = [row["id"] for row in rows if row["id"].split("-")[:2] == spec.key[2].split("-")[:2]]
        to = rng.choice(like if rng.random() < 0.8 else [row["id"] for row in rows])
        if day <= until:
            yield Act(moment(rng, day), "reassign", spec.key, {"to": to})


def withdraw_all(rng: Random, specs: list[Spec], run: PlanRun, until: date) -> Iterator[Act]:
    """Everything is withdrawn within a few days, so that the plan closes by itself (R35)."""
    first = run.activated_at.date()
    start = first + timedelta(days=rng.randint(1, max(2, (until - first).days - 10)))
    for spec in specs:
        yield Act(moment(rng, start + timedelta(days=rng.randint(0, 4))), "withdraw", spec.key)


def trigger_acts(rng: Random, run: PlanRun, until: date) -> Iterator[Act]:
    """Most triggers are recorded, some twice, some never; the event lies on or before that day."""
    for name in run.text["triggers"]:
        for _ in range(rng.choice([0, 1, 1, 1, 1, 2])):
            start = run.activated_at.date() + timedelta(days=rng.randint(0, 150))
            happened = start - timedelta(days=rng.randint(0, 12))
            yield Act(moment(rng, start), "trigger", (run.text["plan"]["id"], name), {"date": happened})


def a_day(rng: Random, run: PlanRun, spec: Spec, until: date, days: Days) -> date:
    """A day for an act: on or about a day that matters to the assignment, or any day of the span."""
    first = run.activated_at.date()
    if spec.last_day is not None and rng.random() < 0.6:
        day = spec.last_day
        near = [
            day,
            day + timedelta(days=1),
            days.t(day),
            days.after(day, rng.choice([1, 3, 7, 15])),
            days.back(day, 3),
        ]
        return max(first, rng.choice(near))
    if spec.ends is not None and rng.random() < 0.6:
        return max(first, spec.ends + timedelta(days=rng.choice([-20, -1, 0, 1])))
    return first + timedelta(days=rng.randint(0, max(1, (until - first).days)))


def moment(rng: Random, day: date) -> datetime:
    """A moment of the day: often exactly a boundary, else any minute."""
    clock = rng.choice(CLOCKS) if rng.random() < 0.45 else time(rng.randint(0, 23), rng.randint(0, 59))
    return at(day, clock)


def story(
    rng: Random, run: PlanRun, spec: Spec, until: date, days: Days, asked: dict[tuple[str, ...], date]
) -> list[Act]:
    """A few acts on one assignment, in a likely order, some days apart."""
    plot = rng.choice(PLOTS + (DATED if spec.last_day else UNDATED if spec.form != "ongoing" else []))
    when = moment(rng, a_day(rng, run, spec, until, days))
    acts: list[Act] = []
    for name in plot:
        acts.append(one(rng, name, spec, when, asked))
        gap = rng.choice([0, 0, 1, 2, 4, 9, 25])
        later = moment(rng, when.astimezone(LOCAL).date() + timedelta(days=gap))
        when = later if later > when else when + timedelta(minutes=rng.choice([0, 1, 90]))
    return acts


def one(rng: Random, name: str, spec: Spec, when: datetime, asked: dict[tuple[str, ...], date]) -> Act:
    """One act with likely details; every new day asked for or set lies after all earlier ones."""
    day = when.astimezone(LOCAL).date()
    details: dict[str, Any] = {}
    match name:
        case "submit":
            details["not_needed"] = rng.random() < 0.15
            if rng.random() < 0.25:
                details["received_on"] = day - timedelta(days=rng.choice([0, 1, 3]))
        case "return":
            details["redo_by"] = day + timedelta(days=rng.randint(0, 30))
        case "ask_extension":
            base = max(asked.get(spec.key, day), spec.last_day or day, day)
            details["new_date"] = asked[spec.key] = base + timedelta(days=rng.randint(1, 40))
        case "decide_extension":
            details["granted"] = rng.random() < 0.7
        case "set_last_day":
            details["date"] = day + timedelta(days=rng.randint(-3, 40))
            asked[spec.key] = max(asked.get(spec.key, day), details["date"])
        case _:
            pass
    return Act(when, name, spec.key, details)
