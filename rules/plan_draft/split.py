"""Splitting a task into duties: by time and sender, by the two halves of its title, then by lead set."""

from __future__ import annotations

import re
from dataclasses import replace

from models.kinds import SectionKind
from models.reading import AgencyReading, PhraseClass, TaskReading
from rules.plan_draft.directed import directed
from rules.plan_draft.duty import Duty
from rules.plan_draft.inner_duties import inner_duties
from rules.plan_draft.kind_words import kind_of, standing
from rules.plan_draft.outline import Outline
from rules.plan_draft.scope import Scope
from rules.plan_draft.split_leads import by_leads
from rules.plan_draft.split_reports import by_reports
from rules.plan_draft.split_times import by_times
from rules.plan_draft.split_titles import by_title
from rules.plan_draft.texts import bare
from rules.plan_draft.titles import deed

#: A title that only says what is spoken of.
_ABOUT = re.compile(r"^\W*(?:doi voi|ve |cong tac |hoat dong |viec )")
_KINDS = {kind.value: kind for kind in SectionKind}


def split(task: TaskReading, scope: Scope, outline: Outline) -> list[Duty]:
    """The duties of a task, in order; at least one."""
    task = task if task.requested or not scope.words.asked(task) else replace(task, requested=True)
    task = _by_its_content(task, scope)
    whole = directed(_whole(task, scope, outline), scope)
    timed = by_times(whole, scope)
    halves = [half for duty in timed for half in (by_title(duty) if len(timed) == 1 or not duty.time else [duty])]
    shared = [part for half in _share_outputs(halves) for part in by_reports(half, scope)]
    return [*(duty for half in shared for duty in by_leads(half, scope)), *inner_duties(whole, scope)]


def task_kind(task: TaskReading) -> SectionKind:
    """The kind of a whole task: its title's words, else what the reader said, else its outputs' words."""
    told = kind_of(task.title) or _KINDS.get(task.kind or "")
    produced = [kind for output in task.outputs if (kind := kind_of(output))]
    if told is SectionKind.GENERAL and not standing(task.title):
        # Any work may end in a report; a review or a list is what the work is about.
        produced = [kind for kind in produced if kind is not SectionKind.REPORT]
        return next(iter(produced), told)
    return told or next(iter(produced), SectionKind.GENERAL)


def _by_its_content(task: TaskReading, scope: Scope) -> TaskReading:
    """A task whose title only says what is spoken of ("Đối với hoạt động …") under the first deed of its content."""
    content = scope.words.body(task)[1:2]
    if not content or not _ABOUT.match(bare(task.title)) or kind_of(task.title) is not None:
        return task
    said = re.split(r"[;:]|\.\s|, trong đó", content[0].text, maxsplit=1)[0]
    return replace(task, title=said, kind=None) if kind_of(said) is not None else task


def _whole(task: TaskReading, scope: Scope, outline: Outline) -> Duty:
    leads, inferred, doubts = task.leads, False, ()
    if not leads:
        owner = outline.owner(task)
        leads = (owner,) if owner else ()
    leads = scope.book.joined(leads)
    if not leads and task.requested:
        leads = _asked(task, scope)
        doubts = () if leads else ("chưa rõ đề nghị những cơ quan nào. Điền 'leads'.",)
    elif not leads:
        leads = (AgencyReading(scope.coordinator, PhraseClass.SO_TU_PHAP, inherited=True),)
        inferred = True
    kind = task_kind(task)
    title = deed(task.title, (lead.text for lead in leads), (one.text for one in task.coordinators))
    duty = Duty(task, kind, title, leads, task.coordinators, task.outputs, inferred=inferred, doubts=doubts)
    return replace(duty, conditional=task.conditional)


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
