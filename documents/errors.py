"""What can be wrong with something that is to be written as a document."""

from __future__ import annotations

from config.errors import Bug


class NothingToUrge(Bug):
    """Công văn đôn đốc không có nội dung nào: không soạn công văn khi không còn việc nợ."""


class AddresseeMissing(Bug):
    """Một dòng của công văn có nơi nhận không nằm trong mục Kính gửi."""
