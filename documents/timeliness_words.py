"""The Vietnamese words for how an assignment stands to its last day."""

from __future__ import annotations

from types import MappingProxyType

from models.outcome import Verdict

#: the four cells of national reporting (báo cáo 1270/BC-TCTTTg, 2017), and what stands outside a rate
TIMELINESS_WORDS = MappingProxyType(
    {
        Verdict.ON_TIME: "Đúng hạn",
        Verdict.LATE: "Quá hạn, đã xong",
        Verdict.MISSING: "Quá hạn, chưa xong",
        Verdict.PENDING: "Chưa đến hạn",
        Verdict.UNCOUNTED: "Không tính",
    }
)
