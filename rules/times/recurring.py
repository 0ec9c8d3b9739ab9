"""What comes back: "hằng quý", "mỗi tháng 02 lần", "05 năm một lần", "ngày 20 của tháng cuối quý"."""

from __future__ import annotations

from rules.times.numerals import in_words, number, quarter_number
from rules.times.report_periods import report_periods
from rules.times.statement import Statement
from rules.times.tokens import Tokens, follows, skip
from rules.times.years import year_number

_UNITS = {"ngày": "DAILY", "tuần": "WEEKLY", "tháng": "MONTHLY", "quý": "QUARTERLY", "năm": "YEARLY"}
_MONTHS = {1: "MONTHLY", 3: "QUARTERLY", 6: "HALFYEARLY", 12: "YEARLY"}
_NAMES = {"ngày": "DAYS", "tuần": "WEEKS", "tháng": "MONTHS", "quý": "QUARTERS", "năm": "YEARS"}
EACH = frozenset({"hằng", "mỗi", "từng"})
UNSPECIFIED = "UNSPECIFIED"


def recurring(row: Tokens, at: int) -> Statement | None:
    """A rhythm, or several joined ("hằng tháng, quý, 6 tháng, năm")."""
    behind = skip(row, at, ("định", "kỳ"))
    periodic = behind > at
    if listed := report_periods(row, behind):
        return Statement(at, listed, "recurring", freqs=("QUARTERLY",), form="rhythm", led=frozenset(("định",)))
    if ends := _each_quarter(row, at):
        return ends
    found = _rhythm(row, behind, periodic) or _list_head(row, behind)
    if found is None and periodic:
        found = (UNSPECIFIED, behind)
    if found is None:
        return None
    freqs, behind = [found[0]], found[1]
    if freqs[0] != UNSPECIFIED or row[behind].mark == ",":
        behind = _others(row, behind, freqs)
    sporadic = False
    after = (
        behind + 1 if row[behind].mark == "," or "và" in row[behind].words or "hoặc" in row[behind].words else behind
    )
    if follows(row, after, "đột", "xuất"):
        sporadic, behind = True, after + 2
        behind = _on_request(row, behind)
    freqs = [freq for freq in freqs if freq] or [UNSPECIFIED]
    if UNSPECIFIED in freqs and len(freqs) > 1:
        freqs.remove(UNSPECIFIED)
    return Statement(at, behind, "recurring", freqs=tuple(dict.fromkeys(freqs)), sporadic=sporadic, form="rhythm",
                     led=frozenset(("định",)) if periodic else frozenset())  # fmt: skip


_PARTS = {"đầu": 1, "giữa": 2, "cuối": 3}


def _each_quarter(row: Tokens, at: int) -> Statement | None:
    """As in "cuối quý", "vào cuối mỗi quý": a part of every quarter."""
    month = next((_PARTS[word] for word in row[at].words if word in _PARTS), 0)
    if not month or (at and row[at - 1].words & {"tháng"}):
        return None
    behind = at + 2 if row[at + 1].words & EACH else at + 1
    if "quý" not in row[behind].words or quarter_number(row, behind + 1):
        return None
    if row[behind + 1].words & {"này", "sau"} or row[behind + 1].number >= 0:
        return None
    details = (f"by=M{month}-31",) if month == 3 else (f"month=M{month}",)
    return Statement(at, behind + 1, "recurring", freqs=("QUARTERLY",), details=details, printed=details, form="part")


def _on_request(row: Tokens, at: int) -> int:
    return skip(row, at, ("khi", "có", "yêu", "cầu"), ("theo", "yêu", "cầu"), ("khi", "cần", "thiết"))


def _rhythm(row: Tokens, at: int, periodic: bool = False) -> tuple[str, int] | None:
    token = row[at]
    if token.words & EACH:
        found = _unit(row, at + 1)
        return _times(row, found) if found else None
    unit = bare_unit(row, at)
    if unit and row[at + 1].mark == "/" and follows(row, at + 2, "lần"):
        return unit, at + 3
    if periodic and unit and row[at + 1].number < 0 and not row[at + 1].roman and not bare_unit(row, at + 1):
        return _times(row, (unit, at + 1))
    if token.words & {"các"} and row[at + 1].words & {"quý", "tháng"} and row[at + 2].words & {"trong"}:
        return bare_unit(row, at + 1), skip(row, at + 2, ("trong", "năm"))
    return _counted(row, at, periodic) if token.number >= 0 or in_words(row, at) else None


def _list_head(row: Tokens, at: int) -> tuple[str, int] | None:
    """As in "quý, 6 tháng, năm" and "năm (trước ngày 15/12)": a unit alone, but not to be taken for anything else."""
    unit = bare_unit(row, at)
    if not unit or unit == "DAILY":
        return None
    following = row[at + 1]
    if following.mark == "," and _rhythm(row, at + 2, periodic=True) and not row[at + 2].words & EACH:
        return unit, at + 1
    if following.mark == "(" and row[at + 2].words & {"trước", "chậm", "muộn"}:
        return unit, at + 1
    return None


def _unit(row: Tokens, at: int) -> tuple[str, int] | None:
    """As in "tháng" or "6 tháng" after "hằng"."""
    unit = bare_unit(row, at)
    if unit:
        return unit, at + 1
    if follows(row, at, "kỳ"):
        return UNSPECIFIED, skip(row, at + 1, ("báo", "cáo"))
    value = number(row, at)
    if value and "tháng" in row[value[1]].words and value[0] in _MONTHS:
        return _MONTHS[value[0]], value[1] + 1
    return (_every(value[0], row, value[1]), value[1] + 1) if value and bare_unit(row, value[1]) else None


def bare_unit(row: Tokens, at: int) -> str:
    """The rhythm of a unit said here ("quý"), or ""."""
    return next((_UNITS[word] for word in row[at].words if word in _UNITS), "")


def _every(count: int, row: Tokens, at: int) -> str:
    word = next(word for word in row[at].words if word in _UNITS)
    if count == 1:
        return _UNITS[word]
    if word == "tháng" and count in _MONTHS:
        return _MONTHS[count]
    return f"EVERY_{count}_{_NAMES[word]}"


def _counted(row: Tokens, at: int, periodic: bool) -> tuple[str, int] | None:
    """As in "05 năm một lần", "6 tháng/lần", "02 lần/tháng", and bare "6 tháng" where a report has that name."""
    value = number(row, at)
    if value is None or value[0] == 0:
        return None
    count, behind = value
    if _is_occasion(row, behind):
        return _per(row, count, behind + 1)
    if row[behind].text.lower() in _PIECES:
        return _per(row, 1, _pieces(row, behind))
    if not bare_unit(row, behind):
        return None
    once = behind + 1
    if row[once].mark == "/" and follows(row, once + 1, "lần"):
        return _every(count, row, behind), once + 2
    times = number(row, once)
    if times and times[0] == 1 and follows(row, times[1], "lần"):
        return _every(count, row, behind), times[1] + 1
    if "tháng" in row[behind].words and (count == 6 or (periodic and count in (3, 9))):
        if row[once].words & {"đầu", "cuối"} or (row[once].mark == "/" and year_number(row, once + 1)):
            return None
        if "năm" in row[once].words and year_number(row, once + 1):
            return None
        return ("" if count == 9 else _MONTHS[count]), once
    return None


def _per(row: Tokens, count: int, at: int) -> tuple[str, int] | None:
    """The unit of "02 lần/tháng", "1 lần trong năm", "mỗi năm 2 lần" reversed."""
    if row[at].mark == "/" or row[at].words & {"trong", "một", "mỗi"}:
        behind = at + 1
        behind = skip(row, behind, ("một",), ("mỗi",))
        if row[behind].number == 1:
            behind += 1
        unit = bare_unit(row, behind)
        if unit and not year_number(row, behind + 1):
            return _often(count, unit), behind + 1
    return None


def _often(count: int, unit: str) -> str:
    if count == 1:
        return unit
    if unit == "YEARLY" and count in (2, 4, 12):
        return {2: "HALFYEARLY", 4: "QUARTERLY", 12: "MONTHLY"}[count]
    return {2: f"TWICE_{unit}"}.get(count, f"{count}_TIMES_{unit}")


def _times(row: Tokens, found: tuple[str, int]) -> tuple[str, int]:
    """As in "(ít nhất) 02 lần" behind "mỗi tháng"."""
    freq, at = found
    behind = at + 1 if row[at].mark in ("(", ",") else at
    if row[behind].text.lower() == "ít":
        behind = skip(row, behind + 1, ("nhất",))
    behind = skip(row, behind, ("tối", "thiểu"))
    value = number(row, behind)
    if value and value[0] and _is_occasion(row, value[1]) and freq != UNSPECIFIED:
        return _often(value[0], freq), value[1] + 1
    if value and row[value[1]].text.lower() in _PIECES:
        return freq, _pieces(row, value[1])
    return found


#: What is counted as an occasion, and what as pieces of one ("02 tin, bài").
_OCCASIONS = frozenset({"lần", "kỳ", "đợt", "lượt"})
_PIECES = frozenset({"tin", "bài", "buổi", "cuộc", "số", "lớp", "chuyên", "hội", "văn", "sản", "vụ", "phóng", "video"})


def _is_occasion(row: Tokens, at: int) -> bool:
    return bool(row[at].words & _OCCASIONS) or row[at].text.lower() in _OCCASIONS


def _pieces(row: Tokens, at: int) -> int:
    """Behind "tin, bài", "buổi"."""
    behind = at + 1
    while row[behind].mark in (",", "/") and row[behind + 1].text.lower() in _PIECES:
        behind += 2
    return behind


def _others(row: Tokens, at: int, freqs: list[str]) -> int:
    """More rhythms behind ",", "và", "/": with "hằng" or without ("hằng tháng, quý, năm")."""
    while True:
        token = row[at]
        if not (token.mark in (",", "/", "+", "-", ";") or token.words & {"và", "hoặc"}):
            return at
        behind = skip(row, at + 1, ("và",), ("định", "kỳ"), ("hoặc",))
        behind = skip(row, behind, ("báo", "cáo"))
        found = _rhythm(row, behind, periodic=True) if token.mark != ";" or row[behind].words & EACH else None
        if found is None or (found[1] > behind + 1 and found[0] == "" and len(freqs) > 6):
            return at
        if row[behind].words & {"tháng", "quý", "năm", "ngày", "tuần"} and not _stands_alone(row, found[1]):
            return at
        freqs.append(found[0])
        at = found[1]


def _stands_alone(row: Tokens, at: int) -> bool:
    """No number behind: "quý" and not "quý II", "năm" and not "năm 2022"."""
    if row[at].number >= 0 or quarter_number(row, at):
        return False
    if "trước" in row[at].words:
        return "ngày" in row[at + 1].words or row[at + 1].number >= 0
    return not row[at].words & {"nay", "này", "sau"}


def named_report(row: Tokens, at: int) -> Statement | None:
    """As in "báo cáo 06 tháng", "báo cáo năm": the rhythm a report has its name from."""
    if not follows(row, at, "báo", "cáo"):
        return None
    behind = skip(row, at + 2, ("định", "kỳ"))
    unit = bare_unit(row, behind)
    if unit and unit != "DAILY" and _stands_alone(row, behind + 1):
        return Statement(at, behind + 1, "recurring", freqs=(unit,), named=True, form="report")
    value = number(row, behind)
    if (
        value
        and value[0] in (3, 6)
        and "tháng" in row[value[1]].words
        and not row[value[1] + 1].words & {"đầu", "cuối", "năm"}
    ):
        return Statement(at, value[1] + 1, "recurring", freqs=(_MONTHS[value[0]],), named=True, form="report")
    return None
