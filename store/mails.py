"""The outbox: a mail is a row first, sent second, marked third."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import func, text, update
from sqlmodel import Session, col, or_, select

from models.assignment import Assignment
from models.notice import Mail, MailClass, MailLine, MailState, Notice
from store.errors import NotFound


def existing_keys(session: Session, keys: Sequence[str]) -> dict[str, int]:
    """key → id of the mails that are there already."""
    found: dict[str, int] = {}
    for start in range(0, len(keys), 500):
        query = select(Mail.key, Mail.id).where(col(Mail.key).in_(keys[start : start + 500]))
        found |= {key: number for key, number in session.exec(query).all() if number is not None}
    return found


def digested(session: Session, day: date) -> set[str]:
    """The addresses that have their digest of the day."""
    query = select(Mail.address).where(Mail.day == day, Mail.klass == MailClass.DIGEST)
    return set(session.exec(query).all())


def claim(session: Session, now: datetime, at: datetime, lease: timedelta, limit: int) -> Sequence[Mail]:
    """Take mails due at `now`, for the length of a lease from `at` on; another service skips them meanwhile."""
    free = or_(col(Mail.claimed_until).is_(None), col(Mail.claimed_until) <= at)
    query = (
        select(Mail)
        .where(Mail.state == MailState.QUEUED, col(Mail.next_try_at) <= now, free)
        .order_by(col(Mail.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = session.exec(query).all()
    ids = [row.id for row in rows]
    session.connection().execute(
        update(Mail.__table__).where(col(Mail.id).in_(ids)).values(claimed_until=at + lease)  # type: ignore[attr-defined]
    )
    return rows


def next_try(session: Session) -> datetime | None:
    """When the next queued mail is to be sent."""
    return session.exec(select(func.min(Mail.next_try_at)).where(Mail.state == MailState.QUEUED)).one()


def mail(session: Session, mail_id: int) -> Mail:
    """One mail, or `NotFound`."""
    row = session.get(Mail, mail_id)
    if row is None:
        raise NotFound(f"Không có thư số {mail_id}. Xem danh sách: dondoc mail list")
    return row


def recent(session: Session, limit: int, address: str | None = None, state: MailState | None = None) -> Sequence[Mail]:
    """The newest mails first."""
    query = select(Mail)
    if address is not None:
        query = query.where(Mail.address == address)
    if state is not None:
        query = query.where(Mail.state == state)
    return session.exec(query.order_by(col(Mail.id).desc()).limit(limit)).all()


def every(session: Session) -> Sequence[Mail]:
    """All mails, oldest first."""
    return session.exec(select(Mail).order_by(col(Mail.id))).all()


def release(session: Session, ids: Sequence[int]) -> None:
    """Give claimed mails back at once."""
    statement = update(Mail.__table__).where(col(Mail.id).in_(ids), col(Mail.state) == MailState.QUEUED)  # type: ignore[attr-defined]
    session.connection().execute(statement.values(claimed_until=None))


def release_all(session: Session) -> None:
    """At the start of the only service on a database: nobody else can hold a claim."""
    statement = update(Mail.__table__).where(col(Mail.state) == MailState.QUEUED, col(Mail.claimed_until).is_not(None))  # type: ignore[attr-defined]
    session.connection().execute(statement.values(claimed_until=None))


def headers(session: Session) -> list[tuple[MailClass, str, date]]:
    """(class, address, day) of all mails."""
    rows = session.exec(select(Mail.klass, Mail.address, Mail.day).order_by(col(Mail.id))).all()
    return [(klass, address, day) for klass, address, day in rows]


#: Any number that is ours alone: PostgreSQL's advisory locks are numbered by the application.
_COMPOSING = 0x444F4E44


def lock_composing(session: Session) -> None:
    """Only one composing at a time, over all services on a database; SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _COMPOSING})


def plan_of(session: Session, mail: Mail) -> str | None:
    """The plan a mail is about (of a digest over several: the first)."""
    if mail.klass is MailClass.ANSWER:
        return mail.key.split(":")[1].partition("/")[0]
    query = (
        select(Assignment.plan_id)
        .join(Notice, col(Notice.assignment_id) == col(Assignment.id))
        .join(MailLine, col(MailLine.notice_id) == col(Notice.id))
        .where(MailLine.mail_id == mail.id)
    )
    return session.exec(query.order_by(col(MailLine.notice_id)).limit(1)).first()
