"""One contact (người liên hệ) of an agency, as a sheet of contacts gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.kinds import ContactRole


@dataclass(frozen=True, slots=True)
class ContactRow:
    """An address of an agency in one role, with the days between which it holds (both inclusive)."""

    agency_id: str
    role: ContactRole
    address: str
    name: str = ""  #: họ tên
    position: str = ""  #: chức vụ
    valid_from: date | None = None  #: từ ngày
    valid_to: date | None = None  #: đến ngày
