from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from closed_plan import outcome
from documents.assignments_workbook import write_workbook
from models.outcome import PlanOutcome, Verdict


@pytest.fixture(scope="module")
def year() -> PlanOutcome:
    return outcome(mails=0)


@pytest.fixture(scope="module")
def path(year: PlanOutcome, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workbook") / "nhiem-vu.xlsx"
    write_workbook(year, path)
    return path


def test_every_assignment_has_its_row(year: PlanOutcome, path: Path) -> None:
    book = load_workbook(path)

    assert book.sheetnames == ["Nhiệm vụ", "Theo mục", "Theo cơ quan"]
    assert book["Nhiệm vụ"].max_row == len(year.assignments) + 1 == 840
    assert book["Nhiệm vụ"].freeze_panes == "F2"
    assert book["Nhiệm vụ"].auto_filter.ref == "A1:U840"


def test_dates_are_dates_in_local_time(year: PlanOutcome, path: Path) -> None:
    sheet = load_workbook(path)["Nhiệm vụ"]
    submitted = year.assignments[0].submitted_at

    assert sheet["K2"].value == datetime(2022, 2, 28)
    assert sheet["K2"].number_format == "dd/mm/yyyy"
    assert submitted is not None
    assert sheet["L2"].value == submitted.replace(tzinfo=None)


def test_formulas_carry_their_values(year: PlanOutcome, path: Path) -> None:
    formulas = load_workbook(path)["Theo mục"]
    values = load_workbook(path, data_only=True)["Theo mục"]
    last = len(year.sections) + 2

    issue = year.sections[0]
    assert formulas["N2"].value == '=IF(H2=0,"",I2/H2)'
    assert values["N2"].value == pytest.approx(issue.on_time / (issue.on_time + issue.late + issue.missing))
    assert not values["N3"].value
    assert values[f"F{last}"].value == 839
    assert values[f"H{last}"].value == sum(s.on_time + s.late + s.missing for s in year.sections)


def test_rates_of_agencies_need_three_due(path: Path) -> None:
    rows = list(load_workbook(path, data_only=True)["Theo cơ quan"].iter_rows(min_row=2, values_only=True))

    assert len(rows) == 18 + 11 + 109 + 11
    assert all((row[1] is not None) == (isinstance(row[5], int) and row[5] >= 3) for row in rows)
    assert all(bool(row[11]) <= (row[1] is not None) for row in rows)


@pytest.mark.parametrize("text", ["=1+1", "+84 299", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_text_that_looks_like_a_formula_stays_text(year: PlanOutcome, text: str, tmp_path: Path) -> None:
    row = replace(year.assignments[0], activity=text, agency="a\x0bb")
    target = tmp_path / "formula.xlsx"

    write_workbook(replace(year, assignments=(row,)), target)

    sheet = load_workbook(target)["Nhiệm vụ"]
    assert (sheet["D2"].value, sheet["D2"].data_type) == (text, "s")
    assert sheet["E2"].value == "a\ufffdb"


def test_same_outcome_gives_same_bytes(year: PlanOutcome, path: Path, tmp_path: Path) -> None:
    write_workbook(year, tmp_path / "again.xlsx")

    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()
    with ZipFile(path) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2022-12-31T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def test_days_late_only_where_there_is_a_last_day(year: PlanOutcome, tmp_path: Path) -> None:
    undated = replace(
        year.assignments[0],
        timeliness=Verdict.UNCOUNTED,
        current_due=None,
        calendar_days_late=9,
        opens=date(2022, 4, 1),
    )
    write_workbook(replace(year, assignments=(undated,)), tmp_path / "one.xlsx")

    sheet = load_workbook(tmp_path / "one.xlsx")["Nhiệm vụ"]
    assert sheet["N2"].value == "Không tính"
    assert sheet["P2"].value is None


def test_an_empty_plan_still_opens(year: PlanOutcome, tmp_path: Path) -> None:
    write_workbook(replace(year, assignments=(), sections=()), tmp_path / "empty.xlsx")

    assert load_workbook(tmp_path / "empty.xlsx")["Theo mục"].max_row == 1
