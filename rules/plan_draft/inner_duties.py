"""Duties of single agencies within the content of a task ("… thì Sở X, Phòng Y chủ trì … tổng hợp, báo cáo …").

The labels of a task name who carries it out; a sentence of its content that names other leads in so many words gives
them something of their own. A person is asked to look at each: the document did not list it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from models.reading import AgencyReading, Certainty, TaskReading, TimeReading
from rules.agency_phrases import AgencyPhrase, agencies_at, coordinators_in
from rules.plan_draft.document_words import Said
from rules.plan_draft.duty import Duty
from rules.plan_draft.kind_words import kind_of
from rules.plan_draft.scope import Scope
from rules.plan_draft.texts import bare, plain
from rules.plan_draft.titles import deed

#: Where the subject of a clause may begin.
_CLAUSE = re.compile(r"(?:^|[,.;:]\s+|\bthì\s+)(?:thì\s+)?(?=[A-ZĐ])")
_LEADS = re.compile(r"\s*(?:chủ trì|(?:chịu|có) trách nhiệm|tham mưu|tổng hợp,? tham mưu)\b", re.IGNORECASE)
#: "b) Cơ quan thực hiện: …" says who carries out the task itself, not something else.
_LABELLED = re.compile(
    r"^\W*(?:[a-zđ]\s?\)|\d\.)?\W*(?:co quan|don vi|chu tri|phoi hop|thoi gian|san pham|kinh phi)\b[^.;]{0,40}:"
)
_PROMPTLY = re.compile(r"\bkip thoi\b|\bthuong xuyen\b")


def inner_duties(whole: Duty, scope: Scope) -> list[Duty]:
    """The duties found in the content of a task that has labels of its own; often none."""
    body = scope.words.body(whole.task)
    if not whole.task.core or not whole.task.leads or len(body) < 2 or whole.inferred:
        return []
    taken = {one.place for one in (*whole.task.leads, *whole.task.coordinators)}
    found: list[Duty] = []
    for said in body[1:]:
        if said.place in taken or _LABELLED.match(bare(said.text)):
            continue
        found.extend(_of(said, phrases, end, whole) for phrases, end in _subjects(said.text))
    mine = {frozenset(scope.book.members([scope.book.phrase(lead)])) for lead in whole.leads}
    mine.add(scope.book.members(scope.book.phrase(lead) for lead in whole.leads))
    return [duty for duty in found if _others(duty, scope) and _others(duty, scope) not in mine]


def _others(duty: Duty, scope: Scope) -> frozenset[str]:
    return scope.book.members(scope.book.phrase(lead) for lead in duty.leads)


def _subjects(text: str) -> Iterator[tuple[tuple[AgencyPhrase, ...], int]]:
    """The first agencies of a text that a verb of leading follows, and where the verb begins."""
    for clause in _CLAUSE.finditer(text):
        found = agencies_at(text, clause.end())
        if found and _LEADS.match(text, found[-1].end):
            yield found, found[-1].end
            return


def _of(said: Said, phrases: tuple[AgencyPhrase, ...], end: int, whole: Duty) -> Duty:
    leads = tuple(AgencyReading(one.text, one.klass, certainty=Certainty.LIKELY, place=said.place) for one in phrases)
    rest = re.split(r"[.;](?:\s|$)", said.text[end:], maxsplit=1)[0]
    promptly = _PROMPTLY.search(bare(said.text)) is not None
    kind = whole.kind if promptly else kind_of(rest) or whole.kind
    beside = coordinators_in(said.text, end)
    title = deed(f"{phrases[0].text} {rest}", (phrases[0].text,), (one.text for one in beside))
    coordinators = tuple(AgencyReading(one.text, one.klass, certainty=Certainty.LIKELY) for one in beside)
    task = replace(whole.task, title=plain(rest, 300), place=said.place, core=True, leads=leads)
    doubt = "việc nêu trong phần nội dung của mục, không có dòng riêng. Xem lại; nếu không phải thì xóa hoạt động."
    return replace(
        whole, task=task, kind=kind, title=title, leads=leads, coordinators=coordinators, outputs=(), receiver=None,
        time=_time(whole.task, promptly), doubts=(doubt,),
    )  # fmt: skip


def _time(task: TaskReading, promptly: bool) -> TimeReading | None:
    """The task's own time; work done "kịp thời" goes on, whatever day the task as a whole has."""
    if promptly:
        return TimeReading("kịp thời", "ongoing", certainty=Certainty.LIKELY)
    return task.times[0] if len(task.times) == 1 else None
