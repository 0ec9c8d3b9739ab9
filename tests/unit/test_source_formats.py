"""The same plan in four formats: same header, same text, and a place for every piece."""

from __future__ import annotations

import dataclasses

import pytest

from documents.reader.flat_text import flatten
from documents.reader.header import read_header
from documents.sources import read_source
from harness.document_files import TABLE, TITLE, WRITERS
from models.source_text import TableRow


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formats")
    found = {}
    for ending, write in WRITERS.items():
        write(folder / f"plan{ending}")
        found[ending] = read_source(folder / f"plan{ending}")
    return found


def fields(source):
    header = dataclasses.asdict(read_header(source))
    del header["places"]
    return header


@pytest.mark.parametrize("ending", WRITERS)
def test_header_is_the_same_in_every_format(sources, ending):
    header = fields(sources[ending])
    assert header == fields(sources[".docx"])
    assert header["title"] == TITLE
    assert (header["number"], header["date"], header["signer"]) == ("45/KH-UBND", "2024-02-05", "Đinh Thị Lan")


@pytest.mark.parametrize("ending", WRITERS)
def test_text_is_the_same_in_every_format(sources, ending):
    def text(one):
        return " ".join(paragraph.text for paragraph in flatten(sources[one].blocks))

    assert text(ending) == text(".docx")


@pytest.mark.parametrize("ending", WRITERS)
def test_table_has_its_rows_and_their_places(sources, ending):
    rows = [block for block in sources[ending].blocks if isinstance(block, TableRow) and len(block.cells) == 4]
    assert [tuple(cell[0].text for cell in row.cells) for row in rows] == list(TABLE)
    assert [row.place.row for row in rows] == [1, 2, 3]
    assert rows[2].cells[3][0].place.column == 4


@pytest.mark.parametrize(
    ("ending", "kind"), [(".txt", "line"), (".md", "line"), (".docx", "paragraph"), (".pdf", "page")]
)
def test_every_paragraph_has_a_place(sources, ending, kind):
    for paragraph in flatten(sources[ending].blocks):
        assert getattr(paragraph.place, kind) or paragraph.place.table
        assert paragraph.place_at(len(paragraph.text)) is not None


def test_the_ending_of_the_name_says_nothing(tmp_path):
    WRITERS[".docx"](tmp_path / "plan.txt")
    assert read_source(tmp_path / "plan.txt").format == "docx"
