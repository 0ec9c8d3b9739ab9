"""The directory of agencies as plain values, as of which everything is expanded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from models.kinds import AgencyClass


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """One agency (cơ quan) with its validity; codes are the statistics office's, per administrative system."""

    id: str  #: bền vững, ví dụ "soc-trang/so-tu-phap", "soc-trang/huyen-943", "soc-trang/xa-31528"
    name: str  #: tên đầy đủ dùng trong công văn: "UBND huyện Kế Sách"
    klass: AgencyClass
    province: str  #: tên tỉnh tại thời điểm đó
    parent: str | None = None  #: id cấp trên trực tiếp
    short_name: str | None = None
    symbol: str | None = None  #: ký hiệu văn bản, ví dụ "STP"
    system: str = ""  #: hệ mã đơn vị hành chính ("2022", "2026")
    code: str = ""
    valid_from: date | None = None
    valid_to: date | None = None  #: ngày cuối cùng còn tồn tại
    successor: str | None = None
    order: int = 0  #: thứ tự trong danh mục

    def valid_on(self, day: date) -> bool:
        """Whether the agency exists on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Directory:
    """All agencies of one directory file, in order."""

    key: str
    agencies: tuple[AgencyEntry, ...]
    by_id: dict[str, AgencyEntry] = field(default_factory=dict[str, AgencyEntry])

    @staticmethod
    def of(key: str, agencies: Iterable[AgencyEntry]) -> Directory:
        """Build with the index by id."""
        entries = tuple(agencies)
        return Directory(key, entries, {entry.id: entry for entry in entries})

    def of_class(self, klass: AgencyClass, on: date) -> Iterator[AgencyEntry]:
        """Members of a class existing on the day, in the directory's order."""
        return (entry for entry in self.agencies if entry.klass is klass and entry.valid_on(on))

    def ancestors(self, agency_id: str) -> Iterator[AgencyEntry]:
        """The agencies above, nearest first."""
        entry = self.by_id.get(agency_id)
        while entry is not None and entry.parent is not None:
            entry = self.by_id.get(entry.parent)
            if entry is not None:
                yield entry
