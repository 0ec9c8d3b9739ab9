"""An assignment as its agency is to read it in a mail."""

from __future__ import annotations

from engine.office import MailSender
from models.agency import Agency
from models.assignment import Assignment
from models.kinds import TimeForm
from models.plan import Activity, Plan
from notifications.contexts import Duty, Letterhead


def duty(
    row: Assignment, activity: Activity, plan: Plan, agency: Agency, names: dict[str, str], *, with_agency: bool = False
) -> Duty:
    """`names`: agency id → name, for the one it is owed to and the desk."""
    moved = row.original_due if row.original_due != row.current_due else None
    return Duty(
        title=activity.title,
        plan_title=plan.title,
        plan_number=plan.number,
        agency=agency.name if with_agency else "",
        last_day=row.current_due,
        hour=row.hour if moved is None else None,
        ongoing=row.form is TimeForm.ONGOING,
        original_last_day=moved,
        time_phrase=activity.phrase or None,
        time_place=f"dòng {activity.phrase_line}" if activity.phrase and activity.phrase_line else None,
        outputs=tuple(activity.outputs),
        owed_to=names.get(row.owed_to_id),
        through=names.get(row.desk_id),
        requested=row.requested,
        reference=row.key,
    )


def letterhead(sender: MailSender, from_name: str, to_names: tuple[str, ...]) -> Letterhead:
    """Who writes to whom."""
    return Letterhead(sender=from_name, addressees=to_names, how_to_answer=sender.how_to_answer)
