"""The words of a plan carried to another year and another province: only years and names move, never meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.two_tier import Province
from rules.agency_names import bare_key

_YEAR = re.compile(r"(?P<before>\bnăm\s+)(?P<year>(?:19|20)\d\d)\b(?!\s*[-–]\s*\d)", re.IGNORECASE)
_FULL_DATE = re.compile(r"(?:ngày\s+\d{1,2}\s+)?tháng\s+\d{1,2}\s+$", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_PARTY = re.compile(r"\b([Tt])ỉnh ủy\b")
#: "cấp tỉnh" is a level, whatever the unit is called.
_LEVEL_WORD = re.compile(r"(?<!cấp )\b([Tt])ỉnh\b")
_ENDED_TIER = re.compile(r"cấp huyện|các huyện|thị xã|thị trấn|Phòng Tư pháp|Phòng, ban", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """How texts of the old plan read in the new one."""

    years: tuple[int, int]  #: năm đầu, năm cuối của kế hoạch cũ
    shift: int  #: số năm dời
    old_province: str
    province: Province

    @property
    def moved(self) -> bool:
        """Whether the province became part of another."""
        return bare_key(self.old_province) != bare_key(self.province.name)

    def text(self, text: str, longest: int = 10_000) -> str:
        """Years of the plan's span dated on ("năm 2022", not in "tháng 6 năm 2022"), the province renamed.

        A city is a longer word than a province: what no longer fits its field is cut.
        """
        carried = self._place(_YEAR.sub(self._year, text))
        return carried if len(carried) <= longest else f"{carried[: longest - 1]}…"

    def old_years(self, text: str) -> tuple[str, ...]:
        """Years up to the old plan's last that still stand in a text already carried over."""
        return tuple(dict.fromkeys(year for year in _ANY_YEAR.findall(text) if int(year) <= self.years[1]))

    def ended_tier(self, text: str) -> str:
        """The first word of a text that speaks of districts; "" when none does."""
        found = _ENDED_TIER.search(text)
        return found[0] if found else ""

    def _year(self, match: re.Match[str]) -> str:
        year = int(match["year"])
        if _FULL_DATE.search(match.string[: match.start()]) or not self.years[0] <= year <= self.years[1]:
            return match[0]
        return f"{match['before']}{year + self.shift}"

    def _place(self, text: str) -> str:
        if not self.moved:
            return text
        new = self.province
        level = r"(?:[Tt]ỉnh|[Tt]hành phố)\s+"
        text = re.sub(rf"{level}{re.escape(self.old_province)}", new.full_name, text)
        text = text.replace(self.old_province, new.name)
        if new.city:
            text = _PARTY.sub(lambda found: "Thành ủy" if found[1] == "T" else "thành ủy", text)
            text = _LEVEL_WORD.sub(lambda found: "Thành phố" if found[1] == "T" else "thành phố", text)
        return text
