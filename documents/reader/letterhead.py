"""Number, place and date of a letterhead, however its two columns were flattened; the motto is cut out first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.reader.flat_text import FlatText
from documents.repair.letters import LOWER, UPPER
from models.source_text import Place

_MOTTO = re.compile(
    r"CỘNG\s+H[OÒ][ÀA]\s+XÃ?\s*HỘI\s+CHỦ\s+NGH[ĨI]A\s+VIỆT\s+NAM|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
    r"|(?:Độc|ĐỘC)\s+(?:[Ll]ập|LẬP)\s*[-–—.]*\s*(?:[Tt]ự|TỰ)\s+(?:[Dd]o|DO)\s*[-–—.]*\s*(?:[Hh]ạnh"
    r"|HẠNH)\s+(?:[Pp]húc|PHÚC)"
)
_BLANK = r"[.…_\s\x00-]{0,40}"
_NUMBER = re.compile(
    rf"""(?x)(?:^|(?<=[\n\x00])|(?<=\s))(?:Số|SỐ(?=\s?:))\s?[:.]?
    (?P<blank>{_BLANK}?)
    (?P<number>\d{{1,6}}(?:\.\d{{3}})?[a-zA-Z]?\b)?\s?{_BLANK}?
    (?:/\s?(?P<year>(?:19|20)\d\d)\s?)?
    (?P<mark>[/–-])\s?
    (?P<symbol>[A-ZĐÔƯ][A-Za-zĐđÔôƯư0-9&.]*(?:\s?[-–/]\s?[A-ZĐÔƯ0-9][A-Za-zĐđÔôƯư0-9&.]*)*)"""
)
_DATE = re.compile(
    rf"""(?x)(?P<place>(?:(?<!\w)(?:[{UPPER}][{LOWER}'’]+|TP\.?|Tp\.)(?:\s?[-–]\s?|\s|(?<=\.))?(?:phố\s|xã\s)?){{1,6}})?\s?,\s?
    [Nn]gày[\s\x00]?(?:(?P<blankday>[.…_\s]{{0,30}}?)(?P<day>\d{{1,2}})?[\s.…_]{{0,30}}tháng[\s.…_]{{0,30}}(?P<month>\d{{1,2}})?
      [\s.…_]{{0,30}}năm\s?(?P<year>(?:19|20)\d\d)
    | (?P<day2>\d{{1,2}})\s?[/.-]\s?(?P<month2>\d{{1,2}})\s?[/.-]\s?(?P<year2>(?:19|20)\d\d))"""
)


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a document: None when it is blank; the symbol is known even then."""

    number: str | None
    symbol: str
    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class IssueDate:
    """Place and date of issue; "YYYY-MM" or "YYYY" when the rest is blank."""

    town: str | None
    date: str
    place: Place
    start: int
    end: int


def cut_motto(head: FlatText, end: int) -> int:
    """Cut the national or party motto out of the head; the offset after the last one, 0 when there is none."""
    last = 0
    for found in list(_MOTTO.finditer(head.text, 0, end)):
        head.cut(found.start(), found.end())
        last = found.end()
    return last


def cut_number(head: FlatText, end: int) -> Number | None:
    """The first number of the head."""
    for found in _NUMBER.finditer(head.text, 0, end):
        line_start = max(head.text.rfind("\n", 0, found.start()), head.text.rfind("\x00", 0, found.start())) + 1
        before = head.text[line_start : found.start()].strip()
        if before and before != before.upper():
            continue  # "… của Chỉ thị Số 06-CT/TU": giữa câu
        return _number(head, found)
    return None


def _number(head: FlatText, found: re.Match[str]) -> Number:
    symbol = re.sub(r"\s+", "", found["symbol"]).replace("–", "-").rstrip(".")
    mark = "/" if found["mark"] == "/" else "-"
    number = found["number"]
    if number and not found["year"] and re.fullmatch(r"(?:19|20)\d\d", number) and _BLANK_BEFORE.search(found["blank"]):
        number = None
    whole = f"{number}{'/' + found['year'] if found['year'] else ''}{mark}{symbol}" if number else None
    head.cut(found.start(), found.end())
    return Number(whole, symbol, head.place(found.start()), found.start(), found.end())


_BLANK_BEFORE = re.compile(r"[.…_]{2}")


def cut_date(head: FlatText, end: int) -> IssueDate | None:
    """The first "…, ngày … tháng … năm …" of the head."""
    for found in _DATE.finditer(head.text, 0, end):
        year = found["year"] or found["year2"]
        month, day = found["month"] or found["month2"], found["day"] or found["day2"]
        date = _iso(year, month, day)
        if date is None:
            continue
        town = _town(found["place"])
        start = found.start() if town else found.start(0)
        head.cut(start, found.end())
        return IssueDate(town, date, head.place(found.end() - 1), start, found.end())
    return None


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    if month is None:
        return year
    if not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return None
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def _town(printed: str | None) -> str | None:
    text = " ".join((printed or "").replace("\x00", " ").split()).strip(" ,-–")
    return text or None
