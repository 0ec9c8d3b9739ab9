"""The file name of a kept mail."""

from __future__ import annotations

from datetime import date


def file_name(day: date, message_id: str) -> str:
    """The file of a mail: its day and Message-ID, so that names sort by day and the same mail has the same name."""
    return f"{day.isoformat()}_{message_id.strip('<> ').partition('@')[0]}.eml"
