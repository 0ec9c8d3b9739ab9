"""Writing one digest: which notice is shown for each assignment, in which group, with what is still missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from config.timezone import local_day
from engine.duty import duty, letterhead
from engine.office import Office
from engine.outbox import Envelope, Names, dry_row, mail_row
from models.agency import Agency
from models.moves import State
from models.notice import MailClass, NoticeKind
from models.plan import Activity, NeedMode
from notifications.calendar_file import LastDay, calendar_file
from notifications.contexts import DigestContext, DutyLine, Group, Missing
from notifications.letters import render_digest
from store import agencies, assignments, plans, submissions
from store.notices import Pending

#: How many agencies still missing are named in a digest; the rest is a count.
NAMED = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A digest's row and the notices it tells."""

    row: dict[str, Any]
    notices: list[int]


class Writer:
    """Writes the digests of one composing; looks up names and missing results once each."""

    def __init__(self, office: Office, session: Session, moment: datetime) -> None:
        self._office = office
        self._session = session
        self._moment = moment
        self._day = local_day(moment)
        self._agencies: dict[str, Agency] = {}
        self._missing: dict[int, tuple[Missing, ...]] = {}

    def digest(self, address: str, rows: Sequence[Pending]) -> Told:
        """The digest of one address; `rows` in the order of the plans."""
        shown = _shown(rows)
        first = shown[0]
        envelope = Envelope(
            key=f"digest:{address}:{self._day.isoformat()}", klass=MailClass.DIGEST, kind="digest", address=address,
            agency_id=first.Agency.id, day=self._day, duties=len(shown),
        )  # fmt: skip
        told = [entry.Notice.id for entry in rows]
        if self._office.dry:
            return Told(dry_row(envelope, self._moment), told)
        self._learn_names(shown)
        to_names = tuple(dict.fromkeys(row.Agency.name for row in shown))
        senders = tuple(dict.fromkeys(self._agencies[row.Plan.coordinator_id].name for row in shown))
        several = len(to_names) > 1
        lines = tuple(self._line(row, with_agency=several) for row in shown)
        calendar = self._calendar(shown)
        head = letterhead(self._office.sender, ", ".join(senders), to_names)
        letter = render_digest(DigestContext(head, self._day, lines, with_calendar=calendar is not None))
        names = Names(first.Agency.name, senders[0])
        return Told(mail_row(self._office.sender, envelope, names, letter, self._moment, calendar), told)

    def _line(self, row: Pending, *, with_agency: bool) -> DutyLine:
        assignment, calendar = row.Assignment, self._office.calendar
        names = {agency_id: agency.name for agency_id, agency in self._agencies.items()}
        due = assignment.current_due
        late = due is not None and due < self._day and not assignment.requested
        returned = assignment.state is State.RETURNED
        return DutyLine(
            group=_group(row, late=late),
            duty=duty(assignment, row.Activity, row.Plan, row.Agency, names, with_agency=with_agency),
            working_days_left=calendar.between(self._day, due) if due is not None and not late else None,
            working_days_late=calendar.between(due, self._day) if due is not None and late else None,
            days_late=(self._day - due).days if due is not None and late else None,
            missing=self._missing_for(row.Activity),
            return_reason=self._return_reason(assignment.id) if returned else None,
            redo_by=assignment.redo_by if returned else None,
        )

    def _return_reason(self, assignment_id: int) -> str | None:
        sent = submissions.latest(self._session, assignment_id)
        return sent.reason if sent is not None and sent.reason else None

    def _missing_for(self, activity: Activity) -> tuple[Missing, ...]:
        """What the activity draws on and has not come yet."""
        assert activity.id is not None
        if activity.id not in self._missing:
            needed = [need.needed_id for need in plans.needs(self._session, [activity.id], NeedMode.DRAWS_ON)]
            self._missing[activity.id] = self._count_missing(needed) if needed else ()
        return self._missing[activity.id]

    def _count_missing(self, needed: list[int]) -> tuple[Missing, ...]:
        names: dict[int, list[str]] = defaultdict(list)
        for activity_id, name in assignments.missing(self._session, needed):
            names[activity_id].append(name)
        totals = assignments.totals(self._session, needed)
        return tuple(
            Missing(
                plans.activity(self._session, activity_id).title,
                len(missing),
                totals[activity_id],
                tuple(dict.fromkeys(missing))[:NAMED],
            )
            for activity_id, missing in sorted(names.items())
        )

    def _calendar(self, shown: Sequence[Pending]) -> bytes | None:
        days = [
            LastDay(
                uid=f"{row.Assignment.key}@{self._office.sender.domain}",
                summary=f"Hạn cuối: {row.Activity.title}",
                last_day=row.Assignment.current_due,
                description=f"{row.Agency.name}. {row.Plan.title}",
            )
            for row in shown
            if row.Notice.kind is NoticeKind.OPENED and row.Assignment.current_due is not None
        ]
        return calendar_file(days, self._moment) if days else None

    def _learn_names(self, shown: Sequence[Pending]) -> None:
        wanted = {
            agency
            for row in shown
            for agency in (row.Plan.coordinator_id, row.Assignment.owed_to_id, row.Assignment.desk_id)
        } - self._agencies.keys()
        if wanted:
            self._agencies |= agencies.agencies(self._session, wanted)


def _shown(rows: Sequence[Pending]) -> list[Pending]:
    """R39: of several notices about one assignment the latest moment, then the highest offset, `opened` last."""
    best: dict[int, Pending] = {}
    for row in rows:
        number = row.Assignment.id
        if number not in best or _weight(row) > _weight(best[number]):
            best[number] = row
    return list(best.values())


def _weight(row: Pending) -> tuple[datetime, int, bool]:
    return row.Notice.moment, row.Notice.offset, row.Notice.kind is not NoticeKind.OPENED


def _group(row: Pending, *, late: bool) -> Group:
    kind = row.Notice.kind
    if row.Assignment.requested:
        return Group.UNANSWERED if kind is NoticeKind.REPEAT else Group.NEW
    if row.Assignment.state is State.RETURNED and not late:
        return Group.RETURNED
    if kind is NoticeKind.OVERVIEW:
        return Group.MONTHLY
    if late or kind is NoticeKind.LATE:
        return Group.OVERDUE
    return Group.NEW if kind is NoticeKind.OPENED else Group.COMING
