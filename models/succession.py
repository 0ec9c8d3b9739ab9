"""What became of an agency that ended (kế thừa): one reviewed entry per agency and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SuccessionKind(StrEnum):
    """How an agency ended."""

    RENAMED = "renamed"  #: đổi tên
    MERGED_INTO = "merged_into"  #: nhập vào một cơ quan
    SPLIT_INTO = "split_into"  #: chia cho nhiều cơ quan
    ABOLISHED = "abolished"  #: kết thúc, không có cơ quan kế thừa hoặc chưa rõ


class SuccessionCertainty(StrEnum):
    """How sure an entry is, so that a person knows what to look at first."""

    FOUND = "found"  #: văn bản hoặc danh mục nêu đích danh
    COMPUTED = "computed"  #: suy ra từ tên nêu trong danh mục
    ASSUMED = "assumed"  #: theo quy tắc chung, chưa thấy văn bản của tỉnh


@dataclass(frozen=True, slots=True)
class Succession:
    """What happened to one agency on one day; agencies are named by their id in the directory."""

    predecessor: str
    successors: tuple[str, ...]  #: đúng một: nhiệm vụ chuyển được; nhiều hoặc không có: người quyết định
    on: date  #: ngày đầu tiên cơ quan kế thừa hoạt động (ngày sau `valid_to` của cơ quan cũ)
    kind: SuccessionKind
    source: str  #: căn cứ: số, ký hiệu văn bản, danh mục
    note: str = ""
    certainty: SuccessionCertainty = SuccessionCertainty.FOUND

    @property
    def single(self) -> str | None:
        """The one agency open duties move to, if there is exactly one."""
        return self.successors[0] if len(self.successors) == 1 else None
