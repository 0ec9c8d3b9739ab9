"""The reorganisation of 2025 as data: which province went into which, which groups ended, which departments merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.kinds import AgencyClass


@dataclass(frozen=True, slots=True)
class Province:
    """A province or a city of central rank since the reorganisation."""

    name: str
    city: bool
    formed_from: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """Such as “thành phố Cần Thơ”, “tỉnh Lâm Đồng”."""
        return f"{'thành phố' if self.city else 'tỉnh'} {self.name}"


@dataclass(frozen=True, slots=True)
class TwoTier:
    """Everything about it that a plan of another year needs."""

    since: date
    source: str
    provinces: tuple[Province, ...]
    ended: Mapping[AgencyClass, str]  #: nhóm không còn → điều cần cân nhắc
    departments: Mapping[str, str]  #: tên sở cũ → tên sở mới
