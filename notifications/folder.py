"""The channel that writes each mail into a folder as an .eml file: trials, and offices that send by hand."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import tempfile
from pathlib import Path

from notifications.address import normalise_address
from notifications.errors import MailTryAgain

_MESSAGE_ID = re.compile(rb"^Message-ID:[ \t]*(?:\r?\n[ \t]+)?<([^<>\r\n]{1,250})>", re.IGNORECASE | re.MULTILINE)
_UNFIT = re.compile(r"[^A-Za-z0-9@._-]|^\.")


class FolderChannel:
    """Writes `<message id>.eml`; a mail sent again replaces its own file and nothing else."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def send(self, sender: str, recipient: str, raw: bytes) -> None:
        """Writes the file whole or not at all. Raises WrongAddress, MailTryAgain (disk full, no folder)."""
        normalise_address(sender)
        normalise_address(recipient)
        try:
            await asyncio.to_thread(self._write, _file_name(raw), raw)
        except OSError as error:
            raise MailTryAgain(f"{self._path}: {error.strerror or error}") from error

    async def close(self) -> None:
        """Nothing to give back; the files stay."""

    def _write(self, name: str, raw: bytes) -> None:
        self._path.mkdir(parents=True, exist_ok=True)
        # A name of its own: two mails at one time must not write into each other's draft.
        handle, draft = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._path)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
            Path(draft).replace(self._path / name)
        except BaseException:
            Path(draft).unlink()
            raise


def _file_name(raw: bytes) -> str:
    found = _MESSAGE_ID.search(raw.partition(b"\r\n\r\n")[0])
    if found is None:
        return f"{hashlib.sha256(raw).hexdigest()[:32]}.eml"
    return f"{_UNFIT.sub('_', found[1].decode('ascii', 'replace'))}.eml"
