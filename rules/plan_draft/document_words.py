"""What the document itself says around a task: a reading keeps short titles, the split needs whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.reading import Reading, TaskReading, TimeReading
from models.source_text import NOWHERE, Block, Paragraph, Place, SourceText
from rules.plan_draft.texts import bare

#: A heading that numbers a part: "3.", "3.1.", "V.", "Điều 4."; lettered items are none.
_HEADING = re.compile(r"^\W*(?:(?:\d{1,2}\.)+\d{0,2}|[IVXLC]{1,6}\.|điều \d{1,3}[.:])\s*(?=\S)", re.IGNORECASE)
_END = re.compile(r"^\W*(?:noi nhan|tren day la)\b")
_ASKS = re.compile(r"^(?:tran trong )?de nghi\b")
#: First words of a title by which its sentence is found again within a paragraph.
_TELLING = 5
#: Paragraphs of one task; a longer stretch is a chapter the reader saw no task in.
_MOST = 60


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of the document and where it stands."""

    text: str
    place: Place


class DocumentWords:
    """The words of each task of a reading; without the document, or for tasks not found in it, nothing is said."""

    def __init__(self, reading: Reading, source: SourceText | None) -> None:
        self._paragraphs = list(_paragraphs(source.blocks)) if source is not None else []
        self._at: dict[Place, int] = {}
        for index, paragraph in enumerate(self._paragraphs):
            for place in (paragraph.place, *(place for _, place in paragraph.parts)):
                self._at.setdefault(place, index)
                self._at.setdefault(replace(place, column=None), index)  # a task of a table stands in a whole row
        self._at.pop(NOWHERE, None)
        self._asked = list(_under_requests(self._paragraphs))
        self._bodies = self._all_bodies(reading.tasks)

    def body(self, task: TaskReading) -> tuple[Said, ...]:
        """The paragraphs from the task's first word to the next task or heading."""
        return self._bodies.get(task.id, ())

    def sentence(self, task: TaskReading) -> str:
        """The first of them: the task's own paragraph, whole."""
        body = self.body(task)
        return body[0].text if body else ""

    def before_times(self, task: TaskReading) -> list[str]:
        """For each time of the task the words of its paragraph before it, back to the time before; "" when unknown."""
        return [text for text, _ in self._before(task)]

    def head(self, task: TaskReading) -> str:
        """What a single-paragraph task says in clauses before the clause with its first time; "" when it says none."""
        found = self._before(task)
        return found[0][0].rpartition(";")[0].strip() if found and found[0][1] else ""

    def paragraph(self, place: Place) -> str:
        """The paragraph something stands in; "" where the document is not at hand."""
        index = self._at.get(place)
        return self._paragraphs[index].text if index is not None else ""

    def heading_above(self, task: TaskReading) -> str:
        """The words of the nearest heading before the task with a shorter number; "" when there is none."""
        start = self._at.get(task.place)
        if start is None:
            return ""
        own = self._paragraphs[start].text.partition(" ")[0].rstrip(".").count(".")
        for index in range(start - 1, -1, -1):
            text = self._paragraphs[index].text
            match = _HEADING.match(text)
            if match is not None and match[0].strip().rstrip(".").count(".") < own:
                return text[match.end() :].strip()
        return ""

    def asked(self, task: TaskReading) -> bool:
        """Whether the heading above says that what follows is asked for ("3. Đề nghị Tòa án …")."""
        index = self._at.get(task.place)
        return index is not None and self._asked[index]

    def _before(self, task: TaskReading) -> list[tuple[str, bool]]:
        """Words before each time, and whether they stand in the task's first paragraph."""
        body, found = self.body(task), list[tuple[str, bool]]()
        row, start = 0, 0
        for time in task.times:
            where = _find(body, time, row, start)
            if where is None:
                found.append(("", False))
                continue
            at, offset = where
            begin = start if at == row else 0
            found.append((body[at].text[begin:offset].strip(" ,;"), at == 0))
            row, start = at, offset + len(time.verbatim)
        return found

    def _all_bodies(self, tasks: Sequence[TaskReading]) -> dict[str, tuple[Said, ...]]:
        starts = [(task, found) for task in tasks if (found := self._start(task)) is not None]
        starts.sort(key=lambda one: one[1])
        bodies: dict[str, tuple[Said, ...]] = {}
        ends = [start for _, start in starts[1:]] + [(len(self._paragraphs), 0)]
        for (task, start), end in zip(starts, ends, strict=False):
            bodies[task.id] = tuple(self._between(start, end))
        return bodies

    def _start(self, task: TaskReading) -> tuple[int, int] | None:
        """Paragraph and offset at which a task begins."""
        index = self._at.get(task.place)
        if index is None:
            return None
        text, title = bare(self._paragraphs[index].text), bare(task.title).split()[:_TELLING]
        found = text.find(" ".join(title)) if title else -1
        return index, _sentence_start(text, found) if found > 0 else 0

    def _between(self, start: tuple[int, int], end: tuple[int, int]) -> Iterator[Said]:
        for index in range(start[0], min(end[0] + 1, start[0] + _MOST, len(self._paragraphs))):
            paragraph = self._paragraphs[index]
            begin = start[1] if index == start[0] else 0
            stop = end[1] if index == end[0] else len(paragraph.text)
            if index > start[0] and (_HEADING.match(paragraph.text) or _END.match(bare(paragraph.text[:40]))):
                return
            if paragraph.text[begin:stop].strip():
                yield Said(paragraph.text[begin:stop].strip(), paragraph.place)


def _under_requests(paragraphs: Sequence[Paragraph]) -> Iterator[bool]:
    """For each paragraph whether the nearest heading, itself included, begins with a request."""
    asks = False
    for paragraph in paragraphs:
        match = _HEADING.match(paragraph.text)
        if match is not None:
            asks = _ASKS.match(bare(paragraph.text[match.end() : match.end() + 40])) is not None
        yield asks


def _sentence_start(text: str, found: int) -> int:
    """The beginning of the sentence a position stands in."""
    ends = [match.end() for match in re.finditer(r"(?<=[^\W\d_]{2})[.]\s+", text[:found])]
    return ends[-1] if ends else 0


def _find(body: tuple[Said, ...], time: TimeReading, row: int, start: int) -> tuple[int, int] | None:
    """Paragraph and offset of a time's words, from a position on."""
    for index in range(row, len(body)):
        offset = body[index].text.find(time.verbatim, start if index == row else 0)
        if offset >= 0:
            return index, offset
    return None


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (paragraph for cell in block.cells for paragraph in cell)
