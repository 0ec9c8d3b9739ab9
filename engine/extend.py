"""Extensions: asked by the agency, decided by whoever set the date (R28; design: set_by)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from config.timezone import local_day
from engine.act import Case, case, check_day
from engine.answer import Answer
from engine.errors import NotAllowed
from engine.office import Actor, Office
from models.kinds import SetBy
from models.moves import OUTSTANDING, STATE_LABELS
from models.plan import NeedMode
from models.submission import Extension, ExtensionState
from notifications.contexts import AnswerKind, Decision
from store import assignments, dispatches, plans, submissions


@dataclass(frozen=True, slots=True)
class Authority:
    """The document by which an extension is decided, where one is needed."""

    number: str | None = None
    dated: date | None = None
    signer: str | None = None

    @property
    def complete(self) -> bool:
        """Number, date and signer are all there."""
        return bool(self.number and self.dated and self.signer)


def ask_extension(office: Office, key: str, new_date: date, reason: str, at: datetime, actor: Actor) -> None:
    """Ask for a new last day; also after the last day (then marked), one open request at a time."""
    with case(office, key, at, actor) as desk:
        row = desk.row
        if row.state not in OUTSTANDING:
            raise NotAllowed(f"Nhiệm vụ đang “{STATE_LABELS[row.state]}”, không thể xin gia hạn.")
        if desk.activity.set_by is SetBy.SUPERIOR:
            raise NotAllowed("Thời hạn do cấp trên ấn định, tỉnh không gia hạn được.")
        if row.current_due is None:
            raise NotAllowed("Nhiệm vụ này không có thời hạn nên không cần gia hạn.")
        if not reason.strip():
            raise NotAllowed("Xin gia hạn cần nêu lý do.")
        check_day(office, new_date)
        if new_date <= max(row.current_due, local_day(at)):
            raise NotAllowed(f"Ngày mới phải sau hạn hiện tại ({row.current_due:%d/%m/%Y}) và sau hôm nay.")
        assert row.id is not None
        if submissions.open_extension(desk.session, row.id) is not None:
            raise NotAllowed("Đã có một đề nghị gia hạn đang chờ quyết định.")
        late = local_day(at) > row.current_due
        submissions.ask(
            desk.session,
            Extension(
                assignment_id=row.id, asked_at=at, new_date=new_date, reason=reason, after_due=late,
                state=ExtensionState.ASKED,
            ),
        )  # fmt: skip
        desk.note("ask_extension", reason, new_date=new_date.isoformat(), after_due=late)


def grant_extension(
    office: Office, key: str, at: datetime, actor: Actor, authority: Authority, override: str = ""
) -> None:
    """Grant the open request: the only thing that moves `current_due`. Re-anchors reminders, strikes draft lines."""
    with case(office, key, at, actor) as desk:
        request = _request(desk)
        _check_authority(desk, authority)
        _check_chain(desk, request.new_date, override)
        if request.new_date < local_day(at):
            raise NotAllowed(f"Ngày mới {request.new_date:%d/%m/%Y} đã qua; xin từ chối và đề nghị ngày khác.")
        row = desk.row
        before = row.current_due
        row.current_due = request.new_date
        row.redo_by = None
        row.anchored_at = at
        request.state = ExtensionState.GRANTED
        request.document_number, request.document_date = authority.number, authority.dated
        request.document_signer = authority.signer
        _decided(desk, request, at, actor, override)
        desk.note(
            "grant_extension", override, new_date=request.new_date.isoformat(),
            old_date=before.isoformat() if before else None, document=authority.number,
        )  # fmt: skip
        assert row.id is not None
        dispatches.strike(desk.session, row.id, at)
        desk.answer(Answer(AnswerKind.EXTENSION_GRANTED, decision=_document(authority)))


def refuse_extension(office: Office, key: str, reason: str, at: datetime, actor: Actor) -> None:
    """Refuse the open request, with the reason."""
    if not reason.strip():
        raise NotAllowed("Từ chối gia hạn cần nêu lý do.")
    with case(office, key, at, actor) as desk:
        request = _request(desk)
        request.state = ExtensionState.REFUSED
        _decided(desk, request, at, actor, reason)
        desk.note("refuse_extension", reason, new_date=request.new_date.isoformat())
        desk.answer(Answer(AnswerKind.EXTENSION_REFUSED, reason=reason))


def _document(authority: Authority) -> Decision | None:
    return Decision(authority.number, authority.dated, authority.signer) if authority.number else None


def _request(desk: Case) -> Extension:
    assert desk.row.id is not None
    request = submissions.open_extension(desk.session, desk.row.id)
    if request is None:
        raise NotAllowed("Không có đề nghị gia hạn nào đang chờ quyết định.")
    return request


def _decided(desk: Case, request: Extension, at: datetime, actor: Actor, reason: str) -> None:
    request.decided_at, request.decided_by, request.decision_reason = at, actor.name, reason
    desk.session.add(request)


def _check_authority(desk: Case, authority: Authority) -> None:
    own = desk.row.agency_id == desk.plan.coordinator_id
    if authority.dated is not None and authority.dated > local_day(desk.at):
        raise NotAllowed(f"Ngày văn bản {authority.dated:%d/%m/%Y} ở sau hôm nay; xin kiểm tra lại.")
    if authority.complete:
        return
    if own:
        raise NotAllowed("Không tự gia hạn cho chính mình: xin ghi số, ngày và người ký văn bản của cấp trên.")
    if desk.activity.set_by is SetBy.PROVINCE:
        raise NotAllowed("Thời hạn do UBND tỉnh ấn định: xin ghi số, ngày và người ký của văn bản đồng ý gia hạn.")


def _check_chain(desk: Case, new_date: date, override: str) -> None:
    """The next link of the reporting chain must still be able to build on it."""
    desk.session.flush()
    chain = plans.dependents(desk.session, [desk.row.activity_id], NeedMode.DRAWS_ON)
    nearest = assignments.next_link(
        desk.session, [need.activity_id for need in chain], desk.row.period, desk.row.current_due
    )
    if nearest is not None and new_date > nearest and not override.strip():
        raise NotAllowed(
            f"Ngày mới {new_date:%d/%m/%Y} vượt hạn của khâu tổng hợp kế tiếp ({nearest:%d/%m/%Y}); "
            "nếu vẫn đồng ý, xin ghi lý do."
        )
