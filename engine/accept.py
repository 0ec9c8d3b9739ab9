"""The desk accepts what an agency sent (R26)."""

from __future__ import annotations

from datetime import datetime

from engine.act import case
from engine.answer import Answer
from engine.office import Actor, Office
from models.moves import Move, MoveNotAllowed
from models.submission import Decision
from notifications.contexts import AnswerKind, Submitted
from rules.timeliness import judge
from store import submissions


def accept(office: Office, key: str, at: datetime, actor: Actor, why: str = "") -> None:
    """Accept the latest submission; a declaration of "not needed" is confirmed. Judges the timeliness."""
    with case(office, key, at, actor) as desk:
        row = desk.row
        assert row.id is not None
        sent = submissions.latest(desk.session, row.id)
        if sent is None:
            raise MoveNotAllowed(row.state, Move.ACCEPT)
        how = Move.CONFIRM_NOT_NEEDED if sent.not_needed else Move.ACCEPT
        if not sent.not_needed and not row.requested:
            row.timeliness, row.timeliness_original = judge(
                row.original_due, row.current_due, row.hour, sent.received_at, sent.received_on
            )
        desk.move(how, why, submission=sent.number, timeliness=row.timeliness.value if row.timeliness else None)
        sent.decision, sent.decided_at, sent.decided_by = Decision.ACCEPTED, at, actor.name
        desk.session.add(sent)
        kind = AnswerKind.NOT_NEEDED_CONFIRMED if sent.not_needed else AnswerKind.ACCEPTED
        desk.answer(Answer(kind, submitted=Submitted(sent.number, sent.dated)))
