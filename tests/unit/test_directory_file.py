"""The directory of agencies: what is read, and every bad row named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents.directory_file import read_directory
from models.kinds import AgencyClass
from models.problem import Problems

SHIPPED = Path(__file__).parents[2] / "plans/agencies/soc-trang-2022.tsv"
HEADER = "id\tname\tclass\tprovince\tparent\tvalid_from\tvalid_to\tsuccessor\n"


def written(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "thu-2022.tsv"
    path.write_text("# danh mục thử\n" + HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
    return path


def faults(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(Problems) as error:
        read_directory(path)
    return [(one.place, one.code) for one in error.value.problems]


def test_the_shipped_directory():
    directory = read_directory(SHIPPED)
    assert directory.key == "soc-trang-2022"
    assert len(directory.agencies) == 1 + 18 + 2 + 11 + 11 + 109
    commune = directory.by_id["soc-trang/xa-31528"]
    assert (commune.name, commune.klass, commune.code) == ("UBND thị trấn Kế Sách", AgencyClass.UBND_XA, "31528")
    assert [entry.name for entry in directory.ancestors(commune.id)] == ["UBND huyện Kế Sách", "UBND tỉnh Sóc Trăng"]
    assert [entry.order for entry in directory.agencies] == list(range(152))


def test_successors_are_certain_or_absent():
    directory = read_directory(SHIPPED)
    followed = [entry for entry in directory.agencies if entry.successor]
    assert {entry.valid_to for entry in followed} == {date(2025, 2, 19)}
    assert len(followed) == 7
    assert directory.by_id["soc-trang/ban-dan-toc"].successor == "soc-trang/so-dan-toc-va-ton-giao"


def test_every_bad_row_is_named(tmp_path):
    path = written(
        tmp_path,
        "a\tSở A\tso\tX",
        "a\tSở A2\tso\tX",
        "b\tSở B\tsoo\tX",
        "c\tSở C\tso\tX\tzz",
        "d\tSở D\tso\tX\ta\t30/6/2025",
        "e\tSở E\tso\tX\ta\t2025-06-30\t2025-01-01",
        "f\t\tso\tX",
        "g\tSở G\tso\tX\ta\t\t\tnowhere",
        "h\tSở H\tso\tX\ta\t\t\t\tthừa",
    )
    assert faults(path) == [
        ("dòng 4", "duplicate-id"), ("dòng 5", "unknown-class"), ("dòng 7", "bad-date"), ("dòng 8", "validity-order"),
        ("dòng 9", "missing-cell"), ("dòng 11", "cell-count"), ("dòng 6", "unknown-parent"),
        ("dòng 10", "unknown-successor"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("a\tA\tso\tX\t\t\t\tb", "b\tB\tso\tX\t\t\t\tc", "c\tC\tso\tX\t\t\t\ta"), "successor-circle"),
        (("a\tA\tso\tX\t\t\t\ta",), "successor-circle"),
        (("x\tX\tso\tX\ta", "a\tA\tso\tX\tb", "b\tB\tso\tX\ta"), "parent-circle"),
    ],
)
def test_circles_are_named_once(rows, code, tmp_path):
    assert [found[1] for found in faults(written(tmp_path, *rows))] == [code]


def test_a_header_that_is_none(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text("id\tname\tklass\tprovince\n", "utf-8")
    assert faults(path) == [("dòng 1", "missing-column"), ("dòng 1", "unknown-column")]
    path.write_text("\n# chỉ có chú thích\n", "utf-8")
    assert faults(path) == [("cả tệp", "empty-file")]
    path.write_bytes(SHIPPED.read_text("utf-8").encode("utf-16"))
    assert faults(path) == [("cả tệp", "wrong-encoding")]
