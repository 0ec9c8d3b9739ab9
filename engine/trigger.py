"""Recording an outside event (R11), and setting the last day of an undated duty (R31)."""

from __future__ import annotations

from datetime import date, datetime

from config.timezone import local_day
from engine.act import case, check_day
from engine.errors import NotAllowed
from engine.office import Actor, Office
from models.dispatch import ItemKind
from models.kinds import TimeForm
from models.moves import FINAL, OUTSTANDING
from models.plan import PlanState
from store import assignments, dispatches, plans


def record_trigger(
    office: Office, plan_id: str, key: str, number: str, dated: date, at: datetime, actor: Actor
) -> list[str]:
    """Write down that the event happened; returns the ids of the activities that waited for it."""
    if not number.strip():
        raise NotAllowed("Xin ghi số, ký hiệu của văn bản (ví dụ 76/QĐ-TTg).")
    if dated > local_day(at):
        raise NotAllowed(f"Ngày văn bản {dated:%d/%m/%Y} ở sau hôm nay; xin kiểm tra lại.")
    with office.database.begin() as session:
        plan = plans.plan(session, plan_id)
        if plan.state is PlanState.CLOSED:
            raise NotAllowed(f"Kế hoạch đã kết thúc ngày {plan.closed_on:%d/%m/%Y}.")
        row = plans.trigger(session, plan_id, key)
        if row.recorded_at is not None:
            raise NotAllowed(f"Sự kiện “{row.title}” đã được ghi nhận: {row.number} ngày {row.dated:%d/%m/%Y}.")
        row.number, row.dated, row.recorded_at, row.recorded_by = number, dated, at, actor.name
        session.add(row)
        session.flush()
        assert row.id is not None
        waiting = plans.waiting_for(session, row.id)
        assignments.wake(session, waiting, None, office.calendar.next_sweep(at))
        return [plans.activity(session, activity_id).key for activity_id in waiting]


def set_last_day(office: Office, key: str, last_day: date, document: str, at: datetime, actor: Actor) -> None:
    """Give an undated or triggered duty its last day, naming where it comes from."""
    check_day(office, last_day)
    if last_day < local_day(at):
        raise NotAllowed(f"Thời hạn {last_day:%d/%m/%Y} đã qua; xin chọn ngày từ hôm nay trở đi.")
    if not document.strip():
        raise NotAllowed("Xin ghi thời hạn này theo văn bản hoặc ý kiến nào.")
    with case(office, key, at, actor) as desk:
        row = desk.row
        if row.current_due is not None:
            raise NotAllowed(f"Nhiệm vụ đã có hạn {row.current_due:%d/%m/%Y}; muốn đổi thì dùng gia hạn.")
        if row.state in FINAL or row.form not in {TimeForm.UNDATED, TimeForm.TRIGGERED}:
            raise NotAllowed("Nhiệm vụ này không nhận thời hạn.")
        row.original_due = row.current_due = last_day
        if row.state in OUTSTANDING:
            row.anchored_at = at
        desk.note("set_last_day", document, last_day=last_day.isoformat())
        desk.session.flush()
        if not assignments.any_without_day(desk.session, row.activity_id):
            dispatches.settle_item(desk.session, f"{ItemKind.SET_DATE.value}:{desk.plan.id}:{desk.activity.key}", at)
