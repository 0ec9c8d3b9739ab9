"""Neighbouring statements that say one thing: "Hàng năm, trước ngày 02/12", "quý II (xong trước 30/6)"."""

from __future__ import annotations

from dataclasses import replace

from rules.times.spans import Span, day_before
from rules.times.statement import Anchor, Statement
from rules.times.tokens import Tokens

_JOINS = frozenset({",", "(", ")", "-", ":", "+"})
_FILLERS = frozenset(
    {"và", "vào", "là", "báo", "cáo", "gửi", "thực", "hiện", "định", "kỳ", "hoàn", "thành", "trong", "của"}
)
#: Words between a rhythm and its day that do not part them ("báo cáo quý gửi Sở Tư pháp trước ngày 15").
_WORDS_BETWEEN = 12
_TIGHT = 3


def combine(row: Tokens, found: list[Statement], cell: bool) -> list[Statement]:
    """The statements with those joined that belong together."""
    done: list[Statement] = []
    for made in found:
        if done:
            joined = _join(row, done[-1], made, cell)
            if joined is not None:
                done[-1:] = joined
                continue
        done.append(made)
    return done


def _join(row: Tokens, left: Statement, right: Statement, cell: bool) -> list[Statement] | None:
    near = _near(row, left.behind, right.first)
    if not near:
        return None
    if left.sort == "recurring" and right.sort == "recurring":
        return _two_rhythms(left, right) if near == 1 and not (left.details or right.details) else None
    if left.sort == "recurring" and not left.details:
        if right.sort == "trigger":
            return _sporadic(left, right, near)
        return _rhythm_with(left, right, near)
    if right.sort == "recurring" and near == 1 and not right.details and left.sort in ("in", "by", "before"):
        if right.named or _breaks(row, left.behind, right.first):
            return None
        return _rhythm_with(right, left, near)
    if left.sort == "ongoing" and near == 1 and (right.freqs == ("DAILY",) or right.form in ("inherited", "request")):
        return [_spread(left, right)]
    if near == 1 and left.sort == "in" and right.sort in ("by", "before") and cell:
        return _narrowed(left, right)
    if (
        near == 1
        and left.sort == "in"
        and right.sort == "ongoing"
        and right.stretch is None
        and left.stretch
        and left.stretch.unit in ("year", "years")
    ):
        return [_spread(replace(right, stretch=left.stretch, form="ongoing-in"), left)]
    return None


def _near(row: Tokens, at: int, to: int) -> int:
    """1: nothing but a comma or a filler between; 2: a few words of the clause; 3: "và" among them; 0: apart."""
    if to - at > _WORDS_BETWEEN:
        return 0
    fillers, joined = True, False
    for index in range(at, to):
        token = row[index]
        if token.mark in (";", ".") or (token.line and token.mark in ("-", "+")):
            return 0
        joined = joined or "và" in token.words
        if (token.mark and token.mark in _JOINS) or token.words & _FILLERS:
            continue
        fillers = False
    return 1 if fillers and to - at <= _TIGHT else 3 if joined else 2


def _breaks(row: Tokens, at: int, to: int) -> bool:
    """As in "trước ngày 15/11/2022, hằng năm …": a comma after a full date parts them."""
    return to > at and row[at].mark == "," and to - at > 1


def _spread(kept: Statement, other: Statement) -> Statement:
    kept.first, kept.behind = min(kept.first, other.first), max(kept.behind, other.behind)
    return kept


def _two_rhythms(left: Statement, right: Statement) -> list[Statement]:
    left.freqs = tuple(dict.fromkeys((*left.freqs, *right.freqs)))
    left.sporadic = left.sporadic or right.sporadic
    left.named = left.named and right.named
    return [_spread(left, right)]


def _sporadic(left: Statement, right: Statement, near: int) -> list[Statement] | None:
    if near != 1 or right.form != "request":
        return None
    left.sporadic = True
    return [_spread(left, right)]


def _rhythm_with(rhythm: Statement, other: Statement, near: int) -> list[Statement] | None:
    """A rhythm with the day, month or span said beside it; several days make several rhythms."""
    if other.weekday and other.stretch is None:
        return _weekly(rhythm, other)
    if other.anchor is not None:
        return _anchored(rhythm, other)
    stretch = other.stretch
    if stretch is None or other.sort not in ("in", "by", "before", "since"):
        return None
    unit = stretch.unit
    if _named_months(rhythm, other, near):
        return [_spread(rhythm, other)]
    if unit in ("year", "years") and other.sort in ("in", "by", "since"):
        if near != 1 or rhythm.named or (other.sort == "in" and unit == "year" and other.led & {"review"}):
            return None
        rhythm.stretch = stretch
        if other.sort == "since":
            rhythm.form = "rhythm-since"
        return [_spread(rhythm, other)]
    if any(item.year is not None for item in stretch.spans) or len(rhythm.freqs) != 1:
        return None
    if "review" in other.led or unit not in ("day", "month", "quarter", "part"):
        return None
    if unit == "part" and stretch.spans[0].first[0] != stretch.spans[0].last[0]:
        return None  # "cuối năm"
    if near > 1 and (other.first < rhythm.first or other.sort == "in" or (near > 2 and not rhythm.named)):
        return None
    made = [_yearly(rhythm, other, item) for item in _each(other)]
    if rhythm.named and len(made) > 1:
        return None
    return [_spread(one, rhythm) if index == 0 and not rhythm.named else one for index, one in enumerate(made)]


_TIMES_A_YEAR = {"HALFYEARLY": 2, "QUARTERLY": 4}


def _named_months(rhythm: Statement, other: Statement, near: int) -> bool:
    """As in "02 lần/năm (tháng 01 và tháng 7)": the months of a rhythm that has as many of them."""
    assert other.stretch is not None
    spans = other.stretch.spans
    return (
        near == 1
        and other.sort == "in"
        and all(item.unit == "month" and item.year is None for item in spans)
        and not other.stretch.ranged
        and len(spans) > 1
        and [_TIMES_A_YEAR.get(freq) for freq in rhythm.freqs] == [len(spans)]
    )


def _each(other: Statement) -> tuple[Span, ...]:
    assert other.stretch is not None
    return other.stretch.spans[-1:] if other.stretch.ranged else other.stretch.spans


def _yearly(rhythm: Statement, other: Statement, item: Span) -> Statement:
    """One date of a year, every year."""
    month, day = item.last
    if item.unit == "quarter" and other.sort == "in":
        details = printed = (f"quarter={item.last[0] // 3}",)
        face = None
    elif item.unit == "month" and other.sort == "in":
        details = printed = (f"month={month}",)
        face = None
    elif item.unit == "day":
        details, printed, face = _dated(other, month, day)
    elif other.sort == "before":
        details, face = (_by(*day_before(*item.first)),), None
        printed = details
    else:
        details, face = (_by(month, day if day > 0 else 31),), None
        printed = details
    return replace(other, sort="recurring", freqs=("YEARLY",), stretch=None, details=details, printed=printed,
                   face=face, named=rhythm.named, led=rhythm.led | other.led, form="rhythm-day")  # fmt: skip


def _by(month: int, day: int) -> str:
    return f"by={month:02}-{day:02}"


def _dated(other: Statement, month: int, day: int) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    if other.sort == "in":
        plain = (f"day={month:02}-{day:02}",)
        return plain, plain, None
    if other.sort == "before" and other.hour is None:
        return (_by(*day_before(month, day)),), (_by(month, day),), f"{month:02}-{day:02}"
    return (_by(month, day),), (_by(month, day),), None


def _weekly(rhythm: Statement, other: Statement) -> list[Statement]:
    word = "day" if other.sort == "in" else "by"
    named = other.weekday or ""
    if other.sort == "before" and other.hour is None:
        printed = named
        named = dict(zip(_WEEK, (_WEEK[-1], *_WEEK[:-1]), strict=True))[named]
    else:
        printed = named
    made = replace(
        other,
        sort="recurring",
        freqs=("WEEKLY",),
        details=(f"{word}={named}",),
        printed=(f"{word}={printed}",),
        form="rhythm-day",
    )
    return [_spread(made, rhythm)]


_WEEK: tuple[str, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _anchored(rhythm: Statement, other: Statement) -> list[Statement] | None:
    anchor = other.anchor
    assert anchor is not None
    if len(rhythm.freqs) != 1:
        return None
    freq = rhythm.freqs[0]
    if freq not in ("MONTHLY", "QUARTERLY", "HALFYEARLY", "YEARLY", "UNSPECIFIED", "WEEKLY", "DAILY"):
        return None
    if anchor.month is not None or (anchor.freq == "MONTHLY" and freq in ("UNSPECIFIED", "MONTHLY")):
        freq = anchor.freq if anchor.freq and anchor.freq != "UNSPECIFIED" else freq
    if anchor.freq == "UNSPECIFIED" and freq == "QUARTERLY":
        anchor = replace(anchor, month=3)
    made = replace(with_anchor(other, replace(anchor, freq=freq)), led=rhythm.led | other.led)
    return [made if rhythm.named else _spread(made, rhythm)]


def with_anchor(made: Statement, anchor: Anchor) -> Statement:
    """A rhythm with the day the anchor names: "MONTHLY;by=24", "QUARTERLY;by=M3-19"."""
    freq = anchor.freq or "UNSPECIFIED"
    word = "day" if made.sort == "in" else "by"
    printed = _code(anchor.month, anchor.day)
    if made.sort == "before" and made.hour is None:
        month, day = anchor.month, anchor.day - 1
        if day == 0:
            month, day = (month - 1 if month and month > 1 else 3 if month else None), 31
        details = (f"{word}={_code(month, day)}",)
        face = printed
    else:
        details, face = (f"{word}={printed}",), None
    return replace(
        made,
        sort="recurring",
        freqs=(freq,),
        details=details,
        printed=(f"{word}={printed}",),
        face=face,
        anchor=None,
        form="rhythm-day",
    )


def _code(month: int | None, day: int) -> str:
    return f"M{month}-{day:02}" if month is not None else f"{day:02}"


def _narrowed(left: Statement, right: Statement) -> list[Statement] | None:
    """As in "Quý II/2022 (xong trước ngày 30/6)": the day within the window is the one to keep."""
    if left.stretch is None or right.stretch is None:
        return None
    if right.stretch.unit != "day" or left.stretch.unit == "day" or len(right.stretch.spans) != 1:
        return None
    own = left.stretch.spans[-1].year
    day = right.stretch.spans[0].in_year(own)
    start, end = left.stretch.bounds(own or 2024)
    at = day.bounds(own or 2024)[1]
    if not start <= at <= end:
        return None
    right.stretch = replace(right.stretch, spans=(day,))
    return [_spread(right, left)]
