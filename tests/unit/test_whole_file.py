"""A file is written whole, or what was there stays."""

from __future__ import annotations

import errno
import os

import pytest

from documents.os_trouble import why
from documents.whole_file import CannotWrite, write_whole


def test_a_new_file_and_one_replaced(tmp_path):
    for text in ("một", "hai"):
        write_whole(tmp_path / "a.yaml", text)
        assert (tmp_path / "a.yaml").read_text("utf-8") == text
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_full_disk_leaves_the_old_file(tmp_path):
    """Files of this process may not grow above a page, as on a disk that is full."""
    path = tmp_path / "a.yaml"
    path.write_text("cũ", "utf-8")
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(CannotWrite, match=r"a\.yaml: tệp quá lớn"):
            write_whole(path, "mới " * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_text("utf-8") == "cũ"
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_what_is_no_file_is_left_alone(tmp_path):
    os.mkfifo(tmp_path / "ong")
    for name in ("ong", "."):
        with pytest.raises(CannotWrite, match="không phải là tệp thường"):
            write_whole(tmp_path / name, "x")
    assert (tmp_path / "ong").is_fifo()


def test_reasons_are_vietnamese():
    assert why(OSError(errno.ENOSPC, "No space left on device")) == "đĩa đã đầy"
    assert why(OSError(9999, "?")) == "mã lỗi 9999"
