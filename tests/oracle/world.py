"""What a prediction starts from (World, Act), what it says (Prediction), and the rows it keeps on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from oracle.days import Days, day_of
from oracle.expand import Key, Spec
from oracle.leads import After, Rows, ended
from oracle.periods import Span

FINAL = frozenset({"accepted", "not_needed", "withdrawn", "lapsed"})
OUTSTANDING = frozenset({"open", "returned"})
Told = tuple[Any, ...]


@dataclass(frozen=True)
class PlanRun:
    """A plan file (parsed, plain dicts) and the moment a person activates it."""

    text: Mapping[str, Any]
    activated_at: datetime


@dataclass(frozen=True)
class World:
    """Everything that is given. `contacts`: agency id → role → addresses."""

    plans: tuple[PlanRun, ...]
    directory: Rows
    contacts: Mapping[str, Mapping[str, list[str]]]
    phrases: Mapping[str, Any]
    days: Days
    after: After = field(default_factory=dict[str, list[str]])  #: agency that ended → who followed


@dataclass(frozen=True)
class Act:
    """Something a person does at a moment.

    `target`: (plan, activity, agency, period); for `trigger` (plan, trigger id); for `close_plan` (plan,); for
    `import` nothing.
    `details`: submit not_needed, received_on; return redo_by; ask_extension new_date; decide_extension granted;
    trigger date; set_last_day date; reassign to; import directory (rows), after (successions).
    """

    moment: datetime
    name: str
    target: tuple[str, ...]
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True)
class Prediction:
    """Rows as plain tuples, each list sorted; moments as `stamp` writes them, days as ISO text.

    assignments: plan, activity, agency, period, state, opened_at, original_due, current_due, redo_by, closed_at,
        timeliness, timeliness_original
    notices: plan, activity, agency, period, kind, offset, anchor, moment, told (mailed | dropped | none | pending)
    digests: address, day, assignments shown, notices told · shown: address, day, key, kind, offset, anchor
    answers: address, kind, key, moment
    dispatch_lines: plan, offset, day, addressee, key, struck · dispatches: plan, offset, day, sender, state
    sections: plan, section, state (waiting | open | closed), opened_on, closed_on
    plans: plan, state (draft | active | closed), closed_on
    items: kind, then its key parts (ceased_agency: and whether it is open) · refused: indices into the script
    holders: plan, activity, agency, period (of the key), then agency, desk, owed_to, orphan as they are now
    roles: plan, owner, coordinator
    """

    assignments: list[Told]
    notices: list[Told]
    digests: list[Told]
    shown: list[Told]
    answers: list[Told]
    dispatch_lines: list[Told]
    dispatches: list[Told]
    sections: list[Told]
    plans: list[Told]
    items: list[Told]
    refused: list[int]
    holders: list[Told]
    roles: list[Told]

    def differences(self, other: Prediction) -> list[str]:
        """One line per row that only one of the two has; empty when they are equal."""
        found: list[str] = []
        for name in (entry.name for entry in fields(self)):
            mine, theirs = getattr(self, name), getattr(other, name)
            found += [f"{name}: only here {row}" for row in mine if row not in set(theirs)]
            found += [f"{name}: only there {row}" for row in theirs if row not in set(mine)]
            if not found and len(mine) != len(theirs):
                found.append(f"{name}: {len(mine)} rows here, {len(theirs)} there")
        return found


@dataclass
class Notice:
    """A notice as written."""

    key: Key
    kind: str
    offset: int
    anchor: date
    moment: datetime
    roles: tuple[str, ...]
    told: str  # mailed | dropped | none | pending
    told_to: set[str] = field(default_factory=set[str])


@dataclass
class Row:
    """One assignment as it stands."""

    spec: Spec
    ready_at: datetime
    agency: str  #: who owes it now
    desk: str | None
    owed_to: str | None
    orphan: bool = False  #: left to a person, since its agency ended
    state: str = "waiting"
    opened_at: datetime | None = None
    anchored_at: datetime | None = None
    original_due: date | None = None
    current_due: date | None = None
    redo_by: date | None = None
    closed_at: datetime | None = None
    timeliness: str | None = None
    timeliness_original: str | None = None
    left_waiting: datetime | None = None
    sent_at: datetime | None = None  #: moment of the last submission
    received_on: date | None = None  #: of a paper submission
    declared: bool = False  #: the last submission says "not needed"
    asked: date | None = None  #: the new day of the open extension request
    written: set[tuple[str, int, date]] = field(default_factory=set[tuple[str, int, date]])

    def go(self, state: str, moment: datetime) -> None:
        """Change the state; a final one closes the assignment and its request."""
        if self.state == "waiting" and self.left_waiting is None:
            self.left_waiting = moment
        self.state = state
        if state in FINAL:
            self.closed_at = moment
            self.asked = None

    @property
    def late_from(self) -> date:
        """L: the later of `redo_by` and `current_due` (R16)."""
        assert self.current_due is not None
        return max(self.redo_by or self.current_due, self.current_due)


@dataclass(frozen=True)
class Coming:
    """A period whose members are still to be expanded."""

    section: dict[str, Any]
    activity: dict[str, Any]
    span: Span


@dataclass
class Running:
    """One activated plan."""

    text: Mapping[str, Any]
    id: str
    senders: dict[str, str | None]  #: department, province → agency id, as they are now
    last_year: int
    activated_at: datetime
    rows: dict[Key, Row] = field(default_factory=dict[Key, Row])
    of_activity: dict[str, list[Row]] = field(default_factory=dict[str, list[Row]])
    coming: list[Coming] = field(default_factory=list[Coming])
    triggers: dict[str, tuple[datetime, date]] = field(default_factory=dict[str, tuple[datetime, date]])
    closed_on: date | None = None
    proposed: bool = False

    @property
    def ended(self) -> date:
        """The day of the latest `closed_at`."""
        return max(day_of(row.closed_at) for row in self.rows.values() if row.closed_at is not None)


@dataclass
class Book:
    """All rows written so far, over all plans."""

    world: World
    rows: Rows = field(init=False)  #: the directory as it is now
    by_id: dict[str, dict[str, Any]] = field(init=False)
    after: dict[str, list[str]] = field(init=False)
    imported_at: datetime | None = None
    ceased: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    plans: dict[str, Running] = field(default_factory=dict[str, Running])
    notices: list[Notice] = field(default_factory=list[Notice])
    digests: list[Told] = field(default_factory=list[Told])
    shown: list[Told] = field(default_factory=list[Told])
    answers: list[Told] = field(default_factory=list[Told])
    #: (plan, offset, day, sender) → assignment → (addressee, struck)
    drafts: dict[tuple[str, int, date, str], dict[Key, tuple[str, bool]]] = field(
        default_factory=dict[tuple[str, int, date, str], dict[Key, tuple[str, bool]]]
    )
    items: set[Told] = field(default_factory=set[Told])
    refused: list[int] = field(default_factory=list[int])

    def __post_init__(self) -> None:
        self.after = {}
        self.learn(self.world.directory, self.world.after)

    def learn(self, rows: Rows, after: After) -> None:
        """R47: the directory and the successions as they are from now on; nothing that is known gets lost."""
        known = {row["id"] for row in rows}
        self.rows = [*rows, *(row for row in getattr(self, "rows", []) if row["id"] not in known)]
        self.by_id = {row["id"]: row for row in self.rows}
        self.after = {**self.after, **after}

    def tell(self, row: Row, moment: datetime) -> None:
        """R49: `opened` for whoever owes it now; one of the same day is told once more."""
        day = day_of(moment)
        row.written.add(("opened", 0, day))
        for note in self.notices:
            if (note.key, note.kind, note.offset, note.anchor) == (row.spec.key, "opened", 0, day):
                note.moment, note.told = moment, "pending"
                return
        self.notices.append(Notice(row.spec.key, "opened", 0, day, moment, ("focal_point",), "pending"))

    def row(self, key: tuple[str, ...]) -> Row | None:
        """An assignment by its key."""
        plan = self.plans.get(key[0])
        return None if plan is None else plan.rows.get(key)  # type: ignore[arg-type]

    def strike(self, key: Key) -> None:
        """R24: strike an assignment out of every draft."""
        for lines in self.drafts.values():
            if key in lines:
                lines[key] = (lines[key][0], True)

    def addresses(self, agency: str, roles: tuple[str, ...], on: date) -> list[str]:
        """R41: the normalised addresses of these roles, each once; where a role is vacant the others stand in."""
        known = {} if ended(self.by_id[agency], on) else self.world.contacts.get(agency, {})
        everybody = [address for addresses in known.values() for address in addresses]
        found = [address for role in roles for address in (known.get(role) or everybody)]
        return sorted({address.strip().lower() for address in found})
