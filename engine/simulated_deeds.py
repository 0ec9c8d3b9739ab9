"""What the simulated people of all running plans will do next, kept up to date as rows change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlmodel import Session

from config.timezone import at, local_day
from engine.accept import accept
from engine.close_plan import close_plan, proposal_key
from engine.extend import Authority, ask_extension, grant_extension, refuse_extension
from engine.office import Actor, Office
from engine.send_back import send_back
from engine.sign import sign_dispatch
from engine.submit import Sent, submit
from engine.trigger import record_trigger, set_last_day
from models.assignment import Assignment
from models.kinds import ActorKind, SetBy
from models.plan import Activity, Plan
from models.submission import Extension
from rules.simulated_answers import Cast, Deed, Scene, What
from store import agencies, assignments, dispatches, plans, scenes, submissions

DESK = Actor(ActorKind.COORDINATOR, "mô phỏng")
AGENCY = Actor(ActorKind.AGENCY, "mô phỏng")


@dataclass(frozen=True, slots=True)
class Planned:
    """A deed on one assignment (by its key), or on a plan (`key` is then the plan's, with a trigger or assignment)."""

    moment: datetime
    key: str
    deed: Deed | None = None
    trigger: str | None = None  #: ghi nhận sự kiện
    last_day: date | None = None  #: ấn định thời hạn
    sign: int | None = None  #: ký dự thảo công văn
    close: bool = False  #: kết thúc kế hoạch
    plan_id: str = ""  #: kế hoạch của nhiệm vụ


class Deeds:
    """Looks at the rows and says what will be done on a day; the rows are its only memory, so it can be resumed."""

    def __init__(self, office: Office, cast: Cast, *, signs: bool = True) -> None:
        """`signs`: whether simulated leaders sign the drafts of urging letters."""
        self._office = office
        self._cast = cast
        self._signs = signs
        self._next: dict[int, Planned] = {}  #: nhiệm vụ → việc sắp làm
        self._looked = 0  #: sự kiện cuối cùng đã xem
        self._activities: dict[int, Activity] = {}
        self._rests: dict[str, dict[int, date]] = {}
        self.stale = True  #: có thể đã có thay đổi kể từ lần xem trước
        self._planned: list[Planned] = []
        self._settled: set[str] = set()  #: kế hoạch không còn sự kiện hay thời hạn nào phải chờ

    def of_day(self, day: date) -> list[Planned]:
        """Everything that falls on the day (or was left over from before), in the order of its moment."""
        if self.stale:
            with self._office.database.read() as session:
                running = {plan.id: plan for plan in plans.active(session)}
                self._refresh(session, running)
                planned = [deed for deed in self._next.values() if deed.plan_id in running]
                for plan in running.values():
                    planned += self._of_plan(session, plan)
            self._planned = sorted(planned, key=lambda deed: (deed.moment, deed.key))
            self.stale = False
        return [deed for deed in self._planned if local_day(deed.moment) <= day]

    def _refresh(self, session: Session, running: Mapping[str, Plan]) -> None:
        self._looked, changed = scenes.changed_since(session, self._looked)
        for number in changed:
            self._next.pop(number, None)
        rows = [row for row in scenes.acting(session, changed) if row.plan_id in running]
        if not rows:
            return
        counts = scenes.submission_counts(session, changed)
        histories = scenes.extension_history(session, changed)
        for row in rows:
            assert row.id is not None
            scene = _scene(
                row, self._activity(session, row.activity_id), running[row.plan_id], counts.get(row.id, 0),
                histories.get(row.id, []), self._rests_until(session, row.plan_id).get(row.activity_id),
            )  # fmt: skip
            deed = self._cast.next_deed(scene)
            if deed is not None:
                self._next[row.id] = Planned(deed.moment, row.key, deed, plan_id=row.plan_id)

    def _activity(self, session: Session, activity_id: int) -> Activity:
        if activity_id not in self._activities:
            self._activities[activity_id] = plans.activity(session, activity_id)
        return self._activities[activity_id]

    def _rests_until(self, session: Session, plan_id: str) -> dict[int, date]:
        if plan_id not in self._rests:
            self._rests[plan_id] = scenes.rests_until(session, plan_id)
        return self._rests[plan_id]

    def _of_plan(self, session: Session, plan: Plan) -> list[Planned]:
        calendar = self._office.calendar
        found: list[Planned] = []
        start = local_day(plan.activated_at)
        if plan.id in self._settled:
            return self._leader(session, plan)
        awaited = [trigger for trigger in plans.triggers(session, plan.id) if trigger.recorded_at is None]
        for trigger in awaited:
            day = calendar.after(start, self._cast.dice("trigger", plan.id, trigger.key).randint(5, 30))
            found.append(Planned(at(day, time(10, 0)), plan.id, trigger=trigger.key))
        undated = scenes.undated_by_superior(session, plan.id)
        if not awaited and not undated:
            self._settled.add(plan.id)
        for row in undated:
            until = self._rests_until(session, plan.id).get(row.activity_id)
            if until is not None:
                told = max(calendar.back(until, 20), calendar.after(start, 1))
                last_day = calendar.after(until, 15)
                found.append(Planned(at(told, time(10, 30)), row.key, last_day=last_day))
        return found + self._leader(session, plan)

    def _leader(self, session: Session, plan: Plan) -> list[Planned]:
        """Drafts are signed before the agencies' day begins; a proposed closing is agreed to on the next day."""
        drafts = dispatches.drafts(session, plan.id) if self._signs else ()
        found = [Planned(at(draft.day, time(8, 15)), plan.id, sign=draft.id) for draft in drafts]
        proposal = dispatches.open_item(session, proposal_key(plan.id))
        if proposal is not None:
            day = self._office.calendar.after(local_day(proposal.raised_at), 1)
            found.append(Planned(at(day, time(10, 0)), plan.id, close=True))
        return found


def perform_all(office: Office, planned: Sequence[Planned]) -> None:
    """Do them in one transaction."""
    with office.database.together(), office.database.begin() as session:
        rows = assignments.fetch(session, [deed.key for deed in planned])
        submissions.fetch(session, [row.id for row in rows if row.id is not None])
        days = {local_day(deed.moment) for deed in planned}
        for day in days:
            agencies.fetch_addresses(session, (row.agency_id for row in rows), day)
        for deed in planned:
            perform(office, deed)


def perform(office: Office, planned: Planned) -> None:
    """Do it, through the same functions that people use."""
    moment, key, deed = planned.moment, planned.key, planned.deed
    if planned.trigger is not None:
        record_trigger(office, key, planned.trigger, "…/mô phỏng", local_day(moment), moment, DESK)
    elif planned.last_day is not None:
        set_last_day(office, key, planned.last_day, "thời hạn của cấp trên (mô phỏng)", moment, DESK)
    elif planned.sign is not None:
        sign_dispatch(office, planned.sign, f"{planned.sign:02}/mô-phỏng", local_day(moment), moment, DESK)
    elif planned.close:
        close_plan(office, key, moment, DESK, "đã qua nấc đôn đốc cuối cùng (mô phỏng)")
    elif deed is not None:
        _perform(office, key, deed)


def _perform(office: Office, key: str, deed: Deed) -> None:
    day, moment = deed.day, deed.moment
    match deed.what:
        case What.SUBMIT:
            submit(office, key, Sent(number=_number(key), dated=local_day(moment)), moment, AGENCY)
        case What.ACCEPT:
            accept(office, key, moment, DESK)
        case What.RETURN:
            assert day is not None
            send_back(office, key, day, "Kết quả chưa đủ nội dung theo yêu cầu của kế hoạch", moment, DESK)
        case What.ASK_EXTENSION:
            assert day is not None
            ask_extension(office, key, day, "Cần thêm thời gian để tổng hợp số liệu", moment, AGENCY)
        case What.GRANT:
            authority = Authority("…/UBND-NC (mô phỏng)", local_day(moment), "Lãnh đạo UBND (mô phỏng)")
            grant_extension(office, key, moment, DESK, authority, "đã cân nhắc khâu tổng hợp (mô phỏng)")
        case What.REFUSE:
            refuse_extension(office, key, "Cần kết quả đúng hạn để tổng hợp", moment, DESK)


def _number(key: str) -> str:
    """A made-up document number that is always the same for the same duty."""
    digits = sum(key.encode()) % 180 + 11
    return f"{digits}/mô-phỏng"


def _scene(
    row: Assignment, activity: Activity, plan: Plan, submissions: int, history: list[Extension], rests: date | None
) -> Scene:
    request = scenes.open_request(history)
    changes = [row.ready_at, row.anchored_at, *(old.decided_at for old in history)]
    return Scene(
        key=row.key,
        form=row.form,
        requested=row.requested,
        extendable=row.current_due is not None and activity.set_by is not SetBy.SUPERIOR,
        state=row.state,
        opened_on=local_day(row.opened_at or row.ready_at),
        changed_on=max(local_day(moment) for moment in changes if moment is not None),
        ends=row.ends,
        current_due=row.current_due,
        redo_by=row.redo_by,
        submitted_at=row.submitted_at,
        last_day_of_plan=date(plan.last_year, 12, 31),
        rests_until=rests,
        submissions=submissions,
        asked_for=request.new_date if request else None,
        asked_at=request.asked_at if request else None,
        extensions=len(history),
    )
