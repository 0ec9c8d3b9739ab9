"""How a plan stands or ended, gathered from the rows for the closing documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from config.timezone import LOCAL, local_day
from engine.draft_name import draft_file
from engine.office import Office
from models import outcome as told
from models.agency import Agency
from models.assignment import Assignment, Timeliness
from models.kinds import CLASS_LABELS, KIND_LABELS, AgencyClass, TimeForm
from models.moves import FINAL, STATE_LABELS, State
from models.notice import Mail
from models.plan import Activity, Plan, Section
from notifications.eml_name import file_name
from rules.timeliness import days_late
from store import agencies, assignments, dispatches, mails, plans
from store.endings import highest_rungs, returns_of

#: Words for mails, by their kind.
MAIL_LABELS = {
    "digest": "Thư tổng hợp", "receipt": "Báo đã nhận", "accepted": "Chấp nhận", "returned": "Trả lại",
    "extension_granted": "Đồng ý gia hạn", "extension_refused": "Không đồng ý gia hạn",
    "not_needed_confirmed": "Xác nhận không phát sinh", "withdrawn": "Rút nhiệm vụ", "suspended": "Tạm dừng",
    "resumed": "Tiếp tục", "amended": "Sửa đổi thời hạn",
}  # fmt: skip
ITEM_LABELS = {
    "set_date": "Cần ấn định thời hạn", "assumed_date": "Ngày giả định", "lead_inferred": "Cơ quan chủ trì suy ra",
    "own_leader": "Báo cáo lãnh đạo", "no_address": "Thiếu địa chỉ thư", "mail_refused": "Thư bị từ chối",
    "stuck": "Hết hạn khi còn chờ",
    "empty_group": "Nhóm không còn cơ quan", "propose_closing": "Đề nghị kết thúc", "broken_row": "Lỗi xử lý",
    "amendment": "Sửa đổi kế hoạch", "ceased_agency": "Cơ quan kết thúc",
}  # fmt: skip
DISPATCH_LABELS = {"draft": "Dự thảo", "signed": "Đã ký", "voided": "Đã bỏ"}


def gather(office: Office, plan_id: str, on: date, seed: int | None = None) -> told.PlanOutcome:
    """Everything of one plan as of a day (its closing day, if it is closed)."""
    with office.database.read() as session:
        plan = plans.plan(session, plan_id)
        day = plan.closed_on or on
        rows = _assignment_rows(office, session, plan, day)
        posted = mails.every(session)
        owner = agencies.agencies(session, [plan.owner_id])[plan.owner_id]
        return told.PlanOutcome(
            plan_id=plan.id,
            title=f"Kế hoạch {plan.title[:1].lower()}{plan.title[1:]}",
            province=owner.name.removeprefix("UBND "),
            issued_on=plan.issued_on,
            issued_assumed=plan.issued_assumed,
            years=tuple(range(plan.first_year, plan.last_year + 1)),
            closed_on=day,
            sections=tuple(_section(section, rows) for section in plans.sections(session, plan_id)),
            assignments=tuple(row for _, row in rows),
            mails_by_kind=_by_kind(posted),
            mails=tuple(_mail(mail) for mail in posted),
            dispatches=tuple(_dispatches(session, plan_id)),
            items=tuple(_items(session, plan_id)),
            seed=seed,
        )


Rows = list[tuple[tuple[Assignment, Activity, Agency], told.AssignmentRow]]


def _assignment_rows(office: Office, session: Session, plan: Plan, day: date) -> Rows:
    found = [(row, activity, agency) for row, activity, agency in assignments.overview(session, plan.id)]
    sections = {section.id: section for section in plans.sections(session, plan.id)}
    rungs, returned = highest_rungs(session, plan.id), returns_of(session, plan.id)
    wanted = {agency for row, _, entry in found for agency in (row.owed_to_id, row.desk_id, entry.parent_id) if agency}
    names = {number: agency.name for number, agency in agencies.agencies(session, wanted).items()}
    rows: Rows = []
    for row, activity, agency in found:
        assert row.id is not None
        late = _late(office, row, day)
        section = sections[row.section_id]
        rows.append(
            (
                (row, activity, agency),
                told.AssignmentRow(
                    section_key=section.key,
                    kind_label=KIND_LABELS[section.kind],
                    activity=activity.title,
                    agency=agency.name,
                    agency_key=agency.id,
                    parent=names.get(agency.parent_id or "", "") if agency.klass is AgencyClass.UBND_XA else "",
                    agency_class=_class(agency),
                    period=period_label(row.period),
                    opens=local_day(row.opened_at) if row.opened_at else None,
                    original_due=row.original_due,
                    current_due=row.current_due,
                    submitted_at=row.submitted_at.astimezone(LOCAL) if row.submitted_at else None,
                    state_label=STATE_LABELS[row.state],
                    timeliness=_timeliness(row, day),
                    working_days_late=late[0],
                    calendar_days_late=late[1],
                    highest_rung=rungs.get(row.id),
                    owed_to=names.get(row.owed_to_id, ""),
                    desk=names.get(row.desk_id, ""),
                    phrase=activity.phrase,
                    source_line=activity.phrase_line,
                    returns=returned.get(row.id, 0),
                ),
            )
        )
    return rows


def period_label(key: str) -> str:
    """`2022-Q2` → "Quý II/2022"; `once` → "Một lần"."""
    if key == "once":
        return "Một lần"
    year, _, part = key.partition("-")
    if not part:
        return f"Năm {year}"
    if part.startswith("Q"):
        return f"Quý {('I', 'II', 'III', 'IV')[int(part[1]) - 1]}/{year}"
    if part.startswith("H"):
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    return f"Tháng {part}/{year}"


def _class(agency: Agency) -> str:
    if agency.klass in {AgencyClass.SO, AgencyClass.BAN_NGANH, AgencyClass.VP_UBND}:
        return "Sở, ban, ngành"
    return CLASS_LABELS[agency.klass]


def _timeliness(row: Assignment, day: date) -> told.Verdict:
    match row.timeliness:
        case Timeliness.ON_TIME:
            return told.Verdict.ON_TIME
        case Timeliness.LATE:
            return told.Verdict.LATE
        case Timeliness.MISSING:
            return told.Verdict.MISSING
        case None:
            pass
    if row.current_due is None or row.requested or row.state in FINAL:
        return told.Verdict.UNCOUNTED
    if row.state is State.SUBMITTED:
        return told.Verdict.PENDING
    return told.Verdict.MISSING if row.current_due < day else told.Verdict.PENDING


def _late(office: Office, row: Assignment, day: date) -> tuple[int, int]:
    """(working days, days) late: of what was accepted, or up to the day for what is still missing."""
    verdict, came = row.timeliness, local_day(row.submitted_at) if row.submitted_at else None
    if _timeliness(row, day) is told.Verdict.MISSING:
        verdict, came = Timeliness.MISSING, day
    return days_late(office.calendar, row.current_due, came, verdict) or (0, 0)


def _section(section: Section, rows: Rows) -> told.SectionOutcome:
    mine = [(facts, row) for facts, row in rows if row.section_key == section.key]
    counts = Counter(row.timeliness for _, row in mine)
    states = Counter(facts[0].state for facts, _ in mine)
    dated = [facts[0] for facts, _ in mine if facts[0].original_due is not None]
    notes = sum(facts[0].form is TimeForm.ONGOING and facts[0].state is State.ACCEPTED for facts, _ in mine)
    periods = [facts[0].ends for facts, _ in mine if facts[0].ends is not None]
    last_days = sorted({row.original_due for row in dated if row.original_due is not None})
    return told.SectionOutcome(
        key=section.key,
        order=section.position,
        title=section.title,
        kind=section.kind.value,
        kind_label=KIND_LABELS[section.kind],
        window_start=min((facts[0].opens for facts, _ in mine), default=None),
        window_end=last_days[-1] if last_days else max(periods, default=None),
        last_days=tuple(last_days),
        opened_on=section.opened_on,
        closed_on=section.closed_on,
        assigned=len(mine),
        accepted=states[State.ACCEPTED],
        on_time=counts[told.Verdict.ON_TIME],
        late=counts[told.Verdict.LATE],
        missing=counts[told.Verdict.MISSING],
        notes_voluntary=notes,
        other_final=states[State.LAPSED] + states[State.WITHDRAWN] + states[State.NOT_NEEDED],
    )


def _by_kind(posted: Sequence[Mail]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for kind in MAIL_LABELS:
        number = sum(mail.kind == kind for mail in posted)
        if number:
            counts[MAIL_LABELS[kind]] = number
    return dict(counts)


def _mail(mail: Mail) -> told.MailRow:
    return told.MailRow(
        sent_at=(mail.sent_at or mail.created_at).astimezone(LOCAL),
        address=mail.address,
        subject=mail.subject,
        kind=MAIL_LABELS.get(mail.kind, mail.kind),
        file=file_name(mail.day, mail.message_id),
    )


def _dispatches(session: Session, plan_id: str) -> list[told.DispatchRow]:
    found: list[told.DispatchRow] = []
    for draft in dispatches.every(session, plan_id):
        assert draft.id is not None
        found.append(
            told.DispatchRow(
                day=draft.day,
                rung=draft.rung,
                sender="Sở Tư pháp" if draft.sender == "department" else "UBND tỉnh",
                lines=len(dispatches.lines(session, draft.id)),
                file=f"dispatches/{draft_file(draft)}",
                state_label=DISPATCH_LABELS[draft.state.value],
            )
        )
    return found


def _items(session: Session, plan_id: str) -> list[told.ItemRow]:
    return [
        told.ItemRow(ITEM_LABELS[item.kind.value], item.title, item.detail, item.done_at is None)
        for item in dispatches.items(session, plan_id)
    ]
