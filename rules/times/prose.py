"""Which time statements of running prose are deadlines of the task, and which are only talk."""

from __future__ import annotations

from rules.times.statement import Statement
from rules.times.tokens import Token, Tokens, follows

_BACK = 6
_ENDS = frozenset({";", ".", ")", "\0"})
_OPENS = frozenset({".", ";", ":", "-", "+", "("})


def is_deadline(row: Tokens, made: Statement) -> bool:
    """Whether a statement of prose sets a time for the task."""
    if made.sort == "nothing" or _about_validity(row, made):
        return False
    match made.sort:
        case "by" | "before":
            return _due(row, made)
        case "in":
            return _within(row, made)
        case "recurring":
            return _recurring(row, made)
        case "ongoing":
            return _ongoing(row, made)
        case "trigger":
            return _trigger(row, made)
        case _:
            return made.sort == "issue" or _labelled(row, made)


def _before(row: Tokens, at: int, back: int = _BACK) -> list[Token]:
    return row[max(0, at - back) : at]


def _opens(row: Tokens, made: Statement) -> bool:
    """It begins a clause."""
    return made.first == 0 or row[made.first - 1].mark in _OPENS


def _closes(row: Tokens, made: Statement) -> bool:
    """It ends a clause."""
    return row[made.behind].mark in _ENDS


def _labelled(row: Tokens, made: Statement) -> bool:
    """As in "Thời gian thực hiện: …", "thời hạn …"."""
    words = _before(row, made.first)
    return any("thời" in token.words and index + 1 < len(words) and words[index + 1].words & {"gian", "hạn"}
               for index, token in enumerate(words))  # fmt: skip


def _about_validity(row: Tokens, made: Statement) -> bool:
    """As in "có hiệu lực từ ngày …", "số liệu tính từ … đến …", "ban hành trước ngày …", "sinh trước năm …"."""
    words = [token.text.lower() for token in _before(row, made.first, 7)]
    for token in reversed(_before(row, made.first, 7)):
        if token.mark in (";", "."):
            words = (
                words[-(_before(row, made.first, 7)[::-1].index(token)) :] if token is not row[made.first - 1] else []
            )
            break
    said = " ".join(words)
    if "hiệu lực" in said or "áp dụng" in said or ("số liệu" in said and made.sort != "before"):
        return True
    return (
        said.endswith(("tính", "chốt", "được ban hành", "đã ban hành", "sinh")) and not made.formal
    ) or said.endswith(("kể", "tuổi tính"))


def _due(row: Tokens, made: Statement) -> bool:
    stretch = made.stretch
    if made.form == "until" and stretch is not None:
        # "đến năm 2030", "đến tháng 6/2022 đã có": an aim or a state, unless something is to be finished.
        if stretch.unit in ("year", "years"):
            return made.done or _finished(row, made)
        if stretch.unit != "day" and not (made.done or _finished(row, made) or _opens(row, made)):
            return False
    if (
        stretch is not None
        and stretch.unit in ("year", "years")
        and not (made.formal or made.done or _finished(row, made))
    ):
        return "hết" in {word for token in row[made.first : made.behind] for word in token.words}
    return True


def _finished(row: Tokens, made: Statement) -> bool:
    return any(token.words & {"hoàn", "xong"} for token in _before(row, made.first, 10))


def _within(row: Tokens, made: Statement) -> bool:
    stretch = made.stretch
    if stretch is None:
        return made.anchor is not None
    if len(row[made.first].text) == 1 and all(item.year is None for item in stretch.spans):
        return False  # "T5", "Q1": initials
    if _labelled(row, made) or made.done:
        return True
    if (
        made.led & {"review"}
        or (made.first and follows(row, made.first - 2, "sơ", "kết"))
        or (made.first and follows(row, made.first - 2, "tổng", "kết"))
    ):
        return bool(made.led & {"vào", "trong"})
    if follows_text(row, made.first, "cao", "điểm"):
        return True
    if any("học" in token.words for token in row[made.first : made.behind]):
        return _closes(row, made) or _opens(row, made) or bool(made.led)
    if stretch.unit in ("year", "years"):
        return _year(row, made)
    if stretch.unit == "day":
        return bool(made.led & {"vào", "trong", "lúc"}) or (stretch.ranged and bool(row[made.first].words & {"từ"}))
    if _in_brackets(row, made):
        return True
    if made.led & {"vào", "trong", "khoảng", "dự"}:
        return not _talks_about(row, made.first)
    if row[made.first].words & {"từ"} and stretch.ranged:
        return not _talks_about(row, made.first)
    if _opens(row, made):
        return row[made.behind].mark in (",", ":", *_ENDS)
    before = row[made.first - 1]
    return before.mark == "," and _closes(row, made)


def follows_text(row: Tokens, at: int, *words: str) -> bool:
    """Whether these words stand right before a place, as printed."""
    before = [token.text.lower() for token in row[max(0, at - len(words)) : at]]
    return before == list(words)


def _year(row: Tokens, made: Statement) -> bool:
    if made.led & {"vào"}:
        return not _talks_about(row, made.first)
    if "trong" in made.led or made.led & {"dự"}:
        opening = _opens(row, made) and row[made.behind].mark == ","
        counted = any(
            token.text.lower() in ("ít", "thiểu") or token.number >= 0 for token in _before(row, made.first, 14)
        )
        return opening or (_closes(row, made) and counted and not _talks_about(row, made.first))
    return (_in_brackets(row, made) and made.led != frozenset()) or (
        _opens(row, made) and row[made.behind].mark == "," and made.first == 0
    )


def _in_brackets(row: Tokens, made: Statement) -> bool:
    return made.first > 0 and row[made.first - 1].mark == "(" and row[made.behind].mark == ")"


def _talks_about(row: Tokens, at: int) -> bool:
    """The span is when something came about: "kết quả thực hiện trong quý I", "phát sinh trong tháng"."""
    said = " ".join(token.text.lower() for token in _before(row, at, 5))
    return any(words in said for words in _CAME_ABOUT) or said.endswith(_NOUNS)


_CAME_ABOUT = ("phát sinh", "số liệu", "đạt được", "kết quả thực hiện", "tình hình thực hiện", "đã ")
_NOUNS = ("trọng tâm", "nhiệm vụ", "công tác", "chủ yếu")


def _recurring(row: Tokens, made: Statement) -> bool:
    if made.named and not made.details:
        return False
    if made.form == "part":
        return _closes(row, made) or _in_brackets(row, made) or "vào" in row[made.first - 1].words
    for index in range(made.first + 1, made.behind):
        word = row[index].text.lower()
        if word in _COUNTED or (word in ("kỳ", "đợt") and row[index - 1].number >= 0):
            return True
    if made.details or made.form == "rhythm-day":
        return not any(token.text.lower() in ("luật", "hưởng") for token in _before(row, made.first, 3))
    if "định" in made.led:
        return made.freqs != ("UNSPECIFIED",)
    if _in_brackets(row, made):
        return True
    return _labelled(row, made) or (_opens(row, made) and row[made.behind].mark in (",", *_ENDS))


#: Words of a rhythm that says how often: it is the task's own.
_COUNTED = frozenset({"lần", "tin", "bài", "buổi", "cuộc", "lượt"})


def _ongoing(row: Tokens, made: Statement) -> bool:
    if made.form == "and-on":
        return _labelled(row, made) or _opens(row, made) or _in_brackets(row, made)
    if row[made.behind].mark == "," and row[made.behind + 1].words & {"mỗi", "hằng", "định"}:
        return True
    if made.form in ("ongoing-in", "ongoing-later"):
        return not (made.first and "vụ" in row[made.first - 1].words)
    if made.form == "course":
        return False
    if _labelled(row, made) or _in_brackets(row, made):
        return True
    before = _before(row, made.first, 2)
    done = (
        len(before) == 2
        and before[0].text.lower() in ("thực", "tiến", "triển")
        and before[1].text.lower() in ("hiện", "hành", "khai")
    )
    return done and _closes(row, made)


#: How an event must begin to be one the task waits for; "sau khi tham khảo ý kiến" only orders the steps of it.
_OUTSIDE = frozenset(
    [
        "có",
        "được",
        "chính",
        "thủ",
        "quốc",
        "bộ",
        "ubnd",
        "ủy",
        "uỷ",
        "hội",
        "kết",
        "nhận",
        "dịch",
        "luật",
        "nghị",
        "kế",
        "ban",
        "kỳ",
        "đợt",
        "trung",
        "tỉnh",
    ]
)


def _trigger(row: Tokens, made: Statement) -> bool:
    if made.form in ("inherited", "request", "bare-days", "same-day", "trước khi", "khi", "mỗi khi", "sau"):
        return False
    if made.form == "days":
        return True
    if made.form.startswith("ngay"):
        return True
    return bool(made.events) and row[made.events[0][0]].text.lower() in _OUTSIDE
