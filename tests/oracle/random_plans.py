"""Seeded random cases: one or two small plans over one small directory, with contacts and a script of acts.

A seed always gives the same case. Plans are plain dicts in the file format (dates as `date`, hours as text), as YAML
would give them, and `PlanFile.model_validate` takes them as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import Any

from oracle.days import Days, at
from oracle.expand import duties
from oracle.leads import After, members
from oracle.periods import Span, periods
from oracle.random_directory import PHRASES, PROVINCE, random_changes, random_contacts, small_directory
from oracle.random_scripts import random_script, succession_acts
from oracle.world import Act, PlanRun, World

Text = dict[str, Any]
KINDS = ["issue_plan", "compile_documents", "guide", "inspect", "survey", "train", "report", "general"]
LEADS = [
    ["các Sở, ngành"],
    ["UBND cấp huyện"],
    ["UBND cấp xã"],
    ["UBND cấp huyện, cấp xã"],
    ["Phòng Tư pháp"],
    ["Sở Tư pháp"],
    ["Sở Tài chính"],
    ["Sở Tư pháp", "các Sở, ngành"],
    ["nhóm riêng"],
    ["UBND tỉnh Thử Nghiệm"],
]
HOURS = [time(0, 0), time(7, 29), time(7, 30), time(7, 31), time(8, 0), time(8, 1), time(16, 30), time(23, 59)]


@dataclass(frozen=True)
class Case:
    """One random case."""

    seed: int
    world: World
    script: tuple[Act, ...]
    until: date


def random_case(seed: int, days: Days) -> Case:
    """The case of a seed; the calendar must reach from 2020 to 2028."""
    rng = Random(seed)
    year = rng.choice([2022, 2022, 2024, 2025])
    stages = random_changes(rng, small_directory(rng, year), year)
    rows, after = stages[0].rows, stages[0].after
    runs = [random_run(rng, year, f"ke-hoach-{n}") for n in range(rng.choice([1, 1, 2]))]
    for run in runs:
        lead_somebody(run.text, rows, days, after)
    everybody = list({row["id"]: row for stage in stages for row in stage.rows}.values())
    world = World(tuple(runs), rows, random_contacts(rng, everybody), PHRASES, days, after)
    last = max(run.text["plan"]["years"][1] for run in runs)
    spans = [60, 90, 120, 200, 420] if last == year else [200, 420, 700, 900]
    until = max(run.activated_at for run in runs).date() + timedelta(days=rng.choice(spans))
    script = [*random_script(rng, world, until), *succession_acts(rng, world, stages, until)]
    return Case(seed, world, tuple(sorted(script, key=lambda act: act.moment)), until)


def random_run(rng: Random, year: int, name: str) -> PlanRun:
    """A plan and the moment of its activation, some days after its issue, at an odd hour."""
    issued = rng.choice([date(year - 1, 12, 24), date(year, 1, 4)]) + timedelta(days=rng.randint(0, 80))
    last = year + 1 if rng.random() < 0.1 else year
    text = random_plan(rng, name, issued, (year, last))
    activated = issued + timedelta(days=rng.choice([0, 1, 2, 3, 5, 8, 20, 45]))
    return PlanRun(text, at(activated, rng.choice(HOURS)))


def random_plan(rng: Random, name: str, issued: date, years: tuple[int, int]) -> Text:
    """A whole plan file."""
    triggers = [f"su-kien-{n}" for n in range(rng.randint(1, 3))]
    sections: list[Text] = []
    ids: list[str] = []
    for n in range(rng.randint(1, 4)):
        activities = []
        for m in range(rng.randint(1, 3)):
            activities.append(random_activity(rng, f"viec-{n}-{m}", ids, triggers, issued, years))
            ids.append(f"viec-{n}-{m}")
        section: Text = {"id": f"muc-{n}", "kind": rng.choice(KINDS), "title": f"Mục {n}", "activities": activities}
        sections.append(section | maybe_policy(rng, 0.15))
    header: Text = {
        "id": name,
        "title": f"Kế hoạch thử nghiệm {name}",
        "province": PROVINCE,
        "directory": "thu-nghiem",
        "issued_on": issued,
        "issued_assumed": rng.random() < 0.2,
        "years": list(years),
        "issuer": f"UBND tỉnh {PROVINCE}",
        "coordinator": "Sở Tư pháp",
        "commune_desk": "Phòng Tư pháp",
        "set_by": "province",
    }
    return {
        "schema": "dondoc/plan/1",
        "plan": header,
        "groups": {"nhóm riêng": random_group(rng)},
        "triggers": {name: random_event(rng, name, issued) for name in triggers},
        "sections": sections,
    } | maybe_policy(rng, 0.25)


def lead_somebody(text: Any, rows: list[dict[str, str]], days: Days, after: After) -> None:
    """No phrase may mean nobody in an activity's first period: such a plan cannot be activated (design, section 4)."""
    for _, activity in duties(text):
        spans = periods(text["plan"], activity, days)[:1]

        def somebody(leads: list[str], spans: list[Span] = spans) -> bool:
            return all(members([lead], text, rows, PHRASES, span.opens, after) for span in spans for lead in leads)

        if not somebody(activity["leads"]):
            activity["leads"] = next(leads for leads in [["Sở Tư pháp"], *LEADS] if somebody(leads))


def random_event(rng: Random, name: str, issued: date) -> Text:
    """An event to wait for; now and then one that happened before the plan was issued."""
    event: Text = {"title": f"Sự kiện {name}"}
    if rng.random() < 0.15:
        event |= {"happened_on": issued - timedelta(days=rng.randint(0, 60)), "number": "9/QĐ"}
    return event


def random_group(rng: Random) -> Text:
    """The plan's own group: by class with changes, or member by member."""
    if rng.random() < 0.5:
        return {"classes": ["ubnd_huyen"], "add": ["Sở Tài chính"], "remove": ["UBND huyện Một"]}
    return {"members": ["Sở Tài chính", "UBND xã 1-1", "Phòng Tư pháp huyện Hai"]}


def random_activity(
    rng: Random, name: str, before: list[str], triggers: list[str], issued: date, years: tuple[int, int]
) -> Text:
    """One activity; what it needs lies before it, so there is no circle."""
    applied = random_time(rng, issued, years)
    activity: Text = {
        "id": name,
        "title": f"Việc {name}",
        "leads": rng.choice(LEADS),
        "requested": rng.random() < 0.12,
        "lead_inferred": rng.random() < 0.05,
        "applied": applied,
        "needs": random_needs(rng, before),
    }
    if applied["form"] == "triggered" or rng.random() < 0.1:
        chosen = rng.sample(triggers, rng.randint(1, len(triggers)))
        activity["waits_for"] = {rng.choice(["all", "any"]): chosen}
    if rng.random() < 0.1:
        activity["desk"] = "Sở Tài chính"
    if rng.random() < 0.15:
        activity["owed_to"] = rng.choice(["UBND cùng cấp", "Sở Tài chính"])
    return activity | maybe_policy(rng, 0.25)


def random_needs(rng: Random, before: list[str]) -> Text:
    """Hard and soft needs."""
    needs: Text = {}
    if before and rng.random() < 0.4:
        needs["after"] = [{"activity": rng.choice(before), "own": rng.random() < 0.6}]
    if before and rng.random() < 0.2:
        needs["draws_on"] = [rng.choice(before)]
    return needs


def random_time(rng: Random, issued: date, years: tuple[int, int]) -> Text:
    """One of all the time forms."""
    year = years[0]
    due = max(date(year, 1, 15), issued) + timedelta(days=rng.randint(3, 200))
    due = min(due, date(year, 12, 31))
    match rng.choice(["window", "window", "by", "by", "hour", "every", "ongoing", "undated", "triggered"]):
        case "window":
            return {"form": "dated", "opens": due - timedelta(days=rng.randint(0, 80)), "last_day": due}
        case "by":
            return {"form": "dated", "last_day": due}
        case "hour":
            return {"form": "dated", "last_day": due, "hour": rng.choice(["16:30", "11:00", "07:30"])}
        case "every":
            return random_recurrence(rng, year)
        case "ongoing":
            span: Text = {"form": "ongoing"}
            if rng.random() < 0.25:
                span["opens"] = date(year, 5, 10)
            if rng.random() < 0.25:
                span["until"] = date(year, 11, 20)
            return span
        case "undated":
            return {"form": "undated"}
        case _:
            after: Text = {"form": "triggered"}
            if rng.random() < 0.7:
                after |= {"days_after": rng.choice([1, 10, 20, 30]), "working_days": rng.random() < 0.5}
            return after


def random_recurrence(rng: Random, year: int) -> Text:
    """A recurring last day in the first period, sometimes the last day of a month."""
    every = rng.choice(["monthly", "quarterly", "half_yearly", "yearly"])
    due = {
        "monthly": [date(year, 1, 20), date(year, 1, 31)],
        "quarterly": [date(year, 3, 19), date(year, 3, 31)],
        "half_yearly": [date(year, 6, 15), date(year, 6, 30)],
        "yearly": [date(year, 11, 15), date(year, 10, 31)],
    }[every]
    timing: Text = {"form": "dated", "last_day": rng.choice(due), "every": every}
    if rng.random() < 0.5:
        timing["opens"] = timing["last_day"].replace(day=1)
    return timing


def maybe_policy(rng: Random, chance: float) -> Text:
    """A policy override with some of its keys, or none."""
    if rng.random() >= chance:
        return {}
    policy: Text = {}
    if rng.random() < 0.5:
        policy["before"] = rng.sample([20, 10, 5, 2, 1, 0], rng.randint(0, 4))
    if rng.random() < 0.5:
        policy["after"] = random_rungs(rng)
    if rng.random() < 0.3:
        policy["overview"] = "none"
    if rng.random() < 0.3:
        policy["requested_repeat"] = rng.randint(1, 4)
    return {"policy": policy} if policy else {}


def random_rungs(rng: Random) -> list[Text]:
    """One to four rungs on rising days."""
    rungs: list[Text] = []
    for day in sorted(rng.sample(range(1, 25), rng.randint(1, 4))):
        act = rng.choice(["notice", "dispatch", "dispatch", "named"])
        rung: Text = {"day": day, "act": act}
        if act == "notice":
            rung["to"] = rng.choice([["focal_point"], ["head"], ["focal_point", "head"]])
        if act == "dispatch":
            rung["sender"] = rng.choice(["department", "province"])
        rungs.append(rung)
    return rungs
