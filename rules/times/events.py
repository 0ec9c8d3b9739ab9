"""Events: "ngay sau khi E1 và E2", "15 ngày làm việc kể từ ngày E", "khi có yêu cầu", "theo kế hoạch của …"."""

from __future__ import annotations

from rules.times.numerals import number
from rules.times.statement import Statement
from rules.times.tokens import Tokens, follows, phrases, skip

_MOST = 60  #: tokens of one event
_MOST_CUTS = 4  #: places where an event may be two
#: Words that make a clause of what follows "và": without one it is a list of nouns.
_PREDICATES = frozenset({"có", "được", "ban", "kết", "hoàn", "phát", "nhận", "xảy"})
_MORE_PREDICATES = frozenset({"cho", "kiểm soát", "phê", "thông", "triển", "đổi", "công"})
_UNITS = {"ngày": 1, "tuần": 7, "tháng": 30}
_SINCE = phrases(
    "kể từ ngày | kể từ khi | kể từ thời | kể từ | tính từ ngày | tính từ | kể sau | từ ngày | từ khi | "
    "sau khi | sau ngày | sau | khi | từ"
)
#: Words that lead a count of days in.
_WITHIN = phrases(
    "trong thời hạn | trong thời gian | trong vòng | thời hạn | chậm nhất | muộn nhất | không quá | tối | "
    "là | sau | trong | khoảng | vào | hoàn thành | thực hiện"
)
_WITHIN_WORDS = frozenset(choice[0] for choice in _WITHIN)
_UNTIL = phrases("trước khi | trước ngày | trước")
_AFTER = phrases(
    "ngay sau khi | ngay khi | sau khi | ngay sau | trước khi | trước ngày | trước kỳ | khi | sau | mỗi khi "
    "| trong ngày | ngay trong ngày"
)
#: Before something that is no date: "trước ngày khai mạc kỳ họp".
_OPEN_EVENTS = phrases("trước ngày | trước kỳ")
_CALENDAR = frozenset({"cuối", "đầu", "làm", "tháng"})
_AFTER_WORDS = frozenset(choice[0] for choice in _AFTER)


#: Words behind a comma that begin a deadline of their own.
_DUE = frozenset({"trước", "chậm", "muộn", "hoàn", "xong"})


def event_end(row: Tokens, at: int, comma: bool = False) -> int:
    """Behind the last token of an event: it goes on to the end of its clause."""
    depth = 0
    for index in range(at, min(at + _MOST, len(row))):
        token = row[index]
        if not token.text or token.mark in (";", "\0") or (token.line and token.mark in ("-", "+")):
            return index
        if token.mark == "(":
            depth += 1
        elif token.mark == ")":
            depth -= 1
            if depth < 0:
                return index
        elif (
            token.mark == "."
            and (row[index + 1].spaced or not row[index + 1].text or row[index + 1].mark in ("/", "."))
        ) or (token.mark == "," and depth == 0 and (comma or row[index + 1].words & _DUE)):
            return index
    return min(at + _MOST, len(row))


def after(row: Tokens, at: int, comma: bool = False) -> Statement | None:
    """As in "sau khi E", "ngay sau E", "khi E", "trước khi E"."""
    at_first = at
    at = skip(row, at, ("thực", "hiện"), ("hoàn", "thành"), ("triển",))
    for choice in _AFTER if row[at].words & _AFTER_WORDS else ():
        if follows(row, at, *choice):
            begin = at + len(choice)
            if choice in _OPEN_EVENTS and (row[begin].number >= 0 or row[begin].words & _CALENDAR):
                return None
            behind = event_end(row, begin, comma)
            if choice[-1] == "ngày" and choice not in _OPEN_EVENTS:
                if row[begin].number >= 0 or row[begin].words & {"làm"}:
                    return None
                return Statement(at_first, begin, "trigger", offset=0, events=((at, begin),), form="same-day")
            if behind == begin:
                return None
            if choice in (("sau",), ("ngay", "sau")) and row[begin].number >= 0:
                return _counted_after(row, at_first, begin)
            made = Statement(at_first, behind, "trigger", form=" ".join(choice))
            made.events, made.any_event = _split(row, begin, behind)
            _trailing_days(row, made, before="trước" in choice)
            return made
    return None


def _counted_after(row: Tokens, first: int, at: int) -> Statement | None:
    """As in "sau 10 ngày (kể từ ngày ký)"."""
    length = _duration(row, at)
    if length is None:
        return None
    days, working, behind = length
    begin = _behind_any(row, behind, _SINCE) or behind
    end = event_end(row, begin)
    return Statement(
        first,
        max(end, begin),
        "trigger",
        offset=days,
        working=working,
        events=((begin, end),) if end > begin else (),
        form="days",
    )


def _trailing_days(row: Tokens, made: Statement, before: bool) -> None:
    """As in "sau khi kết thúc đợt kiểm tra 15 ngày": the count stands at the end."""
    for back in (2, 4):
        start = made.behind - back
        if start > made.first and row[start].number >= 0 and not row[start - 1].mark:
            length = _duration(row, start)
            if length and length[2] == made.behind and "ngày" not in row[start - 1].words:
                made.offset = -length[0] if before else length[0]
                made.working = length[1]
                if made.events:
                    made.events = (*made.events[:-1], (made.events[-1][0], start))
                return


def counted(row: Tokens, at: int, comma: bool = False) -> Statement | None:
    """As in "trong thời hạn 15 ngày làm việc kể từ ngày E", "05 ngày trước khi E", "trước 05 ngày E"."""
    begin, before = at, False
    for _ in range(4):
        step = skip(row, begin, *_WITHIN) if row[begin].words & _WITHIN_WORDS else begin
        if step == begin and "trước" in row[begin].words and row[begin + 1].number >= 0:
            step, before = begin + 1, True
        if row[begin].text.lower() in ("ít", "đa") and step == begin:
            step = skip(row, begin + 1, ("nhất",)) if row[begin].text.lower() == "ít" else begin + 1
        if step == begin:
            break
        begin = step
    length = _duration(row, begin)
    if length is None:
        return None
    days, working, behind = length
    after_comma = behind + 1 if row[behind].mark in (",", "(") else behind
    until = _behind_any(row, after_comma, _UNTIL)
    until = 0 if row[until].number >= 0 else until
    since = 0 if until else _behind_any(row, after_comma, _SINCE)
    start = until or since or behind
    if not (until or since) and not before:
        return Statement(at, behind, "trigger", offset=days, working=working, form="bare-days")
    end = event_end(row, start, comma)
    if end <= start:
        return None
    made = Statement(at, end, "trigger", offset=-days if before or until else days, working=working, form="days")
    made.events, made.any_event = _split(row, start, end)
    return made


def _duration(row: Tokens, at: int) -> tuple[int, bool, int] | None:
    value = number(row, at)
    if value is None or value[0] == 0:
        return None
    unit = next((_UNITS[word] for word in row[value[1]].words if word in _UNITS), 0)
    if (
        not unit
        or row[value[1] + 1].number >= 0
        or row[value[1] + 1].words & {"đầu", "cuối", "tháng"}
        or "lần" in row[value[1] + 1].words
    ):
        return None
    working = follows(row, value[1] + 1, "làm", "việc")
    return value[0] * unit, working, value[1] + (3 if working else 1)


def _behind_any(row: Tokens, at: int, choices: tuple[tuple[str, ...], ...]) -> int:
    for choice in choices:
        if follows(row, at, *choice):
            return at + len(choice)
    return 0


def _split(row: Tokens, at: int, end: int) -> tuple[tuple[tuple[int, int], ...], bool]:
    """The events of "E1 và E2" (all) or "E1 hoặc E2" (any); one when the parts are not clauses."""
    for word, any_event in (("hoặc", True), ("và", False)):
        cuts = [index for index in range(at + 1, end - 1) if word in row[index].words][:_MOST_CUTS]
        for cut in cuts:
            if _is_clause(row, at, cut) and _is_clause(row, cut + 1, end):
                return ((at, cut), (cut + 1, end)), any_event
    return ((at, end),), False


def _is_clause(row: Tokens, at: int, end: int) -> bool:
    for index in range(at, end):
        if row[index].words & _PREDICATES or row[index].text.lower() in _MORE_PREDICATES:
            return True
    return False


_REQUEST = phrases(
    "khi có yêu cầu | theo yêu cầu | khi cần thiết | nếu cần thiết | nếu có | khi phát sinh | đột xuất | "
    "khi cần | khi xảy ra"
)
_DEFERS = frozenset({"theo", "đúng", "tùy", "căn", "tuỳ"})


def on_request(row: Tokens, at: int) -> Statement | None:
    """As in "khi có yêu cầu", "đột xuất", "nếu cần thiết"; what follows it to the clause's end belongs to it."""
    for choice in _REQUEST:
        if follows(row, at, *choice):
            end = event_end(row, at + len(choice))
            return Statement(at, end, "trigger", events=((at, end),), form="request", sporadic=choice[0] == "đột")
    return None


def inherited(row: Tokens, at: int) -> Statement | None:
    """Another document has the date: "theo Kế hoạch của Bộ Tư pháp", "đúng thời hạn quy định", "theo tiến độ của …"."""
    begin = skip(row, at, ("thực", "hiện"), ("báo", "cáo"), ("hoàn", "thành"))
    token = row[begin]
    if not (token.words & {"theo", "đúng"} or token.text.lower() in _DEFERS) or follows(row, begin, "theo", "dõi"):
        return None
    if row[begin + 1].text.lower() in ("dõi",):
        return None
    end = event_end(row, begin + 1)
    if end == begin + 1:
        return None
    return Statement(at, end, "trigger", events=((begin, end),), inherited=True, form="inherited")
