"""What every section's run does: advance the rows, show the page, say one line, end in a named state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from prefect import get_run_logger
from prefect.client.schemas.objects import State

from config.clock import now as clock
from engine.section_view import SectionView
from flows.run_labels import section_state, untagged
from tasks.advance_section import Done, advance_section
from tasks.errors import BrokenRows
from tasks.publish_artifacts import publish_section
from tasks.read_standing import read_section

#: What is particular to a kind, as Markdown.
Show = Callable[[SectionView], str]


async def carry_out(plan: str, section: str, now: datetime | None, show: Show) -> State[Any]:
    """One reconciling run; a second one at the same moment changes nothing.

    Raises `BrokenRows` at the very end when rows could not be processed: the others are done and shown by then.
    """
    moment = now or clock()
    with untagged():
        done = await advance_section(plan, section, moment)
    view = read_section(plan, section, moment)
    await publish_section(view, show(view))
    line = summary(view, done)
    get_run_logger().info(line)
    if done.failed:
        raise BrokenRows(f"Mục “{view.title}”: {done.failed} nhiệm vụ gặp lỗi khi xử lý. Xem: dondoc item list")
    return section_state(view, line)


def summary(view: SectionView, done: Done) -> str:
    """The one line of the run's log."""
    return (
        f"{view.title}: mở {done.opened}, báo {done.notices}, nấc công văn {done.rungs}, hết kỳ {done.lapsed}, "
        f"lỗi {done.failed}; xong {view.done}/{len(view.duties)}, trễ hạn {view.late}."
    )
