"""Answer mails: one per act, at once, to the focal point (R32). Never a reminder, never a digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from config.timezone import local_day
from engine.duty import duty, letterhead
from engine.office import Office
from engine.outbox import Envelope, Names, dry_row, mail_row
from models.assignment import Assignment
from models.kinds import ContactRole
from models.notice import Mail, MailClass
from models.plan import Activity, Plan
from notifications.contexts import AnswerContext, AnswerKind, Decision, Submitted
from notifications.letters import render_answer
from rules.timeliness import days_late
from store import agencies
from store.insertion import insert_new


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be told about an act."""

    kind: AnswerKind
    reason: str = ""
    new_date: date | None = None  #: hạn làm lại
    submitted: Submitted | None = None
    decision: Decision | None = None


def post_answer(
    office: Office, session: Session, plan: Plan, activity: Activity, row: Assignment, answer: Answer, at: datetime
) -> None:
    """Queue the answer; an agency without any address gets none."""
    day = local_day(at)
    addresses = agencies.addresses(session, [row.agency_id], day).get(row.agency_id, {})
    to = addresses.get(ContactRole.FOCAL_POINT) or addresses.get(ContactRole.HEAD)
    if not to:
        return
    envelopes = [
        Envelope(
            key=f"answer:{row.key}:{row.seq}:{address}", klass=MailClass.ANSWER, kind=answer.kind.value,
            address=address, agency_id=row.agency_id, day=day, duties=1,
        )
        for address in dict.fromkeys(to)
    ]  # fmt: skip
    if office.dry:
        post(office, session, [dry_row(envelope, at) for envelope in envelopes])
        return
    known = agencies.agencies(session, [row.agency_id, row.owed_to_id, row.desk_id, plan.coordinator_id])
    names = {agency_id: agency.name for agency_id, agency in known.items()}
    agency = known[row.agency_id]
    late = _late(office, row) if answer.kind is AnswerKind.ACCEPTED else (None, None)
    context = AnswerContext(
        kind=answer.kind,
        head=letterhead(office.sender, names[plan.coordinator_id], (agency.name,)),
        duty=duty(row, activity, plan, agency, names),
        moment=at,
        reason=answer.reason or None,
        submitted=answer.submitted,
        decision=answer.decision,
        redo_by=answer.new_date,
        working_days_late=late[0],
        days_late=late[1],
    )
    between = Names(agency.name, names[plan.coordinator_id])
    letter = render_answer(context)
    post(office, session, [mail_row(office.sender, one, between, letter, at, None) for one in envelopes])


def post(office: Office, session: Session, rows: list[dict[str, Any]]) -> None:
    """Put mails into the outbox at the end of the transaction."""
    session.info.setdefault("mails", []).extend(rows)
    office.database.last(session, "mails", lambda: insert_new(session, Mail, session.info.pop("mails")))


def _late(office: Office, row: Assignment) -> tuple[int | None, int | None]:
    """How late the accepted result was, as it was judged."""
    came = local_day(row.submitted_at) if row.submitted_at is not None else None
    return days_late(office.calendar, row.current_due, came, row.timeliness) or (None, None)
