"""File names of mails in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from notifications.errors import MailTryAgain
from notifications.folder import FolderChannel

ENVELOPE = ("stp@soctrang.gov.vn", "soyte@soctrang.gov.vn")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (b"Message-ID: <0a1b@soctrang.gov.vn>", "0a1b@soctrang.gov.vn.eml"),
        (b"message-id:\r\n <0a1b@x.vn>", "0a1b@x.vn.eml"),
        (b"Message-ID: <../../etc/x@x.vn>", "_._.._etc_x@x.vn.eml"),
        (b"Message-ID: <.a\x00b@x.vn>", "_a_b@x.vn.eml"),
    ],
)
async def test_the_file_is_named_after_the_message_id(tmp_path: Path, header: bytes, name: str) -> None:
    await FolderChannel(tmp_path).send(*ENVELOPE, b"From: a@x.vn\r\n" + header + b"\r\n\r\nbody\r\n")
    assert [file.name for file in tmp_path.iterdir()] == [name]


async def test_an_id_in_the_text_does_not_name_the_file(tmp_path: Path) -> None:
    channel = FolderChannel(tmp_path)
    await channel.send(*ENVELOPE, b"From: a@x.vn\r\n\r\nMessage-ID: <1@x.vn>\r\n")
    await channel.send(*ENVELOPE, b"From: b@x.vn\r\n\r\nMessage-ID: <1@x.vn>\r\n")
    names = [file.name for file in tmp_path.iterdir()]
    assert len(names) == 2
    assert "1@x.vn.eml" not in names


async def test_a_folder_that_cannot_be_written_means_later(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(MailTryAgain, match="taken"):
        await FolderChannel(tmp_path / "taken").send(*ENVELOPE, b"From: a@x.vn\r\n\r\n")
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]
