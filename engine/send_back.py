"""The desk returns what an agency sent, with a reason and a day to do it again (R27)."""

from __future__ import annotations

from datetime import date, datetime

from config.timezone import local_day
from engine.act import case, check_day
from engine.answer import Answer
from engine.errors import NotAllowed
from engine.office import Actor, Office
from models.moves import Move
from models.submission import Decision
from notifications.contexts import AnswerKind
from store import submissions, successions


def send_back(office: Office, key: str, redo_by: date, reason: str, at: datetime, actor: Actor) -> None:
    """Return it. `redo_by` anchors reminders only; the last day stays what it is."""
    if not reason.strip():
        raise NotAllowed("Trả lại cần nêu lý do.")
    if redo_by < local_day(at):
        raise NotAllowed(f"Hạn làm lại {redo_by:%d/%m/%Y} đã qua; xin chọn ngày từ hôm nay trở đi.")
    check_day(office, redo_by)
    with case(office, key, at, actor) as desk:
        row = desk.row
        desk.move(Move.RETURN, reason, redo_by=redo_by.isoformat())
        row.redo_by = redo_by
        row.anchored_at = at
        row.submitted_at = None
        assert row.id is not None
        sent = submissions.latest(desk.session, row.id)
        if sent is not None:
            sent.decision, sent.decided_at, sent.decided_by, sent.reason = Decision.RETURNED, at, actor.name, reason
            desk.session.add(sent)
        if successions.has_ended(desk.session, row.agency_id, local_day(at)):  # R49: now it passes to the heir
            successions.look_again(desk.session, office.calendar.next_sweep(at), desk.plan.id)
        desk.answer(Answer(AnswerKind.RETURNED, reason=reason, new_date=redo_by))
