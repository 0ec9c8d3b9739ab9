"""The work of a day done by flows: what `engine.timelapse` calls hands, and what the service calls every morning."""

from __future__ import annotations

from datetime import datetime

from prefect import tags

from config.timezone import local_day
from flows.carry_out_plan import carry_out_plan
from flows.deliver_mail import deliver_mail
from flows.run_labels import quarter_tag, run_tags
from flows.top_level import run_to_state
from tasks.deliver_mail import send_queued
from tasks.errors import SectionsFailed
from tasks.read_standing import due_plans, province_of


class ByFlows:
    """Sweeping and mailing as Prefect runs, seen on the dashboard. Use inside `tasks.prefect_clients`."""

    sends = True

    async def sweep(self, now: datetime) -> None:
        """One run of the plan's flow per plan with something due; it starts the sections.

        Raises `SectionsFailed` when a run failed, after all plans had their turn.
        """
        failed: list[str] = []
        for plan in due_plans(now):
            with tags(*run_tags(plan, province_of(plan), local_day(now))):
                state = await run_to_state(carry_out_plan, plan, now)
            if not state.is_completed():
                failed.append(plan)
        if failed:
            raise SectionsFailed(f"Kế hoạch gặp lỗi khi cập nhật: {', '.join(failed)}. Xem bảng theo dõi.")

    async def mail(self, now: datetime) -> None:
        """One run of the delivery flow."""
        with tags(quarter_tag(local_day(now))):
            await deliver_mail(now)

    async def answer(self, now: datetime) -> None:
        """Answers go out at once, without a run of their own: in the service a clock sends them every few minutes."""
        await send_queued(now)
