"""From the agencies of the old plan to those of the new one: groups that ended, departments that merged, new names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from models.directory import AgencyEntry, Directory
from models.kinds import AgencyClass
from models.plan_file import GroupFile
from models.two_tier import TwoTier
from rules.agency_names import bare_key, name_key, named
from rules.check_groups import SAME_LEVEL
from rules.group_phrases import Phrases
from rules.next_year.wording import Wording

#: One of each per province: its name may change, its place does not.
_ONLY_ONE = frozenset({AgencyClass.UBND_TINH, AgencyClass.VP_UBND})
_PERSONS = ("thủ trưởng", "giám đốc", "chủ tịch")


@dataclass(frozen=True, slots=True)
class Mapped:
    """What became of one phrase; without texts: nobody is left."""

    texts: tuple[str, ...]
    gone: tuple[AgencyClass, ...] = ()  #: loại cơ quan trong cụm từ không còn
    renamed: str = ""  #: tên mới của một cơ quan, nếu khác
    unmatched: bool = False  #: một cơ quan không tìm được trong danh mục mới


@dataclass(frozen=True)
class AgencyMap:
    """Both directories, and the two days they are looked at."""

    old: Directory
    old_on: date
    new: Directory
    new_on: date
    phrases: Phrases
    two_tier: TwoTier
    wording: Wording
    groups: Mapping[str, GroupFile]
    moves_to: Mapping[str, str] = field(default_factory=dict[str, str])

    def phrase(self, text: str) -> Mapped:
        """A lead, coordinating or desk phrase of the old plan as it must read now."""
        key = name_key(text)
        if key == SAME_LEVEL or any(name_key(group) == key for group in self.groups):
            return Mapped((text,))
        if key in self.phrases.classes:
            return self._classes(text, self.phrases.classes[key])
        if self.phrases.is_open(text):
            return Mapped((self._plain(text),))
        entries = [entry for entry in named(text, self.old, self.old_on) if entry.valid_on(self.old_on)]
        return self._single(text, entries[0]) if len(entries) == 1 else Mapped((text,))

    def means(self, text: str, klass: AgencyClass) -> bool:
        """Whether a phrase of the new plan stands for agencies of a class, whole or among others."""
        return klass in self.phrases.classes.get(name_key(text), ())

    def agency(self, entry: AgencyEntry) -> AgencyEntry | None:
        """The agency of the new directory that stands where the old one stood; None if there is not exactly one."""
        last = self._last(entry)
        if last.id in self.new.by_id and last.valid_on(self.new_on):
            return self.new.by_id[last.id]
        living = [one for one in self.new.agencies if one.valid_on(self.new_on)]
        if last.klass in _ONLY_ONE:
            same = [one for one in living if one.klass is last.klass]
        else:
            wanted = {self._key(name) for name in (last.name, self._merged(last.name))}
            same = [one for one in living if self._key(one.name) in wanted and _kin(one, last)]
        return same[0] if len(same) == 1 else None

    def _last(self, entry: AgencyEntry) -> AgencyEntry:
        """The end of the line of successors that still lies on or before the new day."""
        seen: set[str] = set()
        while not entry.valid_on(self.new_on) and entry.id not in seen:
            seen.add(entry.id)
            follows = self.old.by_id.get(entry.successor or self.moves_to.get(entry.id, ""))
            if follows is None:
                break
            entry = follows
        return entry

    def _merged(self, name: str) -> str:
        if self.new_on < self.two_tier.since:
            return name
        by_key = {name_key(old): new for old, new in self.two_tier.departments.items()}
        return by_key.get(name_key(name), name)

    def _key(self, name: str) -> str:
        """A name without its province and level: "Thanh tra tỉnh" and "Thanh tra thành phố" are one."""
        key = f" {bare_key(name)} "
        for word in (self.wording.old_province, self.wording.province.name, "tỉnh", "thành phố"):
            key = key.replace(f" {bare_key(word)} ", " ")
        return key.strip()

    def _single(self, text: str, entry: AgencyEntry) -> Mapped:
        target = self.agency(entry)
        if target is None:
            gone = (entry.klass,) if entry.klass in self.two_tier.ended else ()
            return Mapped((), gone, unmatched=not gone)
        if target.name == entry.name:
            return Mapped((text,))
        return Mapped((target.name,), renamed=target.name)

    def _classes(self, text: str, classes: tuple[AgencyClass, ...]) -> Mapped:
        """A class that had members and has none now is gone; one that never had any is left as it was."""
        gone = tuple(klass for klass in classes if not self._lives(klass) and self._lived(klass))
        if not gone:
            return Mapped((self._neutral(text, classes),))
        left = tuple(klass for klass in classes if klass not in gone)
        return Mapped(tuple(self._cover(left)), gone)

    def _lives(self, klass: AgencyClass) -> bool:
        return any(True for _ in self.new.of_class(klass, self.new_on))

    def _lived(self, klass: AgencyClass) -> bool:
        return any(True for _ in self.old.of_class(klass, self.old_on))

    def _neutral(self, text: str, classes: tuple[AgencyClass, ...]) -> str:
        """The phrase without words that no longer fit, as long as it still means the same."""
        plain = self._plain(text)
        if plain == text or self.phrases.classes.get(name_key(plain)) == classes:
            return plain
        members = [one for klass in classes for one in self.new.of_class(klass, self.new_on)]
        return members[0].name if len(members) == 1 else text

    def _plain(self, text: str) -> str:
        if self.new_on >= self.two_tier.since:
            text = text.replace("thị trấn", "đặc khu")
        if self.wording.moved and self.wording.province.city:
            text = text.replace(" tỉnh", "") if "cấp tỉnh" not in text else text
        return text

    def _cover(self, classes: Iterable[AgencyClass]) -> Iterable[str]:
        """Known phrases that together mean exactly these classes, the widest first."""
        left = set(classes)
        known = [(set(self.phrases.classes[name_key(text)]), text) for text in self.phrases.printed
                 if name_key(text) in self.phrases.classes and not text.lower().startswith(_PERSONS)]  # fmt: skip
        while left:
            fitting = [(meant, text) for meant, text in known if meant <= left]
            if not fitting:
                return
            meant, text = max(fitting, key=lambda one: len(one[0]))
            yield self._neutral(text, self.phrases.classes[name_key(text)])
            left -= meant


def _kin(one: AgencyEntry, other: AgencyEntry) -> bool:
    """A board may have become a department; a commune is never a department."""
    departments = {AgencyClass.SO, AgencyClass.BAN_NGANH}
    return one.klass is other.klass or {one.klass, other.klass} <= departments
