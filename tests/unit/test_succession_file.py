"""The reviewed file of successions: what is read, and what is refused with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents.succession_file import load, read
from documents.succession_writer import succession_text
from models.problem import Problems
from models.succession import Succession, SuccessionCertainty, SuccessionKind
from rules.territory.succession_draft import Undecided

HEAD = "schema: dondoc/succession/1\nprovince: Thử\ndirectory: thu-2022\nentries:\n"
ENTRY = "  - {predecessor: a/xa-1, successors: [a/xa-9], kind: merged_into, date: 2025-07-01, source: Nghị quyết}\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "thu-2022.yaml"
    path.write_text(text, "utf-8")
    return path


def faults(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(Problems) as error:
        load(path)
    return [(one.place, one.code) for one in error.value.problems]


def test_an_entry(tmp_path):
    found = load(written(tmp_path, HEAD + ENTRY))
    assert found == (
        Succession("a/xa-1", ("a/xa-9",), date(2025, 7, 1), SuccessionKind.MERGED_INTO, "Nghị quyết"),
    )  # fmt: skip
    assert found[0].single == "a/xa-9"


@pytest.mark.parametrize(
    "rest",
    [
        "successors: [a/xa-9], kind: abolished",
        "kind: merged_into",
        "successors: [a/xa-8, a/xa-9], kind: renamed",
        "successors: [a/xa-9], kind: split_into",
    ],
)
def test_the_kind_must_fit_the_number_of_successors(tmp_path, rest):
    line = f"  - {{predecessor: a/xa-1, {rest}, date: 2025-07-01, source: Nghị quyết}}\n"
    assert faults(written(tmp_path, HEAD + line)) == [("dòng 5", "not-fitting")]


def test_an_agency_ends_once_and_not_in_itself(tmp_path):
    itself = ENTRY.replace("[a/xa-9]", "[a/xa-1]")
    assert faults(written(tmp_path, HEAD + ENTRY + ENTRY)) == [("dòng 6", "duplicate-id")]
    assert faults(written(tmp_path, HEAD + itself)) == [("dòng 5", "succession-circle")]


def test_every_problem_at_once(tmp_path):
    text = HEAD + ENTRY.replace("2025-07-01", "01/7/2025") + ENTRY.replace("merged_into", "merged")
    assert faults(written(tmp_path, text)) == [("dòng 5", "bad-date"), ("dòng 6", "unknown-value")]


def test_what_is_written_reads_back_equal(tmp_path):
    entries = (
        Succession("a/so-1", ("a/so-2",), date(2025, 3, 1), SuccessionKind.RENAMED, 'Nghị quyết "thử"', "đổi tên"),
        Succession(
            "a/huyen-1", ("a/xa-1", "a/xa-2"), date(2025, 7, 1), SuccessionKind.SPLIT_INTO, "x: y",
            certainty=SuccessionCertainty.COMPUTED,
        ),
        Succession("a/huyen-2", (), date(2025, 7, 1), SuccessionKind.ABOLISHED, "#1"),
    )  # fmt: skip
    undecided = [Undecided("không rõ: {xem}", "a/xa-7", "Xã Mỹ Hà"), Undecided("lạ")]
    path = written(tmp_path, succession_text("Thử", "thu-2022", entries, undecided, ["ghi chú"]))
    assert load(path) == entries
    assert [(one.agency, one.text, one.why) for one in read(path).to_decide] == [
        ("a/xa-7", "Xã Mỹ Hà", "không rõ: {xem}"), (None, "", "lạ"),
    ]  # fmt: skip


def test_nothing_to_write_is_still_a_file(tmp_path):
    assert load(written(tmp_path, succession_text("Thử", "thu-2022", (), ()))) == ()
