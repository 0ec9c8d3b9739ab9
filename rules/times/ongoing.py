"""What goes on without a last day: "thường xuyên", "thường xuyên trong năm 2022", "… trong những năm tiếp theo"."""

from __future__ import annotations

from rules.times.calendar_forms import lead
from rules.times.spans import year_span
from rules.times.statement import Statement
from rules.times.stretches import Stretch, stretch
from rules.times.tokens import Tokens, follows, phrases, skip

_SAME = phrases("liên tục | thường xuyên | hằng ngày | lâu dài")
_TAIL = 6  #: words between "thường xuyên" and "trong những năm tiếp theo"
_BUDGET = frozenset({"chi", "phí", "sách", "toán", "nguồn", "vốn"})


def ongoing(row: Tokens, at: int) -> Statement | None:
    """As in "thường xuyên", "liên tục", with the span in which it holds."""
    behind = skip(row, at, *_SAME[:2])
    if behind == at or (behind == at + 2 and follows(row, at, "liên", "tục") and row[at].text.lower() != "liên"):
        return _course(row, at)
    if _is_budget(row, at):
        found = _span_behind(row, behind)
        return Statement(at, found.behind if found else behind, "nothing", form="budget")
    made = Statement(at, _same(row, behind), "ongoing", form="ongoing")
    found = _span_behind(row, made.behind)
    if found:
        made.behind, made.stretch, made.form = found.behind, found.stretch, "ongoing-in"
        return made
    return _later_years(row, made)


def _is_budget(row: Tokens, at: int) -> bool:
    return any(
        row[at - back].words & _BUDGET or row[at - back].text.lower() in _BUDGET
        for back in (1, 2)
        if at >= back and not row[at - back].mark
    )


def _same(row: Tokens, at: int) -> int:
    """Behind further words that say the same: ", liên tục", ", hằng ngày"."""
    for _ in range(4):
        begin = at + 1 if row[at].mark in (",", "-", "/") or "và" in row[at].words else at
        behind = skip(row, begin, *_SAME)
        if behind == begin:
            break
        at = behind
    return at


def _span_behind(row: Tokens, at: int) -> Statement | None:
    """The span it holds in: "trong năm (2022)", "năm 2022", "(2021 - 2025)"."""
    begin = at + 1 if row[at].mark in (",", "(", ":") else at
    _, start = lead(row, begin)
    start = skip(row, start, ("từng",), ("cả",), ("suốt",), ("các",))
    start = skip(row, start, ("cả",))
    found = stretch(row, start)
    if found and found[0].unit != "day" and (found[0].spans[0].unit != "months" or True):
        behind = found[1] + 1 if row[at].mark == "(" and row[found[1]].mark == ")" else found[1]
        if row[at].mark == "," and found[0].unit not in ("year", "years"):
            return None  # "thường xuyên, quý IV/2022": two statements
        return Statement(at, behind, "ongoing", found[0])
    if (
        follows(row, start, "năm")
        and (start > begin or row[at].mark == "(")
        and row[start + 1].number < 0
        and not follows(row, start + 1, "tiếp")
    ):
        behind = skip(row, start + 1, ("nay",), ("kế", "hoạch"), ("học",))
        return Statement(at, behind, "ongoing", Stretch((year_span(None),)))
    return None


def _later_years(row: Tokens, made: Statement) -> Statement:
    """As in "thường xuyên củng cố, kiện toàn trong những năm tiếp theo"."""
    for index in range(made.behind, made.behind + _TAIL + 1):
        token = row[index]
        if not token.text or (token.mark and token.mark != ","):
            break
        if token.words & {"các", "những"} and follows(row, index + 1, "năm"):
            behind = skip(row, index + 2, ("tiếp", "theo"), ("sau",), ("tiếp",))
            if behind > index + 2:
                made.behind, made.form = behind, "ongoing-later"
                made.stretch = Stretch((year_span(None, None, 1),))
            break
    return made


def _course(row: Tokens, at: int) -> Statement | None:
    """As in "trong suốt quá trình thực hiện", "các năm tiếp theo"."""
    begin = skip(row, at, ("trong",))
    if begin > at:
        begin = skip(row, begin, ("suốt",))
        if follows(row, begin, "quá") and row[begin + 1].text.lower() in ("trình", "trinh"):
            behind = begin + 2
            for _ in range(12):
                if not row[behind].text or row[behind].mark:
                    break
                behind += 1
            return Statement(at, behind, "ongoing", form="course")
    if row[begin].words & {"các", "những"} and follows(row, begin + 1, "năm"):
        behind = skip(row, begin + 2, ("tiếp", "theo"), ("sau",))
        if behind > begin + 2:
            return Statement(at, behind, "ongoing", Stretch((year_span(None, None, 1),)), form="later-years")
    return None
