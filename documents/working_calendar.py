"""Working days of a span of years: the `holidays` package, corrected by one file per year (docs, rule R2).

The package knows Tết, Giỗ Tổ, compensation for weekends and some swapped days off; it does not know make-up
Saturdays nor late decisions. Its days are *computed*; a day in a year's file wins, with that file's certainty.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from holidays import country_holidays
from pydantic import BaseModel, ConfigDict, Field

from documents.model_problems import validated
from documents.yaml_source import YamlSource, read_yaml
from models.problem import Problem, Problems
from rules.working_days import Certainty, SpecialDay, WorkingDays

PACKAGE = "gói holidays"


class _Day(BaseModel):
    model_config = ConfigDict(extra="forbid")

    day: date
    reason: str
    certainty: Certainty
    source: str = ""


class _YearFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    schema_id: Literal["dondoc/calendar/1"] = Field(alias="schema")
    year: int
    off: tuple[_Day, ...] = ()
    worked: tuple[_Day, ...] = ()


def read_calendar(folder: Path, first_year: int, last_year: int) -> WorkingDays:
    """The calendar of these years from `folder/<year>.yaml`; a year without a file is computed only.

    Raises `Problems` with every problem of every file.
    """
    special = {entry.day: entry for entry in _computed(first_year, last_year)}
    problems: list[Problem] = []
    for year in range(first_year, last_year + 1):
        path = folder / f"{year}.yaml"
        if not path.exists():
            continue
        try:
            special.update({entry.day: entry for entry in _year(path, year)})
        except Problems as found:
            problems.extend(found.problems)
    if problems:
        raise Problems(problems)
    return WorkingDays(first_year, last_year, special.values())


def _computed(first_year: int, last_year: int) -> list[SpecialDay]:
    days = country_holidays("VN", years=range(first_year, last_year + 1), language="vi")
    return [SpecialDay(day, True, name, Certainty.COMPUTED, PACKAGE) for day, name in sorted(days.items())]


def _year(path: Path, year: int) -> list[SpecialDay]:
    source = read_yaml(path)
    file = validated(_YearFile, source)
    problems = _misplaced(file, year, source)
    if problems:
        raise Problems(problems)
    marked = [(entry, True) for entry in file.off] + [(entry, False) for entry in file.worked]
    return [SpecialDay(entry.day, off, entry.reason, entry.certainty, entry.source) for entry, off in marked]


def _misplaced(file: _YearFile, year: int, source: YamlSource) -> list[Problem]:
    problems: list[Problem] = []
    if file.year != year:
        problems.append(source.problem(("year",), f"tệp của năm {year} ghi năm {file.year}.", code="wrong-year"))
    seen: set[date] = set()
    for key, entries in (("off", file.off), ("worked", file.worked)):
        for index, entry in enumerate(entries):
            place = (key, index, "day")
            if entry.day.year != year:
                problems.append(source.problem(place, f"ngày {entry.day} không thuộc năm {year}.", code="wrong-year"))
            if entry.day in seen:
                problems.append(source.problem(place, f"ngày {entry.day} ghi hai lần.", code="duplicate-day"))
            seen.add(entry.day)
    return problems
