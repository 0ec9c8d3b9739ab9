"""Amendment: a document changes a plan while it runs (A1-A14, docs/how-a-plan-runs.md). All or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from engine.activate import Blueprint
from engine.amend_duties import AmendingDocument
from engine.amend_look import Look, look, text_hash
from engine.amend_problems import problems
from engine.amend_write import AmendmentWriter
from engine.errors import NotAllowed
from engine.office import Actor, Office
from models.problem import Problems
from rules.amendment import Fate
from rules.plan_diff import Difference, HeaderDifference, differences, header_differences
from store import versions

__all__ = ["Amended", "AmendingDocument", "amend", "preview"]


@dataclass(frozen=True, slots=True)
class Amended:
    """What an amendment does, or did; `version` is the plan's version afterwards."""

    plan_id: str
    version: int
    same: bool  #: cùng nội dung với bản đang chạy: không có gì thay đổi
    header: tuple[HeaderDifference, ...] = ()
    differences: tuple[Difference, ...] = ()
    per_activity: Mapping[str, Mapping[Fate, int]] = field(default_factory=dict[str, Mapping[Fate, int]])
    notes: tuple[str, ...] = ()  #: điều cần biết thêm

    @property
    def counts(self) -> Counter[Fate]:
        """How many duties of the plan meet which fate."""
        total: Counter[Fate] = Counter()
        for one in self.per_activity.values():
            total.update(one)
        return total


def preview(office: Office, blueprint: Blueprint, document: AmendingDocument, at: datetime) -> Amended:
    """What `amend` would do at that moment; raises what it would raise."""
    with office.database.read() as session:
        unchanged = _unchanged(session, blueprint, lock=False)
        if unchanged is not None:
            return unchanged
        return _told(_checked(office, session, blueprint, document, at, lock=False))


def amend(
    office: Office, blueprint: Blueprint, document: AmendingDocument, at: datetime, actor: Actor,
    expected: int | None = None,
) -> Amended:  # fmt: skip
    """Make the file the plan's next version. The same text as the present one changes nothing.

    `expected`: the version a person saw coming in the preview; refused when another one was applied meanwhile.
    Raises `Problems` with everything that stands in the way, `NotAllowed` for a closed plan, `NotFound`.
    """
    with office.database.together(), office.database.begin() as session:
        unchanged = _unchanged(session, blueprint, lock=True)
        if unchanged is not None:
            return unchanged
        seen = _checked(office, session, blueprint, document, at, lock=True)
        done = _told(seen)
        if expected is not None and done.version != expected:
            raise NotAllowed("Kế hoạch vừa được sửa đổi bởi người khác; xin xem lại rồi thực hiện lại.")
        AmendmentWriter(office, session, seen, blueprint, document, at, actor).write()
        return done


def _unchanged(session: Session, blueprint: Blueprint, *, lock: bool) -> Amended | None:
    plan = versions.present_plan(session, blueprint.plan.plan.id, lock=lock)
    if plan.document_hash != text_hash(blueprint.text):
        return None
    return Amended(plan.id, plan.version, same=True)


def _checked(
    office: Office, session: Session, blueprint: Blueprint, document: AmendingDocument, at: datetime, *, lock: bool
) -> Look:
    seen = look(office, session, blueprint, at, lock=lock)
    found = problems(session, seen, document, blueprint)
    if found:
        raise Problems(found)
    return seen


def _told(seen: Look) -> Amended:
    old, new = seen.old.file, seen.new.file
    return Amended(
        plan_id=seen.plan.id, version=seen.plan.version + 1, same=False,
        header=tuple(header_differences(old, new)), differences=tuple(differences(old, new)),
        per_activity=seen.per_activity, notes=tuple(_notes(seen)),
    )  # fmt: skip


def _notes(seen: Look) -> list[str]:
    """A6, A8: what a person should know before saying yes."""
    found: dict[str, None] = {}
    for verdict in seen.verdicts:
        after = verdict.after
        if verdict.fate is Fate.MOVED and after is not None and after.hour is not None:
            said = f"{after.activity}: hạn mới tính đến hết ngày; giờ in trong văn bản chỉ gắn với hạn ban đầu."
            found[said] = None
        if verdict.fate is Fate.TO_DECIDE:
            found[f"{verdict.activity}: có kết quả đã gửi, chưa rút mà chờ người quyết định."] = None
    return list(found)
