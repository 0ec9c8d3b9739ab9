"""Made-up contacts for trying a plan out: reserved `.example` addresses (RFC 2606), which no mail can reach."""

from __future__ import annotations

from models.contact_row import ContactRow
from models.directory import Directory
from models.kinds import ContactRole


def demo_contacts(directory: Directory) -> tuple[ContactRow, ...]:
    """An officer and a head for every agency."""
    rows: list[ContactRow] = []
    for entry in directory.agencies:
        province, _, name = entry.id.partition("/")
        domain = f"{name or 'co-quan'}.{province}.example"
        rows.append(ContactRow(entry.id, ContactRole.FOCAL_POINT, f"dau-moi@{domain}", position="Đầu mối"))
        rows.append(ContactRow(entry.id, ContactRole.HEAD, f"lanh-dao@{domain}", position="Người đứng đầu"))
    return tuple(rows)
