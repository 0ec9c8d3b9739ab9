"""What makes a flow run FAILED: real failures only. Waiting and being late are named states of a completed run."""

from __future__ import annotations

from config.errors import Bug, TryAgain


class ServerNotStarted(TryAgain):
    """Máy chủ Prefect không khởi động được; xem tệp nhật ký của máy chủ."""


class BrokenRows(Bug):
    """Một số nhiệm vụ gặp lỗi khi xử lý; các nhiệm vụ khác đã được cập nhật. Xem: dondoc item list"""


class SectionsFailed(Bug):
    """Một số mục gặp lỗi khi cập nhật; các mục khác đã được cập nhật."""
