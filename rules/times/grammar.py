"""The grammar: which statement stands at a token, and all statements of a text in order."""

from __future__ import annotations

from collections.abc import Callable

from rules.times.calendar_forms import due, since, standing_anchor, within
from rules.times.citations import cited
from rules.times.events import after, counted, inherited, on_request
from rules.times.ongoing import ongoing
from rules.times.prose import is_deadline
from rules.times.recurring import named_report, recurring
from rules.times.statement import Statement
from rules.times.tokens import Tokens, count, follows

Production = Callable[[Tokens, int], Statement | None]

#: "theo quy định", "khi có yêu cầu": in a cell they are the time, in prose they set none.
_CELL_ONLY: tuple[Production, ...] = (inherited, on_request)

_NUMBER: tuple[Production, ...] = (counted, recurring, within)
_CALENDAR: tuple[Production, ...] = (due, standing_anchor, since, within)
#: Which productions can begin with a word; the first that parses wins, but `_LONGEST` ones compete.
_BEGIN: dict[str, tuple[Production, ...]] = {}


def _begins(words: str, *productions: Production) -> None:
    for word in words.split():
        _BEGIN[word] = (*_BEGIN.get(word, ()), *(p for p in productions if p not in _BEGIN.get(word, ())))


_begins("đột nếu", on_request)
_begins("hằng mỗi từng định các đầu giữa cuối", recurring)
_begins("học", within)
_begins("một hai ba bốn năm sáu bảy tám chín mười", counted, recurring, within)
_begins("tháng quý ngày tuần", recurring)
_begins("báo", named_report, inherited)
_begins("trước chậm muộn trễ không hạn đến tới hết cho thời", counted, *_CALENDAR, after)
_begins("hoàn thực dự sơ tổng xong vào trong khoảng ngay suốt lúc", counted, *_CALENDAR, ongoing, after, inherited)
_begins(
    "ngày tháng quý năm thứ chủ đầu giữa cuối nửa tuần giai nhiệm các những cả mùng mồng thượng trung hạ thời",
    *_CALENDAR,
    ongoing,
)
_begins("từ kể", counted, since, within)
_begins("sau khi ngay mỗi", on_request, counted, since, after)
_begins("thường liên", ongoing)
_begins("theo đúng", on_request, inherited)
_begins("tối", counted)


def statement(row: Tokens, at: int, prose: bool) -> Statement | None:
    """The statement that begins at a token; of several readings the one that takes in most."""
    token = row[at]
    if token.number >= 0:
        following = row[at + 1]
        if following.number >= 0 or (following.mark and following.mark not in "/.-(:"):
            return None
        choices = _NUMBER
    elif token.words:
        choices = _of_words(token.words)
    elif token.text[:1] in "TtQq" or token.text.lower() in ("tùy", "tuỳ", "ít"):
        choices = (within, inherited) if token.text.lower() != "ít" else (counted,)
    else:
        return None
    best: Statement | None = None
    for production in choices:
        if prose and (production in _CELL_ONLY or (production is after and not _outside(row, at))):
            continue
        found = _event(row, at, production) if prose else production(row, at)
        if found is not None and (best is None or _beats(found, best)):
            best = found
    return best


def _of_words(words: frozenset[str]) -> tuple[Production, ...]:
    if len(words) == 1:
        (word,) = words
        return _BEGIN.get(word, ())
    merged: dict[Production, None] = {}
    for word in sorted(words):
        merged.update(dict.fromkeys(_BEGIN.get(word, ())))
    return tuple(merged)


def _event(row: Tokens, at: int, production: Production) -> Statement | None:
    """A production in prose: an event that opens its clause ends with the first comma."""
    if production is after:
        return after(row, at, _opens(row, at))
    return counted(row, at, _opens(row, at)) if production is counted else production(row, at)


def _outside(row: Tokens, at: int) -> bool:
    """As in "ngay …", "sau khi …": the events a task of prose may wait for."""
    return "ngay" in row[at].words or follows(row, at, "sau", "khi")


def _opens(row: Tokens, at: int) -> bool:
    """Whether a clause begins here: then its event ends with the first comma."""
    return at == 0 or row[at - 1].mark in (".", ";", "-", "+")


def _beats(new: Statement, old: Statement) -> bool:
    """Dates beat events, which take in everything; else the longer one."""
    if (new.sort == "trigger") != (old.sort == "trigger"):
        event, dated = (new, old) if new.sort == "trigger" else (old, new)
        wins = event if dated.form == "rhythm" and event.form == "days" else dated
        return wins is new
    return new.behind > old.behind


_MOST = 4000  #: statements of one text; more is no sentence of any document


def statements(row: Tokens, prose: bool) -> list[Statement]:
    """All statements of a text in order, citations left out."""
    found: list[Statement] = []
    at, last = 0, count(row)
    while at < last and len(found) < _MOST:
        behind = cited(row, at)
        if behind:
            at = behind
            continue
        made = statement(row, at, prose)
        if made is None or made.behind <= at:
            at += 1
            continue
        if prose and made.sort == "trigger" and not is_deadline(row, made):
            at += 1  # the words of such an event may hold a deadline
            continue
        made.behind = min(made.behind, last)
        found.append(made)
        at = made.behind
    return found
