"""The shape of a document: its headings, who stands above a task, and which part only assigns responsibilities."""

from __future__ import annotations

import re

from models.reading import AgencyReading, Certainty, PhraseClass, Reading, TaskReading
from rules.plan_draft.agency_book import AgencyBook
from rules.plan_draft.mentions import mentions
from rules.plan_draft.texts import bare, plain

_RESPONSIBLE = re.compile(r"^(?:trach nhiem|nhiem vu)(?: cua| doi voi)?\s+|^doi voi\s+")
_ORGANISE = re.compile(r"to chuc thuc hien|trach nhiem (?:cua|thuc hien)|phan cong")


class Outline:
    """Headings and their agencies."""

    def __init__(self, reading: Reading, book: AgencyBook) -> None:
        self._book = book
        self._tasks = reading.tasks
        self._owners: dict[str, AgencyReading] = {}
        parents = {path for task in reading.tasks for path in _above(task.section)}
        self._headings = {task.id for task in reading.tasks if self._is_heading(task, parents)}
        for task in reading.tasks:
            self._own(task)
        self.last_part = self._responsibilities()

    def is_heading(self, task: TaskReading) -> bool:
        """Whether the task only stands above others, or only names who is responsible."""
        return task.id in self._headings

    def owner(self, task: TaskReading) -> AgencyReading | None:
        """The agency of the nearest heading above a task that names none itself."""
        return next(
            (self._owners[path] for path in (task.section, *_above(task.section)) if path in self._owners), None
        )

    def assigns_only(self, task: TaskReading) -> bool:
        """Whether the task stands in the part that repeats who does what ("Tổ chức thực hiện")."""
        return self.last_part is not None and part_of(task) == self.last_part

    def _is_heading(self, task: TaskReading, parents: set[str]) -> bool:
        if task.core or task.times or task.outputs:
            return False
        return self._named_by(task) is not None or (task.section in parents and not task.leads)

    def _named_by(self, task: TaskReading) -> AgencyReading | None:
        """The agency a heading consists of: "Trách nhiệm của Sở Tư pháp", "UBND các huyện, thành phố"."""
        title = plain(task.title, 300).rstrip(" .:;")
        match = _RESPONSIBLE.match(bare(title))
        name = title[match.end() :] if match else title
        phrase, rest = self._book.leading(name)
        if not phrase and (match or not self._book.has_directory):
            phrase, rest = _body(name)
        if not phrase or (rest.strip(" .:;,") and not match):
            return None
        found = [one for one in mentions(phrase) if one.start == 0]
        klass = found[0].klass if found else PhraseClass.SO_CHUYEN_NGANH
        return AgencyReading(phrase, klass, inherited=True, certainty=Certainty.LIKELY, place=task.place)

    def _own(self, task: TaskReading) -> None:
        if task.id not in self._headings:
            return
        owner = self._named_by(task) or (task.leads[0] if len(task.leads) == 1 else None)
        if owner is not None:
            self._owners.setdefault(task.section, owner)

    def _responsibilities(self) -> str | None:
        parts = list(dict.fromkeys(part_of(task) for task in self._tasks))
        if len(parts) < 2:
            return None
        told = [part_of(task) for task in self._tasks if _ORGANISE.search(bare(task.title)) and not task.core]
        return told[-1] if told else parts[-1]


def _body(name: str) -> tuple[str, str]:
    """The body a text begins with and the rest, by the words alone."""
    said = mentions(name)
    if said and bare(name[: said[0].start]).strip() in ("", "giam doc", "thu truong", "chu tich"):
        return said[0].text, name[said[0].end :]
    return "", name


def part_of(task: TaskReading) -> str:
    """The topmost step of a task's path: "III" of "III.2.1"; "" in a document that only numbers its items."""
    first = task.section.partition(".")[0]
    return "" if first.isdecimal() else first


def _above(section: str) -> list[str]:
    """The paths above a path, nearest first."""
    steps = section.split(".")
    return [".".join(steps[:count]) for count in range(len(steps) - 1, 0, -1)]
