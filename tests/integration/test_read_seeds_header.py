"""Headers of the five source documents against the readings made by hand, strictly."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from documents.reader.header import read_header
from documents.reading_json import header_json
from documents.repair.unit_start import begins_small, starts_unit
from documents.sources import read_source

SHARED = Path(__file__).parents[3] / "shared"
GOLD = sorted((SHARED / "gold").glob("s00*.json"))


def test_the_documents_are_here():
    if not GOLD and os.environ.get("CI"):
        pytest.fail("the source documents are missing")


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_header_of_a_source_document(path):
    gold = json.loads(path.read_text("utf-8"))
    source = SHARED / "seeds" / Path(gold["source_files"][0]).name
    found = header_json(read_header(read_source(source)))
    expected = gold["header"]
    assert {name: found[name] for name in expected} == expected
    assert {name for name, value in found.items() if value and name not in expected and name != "places"} <= {
        "signer_norm"
    }


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_source_document_is_repaired(path):
    gold = json.loads(path.read_text("utf-8"))
    source = read_source(SHARED / "seeds" / Path(gold["source_files"][0]).name)
    texts = [block.text for block in source.blocks]
    assert not any(text.isdigit() for text in texts)
    assert not any(mark in text for text in texts for mark in ("**", "##", "Bài viết liên quan", "./.Nguy"))
    assert [text for text in texts[1:] if begins_small(text) and not starts_unit(text) and len(text) > 90] == []
