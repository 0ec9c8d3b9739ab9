"""The Word files of draft urging letters: from the frozen lines of a draft to a .docx for a person's signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from documents.dispatch_letter import write_dispatch
from engine.draft_name import draft_file
from engine.office import Office
from models.agency import Agency
from models.assignment import Assignment
from models.dispatch import Dispatch
from models.dispatch import DispatchLine as Line
from models.dispatch_draft import DispatchDraft, DispatchLine, SenderKind
from models.moves import State
from store import agencies, dispatches, plans


def write_drafts(office: Office, plan_id: str | None, folder: Path, day: date | None = None) -> list[Path]:
    """Write the drafts that still wait for a signature (of one plan, of one day); equal rows give equal bytes.

    The files of drafts that were voided meanwhile are taken away.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with office.database.read() as session:
        for voided in dispatches.voided(session, plan_id):
            (folder / draft_file(voided)).unlink(missing_ok=True)
        for draft in dispatches.drafts(session, plan_id, day):
            path = folder / draft_file(draft)
            write_dispatch(draft_letter(office, session, draft), path)
            written.append(path)
    return written


def draft_letter(office: Office, session: Session, draft: Dispatch) -> DispatchDraft:
    """What the letter says; struck lines are left out."""
    plan = plans.plan(session, draft.plan_id)
    known = agencies.agencies(session, [plan.owner_id, plan.coordinator_id])
    owner, coordinator = known[plan.owner_id], known[plan.coordinator_id]
    assert draft.id is not None
    rows = [(line, row) for line, row in dispatches.lines(session, draft.id) if line.struck_at is None]
    titles = {activity.id: activity for activity in plans.plan_activities(session, plan.id)}
    lines = tuple(
        _line(office, draft, line, row, titles[row.activity_id].title, titles[row.activity_id].phrase)
        for line, row in rows
    )
    head = _letterhead(SenderKind(draft.sender), owner, coordinator)
    return DispatchDraft(
        sender=SenderKind(draft.sender),
        department=coordinator.name,
        province=plan.province,
        province_full=owner.name.removeprefix("UBND "),
        superior=head.superior,
        issuer=head.issuer,
        symbol=head.symbol,
        place=plan.province,
        year=draft.day.year,
        subject=f"đôn đốc thực hiện Kế hoạch {_lower_first(plan.title)}",
        plan_title=plan.title,
        plan_number=plan.number or "",
        plan_date=None if plan.issued_assumed else plan.issued_on,
        rung=draft.rung,
        day=draft.day,
        addressees=tuple(dict.fromkeys(line.addressee for line in lines)),
        lines=lines,
        signer_lines=head.signer_lines,
        recipients=head.recipients,
        archive=head.archive,
    )


@dataclass(frozen=True, slots=True)
class _Head:
    """What depends on who sends (Nghị định 30/2020/NĐ-CP, phụ lục I)."""

    superior: str
    issuer: tuple[str, ...]
    symbol: str
    signer_lines: tuple[str, ...]
    recipients: tuple[str, ...]
    archive: str


def _letterhead(sender: SenderKind, owner: Agency, coordinator: Agency) -> _Head:
    full = owner.name.removeprefix("UBND ")
    if sender is SenderKind.DEPARTMENT:
        return _Head(
            superior=f"UBND {full}".upper(),
            issuer=(coordinator.name.upper(),),
            symbol=f"{coordinator.symbol or ''}-…",
            signer_lines=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            recipients=(f"UBND {full} (để báo cáo)",),
            archive="VT",
        )
    return _Head(
        superior="",
        issuer=("ỦY BAN NHÂN DÂN", full.upper()),
        symbol="UBND-NC",
        signer_lines=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        recipients=(f"Chủ tịch, các Phó Chủ tịch UBND {full.split(' ')[0]}", coordinator.name),
        archive="VT, NC",
    )


def _line(office: Office, draft: Dispatch, line: Line, row: Assignment, title: str, phrase: str) -> DispatchLine:
    return DispatchLine(
        addressee=line.addressee_name,
        agency=line.agency_name,
        activity=title,
        last_day=line.last_day,
        working_days_late=office.calendar.between(line.last_day, draft.day),
        calendar_days_late=(draft.day - line.last_day).days,
        phrase="" if line.extended else phrase,  # after an extension the plan's words no longer give the day
        state=_state(line, row),
    )


def _state(line: Line, row: Assignment) -> str:
    said = "Trả lại, chưa gửi lại" if row.state is State.RETURNED else "Chưa gửi"
    if line.anchor != line.last_day:
        said = f"{said}; hạn làm lại {line.anchor:%d/%m/%Y}"
    if not line.extended:
        return said
    shortened = row.original_due is not None and line.last_day < row.original_due  # an amendment may do that
    return f"{said} ({'thời hạn đã sửa đổi' if shortened else 'đã gia hạn'})"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
