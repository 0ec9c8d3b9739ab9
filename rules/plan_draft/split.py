"""Splitting a task into duties: by time and sender, by the two halves of its title, then by lead set."""

from __future__ import annotations

from dataclasses import replace

from models.kinds import SectionKind
from models.reading import AgencyReading, PhraseClass, TaskReading
from rules.plan_draft.directed import directed
from rules.plan_draft.duty import Duty
from rules.plan_draft.kind_words import kind_of
from rules.plan_draft.outline import Outline
from rules.plan_draft.scope import Scope
from rules.plan_draft.split_leads import by_leads
from rules.plan_draft.split_times import by_times
from rules.plan_draft.split_titles import by_title
from rules.plan_draft.titles import deed

_KINDS = {kind.value: kind for kind in SectionKind}


def split(task: TaskReading, scope: Scope, outline: Outline) -> list[Duty]:
    """The duties of a task, in order; at least one."""
    whole = directed(_whole(task, scope, outline), scope)
    timed = by_times(whole, scope)
    halves = [half for duty in timed for half in (by_title(duty) if len(timed) == 1 else [duty])]
    shared = _share_outputs(halves)
    return [duty for half in shared for duty in by_leads(half, scope)]


def task_kind(task: TaskReading) -> SectionKind:
    """The kind of a whole task: its title's words, else what the reader said, else its outputs' words."""
    told = kind_of(task.title) or _KINDS.get(task.kind or "")
    return told or next((kind for output in task.outputs if (kind := kind_of(output))), SectionKind.GENERAL)


def _whole(task: TaskReading, scope: Scope, outline: Outline) -> Duty:
    leads, inferred, doubts = task.leads, False, ()
    if not leads:
        owner = outline.owner(task)
        leads = (owner,) if owner else ()
    if not leads and task.requested:
        leads = _asked(task, scope)
        doubts = () if leads else ("chưa rõ đề nghị những cơ quan nào. Điền 'leads'.",)
    elif not leads:
        leads = (AgencyReading(scope.coordinator, PhraseClass.SO_TU_PHAP, inherited=True),)
        inferred = True
    kind = task_kind(task)
    title = deed(task.title, (lead.text for lead in leads), (one.text for one in task.coordinators))
    return Duty(task, kind, title, leads, task.coordinators, task.outputs, inferred=inferred, doubts=doubts)


def _asked(task: TaskReading, scope: Scope) -> tuple[AgencyReading, ...]:
    """The bodies a request begins with, as far as the directory and the phrases know them."""
    rest = task.title.strip()
    rest = rest[len("đề nghị") :].lstrip(" :") if rest.lower().startswith("đề nghị") else rest
    found: list[AgencyReading] = []
    while rest:
        phrase, rest = scope.book.leading(rest)
        if not phrase:
            break
        found.append(AgencyReading(phrase, PhraseClass.CO_QUAN_LIEN_QUAN, requested=True))
        rest = rest.lstrip(" ,;").removeprefix("và ")
    return tuple(found)


def _share_outputs(parts: list[Duty]) -> list[Duty]:
    """Where a task was split into parts of several kinds, each output goes to the parts of its own kind."""
    kinds = {part.kind for part in parts}
    if len(kinds) < 2:
        return parts
    home = {output: kind for output in parts[0].outputs if (kind := kind_of(output)) in kinds}
    first = parts[0].kind
    return [
        replace(part, outputs=tuple(text for text in part.outputs if home.get(text, first) is part.kind))
        for part in parts
    ]
