"""The delivery flow: the digests of 08:00 over all sections and plans, the drafts waiting for a signature, sending."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from prefect import flow, get_run_logger
from prefect.client.schemas.objects import State
from prefect.states import Completed

from config.clock import now as clock
from config.timezone import local_day
from flows.run_labels import RESULTS, run_name, untagged
from tasks.compose_digests import compose_digests
from tasks.deliver_mail import deliver_mail as send
from tasks.draft_dispatches import draft_dispatches, has_drafts
from tasks.publish_artifacts import publish_mails
from tasks.read_standing import read_mails

DESCRIPTION = (
    "Soạn thư tổng hợp lúc 08:00 ngày làm việc (mỗi địa chỉ nhiều nhất một thư một ngày), "
    "lập dự thảo công văn đôn đốc chờ ký, gửi thư."
)


@flow(
    name="Soạn và gửi thư",
    description=DESCRIPTION,
    flow_run_name=run_name,
    persist_result=False,
    result_storage=RESULTS,
)
async def deliver_mail(now: datetime | None = None) -> State[Any]:
    """Compose, draft and send what is due at `now` (default: the present)."""
    moment = now or clock()
    with untagged():
        composed = await compose_digests(moment)
        drafts = len(await draft_dispatches()) if has_drafts() else 0
        sent = await send(moment)
    await publish_mails(read_mails(moment), drafts, local_day(moment))
    line = (
        f"Soạn {composed.digests} thư tổng hợp (báo {composed.told} việc, bỏ {composed.dropped}), {drafts} dự thảo; "
        f"đã gửi {sent.sent}, bị từ chối {sent.refused}, gửi lại sau {sent.again}."
    )
    get_run_logger().info(line)
    return Completed(name="Đã gửi" if not sent.again else "Còn thư chờ gửi", message=line)
