"""One time statement as parsed, before its years are filled in and neighbours are combined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rules.times.stretches import Stretch

#: in: within; by: up to and with; before: up to but without; since: from then on; issue: from the plan's issue on.
Sort = Literal["in", "by", "before", "since", "issue", "recurring", "ongoing", "trigger", "nothing"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that comes back: "ngày 20 của tháng cuối quý". `freq` None: said by a neighbour ("hằng tháng")."""

    freq: str | None
    day: int  #: 31: the last of the month
    month: int | None = None  #: 1 to 3: the month within the quarter


@dataclass(slots=True)
class Statement:
    """What stands at tokens `first` to `behind`, not included."""

    first: int
    behind: int
    sort: Sort
    stretch: Stretch | None = None
    anchor: Anchor | None = None
    hour: str | None = None
    weekday: str | None = None
    freqs: tuple[str, ...] = ()
    details: tuple[str, ...] = ()  #: "by=12-01"
    printed: tuple[str, ...] = ()  #: the details with the printed day of "trước ngày"
    face: str | None = None
    named: bool = False  #: the phrase names a report of that rhythm ("báo cáo quý"), not the rhythm itself
    done: bool = False  #: "hoàn thành", "xong"
    led: frozenset[str] = frozenset()  #: the words that lead it in: "vào", "trong", "định kỳ" …
    formal: bool = False  #: "chậm nhất", "hạn cuối": a deadline wherever it stands
    whole: bool = False  #: "cả năm"
    sporadic: bool = False  #: "đột xuất"
    offset: int | None = None
    working: bool = False
    events: tuple[tuple[int, int], ...] = ()  #: tokens of each event
    any_event: bool = False
    inherited: bool = False
    form: str = ""  #: the production that made it, for the rules of prose
