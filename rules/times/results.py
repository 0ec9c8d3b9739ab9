"""A statement as a reading: years filled in, bounds worked out, the safer of two readings preferred."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.reading import Certainty, TimeAlternative, TimeReading
from rules.times.combination import with_anchor
from rules.times.spans import Span
from rules.times.statement import Statement
from rules.times.stretches import Stretch
from rules.times.tokens import Tokens

_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read against: its text, the plan's year, the day the plan was issued."""

    text: str
    row: Tokens
    year: int
    issued: date | None = None

    def words(self, first: int, behind: int) -> str:
        """The verbatim text of some tokens, without the marks around it."""
        if behind <= first:
            return ""
        return self.text[self.row[first].start : self.row[behind - 1].end].strip(" \t\r\n.;,:*_")


def readings(made: Statement, context: Context) -> list[TimeReading]:
    """The readings of one statement: several for a list of last days."""
    base = TimeReading(context.words(made.first, made.behind), "none", time=made.hour)
    if (made.sort in ("by", "before") and made.anchor is not None) or (made.sort == "in" and made.anchor is not None):
        if made.anchor.freq is None:
            return []
        made = with_anchor(made, made.anchor)
    match made.sort:
        case "by" | "before":
            return _due(base, made, context)
        case "in":
            return [_within(base, made, context)] if made.stretch else _weekday(base, made)
        case "since" | "issue":
            return _since(base, made, context)
        case "recurring":
            return [_recurring(base, made, context)]
        case "ongoing":
            return [_ongoing(base, made, context)]
        case "trigger":
            return [_trigger(base, made, context)]
        case "nothing":
            return []


def _certain(reading: TimeReading, spans: tuple[Span, ...]) -> TimeReading:
    if any(item.doubtful for item in spans):
        return replace(reading, certainty=Certainty.DOUBTFUL)
    return reading


def _due(base: TimeReading, made: Statement, context: Context) -> list[TimeReading]:
    stretch = made.stretch
    if stretch is None:
        return _weekday(base, made)
    spans = stretch.spans
    if len(spans) > 1 and (stretch.ranged or any(item.unit != "day" for item in spans)):
        ends = spans[:1] if made.sort == "before" or stretch.unit == "day" else spans[-1:]
        return [_one_due(replace(base, ambiguous=True), made, item, context) for item in ends]
    return [_one_due(base, made, item, context) for item in spans]


def _one_due(base: TimeReading, made: Statement, item: Span, context: Context) -> TimeReading:
    start, end = item.bounds(context.year)
    if item.each and item.unit == "day":
        return _each_year(base, made, start)
    if made.sort == "before" and made.hour is None:
        return _before(base, item, start)
    found = replace(base, kind="by", end=end.isoformat())
    if made.hour is not None and made.sort == "before":
        found = replace(found, face=end.isoformat())
    if item.vague and item.edge is not None:
        civil = replace(item, first=item.edge, last=item.edge).bounds(context.year)[1]
        found = _either(replace(found, end=min(civil, end).isoformat()), "by", None, max(civil, end))
    elif item.unit != "day" and made.formal and _within_it(made, context):
        found = _either(found, "window", start, end, item)
    return _certain(found, (item,))


def _within_it(made: Statement, context: Context) -> bool:
    """As in "chậm nhất trong tháng 3": some time in it, or its end."""
    return any("trong" in token.words for token in context.row[made.first : made.behind])


def _before(base: TimeReading, item: Span, start: date) -> TimeReading:
    last = start - _DAY
    found = replace(base, kind="by", end=last.isoformat(), exclusive=True)
    if item.unit == "day":
        found = replace(_either(found, "by", None, start), face=start.isoformat())
    elif item.vague and item.edge is not None:
        day = replace(item, first=item.edge, last=item.edge).bounds(start.year)[0] - _DAY
        found = replace(_either(found, "by", None, last), end=min(day, last).isoformat()) if day != last else found
        if day > last:
            found = _either(replace(found, end=last.isoformat(), alternatives=()), "by", None, day)
    return _certain(found, (item,))


def _each_year(base: TimeReading, made: Statement, day: date) -> TimeReading:
    last = day - _DAY if made.sort == "before" and made.hour is None else day
    found = replace(base, kind="recurring", recurrence=f"YEARLY;by={last:%m-%d}", exclusive=last != day)
    if last != day:
        found = replace(found, face=f"{day:%m-%d}", ambiguous=True,
                        alternatives=(TimeAlternative("recurring", None, None, f"YEARLY;by={day:%m-%d}"),))  # fmt: skip
    return found


def _either(
    found: TimeReading, kind: str, start: date | None, end: date | None, item: Span | None = None
) -> TimeReading:
    named = "by" if kind == "by" else _kind(item) if item else "window"
    other = TimeAlternative(named, start.isoformat() if start else None, end.isoformat() if end else None)  # type: ignore[arg-type]
    return replace(found, ambiguous=True, alternatives=(*found.alternatives, other))


def _kind(item: Span) -> str:
    return item.unit if item.unit in ("month", "year") else "window"


def _within(base: TimeReading, made: Statement, context: Context) -> TimeReading:
    stretch = made.stretch
    assert stretch is not None
    start, end = stretch.bounds(context.year)
    item = stretch.spans[0]
    kind = _kind(item) if len(stretch.spans) == 1 else "window"
    found = replace(base, kind=kind, start=start.isoformat(), end=end.isoformat())  # type: ignore[arg-type]
    if made.done:
        found = _either(found, "by", None, end)
    if made.whole:
        other = TimeAlternative("ongoing", start.isoformat(), end.isoformat())
        found = replace(found, ambiguous=True, alternatives=(*found.alternatives, other))
    if stretch.gaps(context.year):
        found = replace(found, ambiguous=True, alternatives=(*found.alternatives, *_each_of(stretch, context.year)))
    if item.vague and not found.ambiguous:
        found = replace(found, certainty=Certainty.LIKELY)
    return _certain(found, stretch.spans)


def _each_of(stretch: Stretch, year: int) -> list[TimeAlternative]:
    both = [item.bounds(year) for item in stretch.spans]
    return [TimeAlternative("window", start.isoformat(), end.isoformat()) for start, end in both]


def _weekday(base: TimeReading, made: Statement) -> list[TimeReading]:
    """A weekday without a rhythm: no week is named, so it comes back every week, in doubt."""
    if made.weekday is None:
        return []
    word = "day" if made.sort == "in" else "by"
    return [replace(base, kind="recurring", recurrence=f"WEEKLY;{word}={made.weekday}", certainty=Certainty.DOUBTFUL)]


def _since(base: TimeReading, made: Statement, context: Context) -> list[TimeReading]:
    stretch = made.stretch
    if stretch is None:
        return []
    start, end = stretch.bounds(context.year)
    if made.sort == "issue":
        if context.issued is None or context.issued > end:
            return [replace(base, kind="by", end=end.isoformat(), certainty=Certainty.LIKELY)]
        return [replace(base, kind="window", start=context.issued.isoformat(), end=end.isoformat())]
    first = start + _DAY if made.form == "after" else start
    return [_certain(replace(base, kind="ongoing", start=first.isoformat()), stretch.spans)]


def _recurring(base: TimeReading, made: Statement, context: Context) -> TimeReading:
    code = "+".join(made.freqs)
    found = replace(base, kind="recurring", recurrence=";".join((code, *made.details)))
    if made.stretch is not None:
        start, end = made.stretch.bounds(context.year)
        last = None if made.form == "rhythm-since" else end.isoformat()
        found = replace(found, start=start.isoformat(), end=last)
    if made.details != made.printed:
        other = TimeAlternative("recurring", None, None, ";".join((code, *made.printed)))
        found = replace(found, exclusive=True, face=made.face, ambiguous=True, alternatives=(other,))
    if made.sporadic:
        found = replace(found, ambiguous=True, alternatives=(*found.alternatives, TimeAlternative("trigger")))
    if made.named and made.details:
        found = _this_year_only(found, made, context)
    if code == "UNSPECIFIED":
        found = replace(found, certainty=Certainty.DOUBTFUL)
    return found


def _this_year_only(found: TimeReading, made: Statement, context: Context) -> TimeReading:
    """As in "báo cáo năm (trước ngày 05/12)": every year, or only this one."""
    month, _, day = made.details[0].partition("=")[2].partition("-")
    if not (month.isdigit() and day.isdigit()):
        return found
    last = date(
        context.year,
        int(month),
        min(int(day), 28 if month == "02" else 30 if month in ("04", "06", "09", "11") else 31),
    )
    return replace(
        found, ambiguous=True, alternatives=(*found.alternatives, TimeAlternative("by", None, last.isoformat()))
    )


def _ongoing(base: TimeReading, made: Statement, context: Context) -> TimeReading:
    found = replace(base, kind="ongoing")
    if made.stretch is None:
        return found
    start, end = made.stretch.bounds(context.year)
    if made.form in ("and-on", "ongoing-later", "later-years"):
        found = replace(found, start=start.isoformat())
        if made.form != "and-on":
            return replace(found, ambiguous=True, alternatives=(TimeAlternative("ongoing"),))
        return found
    return _certain(replace(found, start=start.isoformat(), end=end.isoformat()), made.stretch.spans)


def _trigger(base: TimeReading, made: Statement, context: Context) -> TimeReading:
    events = tuple(filter(None, (context.words(*event) for event in made.events)))
    found = replace(
        base,
        kind="trigger",
        time=None,
        trigger=base.verbatim,
        triggers=events if len(events) > 1 or made.offset else (),
        triggers_any=made.any_event,
        offset_days=made.offset,
        working_days=made.working,
        inherited=made.inherited,
    )
    if made.form == "bare-days":
        found = replace(found, certainty=Certainty.DOUBTFUL)
    return found
