"""The hands of a time-lapse that really writes letters and sends mail, without Prefect."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from engine.compose import compose_digests
from engine.deliver import deliver
from engine.draft_letter import write_drafts
from engine.office import Office
from engine.timelapse import Directly
from notifications.channel import Channel


class WithMail(Directly):
    """Without Prefect, with real mail and drafts of urging letters."""

    sends = True

    def __init__(self, office: Office, channel: Channel, folder: Path, connections: int) -> None:
        super().__init__(office)
        self._channel = channel
        self._folder = folder
        self._connections = connections

    async def mail(self, now: datetime) -> None:
        """Compose, draft, send."""
        compose_digests(self._office, now)
        write_drafts(self._office, None, self._folder)
        await self.answer(now)

    async def answer(self, now: datetime) -> None:
        """Send what is queued."""
        await deliver(self._office, self._channel, now, self._connections)
