"""A person has dealt with an item (việc cần người quyết)."""

from __future__ import annotations

from datetime import datetime

from config.timezone import local_day
from engine.errors import NotAllowed
from engine.office import Office
from models.dispatch import Item
from store import standing
from store.errors import NotFound


def finish_item(office: Office, item_id: int, at: datetime) -> Item:
    """Mark it as done; refused when it is done already."""
    with office.database.begin() as session:
        item = standing.item(session, item_id)
        if item is None:
            raise NotFound(f"Không có việc số {item_id}. Xem danh sách: dondoc item list")
        if item.done_at is not None:
            raise NotAllowed(f"Việc số {item_id} đã xong ngày {local_day(item.done_at):%d/%m/%Y}.")
        item.done_at = at
        session.add(item)
        return item
