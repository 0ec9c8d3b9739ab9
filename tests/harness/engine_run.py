"""Run the real engine over a world and a script, and write what it did in the words of the oracle."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from config.errors import NeedsPerson
from engine.accept import accept
from engine.activate import Blueprint, activate
from engine.advance import advance
from engine.close_plan import close_plan, settle_plan
from engine.compose import compose_digests
from engine.extend import Authority, ask_extension, grant_extension, refuse_extension
from engine.import_agencies import import_contacts
from engine.import_successions import import_successions
from engine.office import Actor, Office
from engine.reassign import reassign
from engine.send_back import send_back
from engine.submit import Sent, submit
from engine.suspend import resume, suspend, withdraw
from engine.timelapse import Ahead
from engine.trigger import record_trigger, set_last_day
from harness.engine_rows import read_rows
from models.contact_row import ContactRow
from models.directory import AgencyEntry, Directory
from models.kinds import ActorKind, AgencyClass, ContactRole
from models.plan_file import PlanFile
from models.succession import Succession, SuccessionKind
from oracle.days import DIGEST, SWEEP, at, day_of
from oracle.leads import Rows
from oracle.world import Act, PlanRun, Prediction, World
from rules.group_phrases import Phrases
from store import assignments

BY = Actor(ActorKind.COORDINATOR, "thử nghiệm")
AUTHORITY = Authority("1/UBND-NC", date(2021, 12, 1), "Người ký")


@dataclass
class EngineRun:
    """One run; `twice` does every sweep and composing that has work a second time at once, and some that have none."""

    office: Office
    world: World
    twice: bool = False
    ahead: Ahead = field(init=False)
    rows: Rows = field(init=False)  #: the directory as it is now
    after: dict[str, list[str]] = field(init=False)

    def run(self, script: Sequence[Act], until: date) -> Prediction:
        """Day by day, in the order of the oracle: sweep, composing, activations, acts."""
        refused: list[int] = []
        self.rows, self.after = self.world.directory, dict(self.world.after)
        self.ahead = Ahead(self.office, sends=False)
        runs = sorted(self.world.plans, key=lambda run: run.activated_at)
        doings: dict[date, list[tuple[datetime, int, int]]] = {}
        for index, run in enumerate(runs):
            doings.setdefault(day_of(run.activated_at), []).append((run.activated_at, 2, index))
        for index, act in enumerate(script):
            doings.setdefault(day_of(act.moment), []).append((act.moment, 3, index))
        day = min(doings)
        while day <= until:
            todo = doings.get(day, [])
            if self.office.calendar.is_working(day):
                todo = [*todo, (at(day, SWEEP), 0, 0), (at(day, DIGEST), 1, 0)]
            for moment, what, index in sorted(todo):
                self._do(what, index, moment, runs, script, refused)
            day += timedelta(days=1)
        return read_rows(self.office.database, self.world, refused)

    def _do(
        self, what: int, index: int, moment: datetime, runs: list[PlanRun], script: Sequence[Act], refused: list[int]
    ) -> None:
        if what in (0, 1):
            due = self.ahead.to_sweep(moment) if what == 0 else self.ahead.to_mail(moment)
            idle = self.twice and moment.toordinal() % 9 == 0  # now and then where nothing is due, too
            for _ in range(2 if self.twice and due else 1 if due or idle else 0):
                (sweep if what == 0 else compose_digests)(self.office, moment)
            if due or idle:
                self.ahead.forget()
            return
        self.ahead.forget()
        if what == 2:
            activate_run(self.office, self.world, runs[index], self.rows, self.after)
        elif script[index].name == "import":
            self._import(script[index])
        elif what == 3:
            try:
                do_act(self.office, script[index])
            except NeedsPerson:
                refused.append(index)

    def _import(self, act: Act) -> None:
        """A directory that has changed, contacts for who is new in it, and successions."""
        known = {row["id"] for row in self.rows}
        self.rows = [*act.details["directory"]]
        self.after |= act.details["after"]
        key = self.world.plans[0].text["plan"]["directory"]
        fresh = contacts_of(self.world, {row["id"] for row in self.rows} - known)
        import_contacts(self.office, directory_of(self.rows, key), fresh, act.moment)
        import_successions(self.office, successions_of(act.details["after"]), "thử nghiệm", act.moment)


def sweep(office: Office, moment: datetime) -> None:
    """All sections that are due, until none is; then every plan."""
    for _ in range(50):
        with office.database.read() as session:
            due = assignments.due_sections(session, moment)
        if not due:
            break
        for section in due:
            assert advance(office, section, moment).failed == 0
    else:
        raise AssertionError("the sweep does not come to rest")
    with office.database.read() as session:
        ending = assignments.plans_to_settle(session, moment)
    for plan_id in ending:
        settle_plan(office, plan_id, moment)


def activate_run(office: Office, world: World, run: PlanRun, rows: Rows, after: Mapping[str, list[str]]) -> None:
    """Activate with full contacts, as the engine demands, then put the world's own contacts in their place."""
    directory = directory_of(rows, run.text["plan"]["directory"])
    everybody = [
        ContactRow(entry.id, ContactRole.FOCAL_POINT, "tam@thu-nghiem.example") for entry in directory.agencies
    ]
    import_contacts(office, directory, everybody)
    plan = PlanFile.model_validate(dict(run.text))
    ready = Blueprint(plan, str(run.text), directory, phrases_of(world), successions=successions_of(after))
    activate(office, ready, run.activated_at)
    with office.database.begin() as session:
        from sqlalchemy import delete

        from models.agency import Contact

        session.execute(delete(Contact))
    import_contacts(office, directory, contacts_of(world, {row["id"] for row in rows}))


def contacts_of(world: World, ids: set[str]) -> list[ContactRow]:
    """The world's contacts of some agencies."""
    return [
        ContactRow(agency, ContactRole(role), address)
        for agency, roles in world.contacts.items()
        for role, addresses in roles.items()
        for address in addresses
        if agency in ids
    ]


def successions_of(after: Mapping[str, list[str]]) -> tuple[Succession, ...]:
    """Who followed whom, as the product's values; the day and the kind decide nothing."""
    kinds = {0: SuccessionKind.ABOLISHED, 1: SuccessionKind.MERGED_INTO}
    return tuple(
        Succession(agency, tuple(names), date(2022, 1, 1), kinds.get(len(names), SuccessionKind.SPLIT_INTO), "thử")
        for agency, names in after.items()
    )


def directory_of(rows: Rows, key: str) -> Directory:
    """A directory as the product's value."""

    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    return Directory.of(
        key,
        [
            AgencyEntry(
                id=row["id"], name=row["name"], klass=AgencyClass(row["class"]), province=row["province"],
                parent=row["parent"] or None, valid_from=day(row["valid_from"]), valid_to=day(row["valid_to"]),
                successor=row["successor"] or None,
            )
            for row in rows
        ],
    )  # fmt: skip


def phrases_of(world: World) -> Phrases:
    """The world's phrase table as the product's value."""
    groups = [([AgencyClass(name) for name in group["classes"]], group["phrases"]) for group in world.phrases["groups"]]
    opened = world.phrases["open"]
    return Phrases.of(groups, opened["phrases"], opened["prefixes"], opened["suffixes"])


def do_act(office: Office, act: Act) -> None:
    """One act of a person, through the engine's own function."""
    if act.name == "trigger":
        plan, key = act.target
        record_trigger(office, plan, key, "76/QĐ-TTg", act.details["date"], act.moment, BY)
    elif act.name == "close_plan":
        close_plan(office, act.target[0], act.moment, BY, "thử nghiệm")
    else:
        ACTS[act.name](office, "/".join(act.target), act.moment, act.details)


def _submit(office: Office, key: str, moment: datetime, details: Any) -> None:
    sent = Sent(
        note="lý do", not_needed=bool(details.get("not_needed")), received_on=details.get("received_on"), number="1/BC"
    )
    submit(office, key, sent, moment, BY)


def _decide(office: Office, key: str, moment: datetime, details: Any) -> None:
    if details["granted"]:
        grant_extension(office, key, moment, BY, AUTHORITY, "vượt khâu sau, đã cân nhắc")
    else:
        refuse_extension(office, key, "không đồng ý", moment, BY)


ACTS: dict[str, Callable[[Office, str, datetime, Any], None]] = {
    "submit": _submit,
    "accept": lambda office, key, moment, details: accept(office, key, moment, BY),
    "return": lambda office, key, moment, details: send_back(office, key, details["redo_by"], "chưa đủ", moment, BY),
    "ask_extension": lambda office, key, moment, details: ask_extension(
        office, key, details["new_date"], "cần thêm thời gian", moment, BY
    ),
    "decide_extension": _decide,
    "suspend": lambda office, key, moment, details: suspend(office, key, "tạm dừng", moment, BY),
    "resume": lambda office, key, moment, details: resume(office, key, moment, BY),
    "withdraw": lambda office, key, moment, details: withdraw(office, key, "rút", moment, BY),
    "reassign": lambda office, key, moment, details: reassign(office, key, details["to"], "giao lại", moment, BY),
    "set_last_day": lambda office, key, moment, details: set_last_day(
        office, key, details["date"], "văn bản", moment, BY
    ),
}
