"""An agency sends its result, or declares that nothing is needed (R25)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from config.timezone import local_day, start_of
from engine.act import case
from engine.answer import Answer
from engine.errors import NotAllowed
from engine.office import Actor, Office
from models.moves import Move
from models.submission import Submission
from notifications.contexts import AnswerKind, Submitted
from store import submissions


@dataclass(frozen=True, slots=True)
class Sent:
    """What came in."""

    number: str | None = None  #: số, ký hiệu văn bản
    dated: date | None = None
    note: str = ""
    figures: dict[str, Any] = field(default_factory=dict[str, Any])
    received_on: date | None = None  #: bản giấy: ngày đến, do người nhập
    not_needed: bool = False


def submit(office: Office, key: str, sent: Sent, at: datetime, actor: Actor) -> None:
    """Take the result in. Its moment is `at`; for paper the day it came in, which may not lie ahead."""
    if sent.received_on is not None and sent.received_on > local_day(at):
        raise NotAllowed(f"Ngày đến {sent.received_on:%d/%m/%Y} ở sau ngày nhập; xin kiểm tra lại.")
    if sent.not_needed and not sent.note.strip():
        raise NotAllowed("Khai báo “không phải thực hiện” cần nêu lý do.")
    with case(office, key, at, actor) as desk:
        desk.move(
            Move.SUBMIT, sent.note, number=sent.number, dated=_iso(sent.dated), received_on=_iso(sent.received_on),
            not_needed=sent.not_needed,
        )  # fmt: skip
        desk.row.submitted_at = start_of(sent.received_on) if sent.received_on else at  # paper: the day it came in
        assert desk.row.id is not None
        submissions.take_in(
            desk.session,
            Submission(
                assignment_id=desk.row.id, received_at=at, received_on=sent.received_on, not_needed=sent.not_needed,
                number=sent.number, dated=sent.dated, note=sent.note, figures=sent.figures, by=actor.name,
            ),
        )  # fmt: skip
        if desk.row.current_due is not None:
            submissions.supersede(desk.session, desk.row.id, at)
        desk.answer(Answer(AnswerKind.RECEIPT, submitted=Submitted(sent.number, sent.dated)))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
