"""The small plan under way in a given database, and its file amended by replacing text: for tests of amendments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlmodel import SQLModel, select

from engine.activate import Blueprint
from engine.amend import Amended, AmendingDocument, amend
from engine.blueprint import blueprint
from engine.office import Office
from engine.round import sweep_all
from harness.cli_home import ROOT, SMALL_PLAN
from harness.small_office import BY, activate_small, at
from models.agency import Agency, Contact
from models.assignment import Assignment
from models.notice import Notice
from models.problem import Problems
from models.tables import TABLES
from store import assignments
from store.database import Database

DOCUMENT = AmendingDocument("45/KH-UBND", date(2022, 2, 10), "Lâm Hoàng Nghiệp")
Replacing = tuple[str, str]


@dataclass
class Amending:
    """A running plan whose file a test changes."""

    office: Office
    folder: Path
    text: str

    def blueprint(self, text: str) -> Blueprint:
        """A text as a plan ready to be applied."""
        path = self.folder / "thu-nghiem.yaml"
        path.write_text(text, encoding="utf-8")
        return blueprint(path, ROOT / "plans")

    def amend(self, when: str, *changes: Replacing, text: str | None = None, dated: date | None = None) -> Amended:
        """Replace in the plan's first text (or take another one) and amend."""
        document = AmendingDocument(DOCUMENT.number, dated or DOCUMENT.dated, DOCUMENT.signer)
        ready = self.blueprint(changed(text or self.text, changes))
        return amend(self.office, ready, document, at(when), BY)

    def refused(self, when: str, *changes: Replacing, code: str, text: str | None = None) -> Problems:
        """The amendment must be refused for this reason (and others of the same kind only), changing nothing."""
        before = everything(self.office.database)
        with pytest.raises(Problems) as caught:
            self.amend(when, *changes, text=text)
        assert {problem.code for problem in caught.value.problems} == {code}
        assert everything(self.office.database) == before
        return caught.value

    def row(self, key: str) -> Assignment:
        """One duty as it stands."""
        with self.office.database.read() as session:
            return assignments.by_key(session, key)

    def rows(self) -> dict[str, Assignment]:
        """All duties by key, without the plan's id."""
        with self.office.database.read() as session:
            return {row.key.partition("/")[2]: row for row in session.exec(select(Assignment)).all()}

    def notices(self, key: str) -> list[tuple[str, date]]:
        """(kind, anchor) of a duty's notices."""
        with self.office.database.read() as session:
            mine = select(Notice).join(Assignment).where(Assignment.key == key)
            return [(notice.kind.value, notice.anchor) for notice in session.exec(mine).all()]


def changed(text: str, changes: Sequence[Replacing]) -> str:
    """The text with each replacement made; each must find its words."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def running(database: Database, folder: Path, plan: str = SMALL_PLAN, until: str = "2022-02-10T08:00") -> Amending:
    """The small plan, swept from its first day to a moment."""
    office = activate_small(database, folder, plan)
    last = at(until)
    for first in ("2022-01-28T14:00", "2022-02-07T07:30"):
        moment: datetime = at(first)
        if moment <= last:
            sweep_all(office, moment)
    sweep_all(office, last)
    return Amending(office, folder, plan)


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the directory."""
    assert TABLES
    left_out = {Agency.__table__.name, Contact.__table__.name}  # type: ignore[attr-defined]
    found: dict[str, list[tuple[object, ...]]] = {}
    with database.read() as session:
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in left_out:
                found[table.name] = sorted((tuple(row) for row in session.execute(table.select())), key=repr)
    return found
