"""A directory of agencies drafted from a territory: its bodies, districts and communes, and those that follow them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.directory import AgencyEntry
from models.kinds import AgencyClass
from models.units import Body, Unit
from rules.territory.province import Territory, slug
from rules.territory.stays import Stay
from rules.territory.unit_names import split_name

#: Bodies of these classes stand under the People's Committee; courts, fronts and associations do not.
_UNDER = {AgencyClass.SO, AgencyClass.BAN_NGANH, AgencyClass.VP_UBND, AgencyClass.HOI_DONG}
_CITY = "thành phố"


@dataclass(frozen=True, slots=True)
class Seat:
    """A province as its agencies' ids and names show it."""

    unit: Unit
    system: str

    @property
    def name(self) -> str:
        """ "Bắc Giang"."""
        return split_name(self.unit.name).name

    @property
    def slug(self) -> str:
        """ "bac-giang"."""
        return slug(self.name)

    @property
    def kind(self) -> str:
        """ "tỉnh" or "thành phố"."""
        return split_name(self.unit.name).kind

    @property
    def committee(self) -> str:
        """The id of its People's Committee."""
        return self.body_id("ubnd-tinh")

    def body_id(self, part: str) -> str:
        """The id of a body; a slug with "/" is a whole id."""
        part = part.replace("-tinh", "-thanh-pho") if self.kind == _CITY and part.endswith("-tinh") else part
        return part if "/" in part else f"{self.slug}/{part}"

    def body_name(self, name: str) -> str:
        """In a city of central rank the bodies are "của thành phố"."""
        return f"{name[: -len('tỉnh')]}{_CITY}" if self.kind == _CITY and name.endswith(" tỉnh") else name


def seats(land: Territory) -> tuple[Seat, Seat | None]:
    """The province as it was, and the one it went into if it ended."""
    sources = land.sources
    after = Seat(land.new, sources.next_system) if land.new is not None and land.ends else None
    return Seat(land.old, sources.system), after


def draft_directory(land: Territory) -> tuple[AgencyEntry, ...]:
    """Everything in the order of the file: province, bodies, districts, Phòng Tư pháp, communes, then what follows."""
    before, after = seats(land)
    sources = land.sources
    until = sources.ended_on if land.ends else None
    entries = [_committee(before, None, until), *_bodies(land, before, None, until)]
    entries += [_district(before, stay) for stay in land.stays.all if stay.level == "district"]
    entries += [_justice(before, stay) for stay in land.stays.all if stay.level == "district"]
    entries += [_commune(land, before, stay) for stay in land.stays.all if stay.level == "commune"]
    if after is not None:
        entries += [_committee(after, sources.since, None), *_bodies(land, after, sources.since, None)]
    if land.new is not None:
        seat = after or before
        entries += [new_commune(land, seat, unit) for unit in land.communes]
    unique = {entry.id: entry for entry in entries}
    return tuple(replace(entry, order=order) for order, entry in enumerate(unique.values()))


def stay_id(seat: Seat, stay: Stay) -> str:
    """ "bac-giang/huyen-213", "bac-giang/xa-07682-2025"."""
    return f"{seat.slug}/{'huyen' if stay.level == 'district' else 'xa'}-{stay.suffix}"


def justice_id(seat: Seat, stay: Stay) -> str:
    """The id of a district's Phòng Tư pháp."""
    return f"{seat.slug}/phong-tu-phap-{stay.suffix}"


def new_commune_id(seat: Seat, code: str, system: str) -> str:
    """ "bac-ninh/xa-2026-07210": a code means another unit in each system."""
    return f"{seat.slug}/xa-{system}-{code}"


def new_commune(land: Territory, seat: Seat, unit: Unit) -> AgencyEntry:
    """A commune of the two-tier system, under the province itself."""
    system = land.sources.next_system
    return AgencyEntry(
        new_commune_id(seat, unit.code, system), f"UBND {split_name(unit.name).agency}", AgencyClass.UBND_XA, seat.name,
        seat.committee, system=system, code=unit.code, valid_from=land.sources.since,
    )  # fmt: skip


def _committee(seat: Seat, since: date | None, until: date | None) -> AgencyEntry:
    return AgencyEntry(
        seat.committee, f"UBND {seat.kind} {seat.name}", AgencyClass.UBND_TINH, seat.name, None,
        f"UBND {seat.kind}", "UBND", seat.system, seat.unit.code, since, until,
    )  # fmt: skip


def _bodies(land: Territory, seat: Seat, since: date | None, until: date | None) -> Iterator[AgencyEntry]:
    """`since` given: the province begins with the two-tier system, after the departments were merged."""
    merged = land.sources.merged_on
    for body in land.sources.bodies:
        if since is not None and body.era == "before":
            continue
        start, end = since, until
        if body.era == "after" and since is None:
            start = merged
        if body.era == "before":
            end = merged - timedelta(days=1)
        yield _body(seat, body, start, end)


def _body(seat: Seat, body: Body, start: date | None, end: date | None) -> AgencyEntry:
    klass, outside = AgencyClass(body.klass), "/" in body.slug
    return AgencyEntry(
        seat.body_id(body.slug), seat.body_name(body.name), klass, "Trung ương" if outside else seat.name,
        seat.committee if klass in _UNDER and not outside else None,
        seat.body_name(body.short_name) or None, body.symbol or None,
        valid_from=None if outside else start, valid_to=None if outside else end,
        successor=seat.body_id(body.successor) if body.successor and body.era == "before" else None,
    )  # fmt: skip


def _district(seat: Seat, stay: Stay) -> AgencyEntry:
    return AgencyEntry(
        stay_id(seat, stay), f"UBND {split_name(stay.name).agency}", AgencyClass.UBND_HUYEN, seat.name, seat.committee,
        system=seat.system, code=stay.code, valid_from=stay.since, valid_to=stay.until,
    )  # fmt: skip


def _justice(seat: Seat, stay: Stay) -> AgencyEntry:
    return AgencyEntry(
        justice_id(seat, stay), f"Phòng Tư pháp {split_name(stay.name).agency}", AgencyClass.PHONG_TU_PHAP, seat.name,
        stay_id(seat, stay), symbol="PTP", valid_from=stay.since, valid_to=stay.until,
    )  # fmt: skip


def _commune(land: Territory, seat: Seat, stay: Stay) -> AgencyEntry:
    return AgencyEntry(
        stay_id(seat, stay), f"UBND {split_name(stay.name).agency}", AgencyClass.UBND_XA, seat.name,
        stay_id(seat, _superior(land, stay)), system=seat.system, code=stay.code,
        valid_from=stay.since, valid_to=stay.until,
    )  # fmt: skip


def _superior(land: Territory, stay: Stay) -> Stay:
    """The district's stay in whose time the commune's begins."""
    found = [one for one in land.stays.all if one.level == "district" and one.code == stay.parent]
    begun = [one for one in found if one.since is None or (stay.since is not None and one.since <= stay.since)]
    return begun[-1]
