"""A small province that lives through mergers in 2025, with a plan that runs through them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import SQLModel, select

from documents.working_calendar import read_calendar
from engine.activate import Blueprint, activate
from engine.import_agencies import import_contacts
from engine.office import Office
from engine.round import sweep_all
from harness.cli_home import ROOT
from harness.small_office import at
from models.contact_row import ContactRow
from models.directory import AgencyEntry, Directory
from models.kinds import AgencyClass, ContactRole
from models.plan_file import PlanFile
from models.succession import Succession, SuccessionKind
from oracle.random_directory import PHRASES
from rules.group_phrases import Phrases
from rules.working_days import WorkingDays
from store.database import Database
from store.throwaway import create_tables

END, MERGED = date(2025, 6, 30), date(2025, 7, 1)
DAY = at("2025-07-01T07:30")
TOP, JUSTICE, MONEY = "t/ubnd-tinh", "t/so-tu-phap", "t/so-tai-chinh"


def entry(key: str, name: str, klass: str, parent: str | None, **more: Any) -> AgencyEntry:
    """One agency of the province."""
    return AgencyEntry(f"t/{key}", name, AgencyClass(klass), "Thử Nghiệm", parent, **more)


def province() -> Directory:
    """Districts end, five communes become two, a department is merged into another one on 01/03."""
    entries = [
        entry("ubnd-tinh", "UBND tỉnh Thử Nghiệm", "ubnd_tinh", None),
        entry("so-tu-phap", "Sở Tư pháp", "so", TOP),
        entry("so-tai-chinh", "Sở Tài chính", "so", TOP),
        entry("so-ke-hoach", "Sở Kế hoạch và Đầu tư", "so", TOP, valid_to=date(2025, 2, 28), successor=MONEY),
        entry("huyen-1", "UBND huyện Một", "ubnd_huyen", TOP, valid_to=END),
        entry("ptp-1", "Phòng Tư pháp huyện Một", "phong_tu_phap", "t/huyen-1", valid_to=END),
        *(entry(f"xa-{n}", f"UBND xã {n}", "ubnd_xa", "t/huyen-1", valid_to=END) for n in range(1, 6)),
        entry("xa-a", "UBND xã A", "ubnd_xa", TOP, valid_from=MERGED),
        entry("xa-b", "UBND xã B", "ubnd_xa", TOP, valid_from=MERGED),
    ]
    return Directory.of("thu-nghiem", entries)


#: 1 and 2 become A, 3 becomes B, 4 is shared by both; nobody has written down yet what became of 5.
STEPS = (
    Succession("t/xa-1", ("t/xa-a",), MERGED, SuccessionKind.MERGED_INTO, "NQ 1670"),
    Succession("t/xa-2", ("t/xa-a",), MERGED, SuccessionKind.MERGED_INTO, "NQ 1670"),
    Succession("t/xa-3", ("t/xa-b",), MERGED, SuccessionKind.RENAMED, "NQ 1670"),
    Succession("t/xa-4", ("t/xa-a", "t/xa-b"), MERGED, SuccessionKind.SPLIT_INTO, "NQ 1670"),
    Succession("t/huyen-1", (), MERGED, SuccessionKind.ABOLISHED, "NQ 203"),
)


def duty(key: str, lead: str, opens: str, last_day: str, **more: Any) -> dict[str, Any]:
    """One dated activity."""
    applied = {"form": "dated", "opens": date.fromisoformat(opens), "last_day": date.fromisoformat(last_day)}
    return {"id": key, "title": f"Việc {key}", "leads": [lead], "applied": applied | more}


ACTIVITIES = (
    duty("bao-cao", "UBND cấp xã", "2025-04-01", "2025-09-30"),
    duty("hang-quy", "UBND cấp xã", "2025-03-03", "2025-03-25", every="quarterly"),
    duty("cap-huyen", "UBND cấp huyện", "2025-03-03", "2025-03-20", every="half_yearly"),
    duty("dau-tu", "Sở Kế hoạch và Đầu tư", "2025-01-13", "2025-05-30"),
)


def blueprint(*activities: dict[str, Any], steps: Sequence[Succession] = STEPS, **more: Any) -> Blueprint:
    """The plan of 2025, ready."""
    header = {
        "id": "ke-hoach", "title": "Kế hoạch thử nghiệm", "province": "Thử Nghiệm", "directory": "thu-nghiem",
        "issued_on": date(2025, 1, 13), "years": [2025, 2025], "issuer": "UBND tỉnh Thử Nghiệm",
        "coordinator": "Sở Tư pháp", "commune_desk": "Phòng Tư pháp",
    }  # fmt: skip
    section = {"id": "muc", "kind": "report", "title": "Mục", "activities": [*(activities or ACTIVITIES)]}
    text: dict[str, Any] = {"schema": "dondoc/plan/1", "plan": header, "sections": [section]} | more
    plan = PlanFile.model_validate(text)
    return Blueprint(plan, str(text), province(), phrases(), successions=tuple(steps))


def phrases() -> Phrases:
    """The phrases of the small province."""
    groups = [([AgencyClass(name) for name in group["classes"]], group["phrases"]) for group in PHRASES["groups"]]
    return Phrases.of(groups, PHRASES["open"]["phrases"])


def contacts(directory: Directory) -> list[ContactRow]:
    """A focal point each."""
    return [
        ContactRow(one.id, ContactRole.FOCAL_POINT, f"{one.id.partition('/')[2]}@thu-nghiem.example")
        for one in directory.agencies
    ]


def calendar() -> WorkingDays:
    """2024 to 2027."""
    return read_calendar(ROOT / "plans" / "calendar", 2024, 2027)


def running(database: Database, ready: Blueprint, *sweeps: str) -> Office:
    """The plan activated on its issue date and swept at these moments."""
    if database.url == "sqlite://":
        create_tables(database)
    office = Office(database, calendar(), dry=True)
    import_contacts(office, ready.directory, contacts(ready.directory))
    activate(office, ready, at("2025-01-13T07:00"))
    for moment in sweeps or ("2025-01-13T07:30", "2025-03-03T07:30", "2025-04-01T07:30", "2025-06-30T07:30"):
        sweep_all(office, at(moment))
    return office


def dump(database: Database) -> dict[str, list[str]]:
    """Every row of every table, but for what a database numbers by itself."""
    with database.read() as session:
        return {
            table.name: sorted(
                repr([value for name, value in row._mapping.items() if name != "id"])
                for row in session.execute(select(table))
            )
            for table in SQLModel.metadata.sorted_tables
        }
