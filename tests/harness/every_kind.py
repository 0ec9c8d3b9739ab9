"""A tiny plan with one section of each kind, in a database in memory: for tests of the flows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from documents.contacts_sheet import read_contacts
from documents.working_calendar import read_calendar
from engine.activate import activate
from engine.blueprint import blueprint
from engine.import_agencies import import_contacts
from engine.office import Office
from harness.cli_home import ROOT
from harness.small_office import at
from models.kinds import SectionKind
from store.database import Database
from store.throwaway import create_tables

PLAN = "moi-loai"
HEADER = """\
schema: dondoc/plan/1
plan:
  id: moi-loai
  title: Kế hoạch thử nghiệm mọi loại việc
  province: Sóc Trăng
  directory: soc-trang-2022
  issued_on: 2022-01-28
  years: [2022, 2022]
  issuer: UBND tỉnh Sóc Trăng
  coordinator: Sở Tư pháp
triggers:
  su-kien:
    title: Quyết định của Thủ tướng Chính phủ
sections:
"""
#: kind → what its activity says beside id, title and lead
TIMES = {
    SectionKind.ISSUE_PLAN: "applied: {form: dated, opens: 2022-02-07, last_day: 2022-02-28}",
    SectionKind.CHOOSE_FIELDS: "applied: {form: triggered}\n        waits_for: {all: [su-kien]}",
    SectionKind.COMPILE_DOCUMENTS: "applied: {form: dated, opens: 2022-02-07, last_day: 2022-06-30}\n"
    "        needs: {draws_on: [viec-issue-plan]}",
    SectionKind.HANDLE_INFORMATION: "applied: {form: ongoing}",
    SectionKind.INSPECT: "applied: {form: undated}\n        needs: {after: [{activity: viec-issue-plan, own: true}]}",
    SectionKind.GENERAL: "applied: {form: undated}",
}
DATED = "applied: {form: dated, opens: 2022-02-07, last_day: 2022-11-15}"


def section_id(kind: SectionKind) -> str:
    """The section of a kind in this plan."""
    return kind.value.replace("_", "-")


def plan_text() -> str:
    """The plan file."""
    text = HEADER
    for kind in SectionKind:
        name = section_id(kind)
        text += f"  - id: {name}\n    kind: {kind.value}\n    title: Mục {name}\n    activities:\n"
        text += _activity(f"viec-{name}", "Sở Tư pháp", TIMES.get(kind, DATED))
        if kind is SectionKind.ISSUE_PLAN:
            text += _activity("viec-khac", "Sở Tài chính", DATED)
    return text


def every_kind_office(folder: Path, database: Database | None = None) -> Office:
    """The plan activated on its issue date, nothing swept yet."""
    plans = ROOT / "plans"
    path = folder / f"{PLAN}.yaml"
    path.write_text(plan_text(), encoding="utf-8")
    ready = blueprint(path, plans)
    office = Office(database or Database("sqlite://"), read_calendar(plans / "calendar", 2021, 2026))
    create_tables(office.database)
    import_contacts(office, ready.directory, read_contacts(plans / "contacts" / "soc-trang-2022.csv", ready.directory))
    activate(office, ready, at("2022-01-28T10:00"))
    return office


class LosesItsConnection(Database):
    """A database whose connection goes away right after the next commit, when told so: the caller cannot know."""

    armed = False

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """Commit, then fail once."""
        with super().begin() as session:
            yield session
        if self.armed:
            self.armed = False
            raise OperationalError("COMMIT", {}, Exception("server closed the connection unexpectedly"))


def _activity(name: str, lead: str, time: str) -> str:
    return f"      - id: {name}\n        title: Việc {name}\n        leads: [{lead}]\n        {time}\n"
