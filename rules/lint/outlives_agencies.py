"""R8: a period opens or ends after its agencies cease, or the plan outlives the bodies that issued and follow it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from models.directory import AgencyEntry
from models.kinds import TimeForm
from models.plan_file import ActivityFile
from rules.lint.rule import Finding, Rule
from rules.lint.scene import Scene
from rules.lint.wording import day, listed, period_text, where
from rules.periods import Period

_WHY = "Cơ quan đã kết thúc thì không nhận thư, không gửi kết quả; nhiệm vụ treo hoặc không được tạo mà không ai biết."


@dataclass(slots=True)
class _Loss:
    """What one activity loses."""

    agencies: dict[str, AgencyEntry] = field(default_factory=dict[str, AgencyEntry])
    cut_short: list[str] = field(default_factory=list[str])  #: kỳ mở trước, kết thúc sau
    after: list[str] = field(default_factory=list[str])  #: kỳ mở sau khi các cơ quan này kết thúc


def _find(scene: Scene) -> Iterator[Finding]:
    yield from _house(scene)
    for _, activity, periods in scene.tracked():
        loss = _loss(scene, activity, periods)
        if loss.agencies:
            yield Finding(
                where(activity, "leads"),
                _said(loss),
                _WHY,
                "Nêu cơ quan kế thừa (một cơ quan: nhiệm vụ tự chuyển), rút thời hạn về trước ngày đó, "
                "hoặc ban hành bản sửa đổi.",
            )


def _house(scene: Scene) -> Iterator[Finding]:
    """The issuer and the coordinator must live as long as the plan."""
    header = scene.plan.plan
    end = date(header.years[1], 12, 31)
    gone: dict[str, str] = {}
    for phrase in (header.issuer, header.coordinator):
        for entry in scene.expand(phrase, header.issued_on).members:
            for one in _gone(scene, (entry,), end).values():
                gone[one.id] = f"{one.name} kết thúc ngày {one.valid_to:%d/%m/%Y}"
    if gone:
        yield Finding(
            "issuer",
            f"{'; '.join(gone.values())}; kế hoạch đến ngày {day(end)}.",
            "Từ hôm sau không còn ai nhận kết quả, ký công văn đôn đốc và quyết định thay cho cơ quan này.",
            "Nêu cơ quan kế thừa tiếp tục kế hoạch, hoặc kết thúc kế hoạch vào ngày đó.",
        )


def _last(scene: Scene, entry: AgencyEntry) -> AgencyEntry:
    """The agency itself, or the last of its successors within the province: until it ends, nothing is lost."""
    seen: set[str] = set()
    while entry.id not in seen:
        seen.add(entry.id)
        follows = scene.successor(entry)
        if entry.valid_to is None or follows is None or follows.province != entry.province:
            break
        entry = follows
    return entry


def _gone(scene: Scene, members: tuple[AgencyEntry, ...], on: date) -> dict[str, AgencyEntry]:
    """Those of the members of which nothing is left on the day, by the name they ended under."""
    last = {one.id: one for one in (_last(scene, member) for member in members)}
    return {key: one for key, one in last.items() if one.valid_to is not None and one.valid_to < on}


def _loss(scene: Scene, activity: ActivityFile, periods: tuple[Period, ...]) -> _Loss:
    """Per phrase and period; a group that is empty in the first period is an error of the plan already."""
    loss = _Loss()
    for phrase in activity.leads:
        living = scene.expand(phrase, scene.issued_on).members
        for index, period in enumerate(periods):
            members = scene.expand(phrase, period.opens).members
            if members and not _of_another_province(members, living):
                living = members
                _cut_short(scene, activity, period, members, loss)
            elif (index or members) and (gone := _gone(scene, living, period.opens)):
                loss.agencies |= gone
                loss.after.append(period.key)
    return loss


def _of_another_province(members: tuple[AgencyEntry, ...], before: tuple[AgencyEntry, ...]) -> bool:
    """Whether the same words now mean the agencies of the province that took this one in."""
    return bool(before) and not {one.province for one in members} & {one.province for one in before}


def _cut_short(
    scene: Scene, activity: ActivityFile, period: Period, members: tuple[AgencyEntry, ...], loss: _Loss
) -> None:
    end = _end(activity, period)
    if end is None:
        return
    lost = _gone(scene, members, end)
    if lost:
        loss.agencies |= lost
        loss.cut_short.append(period.key)


def _end(activity: ActivityFile, period: Period) -> date | None:
    """When the period ends; a duty without a day is owed until its year is over."""
    if activity.applied is not None and activity.applied.form is TimeForm.UNDATED:
        return date(period.opens.year, 12, 31)
    return period.last_day or period.ends


def _said(loss: _Loss) -> str:
    days = sorted({one.valid_to for one in loss.agencies.values() if one.valid_to is not None})
    names = listed([one.name for one in loss.agencies.values()])
    who = f"{len(loss.agencies)} cơ quan kết thúc ngày {listed([day(one) for one in days])} ({names})"
    parts: list[str] = []
    if loss.cut_short:
        parts.append(f"trước khi {_periods(loss.cut_short)} hết hạn")
    if loss.after:
        parts.append(f"trước khi {_periods(loss.after)} mở")
    return f"{who}: {'; '.join(parts)}."


def _periods(keys: list[str]) -> str:
    """“kỳ 2025, 2026”; an activity of one period is the thing itself."""
    found = list(dict.fromkeys(keys))
    return "việc này" if found == ["once"] else f"kỳ {listed([period_text(key) for key in found])}"


RULE = Rule("R8", "outlives-agencies", _find)
