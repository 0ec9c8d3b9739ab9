"""Whom a plan's duties fall to in a period, and the rows that make them: members, desk, owed to (R7, R10, R42-R44).

For activation, for the opening day of later periods, for successions and for amendments. A `Membership` answers for
one plan and one directory; `Terms` (models/terms.py) is what an activity says; `lay_out` writes periods and duties.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session

from config.timezone import end_of, local_day, start_of
from models.assignment import Assignment
from models.directory import AgencyEntry, Directory
from models.kinds import AgencyClass
from models.moves import State
from models.plan import Activity, ActivityPeriod, Plan
from models.plan_file import GroupFile
from models.terms import Terms
from rules.agency_names import name_key, named
from rules.check_groups import SAME_LEVEL
from rules.group_phrases import Expansion, Phrases, expand
from rules.opening import lapse_moment, stuck_moment
from rules.periods import Period
from rules.succession import Heirs
from rules.tracked import Tracked
from rules.working_days import WorkingDays
from store import agencies, successions
from store.insertion import insert_new


@dataclass(frozen=True, slots=True)
class Members:
    """Whom lead phrases mean on a day."""

    found: tuple[AgencyEntry, ...]  #: mỗi cơ quan một lần, theo thứ tự của kế hoạch
    empty: tuple[str, ...] = ()  #: cụm từ không còn cơ quan nào vào ngày đó


class Membership:
    """Answers for one plan with the directory as it is now; each phrase and day is expanded once."""

    def __init__(
        self, plan: Plan, directory: Directory, phrases: Phrases, groups: Mapping[str, GroupFile], heirs: Heirs
    ) -> None:
        self.plan = plan  #: owner and coordinator are asked for only when a desk or an addressee is
        self.directory = directory
        self.heirs = heirs
        self._phrases = phrases
        self._groups = groups
        self._made: dict[tuple[str, date], Expansion] = {}

    def members(self, leads: Sequence[str], on: date) -> Members:
        """R7: all leads as of a day; a phrase that names one agency that has ended means its heir."""
        found: dict[str, AgencyEntry] = {}
        empty: list[str] = []
        for phrase in leads:
            expansion = self._expand(phrase, on)
            found |= {entry.id: entry for entry in expansion.members}
            if not expansion.members and not expansion.open:
                empty.append(phrase)
        return Members(tuple(found.values()), tuple(empty))

    def one(self, phrase: str, on: date) -> AgencyEntry | None:
        """The one agency a phrase names as of a day (an ended one: its heir); None when it is not one."""
        found = self._expand(phrase, on).members
        return found[0] if len(found) == 1 else None

    def desk(self, terms: Terms, entry: AgencyEntry, on: date) -> str:
        """The agency that collects: for a commune the desk of its own district, where the plan says so."""
        if terms.commune_desk is not None and entry.klass is AgencyClass.UBND_XA:
            for desk in self._expand(terms.commune_desk, on).members:
                if desk.parent == entry.parent:
                    return desk.id
        named_desk = self.one(terms.desk, on) if terms.desk is not None else None
        return named_desk.id if named_desk is not None else self.plan.coordinator_id

    def owed_to(self, terms: Terms, entry: AgencyEntry, on: date) -> str:
        """To whom the result is owed; "UBND cùng cấp" is the committee the agency belongs to."""
        if terms.owed_to is not None and name_key(terms.owed_to) == SAME_LEVEL and entry.parent is not None:
            if not self.heirs.ended(entry.parent, on):
                return entry.parent
            return self.heirs.of(entry.parent, on).agency or self.plan.owner_id
        found = self.one(terms.owed_to, on) if terms.owed_to is not None else None
        return found.id if found is not None else self.plan.owner_id

    def _expand(self, phrase: str, on: date) -> Expansion:
        if (phrase, on) not in self._made:
            self._made[phrase, on] = self._looked_up(phrase, on)
        return self._made[phrase, on]

    def _looked_up(self, phrase: str, on: date) -> Expansion:
        expansion = expand(phrase, self.directory, self._phrases, self._groups, on)
        if expansion.members or expansion.open or not expansion.known or self._is_group(phrase):
            return expansion
        known = named(phrase, self.directory, on)
        heir = self.heirs.of(known[0].id, on).agency if len(known) == 1 and self.heirs.ended(known[0].id, on) else None
        return expansion if heir is None else Expansion((self.heirs.agencies[heir],))

    def _is_group(self, phrase: str) -> bool:
        key = name_key(phrase)
        own = any(name_key(text) == key for text in self._groups)
        return own or (phrase not in self.directory.by_id and key in self._phrases.classes)


def stored_membership(session: Session, plan: Plan) -> Membership:
    """The membership of a running plan: its groups and phrases as activated, the directory as the database has it."""
    directory = agencies.directory(session, plan.directory)
    groups = {name: GroupFile.model_validate(group) for name, group in plan.groups.items()}
    phrases = _phrases().validate_python(plan.phrases)
    return Membership(plan, directory, phrases, groups, successions.heirs(session, directory))


def keep_words(plan: Plan, groups: Mapping[str, GroupFile], phrases: Phrases) -> None:
    """Write groups and phrases into the plan's row: a later edit of a file does not change a running plan."""
    plan.groups = {name: group.model_dump(mode="json") for name, group in groups.items()}
    plan.phrases = _phrases().dump_python(phrases, mode="json")


@cache
def _phrases() -> TypeAdapter[Phrases]:
    return TypeAdapter(Phrases)


@dataclass
class LaidOut:
    """What `lay_out` made."""

    made: int = 0
    agencies: dict[str, AgencyEntry] = field(default_factory=dict[str, AgencyEntry])
    empty: list[tuple[Period, str]] = field(default_factory=list[tuple[Period, str]])  #: kỳ, cụm từ trống
    first_empty: list[str] = field(default_factory=list[str])  #: cụm từ trống ngay kỳ đầu


@dataclass(frozen=True)
class Frame:
    """What is the same for all duties that are laid out at one moment."""

    session: Session
    who: Membership
    calendar: WorkingDays
    at: datetime


def lay_out(frame: Frame, activity: Activity, cut: Sequence[Period], *, waits: bool = False) -> LaidOut:
    """R10, R42: the periods of an activity and their duties; what is there already is left as it is.

    Periods that open on the day of `frame.at` or before are expanded for good, later ones provisionally: their
    opening day expands them again. `waits`: for events not recorded yet, which will wake the duties.
    """
    plan, terms, made = frame.who.plan, Terms.load(activity.terms), LaidOut()
    rows: list[dict[str, Any]] = []
    for index, period in enumerate(cut):
        members = frame.who.members(terms.leads, period.opens)
        for entry in members.found:
            made.agencies[entry.id] = entry
            rows.append(duty_row(frame, plan, activity, terms, period, entry, waits=waits))
        if index == 0:
            made.first_empty += members.empty
        elif period.opens <= local_day(frame.at):
            made.empty += [(period, phrase) for phrase in members.empty]
    insert_new(frame.session, ActivityPeriod, [period_row(frame, activity, period) for period in cut])
    made.made = insert_new(frame.session, Assignment, rows)
    return made


def period_row(frame: Frame, activity: Activity, period: Period) -> dict[str, Any]:
    """The row of a period; expanded already if its opening day has come."""
    expanded = period.opens <= local_day(frame.at)
    return {
        "plan_id": activity.plan_id, "section_id": activity.section_id, "activity_id": activity.id, "key": period.key,
        "opens": period.opens, "last_day": period.last_day, "ends": period.ends,
        "expands_at": frame.calendar.next_sweep(start_of(period.opens)),
        "expanded_at": frame.at if expanded else None,
    }  # fmt: skip


def duty_row(
    frame: Frame, plan: Plan, activity: Activity, terms: Terms, period: Period, entry: AgencyEntry, *, waits: bool
) -> dict[str, Any]:
    """R10: a new duty of one agency, waiting."""
    ready = max(frame.at, start_of(period.opens))
    waiting = Tracked(
        activity.form, activity.requested, State.WAITING, period.ends, period.last_day, None, ready, None, None
    )  # fmt: skip
    return {
        "key": f"{plan.id}/{activity.key}/{entry.id}/{period.key}",
        "plan_id": plan.id, "section_id": activity.section_id, "activity_id": activity.id, "agency_id": entry.id,
        "period": period.key, "form": activity.form, "requested": activity.requested, "state": State.WAITING,
        "opens": period.opens, "ends": period.ends, "hour": terms.hour, "original_due": period.last_day,
        "current_due": period.last_day, "ready_at": ready,
        "owed_to_id": frame.who.owed_to(terms, entry, period.opens),
        "desk_id": frame.who.desk(terms, entry, period.opens),
        "next_action_at": _first_look(frame.calendar, waiting, waits=waits),
        "exhausts_at": end_of(date(plan.last_year, 12, 31)), "seq": 0,
    }  # fmt: skip


def _first_look(calendar: WorkingDays, waiting: Tracked, *, waits: bool) -> datetime | None:
    """What waits for an event is looked at when that is recorded, or when its period lapses or its day passes."""
    if waits:
        return lapse_moment(waiting, calendar) or stuck_moment(waiting, calendar)
    return calendar.next_sweep(waiting.ready_at)
