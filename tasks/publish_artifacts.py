"""What a run leaves on the dashboard: tables and progress. Plain calls: a task run for each would be dear.

Measured on SQLite: a task run costs the server about 70 ms of CPU, an artifact about 30 ms.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from prefect.artifacts import acreate_markdown_artifact, acreate_progress_artifact, acreate_table_artifact

from engine.outcome import MAIL_LABELS, period_label
from engine.section_view import Duty, SectionView
from engine.standing import PlanOverview
from models.moves import FINAL, STATE_LABELS
from models.notice import MailState
from models.plan import SectionState
from rules.schedule import SectionSchedule, schedule_table

#: Rows of a table on the dashboard; the rest is a count.
MOST_ROWS = 200
SECTION_LABELS = {
    SectionState.WAITING: "Chưa mở", SectionState.OPEN: "Đang thực hiện", SectionState.CLOSED: "Đã xong",
}  # fmt: skip
MAIL_STATES = {MailState.QUEUED: "Chờ gửi", MailState.SENT: "Đã gửi", MailState.REFUSED: "Bị từ chối"}


async def publish_section(view: SectionView, about: str) -> None:
    """The section's table: who still owes what, the latest first; `about` is what is particular to its kind."""
    owed = view.outstanding
    counts = "; ".join(f"{STATE_LABELS[state].lower()} {number}" for state, number in view.by_state.most_common())
    lines = [f"**{view.title}** ngày {day_text(view.day)}: {len(view.duties)} nhiệm vụ, trễ hạn {view.late}; {counts}."]
    if len(owed) > MOST_ROWS:
        lines.append(f"Bảng nêu {MOST_ROWS} nhiệm vụ, còn {len(owed) - MOST_ROWS} nhiệm vụ khác chưa xong.")
    await acreate_table_artifact(
        table=[_duty(duty) for duty in owed[:MOST_ROWS]] or [{"Cơ quan": "Không có nhiệm vụ đang chờ kết quả"}],
        key=section_key(view.plan, view.key),
        description="\n\n".join([*lines, about]),
    )


async def publish_progress(plan: PlanOverview, day: date) -> None:
    """How much of the plan is final, section by section."""
    done = sum(number for section in plan.sections for state, number in section.by_state.items() if state in FINAL)
    total = sum(section.assigned for section in plan.sections)
    rows = [
        [
            section.title, SECTION_LABELS[section.state], str(section.assigned),
            str(sum(number for state, number in section.by_state.items() if state in FINAL)), str(section.late),
        ]
        for section in plan.sections
    ]  # fmt: skip
    waiting = f"Chờ người quyết: {plan.items} việc, {plan.drafts} dự thảo công văn."
    table = markdown_table(["Mục", "Trạng thái", "Nhiệm vụ", "Đã xong", "Trễ hạn"], rows)
    await acreate_progress_artifact(
        progress=round(100 * done / total, 1) if total else 0.0,
        key=f"ke-hoach-{plan.id}-tien-do",
        description=f"**{plan.title}** ngày {day_text(day)}: xong {done}/{total} nhiệm vụ. {waiting}\n\n{table}",
    )


async def publish_schedule(plan: str, sections: Sequence[tuple[str, str, SectionSchedule]]) -> None:
    """The plan's year: the server itself creates runs only about 100 days ahead."""
    table = schedule_table([(title, schedule) for _, title, schedule in sections])
    note = "Ngoài các ngày nêu trên: 07:30 mỗi ngày làm việc khi mục đang mở, và buổi sáng sau mỗi hạn cuối."
    await acreate_markdown_artifact(
        markdown=f"{table}\n\n{note}", key=f"ke-hoach-{plan}-lich", description="Lịch theo quý"
    )


async def publish_mails(counts: Sequence[tuple[str, MailState, int]], drafts: int, day: date) -> None:
    """The mails of the day by kind and state."""
    rows = [
        {"Loại thư": MAIL_LABELS.get(kind, kind), "Trạng thái": MAIL_STATES[state], "Số thư": number}
        for kind, state, number in counts
    ]
    await acreate_table_artifact(
        table=rows or [{"Loại thư": "Không có thư"}],
        key="thu-trong-ngay",
        description=f"Thư ngày {day_text(day)}; dự thảo công văn chờ ký: {drafts}.",
    )


def section_key(plan: str, section: str) -> str:
    """Under which a section's table is found; the dashboard shows the newest of each key."""
    return f"muc-{plan}-{section}"


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; a bar within a cell would break the row."""
    cells = [[cell.replace("|", "/") for cell in row] for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def day_text(day: date | None) -> str:
    """dd/mm/yyyy; a dash when there is none."""
    return f"{day:%d/%m/%Y}" if day else "–"


def _duty(duty: Duty) -> dict[str, str | int]:
    return {
        "Cơ quan": duty.agency,
        "Hạn cuối": day_text(duty.last_day),
        "Trạng thái": "Quá hạn" if duty.days_late else STATE_LABELS[duty.state],
        "Số ngày trễ": duty.days_late,
        "Việc": duty.activity,
        "Kỳ": period_label(duty.period),
    }
