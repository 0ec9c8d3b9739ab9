"""Days: "20/11/2022", "20.11.2022", "20 tháng 11 năm 2022", "ngày 15", the weekday and the hour before them."""

from __future__ import annotations

from rules.times.numerals import number
from rules.times.spans import Span, day_span
from rules.times.tokens import Tokens, follows
from rules.times.years import NO_YEAR, Year, year_behind, year_number

_WEEKDAYS = {2: "MO", 3: "TU", 4: "WE", 5: "TH", 6: "FR", 7: "SA", 8: "SU"}


def weekday(row: Tokens, at: int) -> tuple[str, int] | None:
    """As in "thứ Năm", "thứ 6", "Chủ nhật"."""
    if follows(row, at, "thứ"):
        said = number(row, at + 1)
        if said and said[0] in _WEEKDAYS and not follows(row, said[1], "của"):
            return _WEEKDAYS[said[0]], said[1]
    if follows(row, at, "chủ") and (follows(row, at + 1, "nhật") or row[at + 1].text.lower() == "nhật"):
        return "SU", at + 2
    return None


def hour(row: Tokens, at: int) -> tuple[str, int] | None:
    """As in "17 giờ 00", "17g00", "8h30", "16:30", "17 giờ"; of "từ 8h đến 17h" the caller takes the last."""
    token = row[at]
    if not 0 <= token.number <= 24 or token.digits > 2:
        return None
    unit = row[at + 1]
    letter = unit.text.lower()
    if "giờ" not in unit.words and letter not in ("h", "g") and not (unit.mark == ":" and not unit.spaced):
        return None
    behind, minutes = at + 2, 0
    if 0 <= row[behind].number <= 59 and row[behind].digits <= 2:
        minute_word = "phút" in row[behind + 1].words or row[behind + 1].text.lower() in ("p", "ph", "'")
        if minute_word or letter in ("h", "g", ":") or ("giờ" in unit.words and row[behind].digits == 2):
            minutes = row[behind].number
            behind += 2 if minute_word else 1
    elif unit.mark == ":":
        return None
    elif "rưỡi" in row[behind].words:
        minutes, behind = 30, behind + 1
    return f"{token.number:02}:{minutes:02}", behind


def day(row: Tokens, at: int) -> tuple[Span, int] | None:
    """A day of a month; "ngày" before it is optional where the form is plain enough."""
    begin = at
    named = weekday(row, at)
    if named:
        at = named[1] + 1 if row[named[1]].mark in (",", "(") else named[1]
    had = "ngày" in row[at].words or bool(row[at].words & {"mùng", "mồng"})
    if had:
        at += 1
        if row[at].words & {"mùng", "mồng"}:
            at += 1
    elif named:
        at = begin if row[at].number < 0 else at
    first = number(row, at) if had else _digits(row, at)
    if first is None or not 1 <= first[0] <= 31:
        return None
    return _with_marks(row, first[0], first[1], had) or _with_word(row, first[0], first[1], had)


def bare_day(row: Tokens, at: int) -> tuple[int, int] | None:
    """As in "ngày 14" whose month stands elsewhere."""
    if "ngày" in row[at].words:
        found = number(row, at + 1)
        if (found and 1 <= found[0] <= 31 and row[at + 1].digits != 1) or (found and follows(row, found[1], "của")):
            return found
        if found and 1 <= found[0] <= 31 and not follows(row, found[1], "làm", "việc"):
            return found
    return None


def _digits(row: Tokens, at: int) -> tuple[int, int] | None:
    token = row[at]
    return (token.number, at + 1) if token.number >= 0 and token.digits <= 2 else None


def _with_marks(row: Tokens, value: int, at: int, had: bool) -> tuple[Span, int] | None:
    mark = row[at]
    if not mark.mark or mark.mark not in "/.-":
        return None
    month = row[at + 1]
    if not 1 <= month.number <= 12 or month.digits > 2:
        return None
    tight = not mark.spaced and not month.spaced
    behind = at + 2
    year = _year_after_mark(row, behind, mark.mark)
    if year is None and mark.mark == "/" and row[behind].mark == "/" and follows(row, behind + 1, "năm"):
        behind += 1
    if mark.mark != "/" and year is None and not (had and tight):
        return None
    if mark.mark == "-" and year is None:
        return None  # "ngày 14-15/9" is two days
    if year is None and not had and mark.mark == "/" and row[behind].mark == "/" and row[behind + 1].words:
        return None
    if year is None:
        year = year_behind(row, behind, slash=False)
        if year[0].number and row[year[1] - 1].digits == 4 and row[behind].digits == 4 and mark.mark == "-":
            return None
    found, behind = year
    return day_span(value, month.number, found.number, found.later, found.each), behind


def _year_after_mark(row: Tokens, at: int, mark: str) -> tuple[Year, int] | None:
    if row[at].mark not in (mark, "/"):
        return None
    found = year_number(row, at + 1)
    if found:
        return Year(found[0]), found[1]
    short = row[at + 1]
    # "20/11/22": two digits are a year of this century where nothing else follows.
    if short.digits == 2 and 10 <= short.number <= 60 and row[at + 2].mark != "/" and not short.spaced:
        return Year(2000 + short.number), at + 2
    return None


def _with_word(row: Tokens, value: int, at: int, had: bool) -> tuple[Span, int] | None:
    behind = at + 1 if "của" in row[at].words and "tháng" in row[at + 1].words else at
    if row[behind].mark == "/" and "tháng" in row[behind + 1].words:
        behind += 1
    if "tháng" not in row[behind].words:
        return None
    month = number(row, behind + 1) or named_month(row, behind + 1)
    if month is None or not 1 <= month[0] <= 12:
        return None
    if not had and (row[behind].end - row[at].start > 12 or row[month[1]].mark == "-"):
        return None
    year, behind = year_behind(row, month[1])
    if not had and year is NO_YEAR and row[at - 1].digits < 2:
        return None  # "6 tháng 1 lần" is no day
    return day_span(value, month[0], year.number, year.later, year.each), behind


def named_month(row: Tokens, at: int) -> tuple[int, int] | None:
    """As in "giêng", "chạp": the first and the last month."""
    if "giêng" in row[at].words:
        return 1, at + 1
    return (12, at + 1) if "chạp" in row[at].words else None
