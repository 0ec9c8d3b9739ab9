"""One province before and after the reorganisation of 2025: its units, its bodies, what the tables say about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from config.errors import NeedsPerson
from models.units import Body, Unit, UnitChange
from rules.agency_names import bare_key
from rules.territory.match import Matching, match_communes
from rules.territory.stays import Stays, stays
from rules.territory.unit_names import same_key, split_name


class NoSuchProvince(NeedsPerson):
    """Không có tỉnh này trong bảng đơn vị hành chính."""


@dataclass(frozen=True)
class Sources:
    """What a directory is prepared from."""

    province: str  #: tên tỉnh, không cần chữ "tỉnh"
    units: Sequence[Unit]  #: hệ ba cấp
    next_units: Sequence[Unit] = ()  #: hệ hai cấp
    bodies: Sequence[Body] = ()
    changes: Sequence[UnitChange] = ()
    merged_on: date = date(2025, 3, 1)  #: ngày các sở sáp nhập hoạt động
    since: date = date(2025, 7, 1)  #: ngày hệ hai cấp bắt đầu
    ended_on: date = date(2025, 6, 30)
    system: str = "2022"
    next_system: str = "2026"


@dataclass
class Territory:
    """The units of one province over time, and their match with the two-tier system."""

    sources: Sources
    old: Unit
    new: Unit | None  #: tỉnh, thành phố mà tỉnh này thuộc về trong hệ hai cấp
    stays: Stays
    matching: Matching = field(default_factory=Matching)
    communes: tuple[Unit, ...] = ()  #: đơn vị cấp xã của hệ hai cấp trên địa bàn tỉnh cũ

    @property
    def ends(self) -> bool:
        """Whether the province itself ended with the three-tier system."""
        return self.new is not None and same_key(self.new.name) != same_key(self.old.name)

    @property
    def districts(self) -> dict[str, Unit]:
        """The districts at the end of the three-tier system, by code."""
        return {unit.code: unit for unit in self.stays.final("district")}


def slug(text: str) -> str:
    """A name as part of an id: "Sở Y tế" → "so-y-te"."""
    return re.sub(r"[^a-z0-9]+", "-", bare_key(text)).strip("-")


def territory(sources: Sources) -> Territory:
    """Find the province, follow its units, match them; raises `NoSuchProvince`."""
    old = _province(sources.province, sources.units)
    inside = [unit for unit in sources.units if unit.level == "district" and unit.parent == old.code]
    codes = {unit.code for unit in inside}
    communes = [unit for unit in sources.units if unit.level == "commune" and unit.parent in codes]
    found = stays([*inside, *communes], sources.changes, sources.ended_on)
    if not sources.next_units:
        return Territory(sources, old, None, found)
    new = _next_province(old, sources.next_units)
    joined = {unit.code for unit in _joined(new, sources.units)} - {old.code}
    others = [unit for unit in sources.units if unit.level == "district" and unit.parent in joined]
    other_codes = {unit.code for unit in others}
    elsewhere = [unit for unit in sources.units if unit.level == "commune" and unit.parent in other_codes]
    districts = {unit.code: unit for unit in (*found.final("district"), *others)}
    mine = found.final("commune")
    candidates = [unit for unit in sources.next_units if unit.level == "commune" and unit.parent == new.code]
    matching = match_communes([*mine, *elsewhere], districts, candidates)
    own = {unit.code for unit in mine}
    linked = {link.new for link in matching.links}
    matching.links = [link for link in matching.links if link.old in own]
    here = {link.new for link in matching.links}
    matching.loose = [one for one in matching.loose if one.new in here or one.new not in linked]
    return Territory(sources, old, new, found, matching, tuple(unit for unit in candidates if unit.code in here))


def _province(name: str, units: Sequence[Unit]) -> Unit:
    wanted = same_key(split_name(name).name)
    found = [unit for unit in units if unit.level == "province" and same_key(split_name(unit.name).name) == wanted]
    if not found:
        raise NoSuchProvince(f"Không có tỉnh “{name}” trong bảng đơn vị hành chính.")
    return found[0]


def _joined(new: Unit, units: Sequence[Unit]) -> list[Unit]:
    """The old provinces a new one was formed from; the one of its own name if it is unchanged."""
    provinces = [unit for unit in units if unit.level == "province"]
    text = same_key(new.formed_from.split(".")[0])
    named = [unit for unit in provinces if same_key(unit.name) in text]
    return named or [unit for unit in provinces if same_key(unit.name) == same_key(new.name)]


def _next_province(old: Unit, units: Sequence[Unit]) -> Unit:
    provinces = [unit for unit in units if unit.level == "province"]
    same = [unit for unit in provinces if same_key(unit.name) == same_key(old.name)]
    formed = [unit for unit in provinces if same_key(old.name) in same_key(unit.formed_from.split(".")[0])]
    if not (same or formed):
        raise NoSuchProvince(f"Không thấy “{old.name}” thuộc tỉnh nào trong bảng đơn vị hành chính hai cấp.")
    return (formed or same)[0]
