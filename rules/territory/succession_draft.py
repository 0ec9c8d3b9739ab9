"""What became of every agency of a territory that ended, and what a person still has to find out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.succession import Succession, SuccessionCertainty, SuccessionKind
from rules.territory.directory_draft import justice_id, new_commune_id, seats, stay_id
from rules.territory.province import Territory
from rules.territory.stays import Stay
from rules.territory.unit_names import split_name


@dataclass(frozen=True, slots=True)
class Undecided:
    """Something the tables do not say."""

    why: str
    agency: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Bases:
    """The documents an entry rests on."""

    departments: str  #: sáp nhập sở
    provinces: str  #: sắp xếp cấp tỉnh
    communes: str  #: sắp xếp cấp xã
    departments_certain: bool = False  #: đã thấy văn bản của tỉnh về việc sáp nhập sở


@dataclass(frozen=True, slots=True)
class Share:
    """How many communes at the start of the directory ended up where."""

    all: int
    single: int
    split: int

    @property
    def unmapped(self) -> int:
        """Communes a person has to look up."""
        return self.all - self.single - self.split


def draft_successions(land: Territory, bases: Bases) -> tuple[tuple[Succession, ...], tuple[Undecided, ...]]:
    """All entries in the order of the directory, and what is left to decide."""
    entries = [
        *_bodies(land, bases), *_earlier(land), *_districts(land, bases), *_communes(land, bases),
    ]  # fmt: skip
    return tuple(entries), tuple(_undecided(land))


def share(land: Territory) -> Share:
    """Of the communes of the first day: how many lead to one commune of the two-tier system, to several, to none."""
    first = [stay for stay in land.stays.all if stay.level == "commune" and stay.since is None]
    counts = [len(land.matching.of(land.stays.last_of(stay).code)) for stay in first]
    return Share(len(first), counts.count(1), sum(count > 1 for count in counts))


def _bodies(land: Territory, bases: Bases) -> Iterator[Succession]:
    before, after = seats(land)
    sources = land.sources
    sure = SuccessionCertainty.FOUND if bases.departments_certain else SuccessionCertainty.ASSUMED
    for body in sources.bodies:
        if body.era == "before" and body.successor:
            kind = SuccessionKind.RENAMED if body.renamed else SuccessionKind.MERGED_INTO
            yield Succession(
                before.body_id(body.slug), (before.body_id(body.successor),), sources.merged_on, kind,
                bases.departments, certainty=sure,
            )  # fmt: skip
    if after is None:
        return
    for slug in ("ubnd-tinh", *(body.slug for body in sources.bodies if body.era != "before" and "/" not in body.slug)):
        certainty = SuccessionCertainty.FOUND if slug == "ubnd-tinh" else SuccessionCertainty.ASSUMED
        yield Succession(
            before.body_id(slug), (after.body_id(slug),), sources.since, SuccessionKind.MERGED_INTO,
            bases.provinces, certainty=certainty,
        )  # fmt: skip


def _earlier(land: Territory) -> Iterator[Succession]:
    """Steps between stays before the end of the three-tier system; a district's Phòng Tư pháp goes with it."""
    before, _ = seats(land)
    for step in land.stays.steps:
        ids = [stay_id] if step.old.level == "commune" else [stay_id, justice_id]
        for name in ids:
            yield Succession(
                name(before, step.old), (name(before, step.new),), step.on, step.kind, step.source, step.note,
                step.certainty,
            )  # fmt: skip


def _districts(land: Territory, bases: Bases) -> Iterator[Succession]:
    """A district's duties have no single heir: the communes formed on its ground are named for a person."""
    before, _ = seats(land)
    for stay in land.stays.current.values():
        if stay.level != "district" or land.new is None:
            continue
        heirs = _heirs(land, stay)
        for name, note in ((stay_id, "cấp huyện kết thúc; các đơn vị cấp xã trên địa bàn"), (justice_id, _JUSTICE)):
            kind = SuccessionKind.SPLIT_INTO if len(heirs) > 1 else SuccessionKind.ABOLISHED
            yield Succession(
                name(before, stay), heirs if len(heirs) > 1 else (), land.sources.since, kind, bases.communes, note,
                SuccessionCertainty.COMPUTED,
            )  # fmt: skip


_JUSTICE = "việc tư pháp về Văn phòng HĐND và UBND cấp xã (Thông tư 09/2025/TT-BTP)"


def _heirs(land: Territory, district: Stay) -> tuple[str, ...]:
    inside = {
        stay.code for stay in land.stays.current.values() if stay.level == "commune" and stay.parent == district.code
    }
    codes = sorted({link.new for link in land.matching.links if link.old in inside})
    return tuple(_new_id(land, code) for code in codes)


def _communes(land: Territory, bases: Bases) -> Iterator[Succession]:
    before, _ = seats(land)
    names = {unit.code: unit.name for unit in land.communes}
    for stay in land.stays.current.values():
        links = land.matching.of(stay.code) if stay.level == "commune" else []
        if not links:
            continue
        kind = SuccessionKind.SPLIT_INTO if len(links) > 1 else SuccessionKind.MERGED_INTO
        least = max((link.certainty for link in links), key=list(SuccessionCertainty).index)
        notes = dict.fromkeys(link.note for link in links if link.note)
        if any(link.piece for link in links):
            notes["chỉ một phần"] = None
        into = ", ".join(split_name(names[link.new]).agency for link in links)
        yield Succession(
            stay_id(before, stay), tuple(_new_id(land, link.new) for link in links), land.sources.since, kind,
            bases.communes, "; ".join([into, *notes]), least,
        )  # fmt: skip


def _undecided(land: Territory) -> Iterator[Undecided]:
    """Communes without a successor, with what is left over in their district; names nobody answers to."""
    before, _ = seats(land)
    districts, names = land.districts, {unit.code: unit.name for unit in land.communes}
    for stay in land.stays.current.values():
        if stay.level != "commune" or land.new is None or land.matching.of(stay.code):
            continue
        rest = sorted({one.new for one in land.matching.loose if stay.parent in _near(land, one.new)})
        left = "; ".join(
            f"{names.get(code, code)} ({', '.join(one.text for one in land.matching.loose if one.new == code)})"
            for code in rest
        )
        tail = f" Tên chưa rõ nguồn ở cùng huyện: {left}." if left else " Mọi tên nêu ở cùng huyện đều đã có nguồn."
        district = districts[stay.parent].name if stay.parent in districts else stay.parent
        why = f"không đơn vị cấp xã mới nào nêu tên; đã nhập, đổi tên trước khi sắp xếp ({district}).{tail}"
        yield Undecided(why, stay_id(before, stay), stay.name)
    for one in land.matching.loose:
        why = f"tên nêu ở nguồn của {names.get(one.new, one.new)}, không có trong danh mục cũ"
        yield Undecided(why, _new_id(land, one.new) if one.new in names else None, one.text)


def _near(land: Territory, new: str) -> set[str]:
    units = {unit.code: unit for unit in land.stays.final("commune")}
    return {units[link.old].parent for link in land.matching.links if link.new == new}


def _new_id(land: Territory, code: str) -> str:
    before, after = seats(land)
    return new_commune_id(after or before, code, land.sources.next_system)
