"""Statements about the calendar: within a stretch, by or before a day, from a day on."""

from __future__ import annotations

from rules.times.anchors import anchor
from rules.times.dates import bare_day, hour, weekday
from rules.times.spans import year_span
from rules.times.statement import Sort, Statement
from rules.times.stretches import Stretch, stretch
from rules.times.tokens import Tokens, follows, phrases, skip

#: Words that may lead a statement in; what they are matters in prose ("vào ngày …" is a plan, "ngày …" a citation).
_LEADS = phrases(
    "hoàn thành | dự kiến | sơ kết | tổng kết | xong | vào | trong | khoảng | ngay | suốt | lúc | thời điểm"
)
_LEAD_WORDS = frozenset(choice[0] for choice in _LEADS)
_DONE = frozenset({"hoàn", "xong"})
_FORMAL = phrases(
    "chậm nhất | muộn nhất | trễ nhất | không muộn | không chậm | không quá | chậm trễ | hạn cuối cùng | "
    "hạn cuối | hạn chót | thời hạn cuối cùng"
)
_FORMAL_WORDS = frozenset(choice[0] for choice in _FORMAL)
_NO_WORDS: frozenset[str] = frozenset()
_UP_TO = phrases("cho đến hết | đến hết | tới hết | đến cuối | đến | hết | tới")


_UP_TO_WORDS = frozenset(choice[0] for choice in _UP_TO)


def lead(row: Tokens, at: int) -> tuple[frozenset[str], int]:
    """The words that lead a statement in, and the place behind them."""
    if not row[at].words & _LEAD_WORDS:
        return _NO_WORDS, at
    if at not in row.leads:
        row.leads[at] = _lead(row, at)
    return row.leads[at]


def _lead(row: Tokens, at: int) -> tuple[frozenset[str], int]:
    words: set[str] = set()
    for _ in range(5):
        for choice in _LEADS:
            if follows(row, at, *choice):
                words.add("review" if choice[-1] == "kết" else choice[0])
                at += len(choice)
                break
        else:
            break
    return frozenset(words), at


def within(row: Tokens, at: int) -> Statement | None:
    """As in "trong quý II", "xong trong tháng 7/2021", "năm 2022 và các năm tiếp theo", "cả năm"."""
    led, behind = lead(row, at)
    whole = "cả" in row[behind].words
    behind = behind + 1 if whole else behind
    said = hour(row, behind)
    last_hour = None
    if said:
        last_hour, behind = _last_hour(row, said)
        behind = behind + 1 if row[behind].mark == "," else behind
    found = stretch(row, behind)
    if found is None and (whole or "trong" in led) and follows(row, behind, "năm") and row[behind + 1].number < 0:
        found = Stretch((year_span(None),)), behind + 1
    if found is None:
        return _week(row, at, behind, last_hour, "in")
    span, behind = found
    if whole and span.unit not in ("year", "years"):
        return None
    made = Statement(at, behind, "in", span, hour=last_hour, done=bool(led & _DONE), led=led, whole=whole, form="span")
    return _and_on(row, made)


def _and_on(row: Tokens, made: Statement) -> Statement:
    """As in "… và các năm tiếp theo", "… trở đi": from then on, without an end."""
    at = made.behind
    after = at + 1 if row[at].mark == "," or "và" in row[at].words else at
    if row[after].words & {"các", "những"} and row[after + 1].words & {"năm", "tháng", "quý"}:
        behind = skip(row, after + 2, ("tiếp", "theo"), ("sau",), ("kế", "tiếp"))
        if behind > after + 2:
            made.sort, made.behind, made.form = "ongoing", behind, "and-on"
    elif follows(row, at, "trở", "đi"):
        made.sort, made.behind, made.form = "ongoing", at + 2, "and-on"
    return made


def _last_hour(row: Tokens, said: tuple[str, int]) -> tuple[str, int]:
    if row[said[1]].mark == "-" or row[said[1]].words & {"đến"}:
        other = hour(row, said[1] + 1)
        if other:
            return other
    return said


def _week(row: Tokens, first: int, at: int, said: str | None, sort: Sort) -> Statement | None:
    """As in "thứ Sáu hằng tuần": the rhythm behind it is joined later."""
    named = weekday(row, at)
    if named is None:
        return None
    return Statement(first, named[1], sort, weekday=named[0], hour=said, form="weekday")


def due(row: Tokens, at: int) -> Statement | None:
    """As in "trước ngày …", "chậm nhất (trước) …", "đến hết …", with an hour or without."""
    led, begin = lead(row, at)
    formal = False
    behind = begin
    for choice in _FORMAL if row[begin].words & _FORMAL_WORDS else ():
        if follows(row, begin, *choice):
            formal, behind = True, begin + len(choice)
            if choice[0] == "không" and choice[1] != "quá":
                behind += 1  # "không muộn hơn"
            break
    if formal:
        behind = _linked(row, behind)
        more, behind = lead(row, behind)
        led |= more
    before, limited, behind = _limit(row, behind)
    if not (formal or before or limited):
        return None
    made = _target(row, at, _linked(row, behind), "before" if before else "by")
    if made is None:
        return None
    made.formal, made.done, made.led = formal, bool(led & _DONE), led
    made.form = "before" if before else "by" if formal or limited != "đến" else "until"
    return made


def _linked(row: Tokens, at: int) -> int:
    if row[at].mark == ":":
        at += 1
    for _ in range(2):
        at = skip(row, at, ("là",), ("vào",), ("trong",), ("tại",))
    return at


def _limit(row: Tokens, at: int) -> tuple[bool, str, int]:
    """As in "trước", "đến hết": whether it excludes, which word, and the place behind."""
    if "trước" in row[at].words:
        behind = at + 1
        if row[behind].words & {"khi", "mắt", "hết", "đây"}:
            return False, "", at
        return True, "trước", behind
    for choice in _UP_TO if row[at].words & _UP_TO_WORDS else ():
        if follows(row, at, *choice):
            behind = at + len(choice)
            if choice[-1] == "cuối":
                behind -= 1
            return False, "hết" if "hết" in choice else "đến", behind
    return False, "", at


def _target(row: Tokens, first: int, at: int, sort: Sort) -> Statement | None:
    said = hour(row, at)
    clock = None
    if said:
        clock, at = _last_hour(row, said)
        if row[at].mark == "," or row[at].words & {"của", "vào"}:
            at += 1
    made = _dated(row, first, at, sort)
    if made is not None:
        made.hour = clock
    return made


def _dated(row: Tokens, first: int, at: int, sort: Sort) -> Statement | None:
    begin = skip(row, at, ("cả",))
    recurs = anchor(row, begin)
    found = stretch(row, begin)
    if recurs and recurs[0].freq and (found is None or recurs[1] > found[1]):
        return Statement(first, recurs[1], sort, anchor=recurs[0])
    if found is None and (named := _named_day(row, begin)):
        found = stretch(row, named)
    if found:
        return Statement(first, found[1], sort, found[0])
    if recurs and not follows(row, recurs[1], "làm", "việc"):
        return Statement(first, recurs[1], sort, anchor=recurs[0])
    return _week(row, first, begin, None, sort)


_NAME_OF_DAY = 5  #: words between "ngày" and its date ("ngày khai giảng năm học 05/9")


def _named_day(row: Tokens, at: int) -> int:
    """The date of a day with a name, "ngày khai giảng 05/9/2023"; 0 when there is none."""
    if "ngày" not in row[at].words or row[at + 1].number >= 0 or row[at + 1].mark:
        return 0
    for index in range(at + 1, at + 1 + _NAME_OF_DAY):
        token = row[index]
        if token.number >= 0 and row[index + 1].mark == "/" and row[index + 2].number >= 0:
            return index
        if token.mark not in ("", "(") or not token.text or token.words & {"kể", "sau", "từ"}:
            return 0
    return 0


def _twice_monthly(row: Tokens, at: int) -> int:
    """Behind "ngày 15 và (ngày) 30 hằng tháng"; 0 when that does not stand here."""
    first = bare_day(row, at)
    if first is None or not (row[first[1]].mark == "," or row[first[1]].words & {"và"}):
        return 0
    second = bare_day(row, first[1] + 1)
    behind = second[1] if second else first[1] + 2 if 1 <= row[first[1] + 1].number <= 31 else 0
    behind = skip(row, behind, ("của",)) if behind else 0
    if behind and row[behind].words & {"hằng", "mỗi"} and "tháng" in row[behind + 1].words:
        return behind + 2
    return 0


def standing_anchor(row: Tokens, at: int) -> Statement | None:
    """As in "(vào) ngày 15 hằng tháng": a day that comes back, without "trước"."""
    led, begin = lead(row, at)
    if twice := _twice_monthly(row, begin):
        return Statement(at, twice, "recurring", freqs=("TWICE_MONTHLY",), led=led | {"định"}, form="rhythm")
    found = anchor(row, begin)
    if found is None or (found[0].freq is None and not led & {"vào"}):
        return None
    return Statement(at, found[1], "in", anchor=found[0], led=led, form="anchor")


def since(row: Tokens, at: int) -> Statement | None:
    """As in "từ quý II/2022 (trở đi)", "từ nay đến hết năm 2024", "sau ngày 15/11/2022"."""
    led, begin = lead(row, at)
    issue = _from_issue(row, begin)
    if issue:
        behind = skip(row, issue, ("cho",))
        if row[behind].words & {"đến", "tới"} or row[behind].mark == "-":
            found = stretch(row, skip(row, behind + 1, ("hết",)))
            if found:
                return Statement(at, found[1], "issue", found[0], led=led, form="since")
        return None
    if not row[begin].words & {"từ", "sau"}:
        return None
    after_day = "sau" in row[begin].words
    found = stretch(row, begin + 1)
    if found is None or len(found[0].spans) > 1 or found[0].unit == "years" or (after_day and found[0].unit != "day"):
        return None
    behind = skip(row, found[1], ("trở", "đi"))
    if row[behind].words & {"đến", "tới"}:
        return None
    made = Statement(at, behind, "since", found[0], led=led, form="since")
    if after_day:
        made.form = "after"
    return _and_on(row, made) if not after_day else made


_ISSUE = phrases(
    "từ nay | từ khi ban hành | từ ngày ban hành | từ ngày ký | kể từ ngày ký | từ khi có | từ khi được | "
    "kể từ ngày ban hành"
)


def _from_issue(row: Tokens, at: int) -> int:
    for choice in _ISSUE if row[at].words & {"từ", "kể"} else ():
        if follows(row, at, *choice):
            behind = at + len(choice)
            for _ in range(4):
                if row[behind].words & {"đến", "tới"} or not row[behind].text or row[behind].mark:
                    break
                behind += 1
            return behind
    return 0
