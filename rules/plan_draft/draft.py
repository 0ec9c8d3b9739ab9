"""The draft of a plan file from a reading: all steps in order, and everything a person must decide beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from models.directory import Directory
from models.plan_file import SCHEMA, PlanFile, SectionFile, TriggerFile
from models.problem import Problem, Problems
from models.reading import PhraseClass, Reading, TaskReading
from rules.group_phrases import Phrases
from rules.plan_draft.activities import Activities
from rules.plan_draft.duty import Duty
from rules.plan_draft.header import make_scope, plan_header
from rules.plan_draft.outline import Outline
from rules.plan_draft.scope import DraftDefaults, Known, Scope
from rules.plan_draft.shared_label import by_shared_label
from rules.plan_draft.split import split
from rules.plan_draft.split_covered import without_covered
from rules.plan_draft.texts import brief, plain
from rules.working_days import WorkingDays

_COMMUNES = frozenset({PhraseClass.UBND_CAP_XA, PhraseClass.UBND_CAC_CAP})


@dataclass(frozen=True, slots=True)
class ToDecide:
    """One thing only a person can decide, and where it stands in the plan file."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A heading or a scope of the document that makes no activity."""

    task: str  #: mã của bản đọc
    section: str
    title: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan file that validates; `to_decide` repeats what stands in it, for the screen."""

    plan: PlanFile
    to_decide: tuple[ToDecide, ...]
    skipped: tuple[Skipped, ...]


def draft_plan(
    reading: Reading,
    directory: Directory | None,
    phrases: Phrases,
    calendar: WorkingDays,
    issued: date | None = None,
    defaults: DraftDefaults | None = None,
    known: Known | None = None,
) -> Draft:
    """Split, date, group and link the tasks of a reading. The same reading gives the same draft.

    `issued` overrides the document's date; `known` is what else is at hand (the text of the document). Raises
    `Problems` when the reading has no task at all.
    """
    if not reading.tasks:
        hint = "Kiểm tra lại tệp: có thể không phải kế hoạch, hoặc cần nhận dạng chữ (OCR)."
        raise Problems([Problem(plain(reading.name, 200), "cả tệp", "không tìm thấy nhiệm vụ nào.", hint, "no-task")])
    reading = _told_apart(reading)
    given = (defaults or DraftDefaults(), known or Known())
    scope, doubts = make_scope(reading, directory, phrases, calendar, issued, *given)
    outline = Outline(reading, scope.book)
    duties, skipped = _duties(reading, scope, outline)
    sections = Activities(duties, scope, outline, reading).sections()
    doubts.extend(scope.triggers.told)
    communes = any(lead.klass in _COMMUNES for duty in duties for lead in duty.leads)
    plan = PlanFile(
        schema=SCHEMA,
        plan=plan_header(reading, scope, directory, issued, communes, doubts),
        groups=scope.book.groups,
        triggers=_triggers(scope, sections),
        sections=sections,
    )
    return Draft(plan, _to_decide(plan), tuple(skipped))


def _told_apart(reading: Reading) -> Reading:
    """The reading with every task under an id of its own."""
    ids = [task.id for task in reading.tasks]
    if len(set(ids)) == len(ids):
        return reading
    tasks = tuple(replace(task, id=f"{task.id}#{index}") for index, task in enumerate(reading.tasks, 1))
    return replace(reading, tasks=tasks)


def _triggers(scope: Scope, sections: tuple[SectionFile, ...]) -> dict[str, TriggerFile]:
    """The events somebody waits for, in the order of the document."""
    waits = [activity.waits_for for section in sections for activity in section.activities if activity.waits_for]
    used = {name for wait in waits for name in (*wait.all, *wait.any)}
    return {name: entry for name, entry in scope.triggers.entries.items() if name in used}


def _duties(reading: Reading, scope: Scope, outline: Outline) -> tuple[list[Duty], list[Skipped]]:
    """All duties; a document of nothing but headings is taken at its word."""
    empty = [task for task in reading.tasks if _makes_nothing(task, outline)]
    if len(empty) == len(reading.tasks):
        empty = []
    passed = {task.id for task in empty}
    duties = [duty for task in reading.tasks if task.id not in passed for duty in split(task, scope, outline)]
    return by_shared_label(without_covered(duties, scope, outline), scope), [
        Skipped(task.id, plain(task.section, 60), brief(task.title)) for task in empty
    ]


def _makes_nothing(task: TaskReading, outline: Outline) -> bool:
    """Headings, and optional lines with neither agency nor time nor product, above which stands no agency either."""
    if outline.is_heading(task):
        return True
    said = task.core or task.leads or task.times or task.outputs or task.requested
    return not said and outline.owner(task) is None


def _to_decide(plan: PlanFile) -> tuple[ToDecide, ...]:
    found = [ToDecide("kế hoạch", text) for text in plan.plan.to_decide]
    for _, activity in plan.activities():
        found.extend(ToDecide(f"hoạt động '{activity.id}'", text) for text in activity.to_decide)
    return tuple(found)
