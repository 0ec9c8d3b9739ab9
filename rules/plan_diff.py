"""Two versions of a plan, matched by activity id (design: amendment). What changed, as values; nothing is applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.plan_file import ActivityFile, GroupFile, PlanFile, SectionFile
from rules.agency_names import name_key


class Change(StrEnum):
    """What can become of an activity; one that stays may have several of those after `removed`."""

    SAME = "same"  #: giữ nguyên
    ADDED = "added"  #: thêm
    REMOVED = "removed"  #: bỏ
    DATE = "date"  #: đổi thời hạn
    LEADS = "leads"  #: đổi cơ quan chủ trì
    TITLE = "title"  #: đổi tên
    OUTPUTS = "outputs"  #: đổi sản phẩm
    WORDS = "words"  #: đổi nguyên văn thời hạn hoặc chỗ trong văn bản
    NEEDS = "needs"  #: đổi phụ thuộc
    PLACE = "place"  #: đổi nơi thu, nơi nhận
    REQUESTED = "requested"  #: đổi giữa “giao” và “đề nghị”
    SET_BY = "set_by"  #: đổi cấp ấn định thời hạn
    POLICY = "policy"  #: đổi chính sách nhắc việc
    SECTION = "section"  #: chuyển mục


@dataclass(frozen=True, slots=True)
class Difference:
    """One activity in the two versions; `before`/`after` is the text of what changed."""

    activity: str
    title: str
    change: Change
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class HeaderDifference:
    """One thing about the plan as a whole, or about a section or an event of it."""

    what: str  #: title, years, section:<id>, trigger:<id> …
    before: str
    after: str


def differences(old: PlanFile, new: PlanFile) -> list[Difference]:
    """All activities in the order of the new version, then those removed. Untracked activities count as absent."""
    before, after = _tracked(old), _tracked(new)
    found: list[Difference] = []
    for key, (section, activity) in after.items():
        former = before.get(key)
        if former is None:
            found.append(Difference(key, activity.title, Change.ADDED, after=time_text(activity)))
        else:
            changed = _changes(_Said(old, *former), _Said(new, section, activity))
            found.extend(changed or [Difference(key, activity.title, Change.SAME)])
    gone = [activity for key, (_, activity) in before.items() if key not in after]
    return found + [Difference(one.id, one.title, Change.REMOVED, before=time_text(one)) for one in gone]


def header_differences(old: PlanFile, new: PlanFile) -> list[HeaderDifference]:
    """What changed outside the activities: the header, the titles and kinds of sections, the events."""
    one, two = _header(old), _header(new)
    names = dict.fromkeys([*two, *one])
    return [
        HeaderDifference(name, one.get(name, ""), two.get(name, ""))
        for name in names
        if one.get(name, "") != two.get(name, "")
    ]


def time_text(activity: ActivityFile) -> str:
    """The applied time on one line: its form, and every date that goes with it."""
    applied = activity.applied
    if applied is None:
        return ""
    said = applied.model_dump(mode="json", exclude_defaults=True, exclude={"form", "why"})
    return " ".join([applied.form.value, *(f"{name}={value}" for name, value in said.items())])


@dataclass(frozen=True, slots=True)
class _Said:
    """What one version says about an activity, each thing as text."""

    plan: PlanFile
    section: SectionFile
    activity: ActivityFile

    def texts(self) -> dict[Change, str]:
        activity, read = self.activity, self.activity.read
        words = (read.verbatim, read.line, read.place) if read is not None else ()
        return {
            Change.DATE: self._time(),
            Change.LEADS: self._leads(),
            Change.TITLE: activity.title,
            Change.OUTPUTS: "; ".join(activity.outputs),
            Change.WORDS: _text([*words, activity.source]),
            Change.NEEDS: self._needs(),
            Change.PLACE: self._place(),
            Change.REQUESTED: "đề nghị" if activity.requested else "giao",
            Change.SET_BY: (activity.set_by or self.plan.plan.set_by).value,
            Change.POLICY: self._policy(),
            Change.SECTION: self.section.id,
        }

    def _time(self) -> str:
        """A window the document gives counts where no day is stated (R9)."""
        applied, read, waits = self.activity.applied, self.activity.read, self.activity.waits_for
        opens = read.start if applied is not None and applied.opens is None and read is not None else None
        said = f" read.start={opens.isoformat()}" if opens is not None else ""
        said += f" waits_for={'+'.join(waits.all) or '|'.join(waits.any)}" if waits is not None else ""
        return time_text(self.activity) + said

    def _leads(self) -> str:
        """The phrases; those that are groups of the plan with what the group says."""
        groups = {name_key(name): group for name, group in self.plan.groups.items()}
        return "; ".join(_lead(phrase, groups.get(name_key(phrase))) for phrase in self.activity.leads)

    def _needs(self) -> str:
        needs = self.activity.needs
        after = [f"sau {one.activity}{' (cùng cơ quan)' if one.own else ''}" for one in needs.after]
        return ", ".join([*after, *(f"dùng {name}" for name in needs.draws_on)])

    def _place(self) -> str:
        header, activity = self.plan.plan, self.activity
        named = (
            activity.owed_to or header.issuer, activity.desk or header.coordinator,
            activity.commune_desk or header.commune_desk,
        )  # fmt: skip
        return _text(named)

    def _policy(self) -> str:
        merged: dict[str, object] = {}
        for one in (self.plan.policy, self.section.policy, self.activity.policy):
            if one is not None:
                merged |= one.model_dump(mode="json", exclude_none=True)
        return _text(f"{name}={merged[name]}" for name in sorted(merged))


def _changes(old: _Said, new: _Said) -> list[Difference]:
    one, two = old.texts(), new.texts()
    key, title = new.activity.id, new.activity.title
    return [Difference(key, title, change, one[change], two[change]) for change in one if one[change] != two[change]]


def _lead(phrase: str, group: GroupFile | None) -> str:
    if group is None:
        return phrase
    said = group.model_dump(mode="json", exclude_defaults=True)
    return f"{phrase} {said}"


def _header(plan: PlanFile) -> dict[str, str]:
    header = plan.plan
    said = header.model_dump(mode="json", exclude_none=True, exclude={"id", "to_decide"})
    values = {name: str(value).strip("[]").replace("'", "") for name, value in said.items()}
    for section in plan.sections:
        values[f"section:{section.id}"] = f"{section.title} [{section.kind.value}]"
    for key, trigger in plan.triggers.items():
        values[f"trigger:{key}"] = trigger.title
    return values


def _text(values: Iterable[object]) -> str:
    return "; ".join(str(value) for value in values if value not in (None, ""))


def _tracked(plan: PlanFile) -> dict[str, tuple[SectionFile, ActivityFile]]:
    return {activity.id: (section, activity) for section, activity in plan.activities() if activity.tracked}
