"""The item of an agency that has ended without one heir: raised, kept up to date, and done (R50)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from models.directory import AgencyEntry
from models.dispatch import ItemKind
from models.plan import Plan, Role
from store import dispatches, successions

#: How many of a long list are named.
NAMED = 12
ROLES = {Role.OWNER: "cơ quan ban hành", Role.COORDINATOR: "cơ quan theo dõi"}


def ceased_key(plan_id: str, agency_id: str) -> str:
    """The key of the item: one per plan and agency."""
    return f"{ItemKind.CEASED_AGENCY.value}:{plan_id}:{agency_id}"


def ask_person(
    session: Session,
    plan: Plan,
    agency: AgencyEntry,
    roles: Sequence[Role],
    candidates: Sequence[str],
    at: datetime,
    *,
    again: bool,
) -> None:
    """Raise the item; `again`: one raised before is brought up to date and waits for a person again."""
    assert agency.valid_to is not None
    duties = [row.key for row in successions.orphans(session, plan.id, agency.id)]
    item: dict[str, object] = {
        "key": ceased_key(plan.id, agency.id),
        "plan_id": plan.id,
        "kind": ItemKind.CEASED_AGENCY,
        "title": f"{agency.name} kết thúc hoạt động sau ngày {agency.valid_to:%d/%m/%Y}: "
        + "; ".join([*([f"{len(duties)} nhiệm vụ chưa có nơi nhận"] if duties else []), *(ROLES[r] for r in roles)]),
        "detail": _detail(duties, candidates, agency.id),
        "raised_at": at,
    }
    if dispatches.raise_items(session, [item]) == 0 and again:
        dispatches.raise_again(session, item)


def _detail(duties: Sequence[str], candidates: Sequence[str], agency: str) -> str:
    listed = ", ".join(duties[:NAMED]) + (f" và {len(duties) - NAMED} nhiệm vụ khác" if len(duties) > NAMED else "")
    among = ", ".join(candidates) or "chưa xác định"
    return (
        f"Nhiệm vụ: {listed or '—'}. Nơi có thể nhận: {among}. Không nhắc việc cho đến khi quyết định: "
        f"dondoc agency reassign --agency {agency} --to CƠ_QUAN, hoặc rút nhiệm vụ."
    )


def settle_ceased(session: Session, plan: Plan, agency_id: str, at: datetime) -> None:
    """The item is done when nothing of the agency is left to decide."""
    session.flush()
    if agency_id not in (plan.owner_id, plan.coordinator_id) and not successions.orphans(session, plan.id, agency_id):
        dispatches.settle_item(session, ceased_key(plan.id, agency_id), at)
