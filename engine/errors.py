"""Refusals: what a person may not do, and what to do instead."""

from __future__ import annotations

from config.errors import NeedsPerson


class AlreadyActive(NeedsPerson):
    """Kế hoạch đã được kích hoạt."""


class NotAllowed(NeedsPerson):
    """Thao tác này không được phép."""
