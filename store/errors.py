"""What can go wrong with the database."""

from __future__ import annotations

from config.errors import NeedsPerson


class NotFound(NeedsPerson):
    """Không tìm thấy dữ liệu được yêu cầu."""


class SchemaOutOfDate(NeedsPerson):
    """Cơ sở dữ liệu thuộc phiên bản phần mềm khác."""
