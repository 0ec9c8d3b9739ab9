"""The Vietnamese words for how an assignment stands to its last day."""

from __future__ import annotations

from types import MappingProxyType

from models.outcome import Timeliness

#: the four cells of national reporting (báo cáo 1270/BC-TCTTTg, 2017), and what stands outside a rate
TIMELINESS_WORDS = MappingProxyType(
    {
        Timeliness.ON_TIME: "Đúng hạn",
        Timeliness.LATE: "Quá hạn, đã xong",
        Timeliness.MISSING: "Quá hạn, chưa xong",
        Timeliness.PENDING: "Chưa đến hạn",
        Timeliness.UNCOUNTED: "Không tính",
    }
)
