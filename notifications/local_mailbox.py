"""A mailbox on this machine: an SMTP server on loopback that keeps every mail as a file, for demos and first tries.

Run as `python -m notifications.local_mailbox FOLDER`; prints its port on the first line, ends with its input.
"""

from __future__ import annotations

import asyncio
import sys
from email import message_from_bytes
from email.utils import parsedate_to_datetime
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from config.timezone import local_day
from notifications.eml_name import file_name

HOST = "127.0.0.1"
#: One line per mail taken, in order: "Message-ID<tab>recipient"; a mail taken twice stands there twice.
RECEIVED = "received.log"
#: Bytes a mail may have.
LARGEST = 50_000_000


class Keeper:
    """aiosmtpd's handler: a mail is on disk before the server says 250."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = folder / RECEIVED

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002
        """Keep the mail and answer."""
        raw = envelope.original_content or b""
        message = message_from_bytes(raw)
        identity = str(message["Message-ID"] or "")
        day = local_day(parsedate_to_datetime(str(message["Date"])))
        path = self._folder / file_name(day, identity)
        path.write_bytes(raw)
        with self._log.open("a", encoding="utf-8") as log:
            log.writelines(f"{identity}\t{recipient}\n" for recipient in envelope.rcpt_tos)
        return "250 kept"


async def serve(folder: Path) -> None:
    """Say the port, then serve until standard input ends: the mailbox must not outlive whoever started it."""
    folder.mkdir(parents=True, exist_ok=True)
    loop = asyncio.get_running_loop()
    keeper = Keeper(folder)
    server = await loop.create_server(lambda: SMTP(keeper, hostname=HOST, loop=loop, data_size_limit=LARGEST), HOST, 0)
    async with server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
