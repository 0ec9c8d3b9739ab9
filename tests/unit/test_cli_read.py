"""`dondoc read`: a page for a person, JSON for a machine."""

from __future__ import annotations

import pytest

from harness.cli_home import make_home
from harness.document_files import TITLE, write_docx


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    made = make_home(tmp_path_factory.mktemp("home"))
    write_docx(made.folder / "plan.docx")
    return made


def test_the_page_shows_values_words_and_places(home):
    said = home.run("read", str(home.folder / "plan.docx"))
    assert said.code == 0
    for words in (
        "UBND huyện An Bình",
        "45/KH-UBND",
        "05/02/2024",
        TITLE,
        "Đinh Thị Lan",
        "bảng 1, hàng 1, cột 1",
        "“Tháng 3/2024”",
        "31/03/2024",
    ):
        assert words in said.out


def test_the_same_as_json(home):
    value = home.run("read", str(home.folder / "plan.docx"), "--json").value
    assert value["header"]["issuer_norm"] == "UBND huyện An Bình"
    assert [task["title"] for task in value["tasks"] if task["core"]]
    assert all(task["place"] for task in value["tasks"])
