"""Reading a plan document from file to reading: text, repair, header, tasks."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from documents.reader.header import read_header
from documents.reader.tasks import read_tasks
from documents.sources import read_pasted, read_source
from models.reading import Reading
from models.source_text import SourceText

_NO_TASK = (
    "Không tìm thấy nhiệm vụ nào có cơ quan hoặc thời hạn: kiểm tra xem đây có phải là kế hoạch hoặc "
    "công văn giao việc không."
)


def read_document(path: Path, standing: bool = False) -> Reading:
    """What a document says, at face value; `Problems` when its text cannot be had.

    `standing`: with undated responsibilities under "Tổ chức thực hiện" too, as optional tasks (`core` false).
    """
    return read_text(read_source(path), standing)


def read_paste(stream: BinaryIO, standing: bool = False) -> Reading:
    """The same for what was pasted or piped in."""
    return read_text(read_pasted(stream), standing)


def read_text(source: SourceText, standing: bool = False) -> Reading:
    """Header and tasks of a repaired text."""
    header = read_header(source)
    tasks, about_tasks = read_tasks(source, header, standing=standing)
    notes = (*source.notes, *about_tasks, *(() if tasks else (_NO_TASK,)))
    return Reading(source.name, header, tasks, notes)
