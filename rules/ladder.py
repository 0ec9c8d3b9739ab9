"""Reminders and rungs of one anchor (R16-R22), as values in the order of their moments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.kinds import ContactRole
from models.notice import NoticeKind
from models.policy import Policy, Rung, RungAct
from rules.tracked import Tracked
from rules.working_days import WorkingDays

_KINDS = {RungAct.NOTICE: NoticeKind.LATE, RungAct.DISPATCH: NoticeKind.DISPATCH, RungAct.NAMED: NoticeKind.NAMED}
_FOCAL = (ContactRole.FOCAL_POINT,)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to tell, with its nominal moment. `day` is the moment's plan-local day."""

    kind: NoticeKind
    offset: int
    anchor: date
    day: date
    moment: datetime
    audience: tuple[ContactRole, ...] = ()
    sender: str | None = None  #: department | province, for a dispatch


@dataclass(frozen=True, slots=True)
class Ladder:
    """All steps of one pair of anchors (R, L), sorted by moment, and when the last rung falls."""

    steps: tuple[Step, ...]
    last_rung: Step | None
    monthly: bool


class Ladders:
    """Ladders by policy and anchors; made once each, shared by all assignments with the same anchors."""

    def __init__(self, calendar: WorkingDays) -> None:
        self.calendar = calendar
        self._made: dict[tuple[int, bool, date, date], Ladder] = {}
        self._policies: dict[int, Policy] = {}  # kept alive: the key above is their identity

    def of(self, tracked: Tracked, policy: Policy) -> Ladder | None:
        """The ladder of an assignment, or None when it has no last day or nobody to remind (R50)."""
        if tracked.orphaned:
            return None
        remind_by, late_from = tracked.remind_by, tracked.late_from
        if tracked.current_due is None or remind_by is None or late_from is None:
            return None
        key = (id(policy), tracked.requested, remind_by, late_from)
        ladder = self._made.get(key)
        if ladder is None:
            self._policies[id(policy)] = policy
            ladder = self._made[key] = self._make(policy, tracked.requested, remind_by, late_from)
        return ladder

    def _make(self, policy: Policy, requested: bool, remind_by: date, late_from: date) -> Ladder:
        if requested:
            repeat = self._after(NoticeKind.REPEAT, late_from, policy.requested_repeat, _FOCAL)
            return Ladder((repeat,), repeat, monthly=False)
        before = [self._before(remind_by, count) for count in policy.before]
        rungs = [self._rung(late_from, rung) for rung in policy.after]
        last = rungs[-1] if rungs else None
        steps = sorted([*before, *rungs], key=lambda step: step.moment)
        return Ladder(tuple(steps), last, monthly=policy.overview == "monthly")

    def _before(self, anchor: date, count: int) -> Step:
        day = self.calendar.back(anchor, count)
        return Step(NoticeKind.BEFORE, -count, anchor, day, self.calendar.sweep_on(day), _FOCAL)

    def _rung(self, anchor: date, rung: Rung) -> Step:
        audience = rung.to if rung.act is RungAct.NOTICE else ()
        return self._after(_KINDS[rung.act], anchor, rung.day, audience, rung.sender)

    def _after(
        self, kind: NoticeKind, anchor: date, count: int, audience: tuple[ContactRole, ...], sender: str | None = None
    ) -> Step:
        day = self.calendar.after(anchor, count)
        return Step(kind, count, anchor, day, self.calendar.sweep_on(day), audience, sender)

    def overviews(self, ladder: Ladder) -> Iterator[Step]:
        """R19: the first working day of every month after the last rung, without end."""
        if not ladder.monthly or ladder.last_rung is None:
            return
        month = ladder.last_rung.day.replace(day=1)
        while True:
            day = self.calendar.on_or_after(month)
            if day > ladder.last_rung.day:
                yield Step(NoticeKind.OVERVIEW, 0, day, day, self.calendar.sweep_on(day), _FOCAL)
            month = (month + timedelta(days=31)).replace(day=1)

    def due(self, tracked: Tracked, policy: Policy, now: datetime) -> list[Step]:
        """R20: the steps after the anchor was set and not after now. The caller has seen that it is outstanding."""
        ladder = self.of(tracked, policy)
        if ladder is None or tracked.anchored_at is None:
            return []
        since = tracked.anchored_at
        steps = [step for step in ladder.steps if since < step.moment <= now]
        for step in self.overviews(ladder):
            if step.moment > now:
                break
            if step.moment > since:
                steps.append(step)
        return steps

    def next_after(self, tracked: Tracked, policy: Policy, now: datetime) -> datetime | None:
        """The moment of the first step after now (and after the anchor was set)."""
        ladder = self.of(tracked, policy)
        if ladder is None or tracked.anchored_at is None:
            return None
        bound = max(now, tracked.anchored_at)
        for step in ladder.steps:
            if step.moment > bound:
                return step.moment
        return next((step.moment for step in self.overviews(ladder) if step.moment > bound), None)
