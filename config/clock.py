"""The only place that reads a clock. Everything else gets the moment as an argument."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, aware, in UTC. Read once at the edge (command, flow, request) and passed down."""
    return datetime.now(UTC)
