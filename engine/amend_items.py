"""Amendment, the items: what a person has to decide anew, and what the new version settles (A13)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from engine.amend_look import Look
from engine.close_plan import proposal_key
from models.dispatch import ItemKind
from models.kinds import TimeForm
from models.moves import FINAL
from models.plan_file import ActivityFile, PlanFile
from rules.amendment import Fate
from store import dispatches, versions


def follow_items(session: Session, seen: Look, new: PlanFile, at: datetime) -> None:
    """Settle and raise items by the difference of the two versions."""
    old = seen.old.file
    tracked = {activity.id: activity for _, activity in new.activities() if activity.tracked}
    before = {activity.id: activity for _, activity in old.activities() if activity.tracked}
    plan_id = new.plan.id
    for key in before.keys() | tracked.keys():
        one, two = before.get(key), tracked.get(key)
        _turn(session, _undated(one), _undated(two), _set_date(plan_id, key, two, at), at)
        _turn(session, _inferred(one), _inferred(two), _lead(plan_id, key, two, at), at)
    _turn(session, old.plan.issued_assumed, new.plan.issued_assumed, _assumed(new, at), at)
    _proposal(session, seen, at)


def _turn(session: Session, was: bool, wanted: bool, item: dict[str, object], at: datetime) -> None:
    key = str(item["key"])
    if was and not wanted:
        dispatches.settle_item(session, key, at)
    elif wanted and not was and not dispatches.raise_items(session, [item]):
        versions.reopen_item(session, key)


def _undated(activity: ActivityFile | None) -> bool:
    return activity is not None and activity.applied is not None and activity.applied.form is TimeForm.UNDATED


def _inferred(activity: ActivityFile | None) -> bool:
    return activity is not None and activity.lead_inferred


def _set_date(plan_id: str, key: str, activity: ActivityFile | None, at: datetime) -> dict[str, object]:
    title = activity.title if activity is not None else ""
    return {
        "key": f"{ItemKind.SET_DATE.value}:{plan_id}:{key}", "plan_id": plan_id, "kind": ItemKind.SET_DATE,
        "title": f"Chưa có thời hạn: {title}",
        "detail": "Kế hoạch không nêu thời hạn; đề nghị ấn định, hoặc nhập thời hạn của cấp trên.", "raised_at": at,
    }  # fmt: skip


def _lead(plan_id: str, key: str, activity: ActivityFile | None, at: datetime) -> dict[str, object]:
    leads = ", ".join(activity.leads) if activity is not None else ""
    title = activity.title if activity is not None else ""
    return {
        "key": f"{ItemKind.LEAD_INFERRED.value}:{plan_id}:{key}", "plan_id": plan_id,
        "kind": ItemKind.LEAD_INFERRED, "title": f"Cơ quan chủ trì được suy ra: {leads}",
        "detail": f"Văn bản không nêu cơ quan chủ trì của “{title}”.", "raised_at": at,
    }  # fmt: skip


def _assumed(new: PlanFile, at: datetime) -> dict[str, object]:
    plan_id = new.plan.id
    return {
        "key": f"{ItemKind.ASSUMED_DATE.value}:{plan_id}:plan", "plan_id": plan_id, "kind": ItemKind.ASSUMED_DATE,
        "title": f"Ngày ban hành {new.plan.issued_on:%d/%m/%Y} là giả định",
        "detail": "Văn bản không ghi ngày; đề nghị xác nhận.", "raised_at": at,
    }  # fmt: skip


def _proposal(session: Session, seen: Look, at: datetime) -> None:
    """A plan that goes on may be proposed for closing once more, later."""
    made = any(verdict.fate is Fate.MADE for verdict in seen.verdicts)
    if made or any(row.state not in FINAL for row in seen.rows.values()):
        key = proposal_key(seen.plan.id)
        versions.retire_item(session, key, f"{key}:v{seen.plan.version - 1}", at)
