"""From a plan file (plain dicts) to the assignments it makes: R7-R9, and what each needs (R11, R12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from oracle.days import Days
from oracle.ladder import Ladder, ladder_of
from oracle.leads import NOBODY, After, Rows, members
from oracle.periods import Span, as_time, periods

Key = tuple[str, str, str, str]  #: plan, activity, agency id, period


@dataclass(frozen=True)
class Spec:
    """One assignment to be."""

    key: Key
    section: str
    form: str
    requested: bool
    opens: date
    last_day: date | None
    hour: time | None
    ends: date | None  #: ongoing: the last day of its period
    days_after: int | None
    working_days: bool
    after: tuple[tuple[str, bool], ...]  #: (activity, own)
    draws_on: tuple[str, ...]
    waits_all: tuple[str, ...]
    waits_any: tuple[str, ...]
    set_by: str
    owed_to: str | None  #: phrases, as the plan has them
    desk: str | None
    commune_desk: str | None
    ladder: Ladder


def expand(
    text: Mapping[str, Any], rows: Rows, phrases: Mapping[str, Any], days: Days, after: After = NOBODY
) -> list[Spec]:
    """All assignments of the plan, in the order of the document, then of its periods, then of the directory."""
    specs: list[Spec] = []
    seen: set[Key] = set()
    header = text["plan"]
    for section, activity in duties(text):
        for span in periods(header, activity, days):
            for row in members(activity.get("leads") or (), text, rows, phrases, span.opens, after):
                spec = make(text, section, activity, span, row)
                if spec.key not in seen:
                    seen.add(spec.key)
                    specs.append(spec)
    return specs


def duties(text: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The activities that make assignments (R7), each with its section."""
    for section in text["sections"]:
        for activity in section["activities"]:
            if activity.get("track") is None and activity.get("same_as") is None and activity.get("applied"):
                yield section, activity


def make(
    text: Mapping[str, Any],
    section: dict[str, Any],
    activity: dict[str, Any],
    span: Span,
    row: dict[str, Any],
) -> Spec:
    """Put one assignment together."""
    header, applied = text["plan"], activity["applied"]
    needs, waits = activity.get("needs") or {}, activity.get("waits_for") or {}
    return Spec(
        key=(header["id"], activity["id"], row["id"], span.period),
        section=section["id"],
        form=applied["form"],
        requested=bool(activity.get("requested")),
        opens=span.opens,
        last_day=span.last_day,
        hour=as_time(applied.get("hour")),
        ends=span.ends,
        days_after=applied.get("days_after"),
        working_days=bool(applied.get("working_days")),
        after=tuple((need["activity"], bool(need.get("own"))) for need in needs.get("after") or ()),
        draws_on=tuple(needs.get("draws_on") or ()),
        waits_all=tuple(waits.get("all") or ()),
        waits_any=tuple(waits.get("any") or ()),
        set_by=activity.get("set_by") or header.get("set_by") or "province",
        owed_to=activity.get("owed_to"),
        desk=activity.get("desk"),
        commune_desk=activity.get("commune_desk") or header.get("commune_desk"),
        ladder=ladder_of(text.get("policy"), section.get("policy"), activity.get("policy")),
    )
