"""Turning a lead phrase ("các Sở, ban, ngành tỉnh") into the agencies it stands for on a day (rule R7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from models.directory import AgencyEntry, Directory
from models.kinds import AgencyClass
from models.plan_file import GroupFile
from rules.agency_names import bare_key, name_key, named


@dataclass(frozen=True, slots=True)
class Phrases:
    """Group phrases known in every plan, by key; a plan's own `groups` come before them."""

    classes: Mapping[str, tuple[AgencyClass, ...]]
    open_keys: frozenset[str]  #: tập hợp mở: không tạo nhiệm vụ cho đến khi nêu tên
    open_prefixes: tuple[str, ...]
    open_suffixes: tuple[str, ...]
    printed: tuple[str, ...]  #: các cụm từ như đã viết, để gợi ý

    @staticmethod
    def of(
        groups: Iterable[tuple[Sequence[AgencyClass], Sequence[str]]],
        open_phrases: Sequence[str] = (),
        open_prefixes: Sequence[str] = (),
        open_suffixes: Sequence[str] = (),
    ) -> Phrases:
        """Build from phrases as printed; of two entries with one key the later wins."""
        classes: dict[str, tuple[AgencyClass, ...]] = {}
        printed: list[str] = []
        for members, texts in groups:
            classes.update({name_key(text): tuple(members) for text in texts})
            printed.extend(texts)
        return Phrases(
            classes,
            frozenset(name_key(text) for text in open_phrases),
            tuple(name_key(text) for text in open_prefixes),
            tuple(name_key(text) for text in open_suffixes),
            (*printed, *open_phrases),
        )

    def is_open(self, phrase: str) -> bool:
        """Whether the phrase is an open set ("các cơ quan liên quan", "một số …")."""
        key = name_key(phrase)
        if key in self.open_keys:
            return True
        starts = any(key == start or key.startswith(f"{start} ") for start in self.open_prefixes)
        return starts or any(key.endswith(f" {end}") for end in self.open_suffixes)


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a phrase stands for on a day. Known but without members: a group that is empty on that day."""

    members: tuple[AgencyEntry, ...] = ()
    open: bool = False  #: tập hợp mở, chưa nêu tên
    known: bool = True
    missing: tuple[str, ...] = ()  #: tên trong nhóm của kế hoạch không tìm thấy (hoặc trùng nhiều cơ quan)


def expand(phrase: str, directory: Directory, phrases: Phrases, groups: Mapping[str, GroupFile], on: date) -> Expansion:
    """The plan's own group, else a known phrase, else one agency by id or name; else `known` is False."""
    key = name_key(phrase)
    own = next((group for text, group in groups.items() if name_key(text) == key), None)
    if own is not None:
        return _own_group(own, directory, on)
    if phrase in directory.by_id:
        return _single(phrase, directory, on)
    if key in phrases.classes:
        return Expansion(tuple(_of_classes(phrases.classes[key], directory, on)))
    if phrases.is_open(phrase):
        return Expansion(open=True)
    return _single(phrase, directory, on)


def closest(phrase: str, directory: Directory, phrases: Phrases, groups: Mapping[str, GroupFile]) -> list[str]:
    """At most three known phrases or names most like this one; ids where the name alone is ambiguous."""
    same = named(phrase, directory)
    if len(same) > 1:
        return [entry.id for entry in same[:3]]
    texts = [*groups, *phrases.printed, *(entry.name for entry in directory.agencies)]
    by_key = {bare_key(text): text for text in reversed(texts)}
    return [by_key[key] for key in get_close_matches(bare_key(phrase), by_key, n=3, cutoff=0.7)]


def _of_classes(classes: Iterable[AgencyClass], directory: Directory, on: date) -> Iterator[AgencyEntry]:
    for klass in dict.fromkeys(classes):
        yield from directory.of_class(klass, on)


def _own_group(group: GroupFile, directory: Directory, on: date) -> Expansion:
    missing: list[str] = []

    def resolve(texts: Iterable[str]) -> list[AgencyEntry]:
        entries: list[AgencyEntry] = []
        for text in texts:
            found = named(text, directory, on)
            if len(found) == 1:
                entries.append(found[0])
            else:
                missing.append(text)
        return entries

    base = resolve(group.members) if group.members else list(_of_classes(group.classes, directory, on))
    added = resolve(group.add)
    removed = {entry.id for entry in resolve(group.remove)}
    chosen = {entry.id: entry for entry in [*base, *added] if entry.id not in removed and entry.valid_on(on)}
    return Expansion(tuple(chosen.values()), group.open and not chosen, True, tuple(missing))


def _single(phrase: str, directory: Directory, on: date) -> Expansion:
    found = named(phrase, directory, on)
    if len(found) != 1:
        return Expansion(known=False)
    return Expansion(tuple(entry for entry in found if entry.valid_on(on)))
