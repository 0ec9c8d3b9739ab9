"""A whole plan carried to another year: the next plan, what a person must decide, and what was changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from models.directory import Directory
from models.plan_file import ActivityFile, GroupFile, Needs, PlanFile, PlanHeader, SectionFile, TriggerFile
from models.two_tier import Province, TwoTier
from rules.agency_names import bare_key, named
from rules.group_phrases import Phrases
from rules.next_year.agency_map import AgencyMap
from rules.next_year.bases import LegalBook, renewed_bases
from rules.next_year.dates import moved
from rules.next_year.one_off import doubtful, finished, yearly_subjects
from rules.next_year.points import Notes, Point
from rules.next_year.renewed_activity import TITLE, Renewing, one_agency, renewed_activity
from rules.next_year.wording import Wording

_TRAILING_YEARS = re.compile(r"-?(?:19|20)\d\d(?:-(?:19|20)\d\d)?$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a renewal is made with."""

    old: Directory
    new: Directory
    phrases: Phrases
    two_tier: TwoTier
    book: LegalBook
    province: Province
    moves_to: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Renewal:
    """The next plan and its notes; every point to decide stands in the plan as well."""

    plan: PlanFile
    decide: tuple[Point, ...]
    changed: tuple[Point, ...]


def issue_date(header: PlanHeader, year: int) -> date:
    """The assumed day of issue: the same day of the year as last time."""
    found = moved(header.issued_on, year - header.years[0])
    assert found is not None
    return found


def province_on(name: str, on: date, two_tier: TwoTier) -> Province:
    """The province that stands on the day where the named one stood (itself, if nothing is known)."""
    if on >= two_tier.since:
        for province in two_tier.provinces:
            if bare_key(name) in {bare_key(old) for old in province.formed_from}:
                return province
    return Province(name, city=False, formed_from=(name,))


def plan_id(header: PlanHeader, province: Province, year: int) -> str:
    """soc-trang-2022 → can-tho-2027: the province's part and the year move, anything else stays."""
    stem = _TRAILING_YEARS.sub("", header.id) or "ke-hoach"
    old, new = slug(header.province), slug(province.name)
    if stem == old or stem.startswith(f"{old}-"):
        stem = new + stem[len(old) :]
    return f"{stem}-{year}"


def slug(name: str) -> str:
    """can-tho, ba-ria-vung-tau."""
    return bare_key(name).replace(" ", "-")


def renew(plan: PlanFile, year: int, around: Surroundings) -> Renewal:
    """The plan of `year` made from this one; the caller has checked that the year comes after it."""
    header, notes = plan.plan, Notes()
    wording = Wording(header.years, year - header.years[0], header.province, around.province)
    agencies = AgencyMap(
        around.old, header.issued_on, around.new, issue_date(header, year), around.phrases, around.two_tier,
        wording, plan.groups, around.moves_to,
    )  # fmt: skip
    work = Renewing(header, agencies, wording, around.two_tier, around.book, notes, _unsure(plan))
    new_header = _header(work, year, around)
    fields = yearly_subjects(plan)
    if fields:
        notes.to_decide(
            f"Lĩnh vực kiểm tra là của năm {header.years[0]}: chọn lại cho năm mới, xem {', '.join(fields)}."
        )
    groups = {name: _group(work, name, group) for name, group in plan.groups.items()}
    sections = _sections(work, plan)
    awaited = {key for section in sections for activity in section.activities for key in _awaited(activity)}
    triggers = {key: _trigger(work, one) for key, one in plan.triggers.items() if key in awaited}
    new_header = new_header.model_copy(update={"to_decide": (*header.to_decide, *notes.of(""))})
    update = {"plan": new_header, "groups": groups, "sections": sections, "triggers": triggers}
    renewed = plan.model_copy(update=update)
    PlanFile.model_validate(renewed.model_dump(by_alias=True))  # copies are not checked: it must load again
    return Renewal(renewed, tuple(notes.decide), tuple(notes.changed))


def _unsure(plan: PlanFile) -> dict[str, str]:
    """Which activities stay, but with a question about their subject."""
    found = {one.id: doubtful(one, plan.plan) for _, one in plan.activities() if one.tracked}
    return {key: doubt for key, doubt in found.items() if doubt}


def _header(work: Renewing, year: int, around: Surroundings) -> PlanHeader:
    header, notes, on = work.header, work.notes, work.agencies.new_on
    shift = work.wording.shift
    notes.to_decide(f"Ngày ban hành {on:%d/%m/%Y} là giả định; ghi số, ngày, người ký khi ban hành.")
    if work.wording.moved:
        notes.to_decide(
            f"{header.province} nay thuộc {around.province.full_name}: xác nhận cơ quan ban hành, phạm vi kế hoạch."
        )
        if around.new.key == around.old.key:
            notes.to_decide(
                f"Danh mục {around.old.key} lập cho {header.province}: kiểm tra đủ cơ quan của "
                f"{around.province.full_name}, hoặc nêu danh mục khác."
            )
    elif header.issued_on < around.two_tier.since <= on and (joined := _joined(around.province)):
        notes.to_decide(f"{around.province.full_name} nay gồm cả {', '.join(joined)}: xác nhận phạm vi kế hoạch.")
    if header.years[0] < header.years[1]:
        last = header.years[1] + shift
        notes.to_decide(f"Kế hoạch cũ kéo dài {header.years[0]}-{header.years[1]}; tạm lấy {year}-{last}.")
    title = work.wording.text(header.title, 250)
    if years := work.wording.old_years(title):
        notes.to_decide(f"Tên kế hoạch còn nêu năm {', '.join(years)}: viết lại.")
    return header.model_copy(
        update={
            "id": plan_id(header, around.province, year),
            "title": title,
            "province": around.province.name,
            "directory": around.new.key,
            "number": None,
            "issued_on": on,
            "issued_assumed": True,
            "years": (year, header.years[1] + shift),
            "issuer": one_agency(work, header.issuer, "cơ quan ban hành", header.issuer) or header.issuer,
            "coordinator": one_agency(work, header.coordinator, "cơ quan theo dõi", header.coordinator)
            or header.coordinator,
            "commune_desk": one_agency(work, header.commune_desk, "nơi thu của UBND cấp xã", header.coordinator),
            "source": None,
            "legal_bases": renewed_bases(header, on, around.province.name, work.book, notes),
            "signer": None,
            "signer_role": (),
        }
    )


def _joined(province: Province) -> tuple[str, ...]:
    """The other provinces it was formed from; an older name of its own is none."""
    return tuple(name for name in province.formed_from if bare_key(province.name) not in bare_key(name))


def _sections(work: Renewing, plan: PlanFile) -> tuple[SectionFile, ...]:
    """The sections that keep something; links to what was left out are cut."""
    kept = {
        activity.id: (section, activity) for section, activity in plan.activities() if _stays(work, section, activity)
    }
    living = set(kept) | {section.id for section, _ in kept.values()}
    found: list[SectionFile] = []
    for section in plan.sections:
        activities = tuple(
            renewed_activity(work, section, _with_links(one, living)) for one in section.activities if one.id in kept
        )
        if activities:
            title = work.wording.text(section.title, TITLE)
            found.append(section.model_copy(update={"title": title, "activities": activities}))
    return tuple(found)


def _stays(work: Renewing, section: SectionFile, activity: ActivityFile) -> bool:
    if activity.same_as is not None:
        work.notes.change("bỏ: chỉ là chỗ lặp lại trong văn bản cũ", activity.id)
        return False
    over = finished(section, activity, work.header)
    if over:
        work.notes.to_decide(f"Đã bỏ “{activity.title}”: {over}. Nếu còn thì thêm lại.")
    return not over


def _with_links(activity: ActivityFile, living: set[str]) -> ActivityFile:
    after = tuple(need for need in activity.needs.after if need.activity in living)
    draws_on = tuple(target for target in activity.needs.draws_on if target in living)
    return activity.model_copy(update={"needs": Needs(after=after, draws_on=draws_on)})


def _group(work: Renewing, name: str, group: GroupFile) -> GroupFile:
    """A group of the plan by the new names; members not found are left out and told."""
    place = f"nhóm “{name}”"

    def names(texts: tuple[str, ...]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for text in texts:
            old = named(text, work.agencies.old, work.agencies.old_on)
            target = work.agencies.agency(old[0]) if len(old) == 1 else None
            if target is None:
                work.notes.to_decide(f"{place}: không tìm thấy “{text}” trong danh mục mới.")
            else:
                found[target.name] = None
        return tuple(found)

    return group.model_copy(
        update={"members": names(group.members), "add": names(group.add), "remove": names(group.remove)}
    )


def _awaited(activity: ActivityFile) -> tuple[str, ...]:
    waits = activity.waits_for
    return (*waits.all, *waits.any) if waits is not None else ()


def _trigger(work: Renewing, trigger: TriggerFile) -> TriggerFile:
    """Not yet happened, whatever happened last time."""
    title = work.wording.text(trigger.title, 200)
    return trigger.model_copy(update={"title": title, "line": None, "happened_on": None, "number": None})
