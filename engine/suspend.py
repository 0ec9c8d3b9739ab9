"""Suspend, resume, withdraw (R29, R30)."""

from __future__ import annotations

from datetime import datetime

from engine.act import case
from engine.answer import Answer
from engine.errors import NotAllowed
from engine.office import Actor, Office
from models.moves import Move
from notifications.contexts import AnswerKind


def suspend(office: Office, key: str, reason: str, at: datetime, actor: Actor) -> None:
    """Stop reminding until resumed."""
    _need_reason(reason)
    with case(office, key, at, actor) as desk:
        desk.move(Move.SUSPEND, reason)
        desk.answer(Answer(AnswerKind.SUSPENDED, reason=reason))


def resume(office: Office, key: str, at: datetime, actor: Actor, why: str = "") -> None:
    """Go on: open again, or back to waiting if it never opened."""
    with case(office, key, at, actor) as desk:
        if desk.row.anchored_at is None:
            desk.move(Move.REWAIT, why)
            desk.row.ready_at = at
            desk.row.next_action_at = office.calendar.next_sweep(at)
        else:
            desk.move(Move.RESUME, why)
            desk.row.anchored_at = at
        desk.answer(Answer(AnswerKind.RESUMED, reason=why))


def withdraw(office: Office, key: str, reason: str, at: datetime, actor: Actor) -> None:
    """Take the duty off the plan, with the reason (usually a document)."""
    _need_reason(reason)
    with case(office, key, at, actor) as desk:
        desk.move(Move.WITHDRAW, reason)
        desk.answer(Answer(AnswerKind.WITHDRAWN, reason=reason))


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise NotAllowed("Xin nêu lý do (và số văn bản, nếu có).")
