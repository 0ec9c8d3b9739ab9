"""Grouping duties into sections: by kind within a part of the document; repeated responsibilities join their kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.kinds import KIND_LABELS, SectionKind
from models.reading import Reading
from rules.plan_draft.duty import Duty
from rules.plan_draft.outline import Outline, part_of
from rules.plan_draft.slugs import Ids, slug
from rules.plan_draft.texts import brief, plain

_LONGEST_SOURCE = 60


@dataclass(slots=True)
class Group:
    """A section in the making; `members` are indexes of duties, in the order of the document."""

    id: str
    kind: SectionKind
    title: str = ""
    source: str = ""
    members: list[int] = field(default_factory=list[int])


def group(duties: Sequence[Duty], outline: Outline, reading: Reading, ids: Ids) -> list[Group]:
    """The sections in the order of their first duty; general responsibilities come last."""
    found: dict[tuple[str, SectionKind], Group] = {}
    for index, duty in enumerate(duties):
        key = _key(duty, outline, found)
        if key not in found:
            name = duty.kind.value.replace("_", "-")
            found[key] = Group(ids.take(name, f"{name}-{slug(key[0])}" if slug(key[0]) else ""), duty.kind)
        found[key].members.append(index)
    groups = sorted(found.values(), key=lambda one: one.kind is SectionKind.GENERAL)
    titles = {task.section: task.title for task in reversed(reading.tasks)}
    for one in groups:
        paths = list(dict.fromkeys(duties[index].task.section for index in one.members))
        one.source = _sources(paths)
        common = paths[0] if len(paths) == 1 else _common(paths)
        single = len(paths) == 1 and len({duties[index].task.id for index in one.members}) == 1
        one.title = brief(titles.get(common, "")) if single or common not in ("", *paths) else ""
        one.title = one.title or KIND_LABELS[one.kind]
    told = Counter(one.title for one in groups)
    for one in groups:
        one.title = one.title if told[one.title] == 1 else KIND_LABELS[one.kind]
    return groups


def _key(duty: Duty, outline: Outline, found: dict[tuple[str, SectionKind], Group]) -> tuple[str, SectionKind]:
    """A part that only assigns responsibilities adds to the section of that kind, if there is one."""
    own = (part_of(duty.task), duty.kind)
    if own in found or not (outline.assigns_only(duty.task) or duty.kind is SectionKind.GENERAL):
        return own
    return next((key for key in found if key[1] is duty.kind), own)


def _common(paths: Sequence[str]) -> str:
    steps = [path.split(".") for path in paths]
    shared: list[str] = []
    for level in zip(*steps, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0])
    return ".".join(shared)


def _sources(paths: Sequence[str]) -> str:
    """The paths in the document, as many as fit."""
    text = ", ".join(paths)
    while len(text) > _LONGEST_SOURCE and ", " in text:
        text = text.rpartition(", ")[0]
    return plain(text, _LONGEST_SOURCE)
