"""Building blocks of a section's page; each kind of section picks its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from engine.outcome import period_label
from engine.section_view import Duty, Event, SectionView
from models.kinds import TimeForm
from models.moves import State
from tasks.publish_artifacts import day_text, markdown_table

#: Lines of a list on a page; the rest is a count.
MOST_LINES = 30
#: Names of agencies in one cell.
MOST_NAMES = 5


def documents(view: SectionView, title: str) -> str:
    """The documents received: number, date, agency."""
    sent = [duty for duty in view.duties if duty.number or duty.dated]
    rows = [[duty.agency, duty.number or "–", day_text(duty.dated), duty.activity] for duty in sent[:MOST_LINES]]
    if not rows:
        return f"{title}: chưa có."
    more = f"\n\nvà {len(sent) - MOST_LINES} văn bản khác." if len(sent) > MOST_LINES else ""
    return f"{title} ({len(sent)}):\n\n{markdown_table(['Cơ quan', 'Số', 'Ngày', 'Việc'], rows)}{more}"


def products(view: SectionView) -> str:
    """What each activity is to bring forth, and how many agencies have."""
    rows = [
        [activity.title, "; ".join(activity.outputs) or "–", _accepted(view.duties, activity.title)]
        for activity in view.activities
    ]
    return markdown_table(["Việc", "Sản phẩm", "Đã có kết quả"], rows)


def chain(view: SectionView) -> str:
    """What the section's activities draw on, and who has not delivered yet."""
    rows = [
        [activity.title, drawn.title, f"{drawn.total - len(drawn.missing)}/{drawn.total}", names(drawn.missing)]
        for activity in view.activities
        for drawn in activity.draws_on
    ]
    if not rows:
        return "Không dựa trên kết quả của mục khác."
    return markdown_table(["Việc", "Dựa trên", "Đã có", "Còn thiếu"], rows)


def users(view: SectionView) -> str:
    """Which activities wait for these results."""
    found = dict.fromkeys(title for activity in view.activities for title in activity.used_by)
    return f"Kết quả được dùng cho: {'; '.join(found)}." if found else ""


def events(view: SectionView) -> str:
    """The outside events that are waited for."""
    rows = [
        [activity.title, event.title, _document(event)] for activity in view.activities for event in activity.events
    ]
    return markdown_table(["Việc", "Sự kiện chờ", "Văn bản"], rows) if rows else ""


def notes_by_quarter(view: SectionView) -> str:
    """Of the ongoing duties: how many agencies sent a note in each quarter. A note is voluntary, never late."""
    quarters: dict[str, list[State]] = defaultdict(list)
    for duty in view.duties:
        if duty.form is TimeForm.ONGOING:
            quarters[duty.period].append(duty.state)
    rows = [
        [
            period_label(quarter), str(len(states)), str(sum(state is State.ACCEPTED for state in states)),
            str(sum(state is State.SUBMITTED for state in states)), str(sum(state is State.LAPSED for state in states)),
        ]
        for quarter, states in sorted(quarters.items())
    ]  # fmt: skip
    head = ["Kỳ", "Nhiệm vụ", "Có báo tin", "Chờ xác nhận", "Hết kỳ, không báo tin"]
    return markdown_table(head, rows) if rows else ""


def names(of: Iterable[str]) -> str:
    """Some names, and how many more."""
    known = list(of)
    shown = "; ".join(known[:MOST_NAMES]) or "–"
    return f"{shown}; và {len(known) - MOST_NAMES} cơ quan khác" if len(known) > MOST_NAMES else shown


def page(*parts: str) -> str:
    """The parts that have something to say, one below the other."""
    return "\n\n".join(part for part in parts if part)


def _document(event: Event) -> str:
    return f"{event.number or ''} {day_text(event.dated)}".strip() if event.recorded else "Chưa có"


def _accepted(duties: Iterable[Duty], title: str) -> str:
    mine = [duty for duty in duties if duty.activity == title]
    return f"{sum(duty.state is State.ACCEPTED for duty in mine)}/{len(mine)}"
