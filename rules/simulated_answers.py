"""How simulated agencies and their desk behave: seeded, so that the same seed gives the same year.

Nothing here is a fact about real agencies; the shares are a plausible mixture for trying a plan and a policy.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from random import Random

from config.timezone import at, local_day
from models.kinds import TimeForm
from models.moves import State
from rules.working_days import WorkingDays


class Profile(StrEnum):
    """How an agency answers one duty."""

    EARLY = "early"  #: sớm
    ON_TIME = "on_time"  #: đúng hạn
    LATE = "late"  #: trễ
    RETURNED = "returned"  #: bị trả lại một lần
    EXTENSION = "extension"  #: xin gia hạn
    NEVER = "never"  #: không gửi


class What(StrEnum):
    """What somebody does in the simulation."""

    SUBMIT = "submit"
    ASK_EXTENSION = "ask_extension"
    GRANT = "grant"
    REFUSE = "refuse"
    ACCEPT = "accept"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that will be done at a moment; `day` is a new date where one is needed."""

    moment: datetime
    what: What
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What the simulation knows of one assignment when it decides what happens next."""

    key: str
    form: TimeForm
    requested: bool
    extendable: bool
    state: State
    opened_on: date
    changed_on: date  #: ngày của thay đổi gần nhất; việc tiếp theo không diễn ra trước ngày sau đó
    ends: date | None
    current_due: date | None
    redo_by: date | None
    submitted_at: datetime | None
    last_day_of_plan: date
    rests_until: date | None  #: ngày cuối của những việc mà nó dựa vào
    submissions: int
    asked_for: date | None  #: ngày mới đang xin, chưa quyết định
    asked_at: datetime | None
    extensions: int


#: (profile, weight) for duties with a last day; two in three are in time.
_DATED = (
    (Profile.EARLY, 24), (Profile.ON_TIME, 44), (Profile.LATE, 12), (Profile.RETURNED, 7), (Profile.EXTENSION, 7),
    (Profile.NEVER, 6),
)  # fmt: skip
#: Quarterly notes are voluntary: one in seven comes.
_ONGOING = ((Profile.ON_TIME, 14), (Profile.NEVER, 86))
_UNDATED = ((Profile.ON_TIME, 84), (Profile.RETURNED, 8), (Profile.NEVER, 8))
#: The desk looks at what came in once a week, on Thursdays.
DESK_DAY = 3


class Cast:
    """The simulated agencies and desks of one seed."""

    def __init__(self, seed: int, calendar: WorkingDays) -> None:
        self.seed = seed
        self.calendar = calendar

    def dice(self, *what: object) -> Random:
        """Dice that always fall the same way for the same thing."""
        text = ":".join(str(part) for part in (self.seed, *what))
        return Random(hashlib.sha256(text.encode()).digest())

    def profile(self, scene: Scene) -> Profile:
        """How this agency answers this duty."""
        table = _DATED
        if scene.form is TimeForm.ONGOING:
            table = _ONGOING
        elif scene.form in {TimeForm.UNDATED, TimeForm.TRIGGERED}:
            table = _UNDATED
        dice = self.dice("profile", scene.key)
        chosen = dice.choices([profile for profile, _ in table], [weight for _, weight in table])[0]
        return Profile.LATE if chosen is Profile.EXTENSION and not scene.extendable else chosen

    def next_deed(self, scene: Scene) -> Deed | None:
        """What happens next to this assignment, or None."""
        if scene.state is State.SUBMITTED:
            return self._desk(scene)
        if scene.asked_for is not None and scene.asked_at is not None:
            refused = self.dice("refuse", scene.key, scene.extensions).random() < 0.2
            day = self.calendar.after(local_day(scene.asked_at), 1)
            return Deed(at(day, time(15, 0)), What.REFUSE if refused else What.GRANT, scene.asked_for)
        return self._agency(scene, self.profile(scene))

    def _desk(self, scene: Scene) -> Deed:
        """Review on the next desk day; the profile `returned` gets its first submission back."""
        assert scene.submitted_at is not None
        day = self.calendar.after(local_day(scene.submitted_at), 1)
        while day.weekday() != DESK_DAY and self.calendar.after(day, 1).weekday() > day.weekday():
            day = self.calendar.after(day, 1)
        moment = at(day, time(14, self.dice("desk", scene.key, scene.submissions).randrange(60)))
        if self.profile(scene) is Profile.RETURNED and scene.submissions == 1:
            return Deed(moment, What.RETURN, self.calendar.after(day, 5))
        return Deed(moment, What.ACCEPT)

    def _agency(self, scene: Scene, profile: Profile) -> Deed | None:
        if profile is Profile.NEVER:
            return None
        dice = self.dice("agency", scene.key, scene.submissions, scene.extensions)
        if scene.state is State.RETURNED and scene.redo_by is not None:
            return self._submit(scene, self.calendar.back(scene.redo_by, dice.choice([0, 0, 1, 2])), dice)
        if scene.form is TimeForm.ONGOING:
            return self._note(scene, dice)
        if scene.current_due is None:
            return self._undated(scene, dice)
        if profile is Profile.EXTENSION and scene.extensions == 0:
            day = self.calendar.back(scene.current_due, dice.choice([2, 3, 4]))
            if day > scene.changed_on:
                new = self.calendar.after(scene.current_due, 10)
                return Deed(self._moment(day, dice), What.ASK_EXTENSION, new)
        return self._submit(scene, self._day(scene, profile, dice), dice)

    def _day(self, scene: Scene, profile: Profile, dice: Random) -> date:
        """The day a dated result is meant to be sent."""
        assert scene.current_due is not None
        due = scene.current_due
        if profile is Profile.LATE:
            return self.calendar.after(due, dice.choice([1, 1, 2, 2, 4, 5, 8, 12]))
        if profile is Profile.EARLY:
            day = self.calendar.back(due, dice.randint(8, 25))
        elif profile is Profile.RETURNED:
            day = self.calendar.back(due, dice.randint(4, 9))
        else:
            day = self.calendar.back(due, dice.choice([0, 0, 1, 1, 2, 3, 4, 5, 6]))
        return day

    def _note(self, scene: Scene, dice: Random) -> Deed | None:
        """A voluntary note in the last month of its quarter."""
        if scene.ends is None:
            return None
        deed = self._submit(scene, self.calendar.back(scene.ends, dice.randint(3, 22)), dice)
        return deed if local_day(deed.moment) <= scene.ends else None

    def _undated(self, scene: Scene, dice: Random) -> Deed:
        """Some weeks after it opened and after what it rests on, within the plan's year."""
        start = max(scene.opened_on, scene.rests_until or scene.opened_on)
        day = self.calendar.after(start, dice.randint(5, 90))
        return self._submit(scene, min(day, max(self.calendar.back(scene.last_day_of_plan, 7), start)), dice)

    def _submit(self, scene: Scene, day: date, dice: Random) -> Deed:
        """Sent on that day, but never before the day after the last change."""
        day = max(day, self.calendar.after(scene.changed_on, 1))
        return Deed(self._moment(self.calendar.on_or_after(day), dice), What.SUBMIT)

    def _moment(self, day: date, dice: Random) -> datetime:
        """Within office hours."""
        return at(day, time(dice.choice([8, 9, 10, 13, 14, 15, 16]), dice.randrange(30, 60)))
