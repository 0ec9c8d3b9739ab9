"""Small plan documents for the reader's tests, written as text: "- " and "+ " are bullets, "| a | b |" a table row."""

from __future__ import annotations

from documents.reader.tasks import read_tasks
from models.reading import HeaderReading, TaskReading
from models.source_text import Block, Paragraph, Place, SourceText, TableRow

BULLETS = ("- ", "+ ", "* ")


def plan_text(text: str) -> SourceText:
    """The lines as repaired blocks; "<br>" in a cell begins a new paragraph of it."""
    blocks: list[Block] = []
    for number, line in enumerate(text.splitlines(), start=1):
        shown = line.strip()
        if shown.startswith("|"):
            blocks.append(_row(shown, number))
        elif shown:
            bullet = shown[0] if shown.startswith(BULLETS) else None
            blocks.append(Paragraph(shown[2:] if bullet else shown, Place(line=number), bullet=bullet))
    return SourceText("ke-hoach.txt", "txt", tuple(blocks))


def _row(line: str, number: int) -> TableRow:
    place = Place(line=number, table=1, row=number)
    cells = [cell.strip() for cell in line[1:].rstrip("|").split("|")]
    parts = [tuple(Paragraph(part.strip(), place) for part in cell.split("<br>") if part.strip()) for cell in cells]
    return TableRow(tuple(parts), place)


def tasks_of(
    text: str, year: int = 2031, doc_type: str = "ke_hoach", addressees: tuple[str, ...] = (), *, standing: bool = False
) -> list[TaskReading]:
    """The tasks of a small plan."""
    header = HeaderReading(doc_type=doc_type, year=year, addressees=addressees)
    return list(read_tasks(plan_text(text), header, standing=standing)[0])


def leads(task: TaskReading) -> list[str]:
    """The texts of its leads."""
    return [agency.text for agency in task.leads]


def coordinators(task: TaskReading) -> list[str]:
    """The texts of those who take part."""
    return [agency.text for agency in task.coordinators]


def ends(task: TaskReading) -> list[str | None]:
    """The last days (or the cycle) of its times."""
    return [time.recurrence or time.end for time in task.times]
