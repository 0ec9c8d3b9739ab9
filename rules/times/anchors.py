"""Days that come back: "ngày 20 của tháng cuối quý", "ngày 05 hằng tháng", "ngày cuối cùng của quý"."""

from __future__ import annotations

from rules.times.dates import bare_day
from rules.times.numerals import in_words, quarter_number
from rules.times.recurring import EACH, UNSPECIFIED, bare_unit
from rules.times.statement import Anchor
from rules.times.tokens import Tokens, follows, skip

_CALENDAR = frozenset({"tháng", "quý", "năm"})
_FOLLOWING = (("sau",), ("tiếp", "theo"), ("kế", "tiếp"), ("liền", "kề"), ("liền", "sau"), ("tới",), ("báo", "cáo"))


def anchor(row: Tokens, at: int) -> tuple[Anchor, int] | None:
    """As in "ngày 20 của tháng cuối quý", "ngày 05 hằng tháng", "ngày cuối cùng của quý", bare "ngày 25"."""
    if "ngày" not in row[at].words:
        return None
    last = _last_day(row, at + 1)
    found = (31, last) if last else bare_day(row, at)
    if found is None:
        return None
    value, at = found
    behind = skip(row, at, ("của",), ("vào",))
    if row[behind].words & EACH and row[behind + 1].words & _CALENDAR and not row[behind + 1].words & {"năm"}:
        if "tháng" in row[behind + 1].words and row[behind + 2].words & {"đầu", "cuối"}:
            behind += 1
        else:
            return Anchor(
                bare_unit(row, behind + 1), value, 3 if last and "quý" in row[behind + 1].words else None
            ), behind + 2
    if follows(row, behind, "tháng"):
        return _in_month(row, value, behind + 1)
    if last and row[behind].words & {"quý", "năm"} and row[behind + 1].number < 0 and not row[behind + 1].roman:
        return Anchor(bare_unit(row, behind), 31, 3), behind + 1
    return Anchor(None, value), at


def _last_day(row: Tokens, at: int) -> int:
    behind = skip(row, at, ("làm", "việc"))
    after = skip(row, behind, ("cuối", "cùng"), ("cuối",))
    return after if after > behind else 0


def _in_month(row: Tokens, value: int, at: int) -> tuple[Anchor, int] | None:
    """Behind "ngày 20 của tháng"."""
    behind = skip(
        row,
        at,
        ("cuối", "cùng"),
        ("cuối",),
        ("đầu", "tiên"),
        ("đầu",),
        ("thứ", "nhất"),
        ("giữa",),
        ("thứ", "hai"),
        ("thứ", "ba"),
    )
    if behind > at:
        which = (
            3
            if row[at].words & {"cuối"} or follows(row, at, "thứ", "ba")
            else 2
            if "giữa" in row[at].words or follows(row, at, "thứ", "hai")
            else 1
        )
        behind = skip(row, behind, ("của",))
        behind = behind + 1 if row[behind].words & EACH or row[behind].words & {"các"} else behind
        if follows(row, behind, "quý"):
            after = behind + 1
            for words in _FOLLOWING:
                after = max(after, skip(row, behind + 1, words))
            return Anchor("QUARTERLY", value, which), after
        if follows(row, behind, "kỳ"):
            return Anchor(UNSPECIFIED, value, None), skip(row, behind + 1, ("báo", "cáo"))
        return Anchor("QUARTERLY", value, which), behind
    if row[at].number >= 0 or quarter_number(row, at) or in_words(row, at):
        return None
    for words in _FOLLOWING:
        if follows(row, at, *words):
            at += len(words)
            break
    return Anchor("MONTHLY", value), at
