"""A legal document a plan may rest on (căn cứ pháp lý), and how long it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.kinds import SectionKind


class Mark(StrEnum):
    """Where a fact about a document comes from."""

    FOUND = "found"  #: thấy trong tài liệu công khai
    DOCUMENT = "document"  #: nêu trong chính một kế hoạch
    OWN = "own"  #: chưa xác minh


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """One document; unknown days are None, never guessed."""

    number: str  #: số, ký hiệu: "59/2012/NĐ-CP"
    title: str
    mark: Mark
    issued_on: date | None = None
    in_force_from: date | None = None
    ended_on: date | None = None  #: từ ngày này không còn hiệu lực
    replaced_by: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()  #: hướng dẫn những văn bản này: hết theo chúng
    years: tuple[int, int] | None = None  #: chỉ dùng cho những năm này
    province: str | None = None  #: văn bản của một tỉnh
    regime: bool = False  #: quy định chính công tác theo dõi thi hành pháp luật
    lacks: tuple[SectionKind, ...] = ()  #: loại việc không còn thấy trong văn bản
    source: str = ""
    note: str = ""

    def in_force(self, on: date) -> bool:
        """Whether it is known to hold on the day: in force already, and not yet ended."""
        start = self.in_force_from or self.issued_on
        return (start is None or start <= on) and (self.ended_on is None or on < self.ended_on)
