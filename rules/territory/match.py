"""Which old communes became which new ones, from the free text of the two-tier table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.succession import SuccessionCertainty
from models.units import Unit
from rules.territory.formed_from import UNCHANGED, Part, parts
from rules.territory.unit_names import loose_key, nearly, same_key, split_name


@dataclass(frozen=True, slots=True)
class Link:
    """One old commune named among what a new one was formed from."""

    old: str  #: mã đơn vị cũ
    new: str  #: mã đơn vị mới
    certainty: SuccessionCertainty
    piece: bool = False  #: chỉ một phần
    note: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """A name in the text that no old commune answers to, or several."""

    new: str
    text: str
    candidates: tuple[str, ...] = ()  #: mã các đơn vị cũ có thể là nó


@dataclass
class Matching:
    """What was found, and what was not."""

    links: list[Link] = field(default_factory=list[Link])
    loose: list[Loose] = field(default_factory=list[Loose])

    def of(self, old: str) -> list[Link]:
        """The links of one old commune."""
        return [link for link in self.links if link.old == old]


def match_communes(old: Sequence[Unit], districts: Mapping[str, Unit], new: Sequence[Unit]) -> Matching:
    """Match by type and name, then by name, district and neighbours, at last by near spelling and by code.

    `old` are the communes just before the change, of all provinces that went into the new one; `districts` theirs by
    code. A name that several communes bear goes to the one whose district the other names of that text point to.
    """
    matcher = _Matcher(old, districts, new)
    matcher.by_name()
    matcher.by_neighbours()
    matcher.strangers()
    matcher.by_spelling()
    matcher.by_code()
    return matcher.result()


@dataclass
class _Open:
    """A part still without its old commune."""

    new: Unit
    part: Part
    candidates: list[Unit]


class _Matcher:
    def __init__(self, old: Sequence[Unit], districts: Mapping[str, Unit], new: Sequence[Unit]) -> None:
        self.old = {unit.code: unit for unit in old}
        self.districts = districts
        self.new = {unit.code: unit for unit in new}
        self.links: list[Link] = []
        self.open: list[_Open] = []
        self._by_key: dict[str, list[Unit]] = {}
        for unit in old:
            self._by_key.setdefault(same_key(split_name(unit.name).name), []).append(unit)

    def result(self) -> Matching:
        order = {code: index for index, code in enumerate(self.old)}
        links = sorted(self.links, key=lambda link: (order[link.old], link.new))
        loose = [Loose(one.new.code, one.part.text, tuple(unit.code for unit in one.candidates)) for one in self.open]
        return Matching(links, loose)

    def by_name(self) -> None:
        """Parts with exactly one commune of that name (and type, if several share the name)."""
        for unit in self.new.values():
            for part in self._parts(unit):
                found = self._named(part, unit)
                if len(found) == 1:
                    self._link(unit, part, found[0], SuccessionCertainty.FOUND)
                else:
                    self.open.append(_Open(unit, part, found))

    def by_neighbours(self) -> None:
        """Of several communes with one name, the only one in the province, then in the district, that most other
        parts of that text lie in: communes were not joined across an old province's border."""
        for one in self._take_open():
            best = self._in_most(one.candidates, self._provinces_of(one.new), self._province)
            if len(best) != 1:
                best = self._in_most(best, self._districts_of(one.new), lambda unit: unit.parent)
            if len(best) == 1:
                self._link(one.new, one.part, best[0], SuccessionCertainty.COMPUTED, "trùng tên: chọn theo địa bàn")
            else:
                self.open.append(one)

    def strangers(self) -> None:
        """Take back a match across an old province's border: there the name was a later commune's. One across a
        district's border stays, less certain."""
        for link in list(self.links):
            unit, new = self.old[link.old], self.new[link.new]
            provinces = self._provinces_of(new).most_common(1)
            if provinces and provinces[0][0] != self._province(unit):
                self.links.remove(link)
                self.open.append(_Open(new, Part(unit.name, piece=link.piece), []))
            elif self._districts_of(new)[unit.parent] == 1 and len(self._districts_of(new)) > 1 and not link.note:
                note = "khác huyện với phần lớn các đơn vị cùng nhập"
                at = self.links.index(link)
                self.links[at] = replace(link, certainty=SuccessionCertainty.COMPUTED, note=note)

    def by_spelling(self) -> None:
        """Parts nobody answers to, against communes nobody named, in the districts of the text's other parts."""
        for one in self._take_open():
            found = self._alike(one, self._districts_of(one.new))
            if not one.candidates and len(found) == 1:
                note = f"tài liệu ghi “{one.part.text}”"
                self._link(one.new, one.part, found[0], SuccessionCertainty.COMPUTED, note)
            else:
                self.open.append(one)

    def by_code(self) -> None:
        """A commune nobody named, whose code a new commune took over, where that one has names left and no other
        district: the statistics office lets a merged unit keep the code of one of its parts."""
        left = {one.new.code for one in self.open}
        for unit in self._unnamed():
            heir = self.new.get(unit.code)
            if heir is None or heir.code not in left or set(self._districts_of(heir)) - {unit.parent}:
                continue
            note = "cùng mã thống kê; tên đã đổi trước khi sắp xếp"
            self.links.append(Link(unit.code, heir.code, SuccessionCertainty.ASSUMED, note=note))

    def _alike(self, one: _Open, near: Counter[str]) -> list[Unit]:
        """Unnamed communes with nearly that name: in the districts near by, else in the same old province."""
        name, provinces = split_name(one.part.text).name, self._provinces_of(one.new)
        inside = [unit for unit in self._unnamed() if unit.parent in near]
        around = [unit for unit in self._unnamed() if not provinces or self._province(unit) in provinces]
        for units, shortest in ((inside, 4), (around, 5)):
            found = [unit for unit in units if nearly(split_name(unit.name).name, name, shortest)]
            same = [unit for unit in found if loose_key(split_name(unit.name).name) == loose_key(name)]
            if found:
                return same if len(same) == 1 else found
        return []

    @staticmethod
    def _in_most(units: list[Unit], counted: Counter[str], place: Callable[[Unit], str]) -> list[Unit]:
        """The units in the place most often counted; all of them while nothing is counted."""
        if not counted:
            return units
        return [unit for unit in units if place(unit) == counted.most_common(1)[0][0]]

    def _province(self, unit: Unit) -> str:
        district = self.districts.get(unit.parent)
        return district.parent if district else ""

    def _provinces_of(self, new: Unit) -> Counter[str]:
        return Counter(self._province(self.old[link.old]) for link in self.links if link.new == new.code)

    def _parts(self, unit: Unit) -> tuple[Part, ...]:
        if unit.formed_from.strip().casefold() == UNCHANGED:
            return (Part(unit.name),)
        return parts(unit.formed_from)

    def _named(self, part: Part, new: Unit) -> list[Unit]:
        name = split_name(part.text)
        found = self._by_key.get(same_key(name.name), [])
        if part.district:
            wanted = same_key(split_name(part.district).name)
            found = [unit for unit in found if self._district_key(unit) == wanted]
        typed = [unit for unit in found if split_name(unit.name).kind == name.kind]
        found = typed or found
        kept = [unit for unit in found if unit.code == new.code and new.formed_from.strip().casefold() == UNCHANGED]
        return kept or list(found)

    def _district_key(self, unit: Unit) -> str:
        district = self.districts.get(unit.parent)
        return same_key(split_name(district.name).name) if district else ""

    def _link(self, new: Unit, part: Part, old: Unit, certainty: SuccessionCertainty, note: str = "") -> None:
        self.links.append(Link(old.code, new.code, certainty, part.piece, note))

    def _take_open(self) -> Iterable[_Open]:
        taken, self.open = self.open, []
        return taken

    def _districts_of(self, new: Unit) -> Counter[str]:
        return Counter(self.old[link.old].parent for link in self.links if link.new == new.code)

    def _unnamed(self) -> list[Unit]:
        named = {link.old for link in self.links}
        return [unit for unit in self.old.values() if unit.code not in named]
